"""Which of a row of batches, rounds, terms or numbered parts a text speaks of: text in, spans of numbers out (第1—11批).

Whether a statement is of the round and the term that a question names is told as a factor between 0 and 1. What counts
the same at several times is such a row as well: of the time asked for one is meant, and where none is asked for the last.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.question.content_words import is_action, is_said, names_thing, normal
from bot.question.member_names import NUMBERED
from bot.question.question import Question, Shape, Sought
from bot.ranking.weight_table import held_factors
from corpus.figure import Statement
from corpus.lexicon.lead_ins import lead_ins
from corpus.lexicon.relations import relations_in
from corpus.numerals import in_chinese, read_numeral
from corpus.statements.metrics import content_words
from corpus.times.periods import parse_period
from corpus.times.rounds import rounds_in

_NUMERAL: Final = "[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}"
_NUMBER: Final = re.compile(r"\d+|第[一二三四五六七八九十百]+")
_SERIES: Final = re.compile(
    rf"(?P<lead>第|前)?(?<![\d一二三四五六七八九十])(?P<low>{_NUMERAL})(?:[批轮]?[—–\-－~～至到]第?(?P<high>{_NUMERAL}))?(?P<of>批|轮)(?!次)"
)

_NO_PART: Final = frozenset("批次 批 轮 期 季度 阶段".split())
"""Numbered things that are no parts: they follow each other in time."""

_TIMED: Final = 0.9
"""How surely what is told of a time fits it: what fits less is of another, where something of the same fits so."""
_OF_ANY_YEAR: Final = re.compile(r"\d{1,2}月份?|第?[一二三四]季度|[上下]半年")
_OTHER_LEVEL: Final = frozenset({"earlier", "yearly"})
_EACH: Final = re.compile("[各每历哪别]")
_CARRIED: Final = 120
"""Characters behind a figure in which a sentence of another time says less of what it counts (去年同期查处的是15起)."""
_MORE: Final = ("own", "sentence", "held", "head", "action", "deed", "rarest")
_LESS: Final = ("absent", "extra", "outdone")

_SEVERAL: Final = re.compile("(?<![第前一二三四五六七八九十])[两二三四五六七八九十]轮巡[视察]")
"""Rounds counted together, of which a figure is of no single one: 四轮巡视共反馈."""
_TERM: Final = re.compile("(?<![上下每本历])([一二三四五六七八九十]+)届")

_PIECE: Final = re.compile(r"[，,、；;：:（(\d]")
_OF_WHICH: Final = re.compile("|".join(lead_ins("part")))
_LIST_END: Final = re.compile(r"[；;。]|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class SeriesFactors:
    """How surely a statement is of the round or the term that a question names: the table ``held.series``."""

    unsaid: float


_FIT: Final = held_factors("series", SeriesFactors)

Marked = tuple[Statement, dict[str, float]]
"""A statement with its signals."""

Stretch = tuple[str, int, int]
"""What is counted, and the first and the last number."""


def series_in(text: str) -> Iterator[Stretch]:
    """Yield the batches and rounds that ``text`` names by number, in order, then its parts; a bare count (六轮) is none."""
    for match in _SERIES.finditer(text):
        low, high = _value(match["low"]), _value(match["high"] or match["low"])
        if match["lead"] == "前":
            yield match["of"], 1, high
        elif match["lead"] or match["high"]:
            yield match["of"], low, high
    for match in NUMBERED.finditer(text):
        if match["of"] not in _NO_PART:
            value = _value(match["number"].removeprefix("第"))
            yield match["of"], value, value


def is_other_of_series(asked: str, told: str) -> bool:
    """Whether ``asked`` names one of a row and the last that ``told`` names of that row is another.

    A list of several (第三、第四和第五轮) is of each of them.
    """
    wanted = set(series_in(asked))
    said = list(series_in(told))
    for of in {span[0] for span in wanted}:
        named = [span for span in said if span[0] == of]
        if named and named[-1] not in wanted and not _listed(told, wanted, of):
            return True
    return False


def _listed(told: str, wanted: set[Stretch], of: str) -> bool:
    """Whether ``told`` lists one of ``wanted`` before the row's own word: 第三、第四和第五轮."""
    listed = re.findall(rf"第({_NUMERAL})(?=[、和与及])", told)
    return any((of, number, number) in wanted for number in map(_value, listed))


def _value(numeral: str) -> int:
    read = read_numeral(numeral)
    return int(read.value) if read is not None else 0


def _marks_in(text: str) -> tuple[set[str], set[str]]:
    """Return the rounds and the terms that ``text`` names, each by its number (八, 七)."""
    return {in_chinese(number) for number in rounds_in(text)}, set(_TERM.findall(text))


def _asked_marks(question: Question) -> tuple[set[str], set[str]]:
    return set(question.rounds), set(_TERM.findall(question.text))


def marks_fit(question: Question, statement: Statement) -> float:
    """Return whether the statement is of the round and the term that the question names (第八轮, 七届)."""
    asked = _asked_marks(question)
    if not any(asked):
        return 1.0
    own = _marks_in(statement.figure.org + statement.figure.period)
    before = statement.quote[: statement.figure.start - statement.start]
    said = {in_chinese(number) for number in rounds_in(before)[-1:]}
    own = (own[0] or said, own[1])
    if asked[0] and not own[0] and _SEVERAL.search(before):
        return 0.0
    above = _marks_in(statement.title + statement.section)
    fit = 1.0
    for wanted, nearest, further in zip(asked, own, above, strict=True):
        stated = nearest or further
        if wanted and stated and not wanted & stated:
            return 0.0
        if wanted and not stated:
            fit *= _FIT.unsaid
    return fit


def marks_agree(question: Question, text: str) -> float:
    """Return 0 where ``text`` names rounds or terms and none is one that the question names, else 1."""
    for wanted, named in zip(_asked_marks(question), _marks_in(text), strict=True):
        if wanted and named and not wanted & named:
            return 0.0
    return 1.0


def with_other_parts(told: Sequence[Marked], question: Question, sought: Sought) -> Iterator[Marked]:
    """Yield statements with whether what is asked is the part that their sentence tells of them, or of which it tells others.

    共追回41.2万元，其中物业公司25.7万元、园林公司15.5万元: who says 物业 means the second alone.
    """
    counted = "".join((*sought.words, *sought.context))
    asked = question.wording if len(question.sought) == 1 else counted
    statements = [one for one, _ in told]
    places = [_list_of(one) for one in statements]
    lists: dict[tuple[str, int, int], list[Statement]] = {}
    for one, place in zip(statements, places, strict=True):
        if place >= 0:
            lists.setdefault((one.report, one.start, place), []).append(one)
    meant: dict[tuple[str, int], tuple[Statement, Statement, int]] = {}
    for (report, start, place), parts in lists.items():
        whole = _whole_of(parts[0], place, statements)
        if whole and (named := _named_part(parts, whole, asked, counted)):
            meant[report, start] = named, whole, place
    for (one, signals), place in zip(told, places, strict=True):
        part, whole, beside = meant.get((one.report, one.start), (one, one, -1))
        first = whole.figure.start
        same = one.figure.unit == part.figure.unit and one.figure.start >= first
        listed = one.figure.start == first or place == beside
        own = one.figure.org == part.figure.org != whole.figure.org  # 大埝村任务86户、已改54户
        other = one is not part and same and listed and not own
        yield one, signals | ({"other_part": 1.0} if other else {})


def with_other_times(told: Sequence[Marked]) -> Iterator[Marked]:
    """Yield statements with whether another counts the same of the same for just the time asked for, and they not.

    What such another leaves out of what it counts is said before it: 查处有偿补课26起。去年同期查处的是15起.
    """
    timely = [(one, signals["period"]) for one, signals in told if signals["period"] >= _TIMED]
    before: dict[Statement, Mapping[str, float]] = {}
    outdone: set[Statement] = set()
    for one, signals in told:
        for other, fit in timely:
            less = 0 < signals["period"] < fit
            if not less or (other.report, other.figure.org) != (one.report, one.figure.org):
                continue
            if other.figure.metric == one.figure.metric:
                outdone.add(one)
            elif _leaves_out(other, one):
                outdone.add(one)
                before[other] = signals
    for one, signals in told:
        said = carried(signals, [before[one]], _MORE, _LESS) if one in before else {}
        yield one, signals | said | ({"other_time": 1.0} if one in outdone else {})


def _leaves_out(short: Statement, full: Statement) -> bool:
    """Whether a statement follows another of its unit, and says less of what it counts, and nothing else."""
    near = 0 < short.figure.start - full.figure.end <= _CARRIED
    words = set(content_words(short.figure.metric))
    return (
        near
        and bool(words)
        and short.figure.unit == full.figure.unit
        and all(_says(full.figure.metric, word) for word in words)
    )


def carried(
    own: Mapping[str, float], others: Sequence[Mapping[str, float]], more: Sequence[str], less: Sequence[str]
) -> dict[str, float]:
    """Return the signals of the words of a statement, with what is said of it where others are told.

    Of the signals ``more`` it has the greatest, of ``less`` the least of its own and those of ``others``.
    """
    raised = {name: max([own[name], *(one[name] for one in others)]) for name in more if name in own}
    lowered = {
        name: min([own[name], *(one[name] for one in others if name in one)]) for name in less if name in own
    }
    return raised | lowered


def with_bygone_levels(told: Sequence[Marked], question: Question) -> Iterator[Marked]:
    """Yield statements with whether another counts the same of the same at a later time, where no year is asked for.

    2022年末为342.8亿元，2023年8月末为319.5亿元: how much it is means the last.
    """
    asks = question.shape is Shape.FIGURE and not _EACH.search(question.wording)
    open_ = all(map(_OF_ANY_YEAR.fullmatch, question.periods)) and not question.rounds
    present = asks and open_ and not _OTHER_LEVEL.intersection(relations_in(question.text))
    last: dict[tuple[str, ...], date] = {}
    for one, signals in told:
        if present and not signals["planned"] and (day := _last_day(one)):
            key = _same(one)
            last[key] = max(day, last.get(key, day))
    for one, signals in told:
        day = _last_day(one) if present else None
        yield one, signals | {"bygone": float(day is not None and day < last.get(_same(one), day))}


def _same(one: Statement) -> tuple[str, ...]:
    figure = one.figure
    return one.report, figure.org, figure.metric, figure.unit, figure.change, figure.kind


def _last_day(one: Statement) -> date | None:
    """Return the last day of what a figure is told of; of one without a time the day on which its report was published."""
    if one.figure.period:
        return parse_period(one.figure.period).last
    return date.fromisoformat(one.published) if one.published else None


def _list_of(one: Statement) -> int:
    """Return where the list of parts begins (其中) in which a figure stands, -1 where it stands in none."""
    before = one.quote[: one.figure.start - one.start]
    place = max((match.start() for match in _OF_WHICH.finditer(before)), default=-1)
    return -1 if _LIST_END.search(before, max(place, 0)) else place


def _whole_of(part: Statement, place: int, told: Sequence[Statement]) -> Statement | None:
    """Return the figure right before a list of parts, in their unit."""
    before = [
        one
        for one in told
        if (one.report, one.start) == (part.report, part.start)
        and one.figure.end - one.start <= place
        and one.figure.unit == part.figure.unit
    ]
    return max(before, key=lambda one: one.figure.start, default=None)


def _named_part(parts: Sequence[Statement], whole: Statement, asked: str, counted: str) -> Statement | None:
    """Return the one part of which ``asked`` says what tells it from the others, or a single one from the whole.

    Who says all that is told of the whole, the part's own words among it, means the whole: 制定修订制度36项，其中修订22项.
    """
    of_whole = set(content_words(whole.figure.metric))
    says_whole = all(_says(counted, word) for word in of_whole)
    labels = {
        one: set(
            content_words(_OF_WHICH.split(_PIECE.split(one.quote[: one.figure.start - one.start])[-1])[-1])
        )
        for one in parts
    }
    named = []
    for one, words in labels.items():
        others = set().union(*(labels[other] for other in parts if other is not one))
        if says_whole and words <= of_whole:
            continue
        marks = words - (others if len(parts) > 1 else of_whole)
        text = asked if len(parts) > 1 else counted
        thing = any(names_thing(word) and not is_action(normal(word)) for word in marks)
        if (thing or (marks and len(parts) > 1)) and all(_says(text, word) for word in marks):
            named.append(one)
    return named[0] if len(named) == 1 else None


def _says(text: str, word: str) -> bool:
    return word in text or is_said(normal(word), text)


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers and ordinals of ``text``, half width: 12, 第七."""
    return frozenset(_NUMBER.findall(unicodedata.normalize("NFKC", text)))
