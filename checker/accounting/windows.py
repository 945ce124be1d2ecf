"""Clauses of a source's sentence that a clause is held against: ``Window``, and those that one may be told of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from checker.accounting.sources import NamedTime, SourceSentence, SourceSentences
from checker.comparison.levels import is_earlier_level
from corpus.figure import Statement
from corpus.lexicon.wording.connectives import any_connective
from corpus.organisations.mention import Mention, MentionKind
from corpus.statements.list_heads import TextSpan
from corpus.words import character_pairs

_MOST_CLAUSES: Final = 4
MOST_STATED: Final = 6
"""Statements that a figure may be, beyond which none is looked at."""
_WHOLE: Final = "全"
"""What says that it is all of the place that the report is of, and no name (全县)."""
_AGAINST: Final = ("比", "较", "与")
SAYS_ALL: Final = re.compile(any_connective("whole"))
"""What says that all of something is so (全部, 均)."""


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A quantity of a sentence with the statements that it may be, the likeliest first.

    One that was ``reckoned`` rests on all of them together; of one that is ``unsure`` only the number is known, so
    that its clause must say nothing that stands but further off.
    """

    start: int
    end: int
    stated: tuple[Statement, ...]
    reckoned: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """Clauses of a source's sentence that a clause is held against; ``figures`` are the statements it tells."""

    sentence: SourceSentence
    clauses: tuple[int, ...]
    figures: tuple[Statement, ...] = ()

    @property
    def reach(self) -> int:
        """Where the last of the clauses ends that tell the figures."""
        return self._own[-1][1]

    @property
    def text(self) -> str:
        """The text of its clauses."""
        return "|".join(self.sentence.text[slice(*self.sentence.clauses[number])] for number in self.clauses)

    @property
    def head(self) -> str:
        """What the one told figure is of, where a 分别 tells it apart from others; "" elsewhere."""
        return self.sentence.heads.get(self._place, "")

    @property
    def other_heads(self) -> list[str]:
        """What the other figures are of that a 分别 tells apart."""
        return [head for place, head in self.sentence.heads.items() if place != self._place]

    @property
    def _place(self) -> int:
        """Where the one told figure stands that a 分别 tells apart, else the only one; -1 where there are several."""
        own = [self.sentence.place_of(one)[0] for one in self.figures if one in self.sentence.statements]
        shared = [place for place in own if place in self.sentence.heads] or own
        return shared[0] if len(shared) == 1 else -1

    @property
    def _own(self) -> list[TextSpan]:
        """The clauses with a figure, all where none has one."""
        clauses = [self.sentence.clauses[number] for number in self.clauses]
        counted = [
            span for span in clauses if any(span[0] <= one[0] < span[1] for one in self.sentence.figures)
        ]
        return counted if self.figures and counted else clauses

    def times(self) -> list[NamedTime]:
        """Return the times of those clauses, or of the nearest clause before them that names one.

        A round (本轮) is no time that takes the place of a date named before it, nor a date of a round.
        """
        rounds = [one for one in self.sentence.times if one.is_round]
        dates = [one for one in self.sentence.times if not one.is_round]
        found = {*self._nearest(rounds), *self._nearest(dates), *self._until()}
        return sorted((one for one in found if not self._is_of_level_before(one)), key=lambda one: one.start)

    def _is_of_level_before(self, time: NamedTime) -> bool:
        """Whether a time is that of the level from which the told figures rose or fell (由去年的84.2%提高到91.6%)."""
        sentence = self.sentence
        later = (one.start for one in sentence.times if one.start > time.start)
        end = min(later, default=len(sentence.text))
        levels = (one for one in sentence.statements if time.start < sentence.place_of(one)[0] < end)
        first = next(levels, None)
        if first is None or not self.figures or first in self.figures:
            return False
        return is_earlier_level(first)

    def _until(self) -> list[NamedTime]:
        """Return the time up to which it is told that stands before them alone (截至11月底，下达2022年项目71个)."""
        before = self.sentence.clause_before(self.clauses[0])
        return (
            []
            if before is None
            else [
                one
                for one in self.sentence.times
                if one.period.as_of and self.sentence.clause_of(one.start) == before
            ]
        )

    def _nearest(self, times: Sequence[NamedTime]) -> list[NamedTime]:
        reach = self.reach
        known = [(self.sentence.clause_of(one.start), one) for one in times]
        named = [row for row in known if row[1].start < reach]
        inside = [
            one for number, one in known if number in self.clauses and not self._is_compared(one, reach)
        ]
        # 2024年受理167件，较2023年的214件减少47件；化解152件: what is only compared with says nothing of what follows.
        named = [row for row in named if not self.is_against(row[1])]
        last = max((number for number, _ in named), default=0)
        before = [] if any(one.start < reach for one in inside) else named
        return [*inside, *(one for number, one in before if number == last)]

    def _is_compared(self, time: NamedTime, reach: int) -> bool:
        """Whether a clause behind the told figures only compares with a time (比2021年提高)."""
        return time.start >= reach and self.is_against(time)

    def is_against(self, time: NamedTime) -> bool:
        """Whether a time is one that a figure is compared with (较去年同期)."""
        return self.sentence.text[max(0, time.start - 1) : time.start] in _AGAINST

    def names(self) -> list[Mention]:
        """Return the organisations and regions that those clauses name.

        Where none tells a figure or names any, they go on from the clauses before them, up to a semicolon.
        """
        found = self._names_within(self._own)
        first = 0 if self.figures else self.clauses[0]
        while not found and first > 0 and not self.sentence.parts(first):
            first -= 1
            found = self._names_within([self.sentence.clauses[first]])
        return found

    def _names_within(self, spans: Sequence[TextSpan]) -> list[Mention]:
        return [
            one
            for one in self.sentence.names
            if one.kind in (MentionKind.ORGANISATION, MentionKind.REGION)
            and not one.name.startswith(_WHOLE)
            and any(start <= one.start and one.end <= end for start, end in spans)
        ]


def windows_like(said: str, near: Sequence[SourceSentence]) -> Iterator[Window]:
    """Yield the windows of sentences that a clause without a quantity may be told of: a clause, then several in a row.

    Of single clauses those come first that share the most pairs of characters with what is ``said``.
    """
    single = [Window(sentence, (number,)) for sentence in near for number in range(len(sentence.clauses))]
    mine = character_pairs(said)
    yield from sorted(single, key=lambda one: len(mine & character_pairs(one.text)), reverse=True)
    if SAYS_ALL.search(said):
        return  # 全部 is said of one clause's matter
    for sentence in near:
        count = len(sentence.clauses)
        for length in range(2, min(_MOST_CLAUSES, count) + 1):
            for first in range(count - length + 1):
                if not any(map(sentence.parts, range(first + 1, first + length))):
                    yield Window(sentence, tuple(range(first, first + length)))


def windows_telling(told: Sequence[Sequence[Statement]], source: SourceSentences) -> Iterator[Window]:
    """Yield the windows that hold the quantities of a clause, those of one sentence first.

    ``told`` are the statements that each may be; where a sentence states the only one twice, as all and as done
    (排查22项，整改22项), both clauses tell of it.
    """
    first, *others = told
    for one in first[:MOST_STATED]:
        sentence = source.of(one)
        if sentence is None:
            continue
        stated = [one]
        for other in others:
            beside = (s for s in other if source.of(s) is sentence and s not in stated)
            stated.append(next(beside, other[0]))
        numbers = {sentence.clause_with(s) for s in stated if source.of(s) is sentence}
        yield Window(sentence, sentence.with_what_follows(numbers), tuple(stated))
        twins = [(s, t) for s, t in _told_twice(told, stated, source) if source.of(s) is sentence]
        for earlier, last in twins:
            with_twin = sorted({*numbers, sentence.clause_with(last)})
            yield Window(sentence, tuple(with_twin), tuple(last if s is earlier else s for s in stated))


def _told_twice(
    told: Sequence[Sequence[Statement]], stated: Sequence[Statement], source: SourceSentences
) -> Iterator[tuple[Statement, Statement]]:
    """Yield the figures that their sentence states again, each with the later of the two."""
    for one, may_be in zip(stated, told, strict=True):
        again = [s for s in may_be if s not in stated and source.of(s) is source.of(one)]
        if again:
            yield one, max(one, *again, key=lambda s: s.figure.start)
