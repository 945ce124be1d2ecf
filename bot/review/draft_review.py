"""One draft under review: its findings with what was decided on each, whoever decided it and wherever."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from bot.messages import say_both
from bot.review.places import draft_places
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.errors import UnusableInput
from retrieval.chat_catalog.decisions import Decision, Decisions


class Ruling(StrEnum):
    """What a reviewer decides on a finding.

    To accept one is to say that the check is right, to reject it, that the figure is; a note says neither and leaves
    what was chosen before as it is; to reopen it takes back what was chosen.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    NOTE = "note"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class JudgedFigure:
    """A figure of a draft (offsets into its text) with the verdict on it: all of a finding that a decision is about."""

    start: int
    end: int
    verdict: str


def judged_figures(findings: Iterable[Finding]) -> list[JudgedFigure]:
    """Return the figures of ``findings``."""
    return [JudgedFigure(one.figure.start, one.figure.end, str(one.verdict)) for one in findings]


class DraftReview:
    """The decisions on one draft. Its figures are numbered from 1 in the order in which they are given: the text's."""

    def __init__(
        self, store: Decisions, text: str, figures: Sequence[JudgedFigure], *, name: str = ""
    ) -> None:
        """Take the draft ``text`` with its judged figures; ``name`` is its file's, "" for none."""
        self._store = store
        self._figures = tuple(figures)
        self._name = name
        self._draft = draft_places(text, [(one.start, one.end) for one in figures])

    def decisions(self) -> dict[int, Decision]:
        """Return by the figures' numbers what was decided last on each that is in the draft and was decided on."""
        return {number: made for number, made in self._last().items() if made.choice != Ruling.REOPEN}

    def history(self, number: int) -> list[Decision]:
        """Return all that was decided on a figure, the oldest first."""
        return [made for found, made in self._found() if found == number]

    def gone(self) -> list[Decision]:
        """Return what was decided last on figures of earlier versions that stand in the draft no more, or were changed."""
        newest = {made.place: made for found, made in self._found() if found is None}
        return [made for made in newest.values() if made.choice != Ruling.REOPEN]

    def decide(
        self,
        number: int,
        choice: Ruling,
        *,
        by: str,
        note: str = "",
        at: datetime | None = None,
        verdict: str = "",
    ) -> Decision:
        """Keep what ``by`` (an id with the platform's name) decides on a figure; return what then holds.

        ``at`` is when it was decided, in UTC, now by default; ``verdict`` what the check said then, what it says
        now by default. Raises ``UnusableInput`` for a number that no figure has, and for a note that says nothing.
        """
        if not 1 <= number <= len(self._figures):
            raise UnusableInput(*say_both("error.no_such_number", number=number, total=len(self._figures)))
        if choice is Ruling.NOTE:
            if not note.strip():
                raise UnusableInput(*say_both("error.empty_note"))
            before = self.decisions().get(number)
            choice = Ruling(before.choice) if before else choice
        made = Decision(
            self._draft.places[number - 1],
            str(choice),
            by,
            at or datetime.now(UTC),
            note.strip(),
            verdict or self._figures[number - 1].verdict,
            self._draft.quotes[number - 1],
        )
        self._store.add(self._draft.sentences, made, name=self._name)
        return made

    def need_person(self) -> int:
        """Return how many figures the check holds to be wrong and no reviewer said to be right."""
        decided = self.decisions()
        return sum(
            needs_person(one.verdict, decided.get(number)) for number, one in enumerate(self._figures, 1)
        )

    def _last(self) -> dict[int, Decision]:
        last: dict[int, Decision] = {}
        for number, made in self._found():
            if number is not None:
                note = made.note or (last[number].note if number in last else "")
                last[number] = replace(made, note=note if made.choice != Ruling.REOPEN else "")
        return last

    def _found(self) -> list[tuple[int | None, Decision]]:
        """Return what was decided on the draft, the oldest first, with the number of the figure that it is on now."""
        draft = self._store.draft(self._draft.sentences)
        if draft is None:
            return []
        made = [(self._draft.find(one.place), one) for one in self._store.of(draft)]
        return [(None if place is None else place + 1, one) for place, one in made]


def needs_person(verdict: str, made: Decision | None = None) -> bool:
    """Return whether a person must look at a figure: told wrong, and not said to be right by what was decided on it."""
    return verdict in WRONG and not (made is not None and overrules(made, verdict))


def overrules(decision: Decision, verdict: str) -> bool:
    """Return whether a reviewer said that the figure is right although the check gave it ``verdict``.

    A decision was made on what the check said then: where it now gives another verdict, a person must look again.
    """
    return decision.choice == Ruling.REJECT and decision.verdict == verdict
