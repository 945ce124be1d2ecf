"""Who acts: a sentence's agents in, those that the source has not act, or has act on another, out.

What is paid, held or decided by somebody is told with 由, or with who does so right before the verb. Both must be the
source's own: that a name stands somewhere in its sentence does not make it who acts.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from checker.accounting.omissions import mentions
from checker.accounting.relations.houses import is_anothers_deed
from checker.accounting.sources import SourceSentence
from checker.accounting.spans import Leftover, Word, WordedText
from checker.accounting.unfigured import BY
from checker.accounting.windows import Window
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.paraphrases import PARAPHRASES, says
from corpus.statements.list_heads import TextSpan

_BY: Final = re.compile(rf"(?<![理事缘自来无]){BY}(?![此来于衷])([^，,；;。：:、\d]{{2,16}})")
"""Who acts by it, with the deed behind."""
_HANDING: Final = "|".join(
    sorted(
        (
            one
            for word in connectives("handing")
            for one in (word, *PARAPHRASES.get(word, ()))
            if len(one) > 1
        ),
        key=len,
        reverse=True,
    )
)
_HANDS_OVER: Final = re.compile(
    rf"([\u4e00-\u9fff]{{0,4}}(?:{any_connective('somebody')}))(?:{any_connective('already', 'settled')})?({_HANDING})"
)
_TOWARDS: Final = re.compile(r"[向对给]([\u4e00-\u9fff]{3,12})")
_NARROWING: Final = connectives("narrowing")
_ACTED_ON: Final = frozenset({BY, *"向对给被把将不未非没"})
"""What stands before somebody who does not act, or is told with 由 to do so."""
_BORDER: Final = re.compile("[，,；;。]")
_REACH: Final = 8
"""Characters between who acts and the deed, at most."""
_PAIR: Final = 2


def foreign_agents(
    said: WordedText, clauses: Sequence[TextSpan], windows: Sequence[Window | None]
) -> Iterator[Leftover]:
    """Yield who acts in a sentence and does not so in the source; ``windows`` are what each clause is held against."""
    for (start, end), window in zip(clauses, windows, strict=True):
        sources = [one.sentence for one in ([window] if window else windows) if one is not None]
        if not sources:
            continue
        if window is not None and is_anothers_deed(said.text, (start, end), window):
            yield Leftover(start, end, said.text[start:end].strip())
        for match in _BY.finditer(said.text, start, end):
            who, deed = _agent_of(said, match)
            patient = said.text[start : match.start()]
            if who and deed and not any(_acts(who, deed, patient, one) for one in sources):
                yield Leftover(match.start(), deed.end, said.text[match.start() : deed.end])
        for match in _HANDS_OVER.finditer(said.text, start, end):
            if any(_is_handed(match[1], match[2], one.text) for one in sources):
                yield Leftover(*match.span(), match[0])
        for match in _TOWARDS.finditer(said.text, start, end):
            if any(_acts_itself(match[1], one.text) for one in sources):
                yield Leftover(*match.span(), match[0])


def _agent_of(text: WordedText, match: re.Match[str]) -> tuple[str, Word | None]:
    """Return who acts, of the words behind 由, and the deed; "" and None where they tell none."""
    words = [one for one in text.words if match.start(1) <= one.start and one.end <= match.end(1)]
    place = next((place for place, one in enumerate(words) if one.is_deed and place), None)
    if place is None:
        return "", None
    return "".join(one.text for one in words[:place]), words[place]


def _acts(who: str, deed: Word, patient: str, sentence: SourceSentence) -> bool:
    """Whether somebody does a deed on the ``patient`` in the source's sentence too: with 由, or right before the verb."""
    told = list(_BY.finditer(sentence.text))
    for match in told:
        theirs, its_deed = _agent_of(sentence.worded, match)
        before = _BORDER.split(sentence.text[: match.start()])[-1]
        if _is_narrower(before, patient):
            continue
        elsewhere = deed.text in sentence.text and not mentions(match[1], deed.text)
        if _is_one(who, theirs or match[1]) and not elsewhere:
            return True
        if (
            its_deed is not None
            and says(its_deed.text, deed.text)
            and (not patient or before.endswith(patient))
        ):
            return False
    for match in re.finditer(re.escape(who), sentence.text):
        behind = _BORDER.split(sentence.text[match.end() : match.end() + _REACH + len(deed.text)])[0]
        if mentions(behind, deed.text) and sentence.text[: match.start()][-1:] not in _ACTED_ON:
            return True
    return not told and (who in sentence.over or any(who in one for one in sentence.names_over))


def _is_narrower(source: str, patient: str) -> bool:
    """Whether a source's words end as those of the ``patient`` do, but for what makes them another's (副组长, of 组长)."""
    pairs = zip(reversed(source), reversed(patient), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    narrowed = source[: len(source) - shared][-1:]
    return shared >= _PAIR and narrowed in _NARROWING


def _is_one(who: str, other: str) -> bool:
    return who in other or other in who or (len(other) > 1 and says(who, other))


def _is_handed(who: str, deed: str, text: str) -> bool:
    """Whether somebody is only handed there what they hand over here (村民退还, not 向村民退还, of 退还村民)."""
    names = [who[place:] for place in range(len(who) - 1) if not place or who[place - 1] not in _ACTED_ON]
    deeds = "|".join((deed, *PARAPHRASES.get(deed, ())))
    return any(
        re.search(rf"(?:{deeds})[了给]?{name}", text)
        and not re.search(rf"{name}[^，,；;。]{{0,{_REACH}}}(?:{deeds})", text)
        for name in map(re.escape, names)
    )


def _acts_itself(said: str, text: str) -> bool:
    """Whether who is turned to here only turns to somebody there, or does the very deed (站里每季度向局里汇报)."""
    for length in range(len(said) - 1, 1, -1):
        whom, deed = re.escape(said[:length]), re.escape(said[length : length + _PAIR])
        acts = rf"(?:[向对给]|{deed})" if len(said) >= length + _PAIR else "[向对给]"
        if re.search(rf"(?:^|[，,；;。\s]){whom}[^，,；;。\d]{{0,{_REACH}}}{acts}", text):
            return re.search(rf"[向对给由被]{whom}", text) is None
    return False
