"""The lists that parallel statements make: 甲公司认领……；乙公司认领……, ▲县档案局　……. A ``Report`` in, ``ItemList``s out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.listing.layout_lists import Item, ItemList, ListForm, text_lines, titles_above
from bot.listing.list_question import is_organisation
from corpus.report import Report
from corpus.structure.sentences import split_sentences
from corpus.table_rows import split_row
from corpus.words import segmenter

_CLAUSE: Final = re.compile("[^；;。]+")
_NUMBER: Final = re.compile(r"\d+")
_PIECE: Final = re.compile("[^，,、；;。]+")
_LEAD: Final = re.compile(r"[^；;。，,\d]{0,30}[：:]|其中[，,]?|分别为[：:]?")
_NUMBERED: Final = re.compile(r"(?:[一二三四五六七八九十]是|[（(]?\d{1,2}[)）.．、]|[①-⑳])\s*")
_OPENED: Final = re.compile(
    r"(?:[▲△●■□◆◇★☆○•·※►▶\-–—]\s*|[（(]?\d{1,2}[)）.．、]\s*)?"
    r"[【〔\[]?(?P<name>[^，,。；;：:、\s\d“”《》【】〔〕\[\]（()）]{2,20})[】〕\]]?(?:[：:。　]|——|\s|(?<=】))\s*(?=\S)"
)
_STOPS: Final = ("v", "m", "p", "d", "ul", "c", "r", "f", "x")
_NO_NAMES: Final = ("p", "r", "c", "m", "uj", "x")
_ENDED: Final = re.compile("[一-鿿]{2,10}?(?:集团|公司|医院|学校|街道|中学|小学|大学)")
_ACTING: Final = re.compile("(?:公司|集团|中心|[局站厂所办厅院])$")
"""A name may begin with a verb (排水分公司) where it ends as that of somebody who acts."""
_PLACE_ALONE: Final = re.compile("^(?:[全本我该各]|其他|上述)")
_SHORTEST, _LONGEST = 2, 16


@dataclass(frozen=True, slots=True)
class _Part:
    """A clause ``start``–``end`` of a text with what it opens with: a name, and the word after it."""

    name: str
    after: str
    start: int
    end: int


def clause_lists(report: Report) -> tuple[ItemList, ...]:
    """Return the lists that a report's parallel clauses and its paragraphs opened by a name make."""
    found: list[ItemList] = list(_opened_paragraphs(report))
    before = (0, 0)
    for start, line in text_lines(report.text):
        if not split_row(line, start):
            found += _parallel(report, start, line, before)
        before = split_sentences(report.text, start, start + len(line))[-1]
    return tuple(found)


def _parallel(report: Report, start: int, line: str, before: tuple[int, int]) -> Iterator[ItemList]:
    """Yield the runs of clauses of a line that each open with a name."""
    for parts in (_same_verb(line), _organisations(line)):
        for run in parts:
            low = max(line.rfind("。", 0, run[0].start), 0)
            lead = line[low : run[-1].end] if len(run) < 3 else line[low : run[1].start]
            if low:
                lead = line[max(line.rfind("。", 0, low), 0) : low] + lead
            else:
                lead = report.text[before[0] : before[1]] + lead
            items = tuple(_item(start, line, part) for part in run)
            above = f"{report.title} {titles_above(report, start)}"
            yield ItemList(report, ListForm.CLAUSES, items, lead, above)


def _item(start: int, line: str, part: _Part) -> Item:
    end = start + part.start + len(line[part.start : part.end].rstrip())
    return Item(part.name, start + part.start, end, end)


def _same_verb(line: str) -> Iterator[list[_Part]]:
    """Yield the runs of neighbouring clauses that open with a name and go on with the same word."""
    parts = [_part(line, match.start(), match.end()) for match in _CLAUSE.finditer(line)]
    run: list[_Part] = []
    for one, two in pairwise(parts):
        if one and two and one.after == two.after and one.after:
            run = run or [one]
            run.append(two)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _organisations(line: str) -> Iterator[list[_Part]]:
    """Yield the organisations or places of a sentence that each begin a clause which says a figure of them."""
    for start, end in split_sentences(line):
        if len(_NUMBER.findall(line, start, end)) < 2:
            continue
        found: list[_Part] = []
        for match in _PIECE.finditer(line, start, end):
            part = _part(line, match.start(), match.end())
            if part and is_organisation(part.name) and not _PLACE_ALONE.match(part.name):
                found.append(part)
        reached = [_Part(one.name, one.after, one.start, two.start) for one, two in pairwise(found)] + found[
            -1:
        ]
        stated = [part for part in reached if _NUMBER.search(line, part.start, part.end)]
        if len(stated) > 1:
            yield [*stated[:-1], _to_clause_end(line, stated[-1], end)]


def _to_clause_end(line: str, part: _Part, end: int) -> _Part:
    stop = re.compile("[；;。]").search(line, part.start, end)
    return _Part(part.name, part.after, part.start, stop.start() if stop else end)


def _part(line: str, start: int, end: int) -> _Part | None:
    """Read what a clause opens with: a name, up to its verb or number; None where it opens otherwise."""
    for opener in (_LEAD, _NUMBERED):
        if lead := opener.match(line, start, end):
            start = lead.end()
    name, sure, place = "", "", 0
    words = list(segmenter().tag(line[start : min(end, start + 2 * _LONGEST)]))
    if words and words[0][1] in _NO_NAMES:
        return None
    while place < len(words):
        word, tag = words[place]
        if len(name) >= _SHORTEST and (tag.startswith(_STOPS) and tag != "vn"):
            break
        if tag.startswith("m") or not word.strip() or not re.match(r"[\w·（）()]", word):
            break
        name += word
        place += 1
        if len(name) > _SHORTEST and is_organisation(name):
            sure = name
    if not sure and (ended := _ENDED.match(line, start, end)):
        sure = ended[0]  # however the words were cut
    name = sure or name
    if words[:1] and words[0][1] == "v" and not _ACTING.search(name):
        return None
    after = line[start + len(name) :]
    if not _SHORTEST <= len(name) <= _LONGEST or (place == len(words) and not sure):
        return None
    following = next((word for word, _ in segmenter().tag(after[:8])), "")
    return _Part(name, following if following.isalpha() else "", start, end)


def _opened_paragraphs(report: Report) -> Iterator[ItemList]:
    """Yield the runs of paragraphs that each open with a name set off from the rest: ▲县档案局　……."""
    run: list[tuple[int, str, re.Match[str]]] = []
    titled = {section.start for section in report.sections}
    for start, line in (*text_lines(report.text), (len(report.text), "")):
        opened = None if start in titled or split_row(line, start) else _OPENED.match(line)
        if opened:
            run.append((start, line, opened))
            continue
        if len(run) > 1:
            items = tuple(Item(match["name"], at, at + len(text), at + len(text)) for at, text, match in run)
            place = run[0][0]
            lead = report.text[report.text.rfind("\n", 0, max(place - 1, 0)) + 1 : place]
            above = f"{report.title} {titles_above(report, place)}"
            yield ItemList(report, ListForm.PARAGRAPHS, items, lead, above)
        run = []
