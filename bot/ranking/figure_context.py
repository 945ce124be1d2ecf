"""The words about each figure of a sentence: statements in, what stands around each of them out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from bot.question.content_words import variants
from checker.alignment.wording import Surroundings, surroundings
from corpus.figure import Kind, Statement
from corpus.quantities.units import interchangeable
from corpus.statements.metrics import is_scope

_CELLS: Final = re.compile(r"\S\s{2,}\S|[\t|│┃║]")
_CLAUSE_END: Final = re.compile("[，,；;。！？!?：:\n]|、(?=一[次个名项])")

_ASIDE: Final = re.compile(r"[（(][^（）()]*[）)]")
_STEP: Final = re.compile("[，；,;、]")
_HALF_SURE: Final = 12
"""Characters from a word at which a figure is half as sure to be that word's."""

_REPORTED: Final = re.compile(
    r"\s*(?:晚间|上午|下午)?(?:[电讯]|报道|消息|表示|回应|接受|透露|称|[ T]?\d{1,2}:\d{2}|\s*来源|，?正文)|.{0,3}\s\.\.\."
)
_MASTHEAD: Final = re.compile(r"(?:发布时间|发布日期|发表时间|日期|时间)[:：]\s*$|截至$|截止$")


@dataclass(frozen=True, slots=True)
class Around:
    """The words about one figure of a sentence: after the figure before it, and up to the one after it.

    ``cut`` says that the words after it run on to the next figure, and may be that one's; ``later`` is what
    the figures after it count, ``row`` what all figures of the sentence count. ``shared`` says that another figure
    of the sentence is counted in the same unit (27个问题已完成整改24个), ``handed_on`` that the very next one is, with no
    break before it: what was done there (完成整改) was done to that many.
    """

    before: str
    after: str
    cut: bool
    later: str = ""
    row: str = ""
    shared: bool = False
    handed_on: bool = False


def words_around(statements: Sequence[Statement]) -> list[Around]:
    """Return the words about the figure of each of ``statements``, which hold all of each sentence, in order."""
    around: list[Around] = []
    row = ""
    for place, one in enumerate(statements):
        follows = place > 0 and _same_sentence(statements[place - 1], one)
        leads = place + 1 < len(statements) and _same_sentence(statements[place + 1], one)
        later = _later_metrics(statements, place) if leads else ""
        if not follows:
            row = f"{one.figure.metric}|{later}"
        start, end = one.figure.start - one.start, one.figure.end - one.start
        low = statements[place - 1].figure.end - one.start if follows else 0
        high = statements[place + 1].figure.start - one.start if leads else len(one.quote)
        before = _CLAUSE_END.split(one.quote[low:start])[-1]
        after = one.quote[end:] if one.figure.kind is Kind.DATE else _CLAUSE_END.split(one.quote[end:high])[0]
        cut = end + len(after) == high < len(one.quote)
        shared = (follows or leads) and _shares_unit(statements, place)
        handed_on = cut and leads and _in_one_unit(one, statements[place + 1])
        around.append(Around(before, after, cut, later, row, shared, handed_on))
    return around


_Told = tuple[tuple[Around, Surroundings], ...]


class SentenceReader:
    """Reads what stands around the figures of sentences, each once; whoever keeps the statements keeps it."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], tuple[Sequence[Statement], str, _Told]] = {}

    def of(self, sentence: Sequence[Statement], before: str) -> _Told:
        """Return what stands around each figure of a sentence; ``before`` is what stands before that.

        ``sentence`` are those of its statements that are looked at, in order: of others it is read anew.
        """
        key = (sentence[0].report, sentence[0].start)
        known = self._known.get(key)
        if known is None or known[0] != sentence or known[1] != before:
            told = zip(words_around(sentence), surroundings(sentence, before), strict=True)
            known = self._known[key] = (sentence, before, tuple(told))
        return known[2]

    def forget(self, statements: Iterable[Statement]) -> None:
        """Let go of the sentences of ``statements``, which are kept no longer."""
        for one in statements:
            self._known.pop((one.report, one.start), None)


def is_row(statement: Statement) -> bool:
    """Whether a figure stands in a row of a table."""
    return bool(_CELLS.search(statement.quote))


def is_dateline(statement: Statement) -> bool:
    """Whether a date says when it was reported (12日电, 8月2日表示, a masthead), not when it happened."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    quote = statement.quote
    return bool(_REPORTED.match(quote[end : end + 6]) or _MASTHEAD.search(quote[max(0, start - 8) : start]))


def _later_metrics(statements: Sequence[Statement], place: int) -> str:
    """Return what the figures after one count in its sentence, beyond what it counts itself."""
    one = statements[place]
    rest = takewhile(lambda other: _same_sentence(one, other), statements[place + 1 :])
    return "|".join(
        other.figure.metric
        for other in rest
        if not is_scope(other.figure) and other.figure.metric != one.figure.metric
    )


def _shares_unit(statements: Sequence[Statement], place: int) -> bool:
    """Whether another figure of a sentence is counted in the unit of the one at ``place``."""
    one = statements[place]
    same = takewhile(lambda other: _same_sentence(one, other), statements[place + 1 :])
    before = takewhile(lambda other: _same_sentence(one, other), reversed(statements[:place]))
    return any(_in_one_unit(one, other) for other in (*before, *same))


def _in_one_unit(one: Statement, other: Statement) -> bool:
    return interchangeable(one.figure.unit, other.figure.unit)


def _same_sentence(one: Statement, other: Statement) -> bool:
    return one.report == other.report and one.start == other.start


def nearness_of(weights: Sequence[tuple[str, float]], statement: Statement) -> float:
    """Return how near the words stand to a figure, 0 to 1, by weight."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    total = near = 0.0
    for word, weight in weights:
        total += weight
        distances = [_distance(statement.quote, form, start, end) for form in variants(word)]
        closest = min((one for one in distances if one is not None), default=None)
        near += weight * (_HALF_SURE / (_HALF_SURE + closest) if closest is not None else 0.0)
    return near / total if total else 0.5


def _distance(quote: str, word: str, start: int, end: int) -> int | None:
    """Return the characters between a word and a figure, a break of clause counted as ``_HALF_SURE``; None without it."""
    closest: int | None = None
    place = quote.find(word)
    while place >= 0:
        between = quote[place + len(word) : start] if place < start else quote[end:place]
        steps = len(between) + _HALF_SURE * len(_STEP.findall(between))
        closest = steps if closest is None else min(closest, steps)
        place = quote.find(word, place + 1)
    return closest


def outside_brackets(statement: Statement) -> str:
    """Return the sentence of a figure without the brackets that it does not stand in: 解决率85.3%（一季度82.6%）."""
    at = statement.figure.start - statement.start
    return _ASIDE.sub(lambda one: one[0] if one.start() <= at < one.end() else "", statement.quote)
