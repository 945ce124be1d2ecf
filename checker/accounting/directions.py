"""Words of direction that told figures bear out by themselves: a sentence's quantities in, the words out.

Who tells two levels of one thing, 由41天降到26天 or 93.7%高于91.2%, needs no source that says 降 or 高于: the source's
two figures say it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.figure import Figure, Kind, Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.statements.list_heads import TextSpan

_UP: Final = (*change_verbs("up"), *connectives("above"))
_DOWN: Final = (*change_verbs("down"), *connectives("below"))
_WORD: Final = re.compile(
    rf"(?:明显|有所|大幅|略有?|小幅|更)?(?:(?P<up>{'|'.join(sorted(_UP, key=len, reverse=True))})"
    rf"|(?P<down>{'|'.join(sorted(_DOWN, key=len, reverse=True))}))(?:[到至为成了]|了到)?"
)
_MOVED_TO: Final = re.compile(rf"(?:{_WORD.pattern})了?(?:[到至为]了?)?")
"""The same with what may follow it before the level reached (提高到了)."""
_MOVED_BEHIND: Final = re.compile(
    rf"[，,（(]?(?:[较比][^，,；;。]{{0,16}}?|{any_connective('yearly')}){_WORD.pattern}"
)
_BEFOREHAND: Final = re.compile(rf"({_WORD.pattern})(?=[，,：:]| ?[由从])")
"""The same before both levels (时间缩短，由46分钟降到25分钟)."""
_COMPARING: Final = re.compile(
    "|".join(sorted(word for word in connectives("above", "below") if word[-1] in "于过及"))
)
"""What says of two figures, whatever they count, which is the greater (关停19家，多于保留的8家)."""
_THAN: Final = re.compile("(?<![相对])[比较](?!之下|而言)")
_AGAINST: Final = re.compile(f"{_THAN.pattern}|{_COMPARING.pattern}")
_COMPARES: Final = re.compile(r"比([^，,；;。\d]{1,12}?)([高低多少快慢])[了出]?\Z")
"""What says, right before a figure, that something is above another: 比全市平均高 says 高于全市平均."""
_CLAUSE_END: Final = re.compile(r"[，,；;。\d]")
_LEVELS: Final = frozenset(Kind) - {
    Kind.DATE,
    Kind.ORDINAL,
    Kind.IDIOM,
    Kind.DOCUMENT_NUMBER,
    Kind.PERCENTAGE_POINT,
}
_LISTING: Final = "、,，;；"
_ENDING: Final = 3
"""Characters that two things end with of which one is told against the other (住院满意度, 门诊满意度)."""
_BETWEEN: Final = f"的|为|是|有|要|需|等|{any_connective('rate')}"
"""What may stand between such a word and the level (从原来平均等4.6天)."""
_FORMER: Final = re.compile(
    rf"(?:{any_connective('former')}|[比较](?=\d{{4}}年))(?:\d{{4}}年[^\d，,；;。]{{0,3}})?(?:{_BETWEEN})*\Z"
)
"""What says, right before a level, that it was so earlier."""


_WAS: Final = re.compile(
    rf"(?P<was>(?:{'|'.join(sorted(word for word in connectives('former') if len(word) > 1 and not set(word) & set('年月期')))})(?:的|为|是|有)?)(?:{_BETWEEN})*$"
)
"""The same without a time of its own (此前是): said of a level that the source says rose or fell from there."""


class _Level(NamedTuple):
    start: int
    end: int
    stated: Statement


def borne_out(text: str, told: Sequence[tuple[int, int, Statement]]) -> Iterator[TextSpan]:
    """Yield where ``text`` says a direction that its two figures next to each other have; ``told`` are in order.

    The statements are those of the source, at the places where ``text`` tells them.
    """
    levels = [_Level(*one) for one in told]
    yield from _reached(text, levels[0]) if levels else ()
    for one in levels:
        than = _COMPARES.search(text, 0, one.start)
        lead = one.stated.quote[: one.stated.figure.start - one.stated.start]
        if than and f"{than[2]}于{than[1]}" in _CLAUSE_END.split(lead)[-1]:
            yield than.span()
        was = _WAS.search(text, 0, one.start)
        if was and is_former(one.stated):
            yield was.span("was")
    for place, later in enumerate(levels):
        other = later.stated.figure
        before = (
            one
            for one in reversed(levels[:place])
            if _are_cells_of_a_row(one.stated, later.stated)
            or _are_alike(
                one.stated.figure,
                other,
                akin=bool(_AGAINST.search(text, one.end, later.start)),
                related=bool(_COMPARING.search(text, one.end, later.start))
                or (is_former(one.stated) and one.stated.start == later.stated.start),
            )
        )
        earlier = next(before, None)
        if earlier is None:
            continue
        between = text[earlier.end : later.start]
        against = bool(_AGAINST.search(between))
        if is_former((earlier if against else later).stated):
            continue
        rises = (other.value or 0) > (earlier.stated.figure.value or 0)
        way = "up" if rises is not against else "down"
        stop = _end_of_clause(text, later.end)
        since = max((one.end for one in levels if one.end <= earlier.start), default=0)
        for match in _BEFOREHAND.finditer(text, since, earlier.start):
            if match[way]:
                yield match.span(1)
        for match in _WORD.finditer(text, earlier.end, stop if against else later.start):
            if match[way]:
                yield match.span()
        if against:
            yield from (match.span() for match in _THAN.finditer(text, earlier.end, later.start))


def is_former(stated: Statement) -> bool:
    """Whether the word right before a level says that it was so earlier."""
    return bool(_FORMER.search(stated.quote[: stated.figure.start - stated.start]))


def way_from_former(terms: Sequence[Statement]) -> str:
    """Return which way a thing moved from the one of two levels that was so earlier, "" where not just one was."""
    former = [one for one in terms if is_former(one)]
    if len(terms) != len(former) + 1 or len(former) != 1:
        return ""
    (now,) = (one for one in terms if one is not former[0])
    return "up" if (now.figure.value or 0) > (former[0].figure.value or 0) else "down"


def way_before(statement: Statement) -> str:
    """Return which way a figure moved by the word right before it, "up" or "down", "" where there is none."""
    before = statement.quote[: statement.figure.start - statement.start].rstrip()
    found = [match for match in _WORD.finditer(before) if match.end() == len(before)]
    return "up" if found and found[0]["up"] else "down" if found else ""


def _reached(text: str, level: _Level) -> Iterator[TextSpan]:
    """Yield where ``text`` says that a level was reached (升到94.7%) which the source says behind it has moved that way."""
    moved = _moved_to(text, level.start)
    if moved and _way_behind(level.stated) == ("up" if moved["up"] else "down"):
        yield moved.span()


def _way_behind(statement: Statement) -> str:
    """Return which way a level moved by the words right behind it (94.7%，较上年提高2.4个百分点), "" where none say so."""
    match = _MOVED_BEHIND.match(statement.quote[statement.figure.end - statement.start :])
    return "" if match is None else "up" if match["up"] else "down"


def is_reached(text: str, place: int) -> bool:
    """Whether what stands right before a figure says that something rose or fell to it (提高到了)."""
    moved = _moved_to(text, place)
    return moved is not None and moved[0][-1] in "到至为了"


def _moved_to(text: str, place: int) -> re.Match[str] | None:
    """Return what says right before a place that something rose or fell, None where nothing does."""
    return next((match for match in _MOVED_TO.finditer(text, 0, place) if match.end() == place), None)


def _are_cells_of_a_row(one: Statement, other: Statement) -> bool:
    """Whether two figures stand side by side with no word between them, as two years' do in a row: levels of one thing."""
    if (one.report, one.start) != (other.report, other.start):
        return False
    first, last = sorted((one.figure, other.figure), key=lambda figure: figure.start)
    between = one.quote[first.end - one.start : last.start - one.start]
    alike = first.kind is last.kind and first.unit == last.unit and not (first.change or last.change)
    return alike and bool(between) and not set(between) & set(_LISTING) and not any(map(str.isalnum, between))


def _are_alike(one: Figure, other: Figure, *, akin: bool, related: bool) -> bool:
    """Whether two figures are different levels of one thing, or of two that end alike where ``akin`` ones are compared.

    Those are that are ``related`` by the words between them, whatever they count.
    """
    same = (
        None not in (one.value, other.value)
        and one.value != other.value
        and one.kind is other.kind
        and one.unit == other.unit
        and one.kind in _LEVELS
        and not (one.change or other.change)
    )
    return same and (
        related
        or (akin and one.metric[-_ENDING:] == other.metric[-_ENDING:])
        or not one.metric
        or not other.metric
        or one.metric in other.metric
        or other.metric in one.metric
    )


def _end_of_clause(text: str, start: int) -> int:
    match = _CLAUSE_END.search(text, start)
    return match.start() if match else len(text)
