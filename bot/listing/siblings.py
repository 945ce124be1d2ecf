"""Figures that say the same of several: a report and its statements in, sets of ``Siblings`` out.

The cells of a table's column, the parts of a list (甲村218.6万元、乙村97.3万元), the same deed of neighbouring clauses, lines or
sections (一标段核减28万元，二标段核减46万元): whoever asks for all of them, for their sum, for the most or the least, or for that of
one, asks of one such set.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from bot.listing.layout_lists import titles_above
from bot.listing.segments import LED, MemberSegment, opening_name, segments
from bot.question.member_names import NUMBERED
from corpus.figure import Figure, Statement
from corpus.grids import Grid, find_grids, without_note
from corpus.organisations.mentions import find_organisations
from corpus.quantities.units import interchangeable
from corpus.report import Report
from corpus.statements.cells import TOTAL_ROWS
from corpus.statements.distribution import read_shares
from corpus.statements.list_heads import MARK
from corpus.statements.metrics import content_words, is_scope
from corpus.words import segmenter

_DAY: Final = r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
_WHEN: Final = rf"{_DAY}(?<=[年月日])(?:[至到—–\-－~～]+{_DAY})?"
_GAP: Final = re.compile(
    rf"[）)]?(?:的)?(?P<mark>[、，,；;]|[和及])(?:以及|及)?(?P<label>(?:其余|其他|另外?)\d+[一-鿿]{{1,8}}|{_WHEN}|[^\d，,。；;：:、（()）\n]{{1,20}})[（(]?"
)
_LEAD: Final = re.compile(
    r".*(?:其中|当中|包括|分别[是为有]?|依次[是为]?|[多少高低大小]的[是为有]?|中|里|[，,：:（(])\s*"
)
_BREAKS: Final = "。；;：:，,、（(\n！？!?"
_BREAK: Final = re.compile(f"[{_BREAKS}]")
_SENTENCE: Final = re.compile("[。；！？]")
_SENTENCE_ENDS: Final = "。！？!?\n"
_DROPPED: Final = re.compile(
    r"^[，,、\s]+|(?:已经?|共计?|累计|合计|了|的|为|达到?|有|是|也|约)+(?=[一-鿿]|$)|[（(：:。\s\u3000]"
)
_NUMBERING: Final = re.compile(r"^\s*(?:[（(]?\d{1,2}[)）.．、]|[一二三四五六七八九十]、)\s*")
DIVIDED: Final = re.compile("(?:从|按|分|就)[^，：:]{1,8}(?:来?看|来?分|统计|划分)|其中")
"""What only says how a list is divided (按村分, 从地区看), and not what it counts."""
_GENERAL: Final = re.compile("(?<=[一-鿿]{2})(?:问题|情况|数量|金额|总数|数)$")
_REST: Final = re.compile(r"^(?:其余|其他|另外?\d)")
_VERB: Final = ("v", "vd", "vi", "vn")
_figure_start = attrgetter("figure.start")


@dataclass(frozen=True, slots=True)
class SetMember:
    """One of a set: its ``name`` as the report gives it, and its figure."""

    name: str
    statement: Statement

    @property
    def is_rest(self) -> bool:
        """Whether it stands for all that are not named (其余18个村)."""
        return bool(_REST.match(self.name))


@dataclass(frozen=True, slots=True)
class Siblings:
    """The same of several: ``told`` are the words of what they count, ``above`` what stands over them.

    ``noun`` is what a table calls them, "" elsewhere; ``close`` says that one sentence or table states them all.
    """

    members: tuple[SetMember, ...]
    told: str
    above: str
    noun: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the members, in order."""
        return tuple(one.name for one in self.members)


def siblings_of(report: Report, statements: Sequence[Statement]) -> tuple[Siblings, ...]:
    """Return the sets of figures of ``report`` that say the same of several; ``statements`` are the report's, in order."""
    stated = [one for one in statements if _states(one, report.text)]
    grids = find_grids(report.text)
    outside = [one for one in stated if not any(grid.start <= one.figure.start < grid.end for grid in grids)]
    by_start = {one.figure.start: one for one in stated}
    found = [one for grid in grids for one in _of_table(report, grid, by_start)]
    found += _listed(report, outside)
    found += _told_apart(report, outside)
    for row in segments(report):
        found += _parallel(report, row, outside)
    known = {tuple(member.statement.figure.start for member in one.members): one for one in reversed(found)}
    return tuple(reversed(known.values()))


def _states(one: Statement, text: str) -> bool:
    """Whether a statement says how much; 三标段 of 三标段38.6公里 is a name that only looks like a count."""
    figure = one.figure
    named = NUMBERED.fullmatch(figure.raw) and text[figure.end : figure.end + 1].isdigit()
    return figure.value is not None and not is_scope(figure) and not named


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures measure in the same, and both are levels or both are changes."""
    return one.kind is other.kind and one.change == other.change and interchangeable(one.unit, other.unit)


def _made(members: Sequence[SetMember], told: str, above: str, noun: str = "") -> Iterator[Siblings]:
    """Yield the set that ``members`` make, none where they are not several."""
    first: dict[str, SetMember] = {}
    for one in members:
        first.setdefault(one.name, one)
    if len(first) > 1:
        yield Siblings(tuple(first.values()), told, above, noun)


def _of_table(report: Report, grid: Grid, by_start: dict[int, Statement]) -> Iterator[Siblings]:
    """Yield the columns of a table, and its rows where their cells measure in the same; sums are left out."""
    above = f"{grid.caption} {_over(report, grid.start)}"
    columns: dict[int, list[SetMember]] = {}
    for place, labels in enumerate(grid.row_labels):
        if not labels or any(label in TOTAL_ROWS for label in labels):
            continue
        row: list[SetMember] = []
        for column, cell in grid.values(place):
            inside = (by_start[at] for at in range(cell.start, cell.end) if at in by_start)
            if one := next(inside, None):
                columns.setdefault(column, []).append(SetMember(without_note(labels[-1]), one))
                row.append(SetMember("".join(map(without_note, grid.heads(column))), one))
        if row and all(alike(row[0].statement.figure, one.statement.figure) for one in row):
            yield from _made(row, "".join(labels), above)
    noun = "".join(head for column in grid.labels for head in grid.heads(column))
    for column, members in columns.items():
        heads = "".join(grid.heads(column))
        yield from _made(members, f"{heads} {members[0].statement.figure.metric}", above, noun)


def _over(report: Report, place: int) -> str:
    return f"{titles_above(report, place)} {report.title}".lstrip()


def _listed(report: Report, stated: Sequence[Statement]) -> Iterator[Siblings]:
    """Yield the lists whose parts each have a figure of their own: 小学84所、初中29所, 柳泉镇（96.3%）、白马镇（93.8%）."""
    text = report.text
    place = 0
    while place < len(stated):
        run = [stated[place]]
        labels = [""]
        after = place + 1
        while after < len(stated):
            last, one = run[-1].figure, stated[after].figure
            label = _next_label(text, last, one)
            step = 1
            if (not label or not alike(last, one)) and after + 1 < len(stated):
                one, step = stated[after + 1].figure, 2  # 其余18个村378.8万元
                label = _next_label(text, last, one) if _REST.match(text[last.end + 1 : one.start]) else ""
            if not label or not alike(last, one):
                break
            run.append(stated[after + step - 1])
            labels.append(label)
            after += step
        if len(run) > 1:
            yield from _list(report, run, labels)
        place = max(after if len(run) > 1 else 0, place + 1)


def _next_label(text: str, last: Figure, one: Figure) -> str:
    gap = _GAP.fullmatch(text, last.end, one.start) if one.start > last.end else None
    if gap is None:
        return ""
    label = gap["label"].strip()
    return label if gap["mark"] not in "，," or opening_name(label) else ""


def _list(report: Report, run: Sequence[Statement], labels: list[str]) -> Iterator[Siblings]:
    text = report.text
    first = run[0].figure.start
    opening = max(text.rfind(mark, 0, first) for mark in _SENTENCE_ENDS) + 1
    lead = text[opening:first].rstrip("，,：: ")
    cut = max(lead.rfind(mark) for mark in _BREAKS if mark not in "（(")
    own = lead[cut + 1 :].rstrip("（(")
    if own_lead := _LEAD.match(own):
        own = own[own_lead.end() :] or own
    if (led := LED.match(own)) and opening_name(own[led.end() :]):
        own = own[led.end() :]
    shared = _shared_end([own, *labels[1:]])
    opened = [opening_name(label) for label in (own, *labels[1:])]
    names = opened[1:] if all(opened) else [_named(label, shared) for label in labels[1:]]
    size = max(map(len, names))
    name = opened[0] if all(opened) else _named(own, shared)
    if len(name) > size + 1:
        name = _last_words(name, names[0])
    before = text[text.rfind("\n", 0, first) + 1 : opening]
    leading = lead[: max(0, len(lead) - len(own))]
    if not content_words(
        DIVIDED.sub("", f"{leading}{own.removeprefix(name)}")
    ):  # 其中甲村…: of what stands before
        leading = f"{_SENTENCE.split(before.rstrip('。'))[-1] or _over(report, first)} {leading}"
    told = f"{leading} {own.removeprefix(name)} {run[0].figure.metric}"
    members = [SetMember(one, told_by) for one, told_by in zip([name, *names], run, strict=True) if one]
    yield from _made(members, told, f"{before[-60:]} {_over(report, first)}")


def _told_apart(report: Report, stated: Sequence[Statement]) -> Iterator[Siblings]:
    """Yield the lists whose figures a 分别 tells apart: 甲村、乙村白条入账分别为3.15万元、1.82万元."""
    sentences: dict[int, list[Statement]] = {}
    for one in stated:
        if MARK.search(one.quote):
            sentences.setdefault(one.start, []).append(one)
    for start, inside in sentences.items():
        quote = inside[0].quote
        quantities = [(one.figure.start - start, one.figure.end - start) for one in inside]
        names = [(one.start, one.end) for one in find_organisations(quote)]
        sets: dict[int, list[SetMember]] = {}
        for at, share in read_shares(quote, quantities, names).items():
            one = next(each for each in inside if each.figure.start - start == at)
            name = _NUMBERING.sub("", quote[slice(*share.head)])
            place = sum(other.name == name for row in sets.values() for other in row)
            sets.setdefault(place, []).append(SetMember(name, one))
        for members in sets.values():
            told = f"{quote[: members[-1].statement.figure.end - start]} {members[0].statement.figure.metric}"
            yield from _made(members, told, _over(report, start))


def _shared_end(labels: Sequence[str]) -> str:
    """Return what all labels end in after their names: the deed that they share (核减资金)."""
    shared = labels[0]
    for label in labels[1:]:
        while shared and not label.endswith(shared):
            shared = shared[1:]
    return shared


def _named(label: str, shared: str) -> str:
    """Return the name that a label begins with: all of it but the deed that it shares with the others."""
    if not any(len(word) > 1 and tag in _VERB for word, tag in segmenter().tag(shared)):
        return label
    if name := opening_name(label):
        return name
    words = segmenter().tag(label)
    place = 0
    for at, (word, tag) in enumerate(words):
        if at and place + len(shared) >= len(label) and tag in _VERB:
            break
        place += len(word)
    return label[:place]


def _last_words(text: str, like: str) -> str:
    """Return the words at the end of ``text`` that make a name about as long as ``like``."""
    if numbered := list(NUMBERED.finditer(text)):
        return numbered[-1]["number"] + text[numbered[-1].end("number") :]
    words = [word for word, _ in segmenter().tag(text)]
    name = words.pop()
    while words and len(name) + len(words[-1]) <= max(len(like), 2):
        name = words.pop() + name
    return name


def _parallel(
    report: Report, row: Sequence[MemberSegment], stated: Sequence[Statement]
) -> Iterator[Siblings]:
    """Yield, for each deed that two and more segments of a row tell, their figures of it."""
    text = report.text
    sets: dict[str, list[SetMember]] = {}
    told: dict[str, str] = {}
    for segment in row:
        low, high = (bisect_left(stated, at, key=_figure_start) for at in (segment.after, segment.end))
        for one in stated[low:high]:
            key = _deed(text, segment, one)
            if len(key) > 1:
                key = next((known for known in sets if known.startswith(key)), key)
            told.setdefault(key, text[segment.after : one.figure.start][-24:])
            known = next((each for each in sets.get(key, ()) if each.name == segment.name), None)
            if known is None:
                sets.setdefault(key, []).append(SetMember(segment.name, one))
    opening = max(text.rfind(mark, 0, row[0].start) for mark in _SENTENCE_ENDS) + 1
    above = f"{text[max(0, opening - 60) : row[0].start]} {_over(report, row[0].start)}"
    for key, members in sets.items():
        first = members[0].statement.figure
        same = [one for one in members if alike(first, one.statement.figure)]
        yield from _made(same, f"{key} {first.metric}", f"{told[key]} {above}")


def _deed(text: str, segment: MemberSegment, one: Statement) -> str:
    """Return what a segment says right before a figure, in its bare words."""
    said = _BREAK.split(text[segment.after : one.figure.start])[-1]
    return _GENERAL.sub("", _DROPPED.sub("", said))
