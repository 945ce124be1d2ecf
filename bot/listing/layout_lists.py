"""The lists that a report's layout makes: headings under a heading, rows of a table, paragraphs about somebody.

A ``Report`` goes in, ``ItemList``s come out; the lists inside sentences are ``bot.listing.enumerations``' part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.report import Report, Section
from corpus.structure.sentences import split_sentences
from corpus.table_rows import CellLine, split_row
from corpus.table_words import table_words


class ListForm(StrEnum):
    """What makes a list."""

    HEADINGS = "headings"
    ROWS = "rows"
    PARAGRAPHS = "paragraphs"
    CLAUSES = "clauses"
    NAMES = "names"
    SEQUENCE = "sequence"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its words, and the place that states it, offsets into the report's text.

    ``reach`` is one past the last character of what the report says about it (its section, row or paragraph).
    """

    text: str
    start: int
    end: int
    reach: int


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list that a report states: its items, the words beside it (``lead``) and the titles ``above`` it.

    ``noun`` is what the report calls the items (方面, 问题, 房产类别), "" where it does not; ``whole`` is False
    where the report itself says that there are more (等).
    """

    report: Report
    form: ListForm
    items: tuple[Item, ...]
    lead: str
    above: str
    noun: str = ""
    whole: bool = True


_QUOTED: Final = re.compile(
    r"^(?:关于|针对|对|就|聚焦|围绕)?[“\"](?P<topic>.+)[”\"](?:的|等)?(?:方面)?(?:的)?(?:问题)?$"
)
_FRAMED: Final = re.compile(
    "^(?:关于|针对|对照|聚焦|围绕|突出|紧扣|在)?(?P<topic>.+?)(?:等?方面(?:的|存在的)?(?:突出|主要)?(?:问题)?|的?问题)?(?:整改)?(?:情况)?$"
)
_NOUN: Final = re.compile("(方面|问题|工作|措施)(?:整改)?(?:情况|进展)?$")
_LED: Final = re.compile(
    "^(?:(?:关于|针对|对照|聚焦|围绕|对)[^，。；：]{3,40}[。：]|在[^，。；：]{2,30}方面[，：])"
)
_ACTS: Final = re.compile("^(?:作为|针对|围绕|对|在)?[^，。；：]{0,24}[，：]?$")
_COMMITTEE: Final = re.compile(
    "(?:党委|党组|党总支|党支部|党工委|领导班子|机关|纪委|围绕|对|[一-鿿]{0,3}(?:针对|聚焦))"
)
_INSPECTORS: Final = re.compile("巡[视察]")
_TAIL: Final = re.compile("(?:党委|党组|党总支|党支部)$")
_SHORT_NAME: Final = 4
_LONGEST: Final = 60


def topic_of(title: str) -> str:
    """Return what a heading is about: 主责主业 of 聚焦主责主业方面, 公益性不足 of 关于“公益性不足”问题."""
    bare = title.strip().strip("。：: ")
    if (quoted := _QUOTED.match(bare)) and "”、“" not in quoted["topic"] and "”“" not in quoted["topic"]:
        return quoted["topic"]
    framed = _FRAMED.match(bare)
    return framed["topic"] if framed and len(framed["topic"]) > 1 else bare


def titles_above(report: Report, place: int) -> str:
    """Return the titles of the sections that hold a place, outermost first."""
    return " ".join(one.title for one in report.sections if one.start <= place < one.end)


def laid_out_lists(report: Report) -> tuple[ItemList, ...]:
    """Return the lists that a report's headings, tables and paragraphs make."""
    return (*_heading_lists(report), *_tables(report), *_paragraph_lists(report))


def _heading_lists(report: Report) -> Iterator[ItemList]:
    """Yield, for the report and each section, the headings of each level below it."""
    whole = Section(report.title, 0, 0, 0, len(report.text))
    for over in (whole, *report.sections):
        inside = [
            one for one in report.sections if over.start <= one.start < over.end and one.level > over.level
        ]
        for level in sorted({one.level for one in inside}):
            headings = [one for one in inside if one.level == level]
            if len(headings) < 2:
                continue
            noun = _noun_of(headings)
            named = [one for one in headings if noun in one.title]
            items = tuple(_heading_item(report, one) for one in named)
            above = f"{report.title} {titles_above(report, over.start) if over is not whole else ''}"
            yield ItemList(report, ListForm.HEADINGS, items, over.title, above, noun)


def _heading_item(report: Report, section: Section) -> Item:
    start, end = section.start, report.text.find(section.title, section.start) + len(section.title)
    return Item(topic_of(section.title), start, max(end, start + 1), section.end)


def _noun_of(headings: list[Section]) -> str:
    """Return what most of the headings call themselves."""
    nouns = [match[1] for one in headings if (match := _NOUN.search(one.title))]
    return max(sorted(set(nouns)), key=nouns.count) if len(nouns) * 2 > len(headings) else ""


def _tables(report: Report) -> Iterator[ItemList]:
    """Yield the rows of each table, by their first cells; the rows that add up are left out."""
    lines = text_lines(report.text)
    place = 0
    while place < len(lines):
        start, line = lines[place]
        header = split_row(line, start)
        rows: list[tuple[CellLine, int, int]] = []
        after = place + 1
        while header and after < len(lines) and (row := split_row(lines[after][1], lines[after][0])):
            rows.append((row, lines[after][0], lines[after][0] + len(lines[after][1].rstrip())))
            after += 1
        if header and len(rows) > 1:
            yield _table(report, lines[place - 1][1] if place else "", header, rows)
            place = after
        else:
            place += 1


def _table(report: Report, caption: str, header: CellLine, rows: list[tuple[CellLine, int, int]]) -> ItemList:
    totals = table_words("total")
    column = 1 if header[0].text in ("序号", "编号") and len(header) > 1 else 0
    items = tuple(
        Item(row[column].text.strip(), start, end, end)
        for row, start, end in rows
        if len(row) > column and row[column].text not in totals and row[0].text not in totals
    )
    heads = " ".join(cell.text for cell in header)
    return ItemList(
        report, ListForm.ROWS, items, f"{caption.strip()} {heads}", report.title, header[column].text
    )


def _paragraph_lists(report: Report) -> Iterator[ItemList]:
    """Yield the organisations that paragraphs begin with, and the topics that they name first, by section."""
    named: list[tuple[str, Item]] = []
    led: list[tuple[str, Item]] = []
    titled = {one.start for one in report.sections}
    for start, line in text_lines(report.text):
        if start in titled or split_row(line, start):
            continue
        above = titles_above(report, start)
        end = start + len(line)
        if topic := _LED.match(line):
            about = topic_of(topic[0].removeprefix("对").rstrip("，"))
            led.append((above, Item(about, start, start + topic.end(), end)))
        elif len(line) > _LONGEST // 2:
            sentences = split_sentences(report.text, start, end)
            actors = [(name, *span) for span in sentences if (name := _acting(report, *span))]
            named += [(above, Item(name, low, high, end)) for name, low, high in actors]
    sort = "方面" if led and all(item.text.endswith("方面") for _, item in led) else "问题"
    for found, noun in ((named, ""), (led, sort)):
        for above in dict.fromkeys(above for above, _ in found):
            items = tuple(item for title, item in found if title == above)
            if len(items) > 1:
                yield ItemList(report, ListForm.PARAGRAPHS, items, above, f"{report.title} {above}", noun)
    if len({above for above, _ in named}) > 1:
        yield ItemList(
            report, ListForm.PARAGRAPHS, tuple(item for _, item in named), report.title, report.title
        )


def _acting(report: Report, start: int, end: int) -> str:
    """Return the organisation, other than the report's own, whose party committee a sentence begins with."""
    text = report.text
    for mention in find_organisations(text, start, min(end, start + _LONGEST)):
        if mention.kind is MentionKind.ANAPHOR and 0 < mention.start - start <= _SHORT_NAME:
            return _TAIL.sub("", text[start : mention.end])  # 水投集团党委: a short name before 集团党委
        if mention.kind is not MentionKind.ORGANISATION or not _ACTS.match(text[start : mention.start]):
            continue
        committee = _COMMITTEE.match(text, mention.start + len(mention.name))
        is_own = same_organisation(mention.name, report.organisation) is Sameness.SAME or _INSPECTORS.search(
            mention.name
        )
        return mention.name if committee and not is_own and len(mention.name) > 2 else ""
    return ""


def text_lines(text: str) -> list[tuple[int, str]]:
    """Return the lines of a text that say something, each with its start."""
    found = []
    position = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((position + len(line) - len(line.lstrip()), line.strip()))
        position += len(line)
    return found
