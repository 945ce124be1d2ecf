"""The stretches of a report that each tell of one of several: a ``Report`` in, rows of ``MemberSegment``s out.

甲公司整改31个；乙公司整改29个 has two, so have （一）澜江大学。…, 【第一批】… and paragraphs that a name opens. A name is told by
what stands beside it: others in the same place that are set off in the same way.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.listing.layout_lists import text_lines
from bot.listing.list_question import is_organisation
from bot.question.member_names import NUMBERED
from corpus.lexicon.organisation_names import MEMBER_ENDS
from corpus.report import Report
from corpus.table_rows import split_row
from corpus.words import segmenter

_BULLET: Final = r"[\s\u3000▲△●○■□◆◇★☆•·※►▶—–\-]*(?:(?:[A-Z](?=[.．、])|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}(?=[.．、)）])|[①-⑳])[.．、)）]?(?!\d))?\s*"
_BOXED: Final = re.compile(rf"{_BULLET}[【〔\[](?P<name>[^】〕\]\n]{{2,20}})[】〕\]]")
_SET_OFF: Final = re.compile(
    rf"{_BULLET}(?P<name>(?:(?:其余|其他)\d+[一-鿿]{{1,6}}|[^，,。；;：:、\d\s“”《》【】〔〕\[\]（）()]{{2,20}})(?:[（(][^（）()]{{1,12}}[）)])?)(?:[：:。\u3000\t]|\s(?=\S))"
)
_TITLED: Final = re.compile(rf"{_BULLET}(?P<name>{NUMBERED.pattern})(?![^（(【\n]{{0,40}}[。；，])")
_CLAUSES: Final = re.compile(r"(?:[^。；;\n.]|\.(?=\d))+")
_PIECES: Final = re.compile(r"(?:[^，,。；;：:\n.]|\.(?=\d))+")
LED: Final = re.compile(
    r"[^，。；：:\d]{0,8}(?:下属|所属|旗下|下辖|下设)的?|[^，。；：:、\d]{1,10}?(?=[一-鿿]某(?![些种个项]))|(?:其中|此外|另外|同时)[，,：:]?|[^，。；：:\d]{2,10}(?:看|为|如下)[：:，]"
)
_TIME: Final = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:[上下]半年|第?[一二三四1-4]季度|\d{1,2}(?:[—–\-－~～至到]\d{1,2})?月份?)|(?:19|20)\d\d年(?:度)?"
)
_ENDS: Final = re.compile(
    f"(?:{'|'.join(sorted({*MEMBER_ENDS, '分公司', '集团', '学院', '大学', '新区', '开发区', '法院', '农场', '小区', '科', '县', '市', '区', '州'}, key=len, reverse=True))})"
)
_NO_NAME: Final = re.compile(r"^(?:[全我本该各每某是占]|其(?![余他]))|[的了]|(?:方面|问题|情况|工作)$")
_NOTE: Final = re.compile(r"(?<=.)[（(\[][^（）()\[\]]*[）)\]]$")
_PERSON: Final = re.compile("[一-鿿]某某?(?![些种个项])")
"""One whose name is kept back: 周某, 李某潮."""
_SHORTEST, _LONGEST = 2, 18


@dataclass(frozen=True, slots=True)
class MemberSegment:
    """What ``report.text[start:end]`` tells of the one that ``name`` names; its own words begin at ``after``."""

    name: str
    start: int
    after: int
    end: int


def segments(report: Report) -> Iterator[tuple[MemberSegment, ...]]:
    """Yield the rows of segments of a report, each of two and more that are set off in the same way."""
    yield from _headed(report)
    yield from _lined(report)
    for start, line in text_lines(report.text):
        if not split_row(line, start):
            yield from _clauses(line, start)


def _headed(report: Report) -> Iterator[tuple[MemberSegment, ...]]:
    """Yield the sections that stand side by side under one heading."""
    sections = sorted(report.sections, key=lambda one: (one.start, one.level))
    rows: dict[tuple[int, int], list[MemberSegment]] = {}
    for place, one in enumerate(sections):
        over = next((at for at in range(place - 1, -1, -1) if sections[at].level < one.level), -1)
        after = min(one.end, report.text.find(one.title, one.start) + len(one.title))
        name = _NOTE.sub("", one.title.strip("【】。：: "))
        rows.setdefault((over, one.level), []).append(MemberSegment(name, one.start, after, one.end))
    yield from _distinct(rows.values())


def _lined(report: Report) -> Iterator[tuple[MemberSegment, ...]]:
    """Yield the runs of lines that each open with a name in the same layout; a box holds what follows it, too."""
    text = report.text
    lines = [(start, line) for start, line in text_lines(text) if not split_row(line, start)]
    for pattern, holds_more in ((_BOXED, True), (_TITLED, True), (_SET_OFF, False)):
        run: list[MemberSegment] = []
        rows: list[list[MemberSegment]] = []
        for start, line in (*lines, (len(text), "")):
            opened = pattern.match(line)
            if opened and not _NO_NAME.search(opened["name"]):
                run.append(
                    MemberSegment(
                        _NOTE.sub("", opened["name"]), start, start + opened.end(), start + len(line)
                    )
                )
            elif line and holds_more and run:
                last = run[-1]
                run[-1] = MemberSegment(last.name, last.start, last.after, start + len(line))
            elif run:
                rows.append(run)
                run = []
        yield from _distinct([*rows, run])


def _clauses(line: str, start: int) -> Iterator[tuple[MemberSegment, ...]]:
    """Yield the neighbouring clauses of a line that each open with the name of a member."""
    for cut in (_CLAUSES, _PIECES):
        run: list[MemberSegment] = []
        rows: list[list[MemberSegment]] = []
        for piece in cut.finditer(line):
            low = piece.start()
            lead = LED.match(line, low, piece.end())
            low = lead.end() if lead else low
            low += len(line[low : piece.end()]) - len(line[low : piece.end()].lstrip())
            name = opening_name(line[low : piece.end()])
            if name and run and _sort(name) != _sort(run[0].name):
                rows.append(run)
                run = []
            if name:
                run.append(MemberSegment(name, start + low, start + low + len(name), start + piece.end()))
            elif run and cut is _PIECES:
                last = run[-1]
                run[-1] = MemberSegment(last.name, last.start, last.after, start + piece.end())
            elif run:
                rows.append(run)
                run = []
        yield from _distinct([*rows, run])


def _distinct(rows: Iterable[list[MemberSegment]]) -> Iterator[tuple[MemberSegment, ...]]:
    for row in rows:
        if len({one.name for one in row}) > 1:
            yield tuple(row)


def _sort(name: str) -> str:
    """Return what a name is told by: the time that it is, what is numbered, or nothing but itself."""
    numbered = NUMBERED.fullmatch(name)
    return "time" if _TIME.fullmatch(name) else numbered["of"] if numbered else ""


def opening_name(text: str) -> str:
    """Return the name of a member that a clause opens with (二标段核减…, 龙山片区检查…, 周某挪用…); "" for none."""
    if person := _PERSON.match(text):
        given, tag = next(iter(segmenter().tag(text[person.end() :][:_LONGEST])), ("", ""))
        return person[0] + (given if len(given) == 1 and tag.startswith("n") else "")
    if told := NUMBERED.match(text) or _TIME.match(text):
        return told[0]
    if _NO_NAME.match(text):
        return ""
    opened = text[: _LONGEST + 6]
    if not _ENDS.search(opened):
        return ""
    words = segmenter().tag(opened)
    name = ""
    best = ""
    for place, (word, tag) in enumerate(words):
        if not word.strip() or not (word.isalpha() or word.isdigit()) or len(name) > _LONGEST:
            break
        if place and tag in ("v", "m", "p", "d") and best:
            break
        if tag in ("m", "p", "r", "c") and not place:
            break
        if word.isdigit():
            break
        name += word
        if len(name) >= _SHORTEST and _ENDS.search(name, max(0, len(name) - 4)) and _ends(name):
            best = name
    return best


def _ends(name: str) -> bool:
    ended = any(match.end() == len(name) for match in _ENDS.finditer(name))
    return ended and (is_organisation(name) or len(name) > _SHORTEST)
