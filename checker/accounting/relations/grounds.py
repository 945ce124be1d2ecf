"""Why something is so: a sentence's grounds and means in, those that the source does not give for it out.

Two things that are told each by itself are not yet cause and effect: who says that one is because of the other tells more
than a source that says no such thing.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from checker.accounting.omissions import mentions
from checker.accounting.sources import SourceSentence
from checker.accounting.spans import Leftover, WordedText
from checker.accounting.windows import Window
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.lexicon.wording.connectives import any_connective
from corpus.lexicon.wording.paraphrases import says
from corpus.statements.list_heads import TextSpan

_NO_WORD: Final = "(?![此而素子公私])"
_GROUND: Final = re.compile(rf"(?<![基起成诱病死])(?:{any_connective('ground')}){_NO_WORD}")
"""What says that its ground comes next."""
_EFFECT: Final = re.compile(any_connective("effect"))
"""What says that its ground stands before it."""
_MEANS: Final = re.compile(rf"(?:{any_connective('means')})(?![了过率])")
"""What opens a clause by which the next one came about."""
_AFTERWARDS: Final = re.compile(rf"(?:{any_connective('afterwards')})\s*$")
"""What ends a clause after which it did."""
_CAUSING: Final = re.compile(any_connective("causing"))
"""What a source may say besides where one thing came of another."""
_FAILING: Final = re.compile("[未没不无缺欠违超逾虚漏失擅乱]")
"""What a thing is told with of which the next one came, whether or not that is said (3人违规收费，被停职)."""
_PARTS: Final = re.compile("[；;。]")
_COMMA: Final = re.compile("[，,]")
_REASON: Final = "原因"
"""What goes on over commas (主要原因：一是…，二是…)."""
_FIRST: Final = 2
"""Words of a ground of which one at least must be the source's."""


def foreign_grounds(
    said: WordedText, clauses: Sequence[TextSpan], windows: Sequence[Window | None]
) -> Iterator[Leftover]:
    """Yield the clauses of a sentence that say why, or whereby, a thing came about where the source does not say so.

    ``windows`` are what each of the ``clauses`` is held against.
    """
    for place, (start, end) in enumerate(clauses):
        own, around = windows[place], [*windows[max(0, place - 1) : place], *windows[place + 1 : place + 2]]
        grounds = (*_GROUND.finditer(said.text, start, end), *_EFFECT.finditer(said.text, start, end))
        for mark in grounds:
            opens = not said.text[start : mark.start()].strip()
            of = [one for one in around if own is None or _is_tied(own, one)] if opens else [own]
            words = _ground_words(said, mark, clauses, place)
            if not any(_is_ground(words, one) for one in of if one is not None):
                yield Leftover(start, end, said.text[start:end].strip())
        opened = _MEANS.match(said.text, start, end) or _AFTERWARDS.search(said.text[start:end])
        if own is None or opened is None or place + 1 == len(clauses) or opened[0].strip() in own.text:
            continue
        if not (_comes_first(own, windows[place + 1]) or _is_of_all(said, (start, end), own.sentence)):
            yield Leftover(start, end, said.text[start:end].strip())


def _ground_words(
    said: WordedText, mark: re.Match[str], clauses: Sequence[TextSpan], place: int
) -> list[str]:
    """Return the first words of what is given as a ground: what stands behind a ``mark``, or before that of an effect."""
    start, end = clauses[place]
    if not _EFFECT.fullmatch(mark[0]):
        low, high = mark.end(), end
    elif said.text[start : mark.start()].strip() or not place:
        low, high = start, mark.start()
    else:
        low, high = clauses[place - 1]
    words = (one.text for one in said.words if low <= one.start and one.end <= high and one.is_content)
    return list(words)[:_FIRST]


def _is_ground(words: Sequence[str], window: Window) -> bool:
    """Whether the window's sentence gives as a ground what some words say, or tells it as a failing right before."""
    grounds = list(_grounds_of(window.sentence.text))
    if any(not words or any(mentions(ground, one) for one in words) for ground in grounds):
        return True
    first = max(0, window.clauses[0] - 1)
    near = [window.sentence.text[slice(*window.sentence.clauses[one])] for one in {first, *window.clauses}]
    failing = (one for one in near if _FAILING.search(one) and not (_GROUND.search(one)))
    return bool(words) and any(all(mentions(one, word) for word in words) for one in failing)


def _grounds_of(text: str) -> Iterator[str]:
    """Yield what a source's sentence gives as a ground: behind what says so, or before what says what came of it."""
    for part in _PARTS.split(text):
        for match in _GROUND.finditer(part):
            yield part[match.end() :] if _REASON in match[0] else _COMMA.split(part[match.end() :])[0]
        yield from (part[: match.start()] for match in _EFFECT.finditer(part))
        if _CAUSING.search(part):
            yield part


def _is_tied(one: Window, other: Window | None) -> bool:
    """Whether what two clauses tell stands in one sentence, or one's begins with what says why."""
    if other is None or one.sentence is other.sentence:
        return other is not None
    return any(
        mark.match(each.sentence.text.lstrip()) for mark in (_GROUND, _EFFECT) for each in (one, other)
    )


def _comes_first(one: Window, other: Window | None) -> bool:
    """Whether what two clauses tell stands in one sentence of the source, in the same order."""
    return other is None or (one.sentence is other.sentence and one.clauses[0] <= other.clauses[0])


def _is_of_all(said: WordedText, span: TextSpan, sentence: SourceSentence) -> bool:
    """Whether a clause only names what the whole report is of, by which all of it came about (经过清理)."""
    words = [one.text for one in said.words if span[0] <= one.start and one.end <= span[1] and one.is_content]
    return all(one in GENERIC_WORDS or says(sentence.over, one) for one in words)
