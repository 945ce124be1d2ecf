"""Every figure of a report or a draft with what it counts, whose it is and when: text in, ``Statement``s out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.attribution import (
    Attribution,
    Setting,
    attribute_paragraph,
    is_collective,
    organisation_at,
    section_organisation,
    setting_of,
)
from corpus.directory import Directory, report_region
from corpus.figure import Figure, Statement
from corpus.figures import find_figures
from corpus.metrics import Metric, Span, read_metrics
from corpus.organisations import MentionKind, find_organisations
from corpus.parsing import parse_report
from corpus.report import Report
from corpus.sentences import split_sentences
from corpus.cells import read_cells
from corpus.timing import Timeline


_NAMES = frozenset({MentionKind.ORGANISATION, MentionKind.ANAPHOR})


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line of the text with the organisations that act in it."""

    start: int
    end: int
    attributions: tuple[Attribution, ...]
    mentions: tuple[Span, ...]

    def names(self, start: int, end: int, timeline: Timeline) -> list[Span]:
        """Return where ``start:end`` names organisations and times; offsets from ``start``."""
        spans = [*self.mentions, *timeline.spans(start, end)]
        return [(first - start, last - start) for first, last in spans if start <= first and last <= end]


def read_statements(report: Report, directory: Directory | None = None) -> tuple[Statement, ...]:
    """Return every figure of ``report``, in order, with its metric, organisation, period and sentence.

    ``directory`` knows the organisations of more reports; without it, those of this report alone are known.
    """
    known = directory or Directory.of([report])
    setting = setting_of(report, report_region(report), known)
    return tuple(_read(report, setting, report.published))


def read_draft(text: str, directory: Directory | None = None) -> tuple[Statement, ...]:
    """Return every figure of a draft, in order; offsets index ``text``, ``report`` and ``title`` are "".

    A draft has no issuer of its own: a figure whose organisation the text does not name has none.
    """
    parsed = parse_report(text, id="", source="")
    draft = replace(parsed, title="", organisation="")
    setting = Setting("", "", directory)
    return tuple(_read(draft, setting, parsed.published))


def _read(report: Report, setting: Setting, published: date | None) -> Iterator[Statement]:
    text = report.text
    figures = find_figures(text)
    if not figures:
        return
    starts = [figure.start for figure in figures]
    paragraph: _Paragraph | None = None
    cells = read_cells(text, figures)
    iso = report.published.isoformat() if report.published else ""
    timeline = Timeline(text, published)
    for start, end in split_sentences(text):
        first, last = bisect_left(starts, start), bisect_right(starts, end - 1)
        inside = figures[first:last]
        if not inside:
            continue
        if paragraph is None or start >= paragraph.end:
            paragraph = _paragraph_at(report, start, setting)
        metrics = read_metrics(text[start:end], inside, start, paragraph.names(start, end, timeline))
        periods = timeline.labels(start, end, inside)
        section = _section_path(report, start)
        for figure, metric, when in zip(inside, metrics, periods, strict=True):
            cell = cells.get(figure.start)
            org = organisation_at(paragraph.attributions, figure.start)
            if cell:
                org = setting.canonical(cell.org) if cell.org else org
                metric, when = Metric(cell.metric, cell.metric), cell.period or when
            placed = replace(figure, metric=metric.phrase, org=org, period=when)
            quote = text[start:end]
            yield Statement(placed, report.id, report.title, quote, start, end, section, iso, metric.clause)


def _paragraph_at(report: Report, position: int, setting: Setting) -> _Paragraph:
    text = report.text
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    default = section_organisation(report.sections, position, setting)
    mentions = find_organisations(text, start, end, setting.directory)
    attributions = attribute_paragraph(text, start, mentions, default, setting)
    named = tuple((m.start, m.end) for m in mentions if m.kind in _NAMES or is_collective(m))
    return _Paragraph(start, end, tuple(attributions), named)


def _section_path(report: Report, position: int) -> str:
    return " > ".join(s.title for s in report.sections if s.start <= position < s.end)


def figures_of(statements: Sequence[Statement]) -> list[Figure]:
    """Return the figures of ``statements``, in order."""
    return [statement.figure for statement in statements]
