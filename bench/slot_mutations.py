"""Changes of a true sentence or table by which its figures stay, and mean another thing: a change each function.

Each returns None where a sentence or table lends itself to no such change. What it returns is wrong whatever the rest
of the report says, or so nearly always that chance does not matter.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from bench.figure_mutations import Mutate, Mutation, spliced
from corpus.figure import Figure, Kind
from corpus.grids import Grid, find_grids
from corpus.lexicon.change_verbs import change_verbs
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.statements.metrics import is_scope
from corpus.table_rows import GridCell

ChangeTable = Callable[[Grid, random.Random], tuple[GridCell, GridCell] | None]
"""A table in, two of its cells out: the first is to hold what the second holds."""

_MEMBER: Final = re.compile(
    r"(?<=第)[一二三四五六七八九\d](?=党?[总支]*支部|小组|组|批|轮|标段|生产队|大队|项目部|巡[察视]组|片区|工区)"
    r"|(?<![一二三四五六七八九十\d])[一二三四五六七八九](?=标段|分[厂场局院校区]|中队|连队|工区|号楼)"
)
_DEED: Final = re.compile(
    r"(?:(?:阶段性|基本)?完成|正在)?(?:完成|修订|制定|召开|收回|追回|退还|清退|处分|查处|受理|化解|办结|开展|检查|发现|反馈|出台|新增|发放|拨付|建成"
    r"|改造|整改|投入|培训|移交|立案|约谈|处理|排查|建立|举办|解决)"
)
"""A deed with the verb that it hangs on: 完成整改 is denied before 完成."""
_CLAUSE_END: Final = re.compile(r"[，,；;：:。、]")
_CHANGES: Final = re.compile(
    rf"(?:{'|'.join((*change_verbs('up', 'told'), *change_verbs('down', 'told')))})了?$"
)
_PERIOD_SHIFTS: Final = (("上半年", "下半年"), ("今年", "去年"), ("去年", "前年"), ("上年", "前年"))
_PART: Final = re.compile(r"其中")


def _swapped(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    """Exchange two figures of one unit."""
    pairs = [(a, b) for a, b in _pairs(figures) if not a.change and not b.change]
    if not pairs:
        return None
    a, b = chooser.choice(pairs)
    return quote[: a.start] + b.raw + quote[a.end : b.start] + a.raw + quote[b.end :], a.start, b.end


def _part_for_total(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    """Give the whole the number of the part that 其中 names of it."""
    pairs = [
        (a, b)
        for a, b in _pairs(figures)
        if (part := _PART.search(quote, a.end, b.start)) and "。" not in quote[a.end : part.start()]
    ]
    if not pairs:
        return None
    whole, part_of_it = chooser.choice(pairs)
    return spliced(quote, whole.start, whole.end, part_of_it.raw)


def _pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each two exact figures of one unit and different values, in the order of the text."""
    plain = [
        one for one in figures if one.kind is not Kind.IDIOM and one.value is not None and not is_scope(one)
    ]
    for place, first in enumerate(plain):
        for second in plain[place + 1 :]:
            of_one_kind = (first.unit, first.kind) == (second.unit, second.kind)
            if of_one_kind and first.value != second.value and (first.raw[:1] + second.raw[:1]).isdigit():
                yield first, second


def _member(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    """Write another number for the member that the figures are told of, one that the sentence has not."""
    found = [one for one in _MEMBER.finditer(quote) if one.start() < figures[-1].start]
    if not found:
        return None
    named = chooser.choice(found)
    numerals = "123456789" if named[0].isdigit() else "一二三四五六七八九"
    others = [one for one in numerals if one not in {match[0] for match in _MEMBER.finditer(quote)}]
    start = named.start()
    return spliced(quote, start, named.end(), chooser.choice(others[-3:]))


def _negated(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    """Deny the deed that stands before a figure in its own clause, where the figure is not what is left of others.

    Of 115 of which 109 are settled and 6 in hand it is true that 6 are not settled.
    """
    if re.search(r"[未没不无]", quote):
        return None
    values = {one.value for one in figures if one.value is not None}
    left = {whole - part for whole in values for part in values if part < whole}
    deeds = [
        (deed, figure)
        for figure in figures
        if figure.value not in left
        for deed in list(_DEED.finditer(quote, 0, figure.start))[-1:]
        if not _CLAUSE_END.search(quote, deed.end(), figure.start)
        and quote[deed.end() : deed.end() + 1] not in ("率", "的")
    ]
    if not deeds:
        return None
    deed, figure = chooser.choice(deeds)
    changed, start, _ = spliced(quote, deed.start(), deed.start(), "未")
    return changed, start, figure.end + 1


def _level_for_change(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    """Tell a change as a level: 同比下降12% as 达到12%."""
    changes = [
        (verb, figure)
        for figure in figures
        if figure.change and (verb := _CHANGES.search(quote, 0, figure.start)) and figure.raw[:1].isdigit()
    ]
    if not changes:
        return None
    verb, figure = chooser.choice(changes)
    changed, start, end = spliced(quote, verb.start(), figure.start, "达到")
    return changed, start, end + len(figure.raw)


def _period(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    """Write another time before the figures."""
    year = re.search(r"(?<!\d)(20[0-3]\d)(?=年)", quote[: figures[-1].start])
    if year:
        return spliced(quote, year.start(), year.end(), str(int(year.group()) - chooser.choice((1, 2, 3))))
    month = re.search(r"(?<![\d年])(1[0-2]|[1-9])(?=月)", quote[: figures[-1].start])
    if month:
        other = chooser.choice([m for m in range(1, 13) if str(m) != month.group()])
        return spliced(quote, month.start(), month.end(), str(other))
    for word, other_word in _PERIOD_SHIFTS:
        place = quote.find(word, 0, figures[-1].start)
        if place >= 0:
            return spliced(quote, place, place + len(word), other_word)
    return None


def organisation_mutation(names: Sequence[str]) -> Mutate:
    """Return the change that writes one of ``names`` for the organisation before the figures."""

    def mutate(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
        before = [
            m
            for m in find_organisations(quote)
            if m.kind is MentionKind.ORGANISATION and m.end <= figures[0].start and m.end - m.start >= 3
        ]
        if not before or not names:
            return None
        mention = before[-1]
        new = chooser.choice([name for name in names if name not in quote])
        return spliced(quote, mention.start, mention.end, new)

    return mutate


def _cell_beside(grid: Grid, chooser: random.Random) -> tuple[GridCell, GridCell] | None:
    rows = [[cell for _, cell in grid.values(place) if cell.is_value] for place in range(len(grid.body))]
    pairs = [(a, b) for row in rows for a, b in pairwise(row) if a.text != b.text]
    return chooser.choice(pairs) if pairs else None


def _cell_below(grid: Grid, chooser: random.Random) -> tuple[GridCell, GridCell] | None:
    columns = [dict(grid.values(place)) for place in range(len(grid.body))]
    pairs = [
        (upper[column], lower[column])
        for upper, lower in pairwise(columns)
        for column in upper
        if column in lower and upper[column].text != lower[column].text
        if upper[column].is_value and lower[column].is_value
    ]
    return chooser.choice(pairs) if pairs else None


def tables(text: str) -> Iterator[str]:
    """Yield each table of ``text`` with its caption."""
    for grid in find_grids(text):
        yield text[_start(text, grid) : grid.end]


def table_mutations(text: str, change: ChangeTable, chooser: random.Random) -> Iterator[Mutation]:
    """Yield each table of ``text`` with its caption and one cell that holds what another of it holds."""
    for grid in find_grids(text):
        cells = change(grid, chooser)
        if cells is not None:
            changed, other = cells
            start = _start(text, grid)
            block = text[start : grid.end]
            yield spliced(block, changed.start - start, changed.end - start, other.text)


def _start(text: str, grid: Grid) -> int:
    """Return where a table's caption begins, or the line above it where it has none."""
    return (
        text.rfind(grid.caption, 0, grid.start) if grid.caption else text.rfind("\n", 0, grid.start - 1) + 1
    )


SLOT_MUTATIONS: Final[dict[str, Mutate]] = {
    "period": _period,
    "swapped": _swapped,
    "member": _member,
    "negated": _negated,
    "level for change": _level_for_change,
    "part for total": _part_for_total,
}
"""Changes of a sentence, by name."""

TABLE_MUTATIONS: Final[dict[str, ChangeTable]] = {
    "neighbouring cell": _cell_beside,
    "neighbouring row": _cell_below,
}
"""Changes of a table, by name."""
