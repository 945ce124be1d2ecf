"""A ``Report`` goes in, its ``Passage``s come out: runs of whole sentences that the index can find.

Together the passages hold every character of the report that is not white space, in order, without overlap.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from corpus.report import Passage, Report, Section
from corpus.structure.headings import is_table_row
from corpus.structure.sentences import split_sentences

_SIZE = 500
_Span = tuple[int, int]
_CUTS = (
    re.compile(r"[；;]"),
    re.compile(r"[，：]|[,:](?!\d)"),
    re.compile(r"[、\s]"),
)
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LONGEST_ROW = 400


def split_passages(report: Report, size: int = _SIZE) -> tuple[Passage, ...]:
    """Return the passages of ``report``, each of at most ``size`` characters.

    A passage ends where a sentence ends; only a sentence longer than ``size`` is cut, at a semicolon or a
    comma where it has one. Small neighbouring sections share a passage up to ``size``; sections of the
    outermost level share one only where one of them is a line or two, or nothing but headings. ``size`` is
    in characters, at least 20.
    """
    if size < 20:
        raise ValueError(f"size is {size}; a passage needs room for at least 20 characters")
    spans = list(_pack(_units(report, size), size))
    headers = _header_rows(report.text, spans)
    head = _report_context(report)
    return tuple(
        Passage(
            report=report.id,
            start=start,
            end=end,
            text=report.text[start:end],
            section=path,
            context="\n".join(part for part in (head, path, headers.get(start, "")) if part),
        )
        for (start, end), path in zip(spans, _paths(report.sections, spans), strict=True)
    )


@dataclass(slots=True)
class _Unit:
    """The sentences from one heading to the next, which packing keeps together.

    ``top`` is where their outermost section starts.
    """

    sentences: list[_Span]
    top: int


def _units(report: Report, size: int) -> Iterator[_Unit]:
    """The units in order; headings with no text of their own go with the text that follows them."""
    sentences = [
        piece for span in split_sentences(report.text) for piece in _cut_long(report.text, span, size)
    ]
    index = top = 0
    unit: list[_Span] = []
    bounds = [(0, 0, 0), *((section.start, section.body, section.level) for section in report.sections)]
    for number, (start, body, level) in enumerate(bounds):
        end = bounds[number + 1][0] if number + 1 < len(bounds) else len(report.text)
        top = start if level == 1 else top
        while index < len(sentences) and sentences[index][0] < end:
            unit.append(sentences[index])
            index += 1
        headings_only = not unit or (start < body and unit[-1][1] <= body)
        if unit and not (headings_only and number + 1 < len(bounds)):
            yield _Unit(unit, top)
            unit = []


def _pack(units: Iterable[_Unit], size: int) -> Iterator[_Span]:
    """Runs of whole units within one outermost section, then neighbours joined where one is very short."""
    short = size // 8
    pending: list[_Span] = []
    for _, group in groupby(units, key=attrgetter("top")):
        for run in _runs(list(group), size):
            joined = pending + run
            if pending and (_length(joined) > size or min(_length(pending), _length(run)) > short):
                yield pending[0][0], pending[-1][1]
                joined = run
            pending = joined
    if pending:
        yield pending[0][0], pending[-1][1]


def _runs(units: Sequence[_Unit], size: int) -> list[list[_Span]]:
    """The units joined into runs of at most ``size`` characters and of about the same length."""
    total = units[-1].sentences[-1][1] - units[0].sentences[0][0]
    target = total / math.ceil(total / size)
    runs: list[list[_Span]] = [[]]
    for unit in units:
        current = runs[-1]
        length = _length(unit.sentences)
        if length > size:
            runs += [*_split_evenly(unit.sentences, size), []]
        elif current and (
            unit.sentences[-1][1] - current[0][0] > size or _length(current) + length / 2 > target
        ):
            runs.append(list(unit.sentences))
        else:
            current += unit.sentences
    runs = [run for run in runs if run]
    if len(runs) > 1 and _length(runs[-1]) < target / 2 and runs[-1][-1][1] - runs[-2][0][0] <= size:
        last = runs.pop()
        runs[-1] += last
    return runs


def _length(sentences: Sequence[_Span]) -> int:
    return sentences[-1][1] - sentences[0][0] if sentences else 0


def _split_evenly(sentences: Sequence[_Span], size: int) -> list[list[_Span]]:
    """Runs of sentences of at most ``size`` characters and of about the same length."""
    total = _length(sentences)
    target = total / math.ceil(total / size)
    runs: list[list[_Span]] = [[]]
    for span in sentences:
        run = runs[-1]
        if run and (span[1] - run[0][0] > size or (run[-1][1] - run[0][0]) >= target):
            runs.append([])
        runs[-1].append(span)
    return runs


def _cut_long(text: str, span: _Span, size: int) -> Iterator[_Span]:
    """The span itself, or pieces of at most ``size`` characters of a sentence that is longer."""
    start, end = span
    while end - start > size:
        cut = _cut_place(text, start, start + size)
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _cut_place(text: str, start: int, limit: int) -> int:
    """Where to cut a sentence that has to be cut: late, at a comma, at least not within a number or word."""
    middle = start + (limit - start) // 2
    for cuts in _CUTS:
        places = [match.end() for match in cuts.finditer(text, middle, limit)]
        if places:
            return places[-1]
    for place in range(limit, middle, -1):
        if not (_joined(text[place - 1]) and _joined(text[place])):
            return place
    return limit


def _joined(character: str) -> bool:
    return character.isascii() and not character.isspace()


def _paths(sections: Sequence[Section], spans: Iterable[_Span]) -> Iterator[str]:
    """For each span, the titles of the sections that hold all of it, outermost first."""
    open_sections: list[Section] = []
    index = 0
    for start, end in spans:
        while index < len(sections) and sections[index].start <= start:
            while open_sections and open_sections[-1].end <= sections[index].start:
                open_sections.pop()
            open_sections.append(sections[index])
            index += 1
        yield " > ".join(
            section.title for section in open_sections if start < section.end and end <= section.end
        )


def _report_context(report: Report) -> str:
    """One line that says which report it is: title, date and issuer."""
    dated = f"（{report.published.isoformat()}）" if report.published else ""
    issuer = report.organisation if report.organisation not in report.title else ""
    return f"{report.title}{dated} {issuer}".strip()


def _header_rows(text: str, spans: Sequence[_Span]) -> dict[int, str]:
    """The first row of its table, which names the columns, for each passage that starts inside one."""
    starts = {start for start, _ in spans}
    headers: dict[int, str] = {}
    header, rows = "", 0
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        if len(line) > _LONGEST_ROW or not is_table_row(line):
            header, rows = "", 0
            continue
        rows += 1
        header = header or line.strip()
        first = match.start() + len(line) - len(line.lstrip())
        if rows > 1 and first in starts:
            headers[first] = header
    return headers
