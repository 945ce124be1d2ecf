"""Every figure of a report or a draft with what it counts, whose it is and when: text in, ``Statement``s out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from corpus.figure import Figure, Statement
from corpus.listed_names import are_names, place_name_end
from corpus.organisations.directory import Directory, report_region
from corpus.organisations.mentions import Mention, MentionKind, find_organisations
from corpus.quantities.figures import find_figures
from corpus.report import Report
from corpus.statements.attribution import (
    TextSetting,
    attribute_paragraph,
    is_collective_mention,
    is_proper_mention,
    is_round,
    setting_of,
)
from corpus.statements.cells import Cell, read_cells
from corpus.statements.distribution import Share, read_again, read_shares, without
from corpus.statements.list_heads import TextSpan
from corpus.statements.listed_places import ListedPlace, place_at, read_listed_places
from corpus.statements.metrics import MOST_WORDS, Metric, content_words, is_scope, read_metrics
from corpus.statements.phrase_words import OF_THE_WHOLE
from corpus.statements.section_paths import SectionPaths
from corpus.statements.spans_of_totals import spans_total
from corpus.statements.stretches import Attribution, organisation_at
from corpus.structure.parsing import parse_report
from corpus.structure.sentences import split_sentences
from corpus.times.rounds import listed_round
from corpus.times.timeline import Timeline

_OBJECT = re.compile("[对从给将把]|向(?![阳东荣化前])")
"""What stands before those that a deed is done to."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_NEAR = 200
"""Characters before a sentence in which the years stand that it tells of (三年间)."""
_ANY = re.compile("单位|部门|地方|机构")
_NAMES = frozenset({MentionKind.ORGANISATION, MentionKind.ANAPHOR})


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line of the text with the organisations that act in it, and where it names any."""

    end: int
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    names: tuple[TextSpan, ...]

    def names_in(self, start: int, end: int) -> list[TextSpan]:
        """Return where ``start:end`` names organisations; offsets index the text."""
        first = bisect_left(self.names, (start, start))
        return list(takewhile(lambda span: span[0] < end, self.names[first:]))

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Return the organisations and regions that ``start:end`` names; offsets index the text."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        return list(takewhile(lambda mention: mention.start < end, self.mentions[first:]))


def read_statements(report: Report, directory: Directory | None = None) -> tuple[Statement, ...]:
    """Return every figure of ``report``, in order, with its metric, organisation, period and sentence.

    ``directory`` knows the organisations of more reports; without it, those of this report alone are known.
    """
    known = directory or Directory()
    region = report_region(report) if directory else known.add_report(report)
    return tuple(_Reader(report, setting_of(report, region, known)).statements())


def read_draft(text: str, directory: Directory | None = None) -> tuple[Statement, ...]:
    """Return every figure of a draft, in order; offsets index ``text``, ``report`` and ``title`` are "".

    A draft has no issuer of its own: a figure whose organisation the text does not name has none.
    """
    draft = replace(parse_report(text, id="", source=""), title="", organisation="")
    found = tuple(_Reader(draft, TextSetting("", "", directory)).statements())
    return found if draft.text == text else tuple(_as_written(one, text) for one in found)


class _Reader:
    """Reads the statements of one text from its first sentence to its last."""

    def __init__(self, report: Report, setting: TextSetting) -> None:
        self.report = report
        self.setting = setting
        self.figures = find_figures(report.text)
        self.starts = [figure.start for figure in self.figures]
        self.cells = read_cells(report.text, self.figures)
        self.timeline = Timeline(report.text, report.published)
        self.sections = SectionPaths(report.sections, setting)
        self.last: Figure | None = None
        self.members: list[TextSpan] = []
        self.listed: tuple[str, ...] = ()

    def statements(self) -> Iterator[Statement]:
        """Yield the statements in the order of the text."""
        paragraph: _Paragraph | None = None
        for start, end in split_sentences(self.report.text) if self.figures else ():
            inside = self.figures[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
            if not inside:
                continue
            if paragraph is None or start >= paragraph.end:
                paragraph = self._paragraph(start)
                self.members.clear()
            yield from self._sentence(start, end, inside, paragraph)

    def _sentence(
        self, start: int, end: int, inside: Sequence[Figure], paragraph: _Paragraph
    ) -> Iterator[Statement]:
        report, quote = self.report, self.report.text[start:end]
        names = _moved([*paragraph.names_in(start, end), *self.timeline.spans(start, end)], -start)
        shares = self._shares(quote, start, inside, paragraph)
        listed = read_listed_places(quote, [one for one in inside if not is_scope(one)], start)
        metrics = read_metrics(quote, inside, start, [*names, *(place.span for place in listed)], shares)
        if listed:
            metrics = self._carried_into(listed, quote, start, inside, metrics)
            self.members += [(start + one.start, start + one.end) for one in listed]
        self.members += _moved([share.head for share in shares.values()], start)
        outside = self._outside_lists(paragraph.attributions)

        def owner(position: int) -> str:
            place = place_at(listed, position - start)
            if place is None:
                return organisation_at(outside, position)
            # 甲小学21万元，青澜三中17万元，乙中学9万元: who is no sort of place owns its figure too
            between = (one for one in paragraph.attributions if start + place.name_end < one.start < position)
            named = [one.name for one in between if paragraph.names_in(one.start, one.start + 1)]
            return named[-1] if named else self.setting.canonical(place.name)

        silent = {place: _moved(share.others, start) for place, share in shares.items()}
        periods = self.timeline.labels(
            start, end, inside, owner, lambda figure: silent.get(figure.start - start, ())
        )
        again = self._told_again(quote, start, inside)
        owners: dict[str, None] = {}
        before: Figure | None = None
        section = self.sections.path(start)
        published = report.published.isoformat() if report.published else ""
        for figure, metric, when in zip(inside, metrics, periods, strict=True):
            share = shares.get(figure.start - start)
            org = self._share_owner(share, start, paragraph, listed) if share else owner(figure.start)
            of_round = listed_round(quote, *share.head) if share else ""
            over_all = before is not None and spans_total(before, quote, start)
            before = figure
            period = "" if over_all else when  # 2022年48万元，2023年35万元，两年合计83万元
            whose, of_year = again.get(figure.start - start, ("", ""))
            org, period = whose or org, of_year or period
            if share or place_at(listed, figure.start - start):
                owners[org] = None
            placed = replace(figure, metric=metric.phrase, org=org, period=of_round or period)
            clause = metric.clause
            if cell := self.cells.get(figure.start):
                placed, clause = self._placed_in(cell, placed), cell.metric
            self.last = placed
            yield Statement(
                placed, report.id, report.title, quote, start, end, section, published, clause, metric.about
            )
        self.listed = tuple(owners) if len(owners) > 1 else self.listed

    def _outside_lists(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """Return who speaks or acts but as a member of a list, which owns nothing behind the list (其中甲市42件、乙市23件)."""
        return [one for one in attributions if not any(low <= one.start < high for low, high in self.members)]

    def _carried_into(
        self,
        listed: Sequence[ListedPlace],
        quote: str,
        start: int,
        inside: Sequence[Figure],
        metrics: Sequence[Metric],
    ) -> list[Metric]:
        """Return the metrics with what a list of places counts: what its sentence begins with, else the last figure's."""
        lead = "".join(content_words(quote[: listed[0].start])[-MOST_WORDS:])
        if not lead and self.last is not None and self.last.unit in {one.unit for one in inside}:
            lead = self.last.metric
        carried = []
        for figure, one in zip(inside, metrics, strict=True):
            phrase = (OF_THE_WHOLE.sub("", one.phrase) and one.phrase) or ("" if is_scope(figure) else lead)
            if place_at(listed, figure.start - start) and (whole := OF_THE_WHOLE.match(phrase)):
                phrase = phrase[whole.end() :]
            carried.append(replace(one, phrase=phrase))
        return carried

    def _shares(
        self, quote: str, start: int, inside: Sequence[Figure], paragraph: _Paragraph
    ) -> dict[int, Share]:
        """Return the share of each figure of a list that is told apart, by its place in the sentence."""
        end = start + len(quote)
        quantities = [(one.start - start, one.end - start) for one in inside if not is_scope(one)]
        named = [(one.start, one.end) for one in paragraph.mentions_in(start, end)]
        return read_shares(quote, quantities, _moved([*named, *self.timeline.spans(start, end)], -start))

    def _told_again(self, quote: str, start: int, inside: Sequence[Figure]) -> dict[int, tuple[str, str]]:
        """Return whose and of which year a figure is that a list tells of members before its sentence, "" for what it tells not."""
        quantities = [(one.start - start, one.end - start) for one in inside if not is_scope(one)]
        found: dict[int, tuple[str, str]] = {}
        for sort, places in read_again(quote, quantities):
            if "年" in sort:
                years = _years(self.report.text[max(0, start - _NEAR) : start])[-len(places) :]
                told = [("", year) for year in years]
            else:
                told = [(one, "") for one in self.listed if one[-1] in sort or _ANY.search(sort)]
            if len(told) == len(places) > 1:
                found |= dict(zip(places, told, strict=True))
        return found

    def _share_owner(
        self, share: Share, start: int, paragraph: _Paragraph, listed: Sequence[ListedPlace]
    ) -> str:
        """Return whose a figure of a list is: that of its clause, in which the others' heads do not stand."""
        low, high = start + share.start, start + share.end
        inside = paragraph.mentions_in(low, high)
        done_to = self._object_at(low, start + share.head[1], inside)
        told = next((one.name for one in listed if one.start == share.head[0]), "")
        if not done_to and (head := told or self._named_head(share, start, inside)):
            return self.setting.canonical(head)
        silent = (*share.others, share.head) if done_to else share.others
        text = without(self.report.text[low:high], share.others, share.start)
        mentions = [
            replace(one, start=one.start - low, end=one.end - low)
            for one in inside
            if (one.start < done_to or not any(first <= one.start - start < last for first, last in silent))
            and not (is_collective_mention(one) and is_round(one.name))
        ]
        default = organisation_at(paragraph.attributions, low - 1) or paragraph.attributions[0].name
        own = attribute_paragraph(text, 0, mentions, default, self.setting)
        return organisation_at(own, high - low)

    def _object_at(self, low: int, high: int, mentions: Sequence[Mention]) -> int:
        """Return where 对 or the like makes objects of the heads behind it (对甲镇、乙镇), 0 where nothing does."""
        starts = {one.start for one in mentions}
        found = _OBJECT.finditer(self.report.text, low, high)
        return next((match.end() for match in found if match.start() not in starts), 0)

    def _named_head(self, share: Share, start: int, mentions: Sequence[Mention]) -> str:
        """Return the head of a figure where it is an organisation or a place, else ""."""
        low, high = start + share.head[0], start + share.head[1]
        named = any((one.start, one.end) == (low, high) for one in mentions)
        head = self.report.text[low:high]
        return head if named or (place_name_end(head) == len(head) and are_names([head])) else ""

    def _placed_in(self, cell: Cell, figure: Figure) -> Figure:
        org = self.setting.canonical(cell.org) if cell.org else figure.org
        return replace(figure, metric=cell.metric, org=org, period=cell.period or figure.period)

    def _paragraph(self, position: int) -> _Paragraph:
        text = self.report.text
        start = text.rfind("\n", 0, position) + 1
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        default = self.sections.organisation(position)
        mentions = find_organisations(text, start, end, self.setting.directory)
        attributions = attribute_paragraph(text, start, mentions, default, self.setting)
        named = tuple((m.start, m.end) for m in mentions if _is_name(m))
        return _Paragraph(end, tuple(attributions), tuple(mentions), named)


def _years(text: str) -> list[str]:
    """Return the years that a text names, each once, in the order in which they are named last."""
    return [f"{year}年" for year in dict.fromkeys(_YEAR.findall(text)[::-1])][::-1]


def _as_written(statement: Statement, text: str) -> Statement:
    """Return a statement of a draft in the traditional script with its figure as it is written there."""
    figure = statement.figure
    return replace(statement, figure=replace(figure, raw=text[figure.start : figure.end]))


def _is_name(mention: Mention) -> bool:
    return (mention.kind in _NAMES and is_proper_mention(mention)) or is_collective_mention(mention)


def _moved(spans: Sequence[TextSpan], by: int) -> list[TextSpan]:
    return [(start + by, end + by) for start, end in spans]


def figures_of(statements: Sequence[Statement]) -> list[Figure]:
    """Return the figures of ``statements``, in order."""
    return [statement.figure for statement in statements]
