"""The sentences of passages as an account needs them: passages and their statements in, ``SourceSentence``s out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Final

from checker.accounting.spans import Word, WordedText, ends_in_brackets, split_clauses
from corpus.figure import Statement
from corpus.lexicon.wording.connectives import any_connective
from corpus.numerals import normalise
from corpus.organisations.directory import Directory
from corpus.organisations.mention import Mention, MentionKind
from corpus.organisations.mentions import find_organisations
from corpus.statements.distribution import read_shares
from corpus.statements.list_heads import TextSpan
from corpus.statements.metrics import is_scope
from corpus.structure.sentences import split_sentences
from corpus.times.periods import Period, find_periods, resolve_period
from corpus.words import character_pairs

_BEFORE: Final = 160
"""Characters before a sentence, in its paragraph, that still say whose and when it is."""
_HEADING, _LINES = 20, 4
"""Characters that a line has at most which is a heading, and lines between it and a sentence under it."""

ROUND_WORD: Final = re.compile("[轮批届]")
"""What a round, a batch or a term is named by."""
_GOES_ON: Final = re.compile(rf"\W*(?:{any_connective('outcome')})[^：:，。\n]{{0,8}}[：:]")
_ROW_HEAD: Final = re.compile(r"[\s|]*([^\s|\d,，;；:：。]{2,16})(?:\s*[|\t]|\s{2})")
_CELLS: Final = 3
"""Figures that a row of a table has at least."""
_MARKS: Final = frozenset("、,，;；")
"""What stands between the figures of a list (82.9、89.7和94.5)."""


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """A passage that may account for a sentence: ``text`` starts at ``start`` in the report."""

    report: str
    title: str
    section: str
    text: str
    start: int
    published: date | None = None


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time that a text names: where, in which words, and which it is."""

    start: int
    text: str
    period: Period

    @property
    def is_round(self) -> bool:
        """Whether it is a round, a batch or a term (第二轮)."""
        return bool(ROUND_WORD.search(self.text))


class SourceSentence:
    """A sentence of a passage: ``worded`` is its normalised text, ``start`` its place in the report."""

    def __init__(
        self,
        passage: SourcePassage,
        start: int,
        end: int,
        statements: Sequence[Statement],
        directory: Directory | None = None,
    ) -> None:
        """Keep the sentence ``passage.text[start:end]`` with the statements of its quantities, in order."""
        self.passage = passage
        self._directory = directory
        self.start = passage.start + start
        self.statements = statements
        text = normalise(passage.text[start:end])
        known = [self.place_of(one) for one in statements]
        known += [(one.start, one.end) for one in find_periods(text)]
        self.edges = frozenset(place for span in known for place in span)
        self.worded = WordedText(text, self.edges)
        line = passage.text.rfind("\n", 0, start) + 1
        self._low = max(line, start - _BEFORE)
        self._start = start

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.worded.text

    @cached_property
    def before(self) -> str:
        """What stands before the sentence in its paragraph, normalised.

        A paragraph that only says what became of the one before it (整改情况：) goes on from that.
        """
        low = self._low
        if low and _GOES_ON.match(self.passage.text, low):
            low = max(self.passage.text.rfind("\n", 0, low - 1) + 1, self._start - _BEFORE)
        return normalise(self.passage.text[low : self._start])

    @cached_property
    def over(self) -> str:
        """The report's title and the headings over the sentence, normalised."""
        return normalise(f"{self.passage.title}。{self.passage.section}。{self._heading}")

    @property
    def _heading(self) -> str:
        """The last line before it that is no sentence (【下一步】), "" where it is far off."""
        lines = self.passage.text[: self._start].split("\n")[:-1][-_LINES:]
        return next(
            (one for one in reversed(lines) if 0 < len(one.strip()) <= _HEADING and "。" not in one), ""
        )

    @cached_property
    def figures(self) -> tuple[TextSpan, ...]:
        """The places of the quantities in the text."""
        return tuple(self.place_of(one) for one in self.statements)

    def place_of(self, statement: Statement) -> TextSpan:
        """Return where the figure of one of its statements stands in the text."""
        return statement.figure.start - self.start, statement.figure.end - self.start

    @cached_property
    def clauses(self) -> tuple[TextSpan, ...]:
        """The clauses of the text."""
        return tuple(split_clauses(self.text, self.figures))

    @cached_property
    def heads(self) -> dict[int, str]:
        """What each figure is of that a 分别 tells apart, by where it starts."""
        names = [(one.start, one.end) for one in self.names]
        found = read_shares(self.text, self.figures, names)
        return {place: self.text[slice(*share.head)] for place, share in found.items()}

    @cached_property
    def row_head(self) -> str:
        """What the row of a table is of, which is told of each of its cells; "" of what is no row."""
        match = _ROW_HEAD.match(self.text)
        return match[1] if match else ""

    @cached_property
    def is_row(self) -> bool:
        """Whether it is a row of figures, between which nothing is said."""
        gaps = [self.text[one[1] : other[0]] for one, other in pairwise(self.figures)]
        return len(self.figures) >= _CELLS and all(
            gap and not any(map(str.isalnum, gap)) and not set(gap) & _MARKS for gap in gaps
        )

    def clause_of(self, place: int) -> int:
        """Return the number of the clause that ``place`` stands in."""
        return max(0, bisect_right([start for start, _ in self.clauses], place) - 1)

    def clause_with(self, statement: Statement) -> int:
        """Return the number of the clause that the figure of one of its statements stands in."""
        return self.clause_of(self.place_of(statement)[0])

    def with_what_follows(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Return these clauses and those without a figure that follow each, up to the next semicolon: they go on from it."""
        counted = {self.clause_of(start) for start, _ in self.figures}
        found = set(numbers)
        for number in sorted(found):
            after = number + 1
            while after < len(self.clauses) and not self.parts(after):
                between = self.text[self.clauses[number][1] : self.clauses[after][0]]
                if after in counted and not ends_in_brackets(between):
                    break
                found |= {after} - counted
                after += 1
        return tuple(sorted(found))

    def clause_before(self, number: int) -> int | None:
        """Return the number of the clause before this, None where there is none, it has a figure, or a semicolon parts them."""
        if not number or self.parts(number):
            return None
        low, high = self.clauses[number - 1]
        return None if any(low <= start < high for start, _ in self.figures) else number - 1

    def parts(self, number: int) -> bool:
        """Whether a semicolon stands before the clause of this number."""
        return any(
            mark in self.text[self.clauses[number - 1][1] : self.clauses[number][0] + 1] for mark in "；;"
        )

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words of ``text[start:end]``."""
        return [word for word in self.worded.words if start <= word.start and word.end <= end]

    def words_beside_names(self, start: int, end: int) -> list[Word]:
        """Return the words of ``text[start:end]`` that are no part of a name."""
        return [
            word
            for word in self.words(start, end)
            if not any(one.start <= word.start and word.end <= one.end for one in self.names)
        ]

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The organisations and regions that it names or points to."""
        return tuple(find_organisations(self.text, 0, len(self.text), self._directory))

    @cached_property
    def names_over(self) -> tuple[str, ...]:
        """The organisations that the title and the headings name."""
        return self._organisations(self.over)

    @cached_property
    def names_before(self) -> tuple[str, ...]:
        """The organisations that its paragraph names before it."""
        return self._organisations(self.before)

    def _organisations(self, text: str) -> tuple[str, ...]:
        found = find_organisations(text, 0, len(text), self._directory)
        return tuple(one.name for one in found if one.kind is MentionKind.ORGANISATION)

    @cached_property
    def times(self) -> tuple[NamedTime, ...]:
        """The times that it names."""
        last = self.times_before[0].period if self.times_before else None
        return tuple(_times(self.text, self.passage.published, last))

    @cached_property
    def times_before(self) -> tuple[NamedTime, ...]:
        """The last time named before it in its paragraph, where there is one, and those over it."""
        told = list(_times(self.before, self.passage.published))[-1:]
        return (*told, *_times(self.over, self.passage.published))


def _times(text: str, published: date | None, anchor: Period | None = None) -> Iterator[NamedTime]:
    for one in find_periods(text):
        period = resolve_period(one.text, published, anchor)
        anchor = period if period.first is not None else anchor
        yield NamedTime(one.start, "".join(one.text.split()), period)


class SourceSentences:
    """The sentences of some passages, found by their statements and by their characters."""

    def __init__(
        self,
        passages: Iterable[SourcePassage],
        statements: Iterable[Statement],
        directory: Directory | None = None,
    ) -> None:
        """Read the sentences of ``passages``; ``directory`` knows the organisations that they name."""
        self.sentences: list[SourceSentence] = []
        quantities: dict[str, list[Statement]] = {}
        for one in statements:
            if not is_scope(one.figure):
                quantities.setdefault(one.report, []).append(one)
        for known in quantities.values():
            known.sort(key=_place)
        for passage in passages:
            known = quantities.get(passage.report, [])
            places = [one.figure.start for one in known]
            for start, end in split_sentences(passage.text):
                low = bisect_left(places, passage.start + start)
                high = bisect_left(places, passage.start + end)
                inside = known[low:high]
                self.sentences.append(SourceSentence(passage, start, end, inside, directory))
        self._by_statement = {
            (one.passage.report, stated.figure.start): one
            for one in self.sentences
            for stated in one.statements
        }

    def of(self, statement: Statement) -> SourceSentence | None:
        """Return the sentence of a statement, None where it stands in none of the passages."""
        return self._by_statement.get((statement.report, statement.figure.start))

    def next_in(self, passage: SourcePassage, place: int) -> Statement | None:
        """Return the first statement of a passage from a place of its report on."""
        known = (stated for one in self.sentences if one.passage is passage for stated in one.statements)
        return next((one for one in known if one.figure.start >= place), None)

    def is_nearest(self, whole: Statement, part: Statement) -> bool:
        """Whether no figure of its unit that ``part`` might be of stands nearer before it than ``whole``."""
        before = (
            one
            for sentence in self.sentences
            for one in sentence.statements
            if one.report == part.report
            and one.figure.start < part.figure.start
            and one.figure.unit in (whole.figure.unit, part.figure.unit)
            and (one.figure.value or 0) >= (part.figure.value or 0)
        )
        return max(before, key=_place, default=None) is whole

    def is_cell(self, statement: Statement) -> bool:
        """Whether a statement stands in a row of a table."""
        sentence = self.of(statement)
        return sentence is not None and sentence.is_row

    def beside(self, sentence: SourceSentence) -> list[SourceSentence]:
        """Return a sentence with the one before and the one behind it in its passage."""
        place = self.sentences.index(sentence)
        near = self.sentences[max(0, place - 1) : place + 2]
        return [sentence, *(one for one in near if one is not sentence and one.passage is sentence.passage)]

    def likest(self, text: str, most: int) -> list[SourceSentence]:
        """Return at most ``most`` sentences that share the most pairs of characters with ``text``."""
        mine = character_pairs(text)
        shared = [(len(mine & self._pairs[place]), -place) for place in range(len(self.sentences))]
        best = sorted(shared, reverse=True)[:most]
        return [self.sentences[-place] for count, place in best if count]

    @cached_property
    def _pairs(self) -> list[frozenset[str]]:
        return [character_pairs(one.text) for one in self.sentences]


def _place(statement: Statement) -> int:
    return statement.figure.start
