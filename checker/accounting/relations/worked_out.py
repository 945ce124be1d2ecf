"""What follows from two stated quantities and is told by a name of its own: a figure's terms in, the name's place out.

6 of 128 that are 不合格 come to a 不合格率: it is the rate of what the smaller one is told of, and of nothing else. 411件,
较去年同期减少137件, come to what there was 去年同期.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from checker.accounting.directions import way_before
from checker.accounting.moments import is_then
from checker.accounting.sources import SourceSentences
from checker.accounting.windows import ToldFigure, Window
from corpus.figure import Kind, Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.wording.connectives import connectives
from corpus.lexicon.wording.paraphrases import says
from corpus.statements.list_heads import TextSpan

_RATE: Final = re.compile(r"([不未]?)([\u4e00-\u9fff]{2})(率|了)?(?:大?约|大概|差不多|[为是达到有])*\Z")
_NAMES_RATE: Final = "率"
_BORDER: Final = re.compile(r"[\d，,；;：:。、（(）)]")
_PAIR: Final = 2
_FORMER: Final = re.compile(
    "|".join(
        sorted(
            (one for one in connectives("former") if re.match("[去上].*[年期]", one)), key=len, reverse=True
        )
    )
)
_AGAINST: Final = re.compile(r"[比较](\d{4}年)的?([^\d，,；;。]{1,4})\Z")
_UP: Final = re.compile("|".join((*change_verbs("up"), *connectives("above"))))
_CURRENT: Final = re.compile("[今本][年期]")
_SINCE: Final = re.compile(r"[\d，,；;：:。]")


def is_rate_of_told(claim: Statement, terms: Sequence[Statement]) -> bool:
    """Whether a claimed share is told of what the smaller of two stated ``terms`` is told of (办结率约九成, 办结了约九成)."""
    if claim.figure.kind not in (Kind.PERCENT, Kind.RATIO):
        return False
    return _rate_before(claim.quote[: claim.figure.start - claim.start], terms) is not None


def borne_out_names(text: str, told: Sequence[ToldFigure], source: SourceSentences) -> Iterator[TextSpan]:
    """Yield where ``text`` names a rate or a time that its worked out figures bear out by the terms that they follow from."""
    reckoned = [(one.start, one.stated) for one in told if one.reckoned]
    yield from _rates(text, reckoned)
    yield from _former(text, reckoned)
    yield from _times(text, told, source)


def _level_before(terms: Sequence[Statement]) -> Decimal | None:
    """Return what there was before a stated change of a stated level, None where ``terms`` are no such two."""
    changed = [one for one in terms if way_before(one)]
    if len(terms) != _PAIR or len(changed) != 1:
        return None
    (now,) = (one for one in terms if one is not changed[0])
    if (now.report, now.start) != (changed[0].report, changed[0].start):
        return None
    by = changed[0].figure.value or Decimal()
    return (now.figure.value or Decimal()) + (by if way_before(changed[0]) == "down" else -by)


def is_former_of_told(claim: Statement, terms: Sequence[Statement]) -> bool:
    """Whether a figure is told as what there was before a stated change (去年同期是548件)."""
    lead = _SINCE.split(claim.quote[: claim.figure.start - claim.start])[-1]
    return bool(_FORMER.search(lead)) and _level_before(terms) == claim.figure.value


def _former(text: str, told: Iterable[tuple[int, Sequence[Statement]]]) -> Iterator[TextSpan]:
    """Yield where ``text`` names the time of a level that follows from a stated change, and the one that it is told against."""
    for place, terms in told:
        if _level_before(terms) is None:
            continue
        since = max((match.end() for match in _SINCE.finditer(text, 0, place)), default=0)
        found = _FORMER.search(text, since, place)
        if found is not None:
            yield found.span()
            yield from (match.span() for match in _CURRENT.finditer(text))


def _rates(text: str, told: Iterable[tuple[int, Sequence[Statement]]]) -> Iterator[TextSpan]:
    """Yield where ``text`` says 率 of a share that follows from stated terms; ``told`` are the shares' places with theirs."""
    for place, terms in told:
        found = _rate_before(text[:place], terms)
        if found is not None and found[3] == _NAMES_RATE:
            yield found.span(3)


def _times(text: str, told: Sequence[ToldFigure], source: SourceSentences) -> Iterator[TextSpan]:
    """Yield the time that a told difference is against (41.3万人次，比2022年多11.8万人次): that of the term not told itself."""
    for one in told:
        against = _AGAINST.search(text[: one.start]) if one.reckoned and len(one.stated) == _PAIR else None
        now = [
            t for t in one.stated if any(t in other.stated[:1] for other in told if other.end <= one.start)
        ]
        if against is None or len(now) != 1:
            continue
        (other,) = (t for t in one.stated if t is not now[0])
        sentence = source.of(other)
        rises = (now[0].figure.value or 0) > (other.figure.value or 0)
        if sentence is None or bool(_UP.search(against[2])) is not rises:
            continue
        if is_then(against[1], Window(sentence, (sentence.clause_with(other),), (other,)), ""):
            yield against.span(1)


def _rate_before(before: str, terms: Sequence[Statement]) -> re.Match[str] | None:
    found = _RATE.search(before)
    if found is None or len(terms) != _PAIR:
        return None
    part, whole = sorted(terms, key=lambda one: one.figure.value or 0)
    return found if _is_told_of(found, part) and not _is_told_of(found, whole) else None


def _is_told_of(rate: re.Match[str], term: Statement) -> bool:
    """Whether the words next to a term's figure say what the rate is of, denied as it is there."""
    start, end = term.figure.start - term.start, term.figure.end - term.start
    around = _BORDER.split(term.quote[:start])[-1] + "|" + _BORDER.split(term.quote[end:])[0]
    if not says(around, rate[2]):
        return False
    return bool(rate[1]) == bool(re.search(f"[不未没]{rate[2]}", around))
