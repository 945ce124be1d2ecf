"""A reading of a turn with the draft that it makes, and what readings may lean on."""

from dataclasses import dataclass, replace

from bot.answering.pipeline import Drafted
from bot.conversation.turns.readings import Reading
from bot.drafting.refusal import refusal
from bot.question.question import Question
from corpus.figure import Statement


@dataclass(frozen=True, slots=True)
class Contender:
    """A reading with the draft that it makes, and the share of the turn's own words that this accounts for."""

    reading: Reading
    drafted: Drafted
    share: float

    @property
    def answers(self) -> bool:
        """Whether it is answered at all."""
        return not self.drafted.draft.refused and not self.asks_back

    @property
    def asks_back(self) -> bool:
        """Whether a bare name in it stands for several."""
        return self.drafted.meant is not None and len(self.drafted.meant.full) > 1


@dataclass(frozen=True, slots=True)
class Before:
    """What the readings of a turn may lean on: the last answer's statement, the question that it answered, whose.

    ``report`` is that of the last answer; ``reports`` are those to answer from, all where there are none.
    """

    anchor: Statement | None = None
    asked: Question | None = None
    orgs: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    report: str = ""


def refusing(contender: Contender) -> Contender:
    """Return a reading that accounts for too little of what was said as one that is refused."""
    drafted = contender.drafted
    return replace(contender, drafted=replace(drafted, draft=refusal(drafted.question, drafted.found)))
