"""What several make together: a sentence that tells it of some of them alone in, that clause out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.accounting.spans import Leftover, WordedText
from checker.accounting.windows import Window
from checker.arithmetic.words import any_arithmetic_word
from corpus.statements.list_heads import TextSpan

_TOGETHER: Final = re.compile(
    rf"([\u4e00-\u9fff]{{2,20}}(?:[、和与及][\u4e00-\u9fff]{{2,12}})+)(?:[^；;。、和与及\d]{{0,16}}?(?:{any_arithmetic_word('sum')}|合占)|[两三四五六七八九](?![成分万千百十亿点]))"
)
"""A list and what says that the figure behind it is of all its members together."""
_MEMBERS: Final = re.compile("[、和与及]")
_PAIR: Final = 2


def shared_alone(
    said: WordedText, clauses: Sequence[TextSpan], windows: Sequence[Window | None]
) -> Iterator[Leftover]:
    """Yield the clauses that tell of some members of a list what the source tells of all together.

    ``windows`` are what each clause is held against.
    """
    for (start, end), window in zip(clauses, windows, strict=True):
        if window is None or not window.figures or window.sentence.heads:
            continue
        sentence = window.sentence
        for match in _TOGETHER.finditer(sentence.text):
            behind = next((low for low, _ in sentence.figures if low >= match.end()), -1)
            if behind not in [
                sentence.place_of(one)[0] for one in window.figures if one in sentence.statements
            ]:
                continue
            members = _MEMBERS.split(match[1])
            told = [_is_named(said.text[:end], one, last=one is members[-1]) for one in members]
            if any(told) and not all(told):
                yield Leftover(start, end, said.text[start:end].strip())


def _is_named(text: str, member: str, *, last: bool) -> bool:
    """Whether a text has a member of a list, by the characters next to the mark beside it."""
    return (member[:_PAIR] if last else member[-_PAIR:]) in text
