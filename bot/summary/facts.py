"""What a summary is made of: reports and their statements in, ``Fact``s out, the clauses that may be quoted.

A fact is a run of clauses of one sentence, cut at ； and ， only, so that what it says is what the report says.
Figures that no summary can vouch for (slogans, document numbers, plans) split a run: it ends before them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from checker.comparison.plan_marks import is_planned
from corpus.figure import Kind, Statement
from corpus.organisations.directory import Directory
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.report import Report, Section
from corpus.statements.metrics import is_scope
from corpus.structure.headings import is_table_row
from corpus.structure.sentences import split_sentences

SPOKEN_FOR: Final = re.compile(
    r"联系电话|监督电话|举报|电子邮箱|邮箱：|通信地址|通讯地址|邮编|欢迎.{0,16}监督|意见(?:和)?建议，请"
    r"|发布(?:时间|日期)|来源：|浏览次数|现将.{0,20}(?:如下|公布|通报)|非原文|转述"
)
"""Sentences that a report owes its readers but that nobody is told in a meeting."""

_MARKER: Final = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}(?:是|要|、)|[①-⑳]|其中[，,])"
)
_OPEN, _CLOSE = "“‘「（(《〔[【", "”’」）)》〕]】"
_PROBLEM: Final = re.compile(r"(?:关于|针对)?[“\"「](?P<name>[^”\"」]{2,40})[”\"」](?:的)?(?:等)?问题")
_PROBLEM_BARE: Final = re.compile(r"(?:关于|针对)(?P<name>[^“”\"。]{4,30}?)(?:的|等)*问题")
_PARTY: Final = re.compile("(?:党组|党委|委员会)$")
_SUPERIOR: Final = re.compile("(?:中共)?.{0,6}委(?:巡[视察].{0,8})?|(?:本轮|被巡).*|.{0,8}纪委.*")
_HEAD: Final = re.compile(r"(?P<name>[^的各被本我该，。\W]{3,14}?)(?:党组|党委)(?!会|书记|成员|班子|理论)")
_OPENING: Final = 60
_LATEST: Final = 16


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between two commas: ``text[start:end]``, its figures, and whether one of them bars it."""

    start: int
    end: int
    figures: tuple[Statement, ...]
    barred: bool

    @property
    def quantities(self) -> tuple[Statement, ...]:
        """The statements of quantities among its figures."""
        return tuple(one for one in self.figures if not is_scope(one.figure))


@dataclass(frozen=True, slots=True)
class Fact:
    """A clause of a report between two semicolons, as a row of segments; offsets index the report's text.

    ``sentence`` is the span of its sentence, ``section`` the headings over it, ``place`` how far into the
    report it stands, 0 to 1. ``owner`` is the organisation that its paragraph is about, as the paragraph names it,
    "" where it names none; ``named`` tells whether the clause names it itself.
    """

    report: Report
    segments: tuple[Segment, ...]
    sentence: tuple[int, int]
    section: str
    place: float
    owner: str = ""
    named: bool = False

    @property
    def start(self) -> int:
        """Where the clause starts."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """One past the clause's last character, the semicolon left out."""
        return self.segments[-1].end

    @property
    def text(self) -> str:
        """The clause as the report has it."""
        return self.report.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem that the report was told of, named in a heading: ``name == report.text[start:end]``."""

    report: Report
    name: str
    start: int
    end: int
    heading: tuple[int, int]
    section: str


def is_never_checked(statement: Statement) -> bool:
    """Whether the check has no verdict on a figure: a slogan, a document number, a plan."""
    return statement.figure.kind in (Kind.IDIOM, Kind.DOCUMENT_NUMBER) or is_planned(statement)


def read_facts(
    report: Report, statements: Sequence[Statement], directory: Directory | None = None
) -> list[Fact]:
    """Return the facts of a report in order; ``statements`` are the report's own, in order."""
    facts: list[Fact] = []
    first = _body_start(report)
    by_sentence: dict[int, list[Statement]] = {}
    for one in statements:
        by_sentence.setdefault(one.start, []).append(one)
    for start, end in split_sentences(report.text, first):
        if _is_told(report, start, end):
            facts.extend(_sentence_facts(report, start, end, by_sentence.get(start, ()), directory))
    return facts


def _is_told(report: Report, start: int, end: int) -> bool:
    """Whether a sentence may be told: no heading, no row of a table, no address, no closing line."""
    text = report.text[start:end]
    if SPOKEN_FOR.search(text) or len(text) < 8 or is_table_row(text) or text[-1] not in "。！？；”’":
        return False
    return not any(one.start <= start and end <= one.body for one in report.sections)


def _body_start(report: Report) -> int:
    """Return where the title and what stands under it end."""
    place = report.text.find(report.title) if report.title != report.id else -1
    return max(place, 0) + (len(report.title) if place >= 0 else 0)


def _sentence_facts(
    report: Report, start: int, end: int, statements: Sequence[Statement], directory: Directory | None
) -> Iterator[Fact]:
    text = report.text
    start = _unmarked(text, start, end)
    stop = end - 1 if text[end - 1] in "。！？；" else end
    section = " > ".join(one.title for one in _sections_at(report, start))
    owner = _owner(report, start, directory)
    for low, high in _pieces(text, start, stop, "；;"):
        segments = tuple(
            _segment(first, last, statements)
            for first, last in _pieces(text, _unmarked(text, low, high), high, "，,：")
        )
        if segments:
            named = bool(owner) and owner in text[low:high]
            yield Fact(report, segments, (start, end), section, start / max(1, len(text)), owner, named)


def _unmarked(text: str, start: int, end: int) -> int:
    """Return where a clause starts once its number in a list is left out."""
    return marker.end() if (marker := _MARKER.match(text, start, end)) else start


def _segment(start: int, end: int, statements: Iterable[Statement]) -> Segment:
    inside = tuple(one for one in statements if start <= one.figure.start and one.figure.end <= end)
    return Segment(start, end, inside, any(is_never_checked(one) for one in inside))


def _pieces(text: str, start: int, end: int, borders: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between borders that stand outside quotation marks, brackets and numbers."""
    depth, first = 0, start
    for place in range(start, end):
        character = text[place]
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif character in borders and not depth and not _in_number(text, place):
            if text[first:place].strip():
                yield first, place
            first = place + 1
    if text[first:end].strip():
        yield first, end


def _in_number(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return text[place] in ",：:" and before.isdigit() and after.isdigit()


def _sections_at(report: Report, place: int) -> list[Section]:
    return [one for one in report.sections if one.start <= place < one.end]


def _owner(report: Report, place: int, directory: Directory | None) -> str:
    """Return the organisation that a paragraph speaks of first, as it is named there, else ""."""
    text = report.text
    start = text.rfind("\n", 0, place) + 1
    start = _unmarked(text, start, len(text))
    line_end = text.find("\n", start)
    end = min(start + _OPENING, line_end if line_end >= 0 else len(text))
    for mention in find_organisations(text, start, end, directory):
        if mention.start - start > _LATEST:
            break
        whole_heading = mention.start == start and text[mention.end : mention.end + 1] in ("。", "：", "\n")
        if mention.kind is MentionKind.ORGANISATION or (mention.kind is MentionKind.REGION and whole_heading):
            name = _PARTY.sub("", text[mention.start : mention.end])
            return "" if _SUPERIOR.fullmatch(name) else name
    head = _HEAD.match(text, start, end)
    return head["name"] if head and not _SUPERIOR.fullmatch(head["name"]) else ""


def read_problems(report: Report) -> list[Problem]:
    """Return the problems that the headings of a report name, in order, each once."""
    found: dict[str, Problem] = {}
    for section in report.sections:
        match = _PROBLEM.search(section.title) or _PROBLEM_BARE.search(section.title)
        if match is None:
            continue
        name = match["name"]
        start = report.text.find(name, section.start, section.body)
        if start >= 0 and name not in found:
            path = " > ".join(one.title for one in _sections_at(report, section.start))
            heading = (section.start, section.start + len(report.text[section.start : section.body].rstrip()))
            found[name] = Problem(report, name, start, start + len(name), heading, path)
    return list(found.values())
