"""Lists that are told apart by 分别: a sentence and its figures in, what each figure of such a list leaves out.

In 甲局、乙局分别整改问题31个、29个 the first figure is the first head's, the second the second's. Each is read as if
the others did not stand there: its ``Share`` says which stretches of the sentence speak of the others alone.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.lexicon.lead_ins import any_lead_in
from corpus.numerals import read_numeral
from corpus.statements.list_heads import JOINT, MARK, TextSpan, are_alike, list_heads

_CLAUSE_END = re.compile(r"[，,；;。！？!?：:\n\t]|\u3000{2,}")
_ONLY_COMPARES = re.compile(
    r"\s*(?:[同环]比|[比较与](?:上年|去年|前年|上月|上季度|\d{4}年)?(?:同期)?(?:相比)?)?\s*"
)
"""A clause before 分别 that has no heads: they stand in the one before (立案29件、处分18人，同比分别下降3%、2%)."""
_GAP = re.compile(r"(?:、|以及|[和与及])(?P<own>[^，,；;。！？!?、\n]{0,20})")
_NEXT = re.compile(r"(?:[，,]|(?=\D{1,6}[到至为成]$))(?P<own>[^，,；;。！？!?、：:\n]{0,20})")
_HEAD = re.compile(rf"(?:^|[，,；;、：:。\s])(?:{any_lead_in('part')})?(?P<own>[^，,；;、：:。\s]{{2,20}})$")
"""What stands right before a figure, since a mark."""
_AGAIN = re.compile(r"这?(?P<count>[两二三四五六七八九十]|\d{1,2})(?P<sort>[^\W\d]{1,4})")
"""A clause that speaks of the members of a list before it by their number (三个乡镇分别完成, 三年间比例分别为)."""
_MOST = 60
"""Figures of a list that are told apart."""
_LONGEST = 300
"""Characters before the mark that its heads are looked for in."""


@dataclass(frozen=True, slots=True)
class Share:
    """A figure's share of a list: ``start`` is where the list's clause begins, ``others`` what speaks of the others.

    ``head`` is the name of its own. All are offsets into the sentence; ``end`` is where the list's last figure ends.
    """

    start: int
    end: int
    others: tuple[TextSpan, ...]
    head: TextSpan


@dataclass(frozen=True, slots=True)
class _Value:
    """A figure of a list: where its own words begin, where it begins and ends."""

    lead: int
    start: int
    end: int


def read_shares(
    sentence: str, quantities: Sequence[TextSpan], names: Sequence[TextSpan] = ()
) -> dict[int, Share]:
    """Return the share of each figure that a 分别 tells apart, by where the figure begins.

    ``quantities`` are the sentence's figures but dates and the like, in order; ``names`` are its organisations and
    times, which are never cut. A list whose heads are not as many as its figures is left alone.
    """
    found: dict[int, Share] = {}
    starts = [start for start, _ in quantities]
    told: list[TextSpan] = []
    for mark in MARK.finditer(sentence):
        first = bisect_left(starts, mark.end())
        opening, closing = _opening(sentence, mark.start()), mark.start()
        if opening and _ONLY_COMPARES.fullmatch(sentence, opening, closing):
            opening, closing = _opening(sentence, opening - 1), opening - 1
        heads, aside = list[TextSpan](), list[TextSpan]()
        if closing < mark.start():  # both are read as one, without the mark and the heads' own figures
            aside = [(closing, closing + 1), *(one for one in quantities if opening <= one[0] < closing)]
        for values in _lists(sentence, mark.end(), quantities[first : first + _MOST]):
            heads = heads or list_heads(sentence, opening, closing, len(values), sorted(names))
            if not heads:
                before = quantities[bisect_left(starts, max(0, opening - _LONGEST)) : first]
                heads = (
                    _told_heads(sentence, closing, len(values), before)
                    if aside
                    else _heads_before(sentence, (opening, closing), len(values), before, sorted(names))
                    or (told if len(told) == len(values) else [])
                )
                start = closing + 1 if aside else opening
                opening, aside = _joined(sentence, heads, start) if heads else (opening, aside)
            if not heads or len(values) != len(heads):
                break
            found.update(_shares(opening, heads, values, mark.end(), aside))
            told = heads
    for values in _unmarked(sentence, quantities, found):
        opening, verb = _opening(sentence, values[0].start), values[0].start
        if heads := list_heads(sentence, opening, verb, len(values), sorted(names)):
            alike = are_alike([sentence[slice(*one)] for one in heads]) or set(heads) <= set(names)
            found.update(_shares(opening, heads, values, verb, ()) if alike else {})
    return found


def read_again(sentence: str, quantities: Sequence[TextSpan]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield where the figures begin that a 分别 tells of the members of a list before the sentence, in their order.

    The first of a pair is what follows upon their number (个乡镇, 年间比例): it says of which sort they are.
    """
    starts = [start for start, _ in quantities]
    for mark in MARK.finditer(sentence):
        told = _AGAIN.match(sentence, _opening(sentence, mark.start()), mark.start())
        count = read_numeral(told["count"]) if told else None
        if told is None or count is None:
            continue
        for values in _lists(sentence, mark.end(), quantities[bisect_left(starts, mark.end()) :]):
            if len(values) == count.value:
                yield told["sort"], tuple(one.start for one in values)


def _unmarked(
    sentence: str, quantities: Sequence[TextSpan], told: Mapping[int, Share]
) -> Iterator[list[_Value]]:
    """Yield figures that are joined by nothing but marks (甲村、乙村清退18人、11人) and are not ``told`` apart by a word."""
    run: list[_Value] = []
    for low, high in (*quantities, (len(sentence), len(sentence))):
        joined = (
            run
            and JOINT.fullmatch(sentence, run[-1].end, low)
            and sentence[high - 1 : high] == sentence[run[-1].end - 1]
        )
        if not joined:
            if len(run) > 1 and not MARK.search(sentence, _opening(sentence, run[0].start), run[0].start):
                yield run
            run = []
        if low not in told:
            run.append(_Value(low, low, high))


def _heads_before(
    sentence: str, clause: TextSpan, wanted: int, before: Sequence[TextSpan], names: Sequence[TextSpan]
) -> list[TextSpan]:
    """Return the heads of a list whose ``clause`` before 分别 has none: those of the list before it, or of a clause.

    2022年38件，2023年42件；完成率则分别为21%、28%, 甲队、乙队实行轮值，出勤分别为6次和9次.
    """
    opening = clause[0]
    told = [one for one in before if one[1] <= opening]
    counted = _counted_heads(sentence, told, wanted, names)
    if counted and (clause not in names or are_alike([sentence[slice(*one)] for one in counted])):
        return counted
    for low, high in _clauses_before(sentence, opening):
        if any(low <= start < high and not _counts(sentence[start:end], wanted) for start, end in before):
            break
        heads = list_heads(sentence, low, high, wanted, names)
        if heads and are_alike([sentence[slice(*one)] for one in heads]):
            return heads
    return []


def _counts(figure: str, wanted: int) -> bool:
    """Whether a figure says how many heads there are (三个年度)."""
    numeral = read_numeral(figure[:-1])
    return numeral is not None and numeral.value == wanted


def _told_heads(sentence: str, closing: int, wanted: int, before: Sequence[TextSpan]) -> list[TextSpan]:
    """Return what stands before the figure of each of the last clauses (接待游客38万人次，收入2亿元，同比分别增长5%、6%)."""
    heads: list[TextSpan] = []
    for start, end in reversed(before[-wanted:]):
        if end == closing:
            heads.insert(0, (_opening(sentence, start), start))
            closing = heads[0][0] - 1
    return heads if len(heads) == wanted else []


def _counted_heads(
    sentence: str, told: Sequence[TextSpan], wanted: int, names: Sequence[TextSpan]
) -> list[TextSpan]:
    """Return the heads of the last run of ``wanted`` figures that each have one (征地类396件、改制类271件；化解的依次是…)."""
    runs: list[list[TextSpan]] = [[]]
    last, unit = -1, ""
    for start, end in told:
        head = _HEAD.search(sentence, max(last, 0), start)
        joined = head is not None and head.start("own") - last == 1 and sentence[last] in "、，,"
        if not joined or sentence[end - 1] != unit:
            runs.append([])
        if head:
            low, high = head.span("own")
            runs[-1].append(
                (low, next((stop for first, stop in names if first == low and stop <= high), high))
            )
        last, unit = end, sentence[end - 1]
    return next((run for run in reversed(runs) if len(run) == wanted > 1), [])


def _clauses_before(sentence: str, opening: int) -> Iterator[TextSpan]:
    """Yield the clauses before the one that begins at ``opening``, back to the last semicolon, the nearest first."""
    high = opening - 1
    while high > 0 and sentence[high] in "，,":
        low = _opening(sentence, high)
        yield low, high
        high = low - 1


def _joined(sentence: str, heads: Sequence[TextSpan], opening: int) -> tuple[int, list[TextSpan]]:
    """Return where a list begins whose heads stand in an earlier clause, and what between both is nobody's."""
    marks = [match.span() for match in _CLAUSE_END.finditer(sentence, heads[-1][1], opening)]
    first = marks[0][0] if marks else heads[-1][1]
    return heads[0][0], [(heads[-1][1], first), *marks] if heads[-1][1] < first else marks


def without(text: str, spans: Sequence[TextSpan], start: int = 0) -> str:
    """Return ``text``, which begins at ``start``, with spaces for ``spans``, its length kept."""
    kept = list(text)
    for first, last in spans:
        low, high = max(first - start, 0), min(last - start, len(kept))
        kept[low:high] = " " * (high - low)
    return "".join(kept)


def _opening(sentence: str, mark: int) -> int:
    low = max(0, mark - _LONGEST)
    ends = [match.end() for match in _CLAUSE_END.finditer(sentence, low, mark)]
    return ends[-1] if ends else low


def _lists(sentence: str, start: int, quantities: Sequence[TextSpan]) -> Iterator[list[_Value]]:
    """Yield the figures that follow ``start``, those of one list together: 受理投诉12件、31件，办结10件、30件."""
    values: list[_Value] = []
    for low, high in quantities:
        if not values:
            if _CLAUSE_END.search(sentence, start, low - 1):
                return
            values.append(_Value(start, low, high))
            continue
        gap = _GAP.fullmatch(sentence, values[-1].end, low)
        if gap is None:
            yield values
            gap = _NEXT.fullmatch(sentence, values[-1].end, low)  # or 降至, before the levels reached
            if gap is None:
                return
            values = []
        values.append(_Value(gap.start("own"), low, high))
    if values:
        yield values


def _shares(
    opening: int,
    heads: Sequence[TextSpan],
    values: Sequence[_Value],
    mark: int,
    aside: Sequence[TextSpan],
) -> dict[int, Share]:
    """Return the shares of one list; ``mark`` is where its 分别 ends, ``aside`` is nobody's."""
    found: dict[int, Share] = {}
    end = values[-1].end
    for place, value in enumerate(values):
        others = [*_around((heads[0][0], heads[-1][1]), heads[place]), *aside]
        if values[0].lead > mark:  # the lists before this one
            others.append((mark, values[0].lead))
        if place and value.lead < value.start:
            others.append((values[0].lead, values[0].start))
        others += _around((values[0].start, end), (max(value.lead, values[0].start), value.end))
        found[value.start] = Share(opening, end, tuple(others), heads[place])
    return found


def _around(whole: TextSpan, own: TextSpan) -> list[TextSpan]:
    return [(low, high) for low, high in ((whole[0], own[0]), (own[1], whole[1])) if low < high]
