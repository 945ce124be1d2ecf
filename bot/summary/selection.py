"""Which clauses a summary quotes: facts in, ``Piece``s out, by maximal marginal relevance over words."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.summary.aspects import RESULTS, Aspect, aspect_fitness, is_told_by
from bot.summary.facts import Fact, Segment
from corpus.figure import Statement
from corpus.statements.metrics import content_words

REDUNDANCY: Final = 4.0
"""What a clause loses when all of its words have been told already."""

SAME_PLACE: Final = 1.2
"""What a clause loses when its section, or its organisation, has been heard already."""

_LEAST_FITNESS: Final = 1.0
"""Fitness below which a clause is not worth telling."""

WIDEST: Final = 130
"""Characters up to which a clause is told whole where a part of it fails its check."""

_SCOPE: Final = re.compile(
    r"^(?:截至|自|从)?.{0,4}(?:\d{4}|二〇[〇一二三四五六七八九]{2})年|^截至|^本轮|^整改期间|^今年|^去年|^\d+月"
)

ReportSpan = tuple[str, int, int]
"""A report's id, and where something stands in it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a fact's segments: ``text == fact.report.text[start:end]``.

    ``label`` is the organisation to name before it, "" where the run or the summary's title names it.
    """

    fact: Fact
    segments: tuple[Segment, ...]
    label: str = ""

    @property
    def start(self) -> int:
        """Where it starts in its report."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """One past its last character in its report."""
        return self.segments[-1].end

    @property
    def text(self) -> str:
        """What it says, in the report's words."""
        return self.fact.report.text[self.start : self.end].strip()

    @property
    def span(self) -> ReportSpan:
        """Where it stands."""
        return (self.fact.report.id, self.start, self.end)

    @property
    def can_widen(self) -> bool:
        """Whether it is a part of a clause that may be told whole."""
        whole = self.fact.segments
        return (
            self.segments != whole and len(self.fact.text) <= WIDEST and not any(one.barred for one in whole)
        )

    @property
    def quantities(self) -> tuple[Statement, ...]:
        """The statements of quantities in it."""
        return tuple(one for segment in self.segments for one in segment.quantities)


def overlaps(span: ReportSpan, others: Collection[ReportSpan]) -> bool:
    """Whether a span shares a character with any of ``others``."""
    return any(span[0] == report and span[1] < end and start < span[2] for report, start, end in others)


def pieces_for(
    aspect: Aspect, facts: Sequence[Fact], taken: Collection[ReportSpan]
) -> list[tuple[float, Piece]]:
    """Return the runs that serve an aspect with their fitness, in the order of the facts."""
    found = []
    for fact in facts:
        for run in _runs(aspect, fact, taken):
            score = aspect_fitness(aspect, fact, run)
            if score >= _LEAST_FITNESS:
                found.append((score, Piece(fact, run)))
    return found


def _runs(aspect: Aspect, fact: Fact, taken: Collection[ReportSpan]) -> Iterator[tuple[Segment, ...]]:
    """Yield the runs of free segments from the first that tells the aspect to the last, cut to length."""
    run: list[Segment] = []
    for segment in fact.segments:
        free = not segment.barred and not overlaps((fact.report.id, segment.start, segment.end), taken)
        if free:
            run.append(segment)
        elif run:
            yield from _cut(aspect, fact, run)
            run = []
    if run:
        yield from _cut(aspect, fact, run)


def _cut(aspect: Aspect, fact: Fact, run: Sequence[Segment]) -> Iterator[tuple[Segment, ...]]:
    telling = [place for place, one in enumerate(run) if is_told_by(aspect, fact, one)]
    if not telling:
        return
    first, last = telling[0], telling[-1]
    text = fact.report.text
    # What sets the time or names the subject right before the run belongs to it.
    while first and (
        _SCOPE.match(text[run[first - 1].start : run[first - 1].end].strip())
        or (
            first == 1
            and (aspect is RESULTS and fact.named and run[0].end - run[0].start <= aspect.longest // 2)
        )
    ):
        first -= 1
    while last > first and run[last].end - run[first].start > aspect.longest:
        last -= 1
    yield tuple(run[first : last + 1])


def select(
    candidates: Sequence[tuple[float, Piece]],
    most: int,
    told: Sequence[Piece] = (),
    fits: Callable[[Piece], bool] = lambda _: True,
) -> list[Piece]:
    """Return at most ``most`` of the candidates, those that tell most that ``told`` does not, best first."""
    chosen: list[Piece] = []
    left = list(candidates)
    heard = [set(content_words(piece.text)) for piece in told]
    words = {id(piece): set(content_words(piece.text)) for _, piece in left}
    while left and len(chosen) < most:
        scored = [
            (score - _told_already(piece, words[id(piece)], chosen, heard), -place, piece)
            for place, (score, piece) in enumerate(left)
        ]
        score, place, best = max(scored, key=lambda row: row[:2])
        del left[-place]
        if score < _LEAST_FITNESS:
            break
        if fits(best):
            chosen.append(best)
            heard.append(words[id(best)])
    return chosen


def _told_already(piece: Piece, words: set[str], chosen: Sequence[Piece], heard: Sequence[set[str]]) -> float:
    shared = max((len(words & other) / max(1, len(words)) for other in heard), default=0.0)
    loss = REDUNDANCY * shared**2
    for other in chosen:
        if other.fact.report.id == piece.fact.report.id:
            same_owner = other.fact.owner and other.fact.owner == piece.fact.owner
            same_section = other.fact.section and other.fact.section == piece.fact.section
            loss += SAME_PLACE if same_owner or (same_section and not piece.fact.owner) else 0.0
    return loss
