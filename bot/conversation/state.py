"""What a dialogue remembers between two turns: values that become JSON and come back unchanged.

A ``Topic`` is what is spoken of, slot by slot; the ledger holds the facts that were answered; a turn that was
not answered waits as ``pending`` for a name or a correction.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from bot.answer import Choice

FACTS_KEPT: Final = 12
"""Facts that a dialogue remembers; a comparison rarely reaches further back."""


class Origin(StrEnum):
    """Where a slot of the topic comes from."""

    SAID = "said"
    INHERITED = "inherited"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of: whose, when, in which round, and what of it.

    ``asking`` is the wording that asks, without names and times (化解率多少); ``act`` is "figure", "words" or
    "summary". ``report`` is the report of the last answer. ``origins`` tells of each slot where it comes from.
    """

    orgs: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    asking: str = ""
    act: str = ""
    report: str = ""
    origins: Mapping[str, Origin] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LedgerFact:
    """A fact that was answered: where it is stated (``at`` is where its figure begins), and how it was called.

    Facts of one ``group`` answer the same question of several owners, times or rounds. One that was worked out has
    its figure in ``raw`` and what it counts in ``metric``.
    """

    report: str
    start: int
    at: int
    name: str = ""
    group: int = 0
    raw: str = ""
    metric: str = ""


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place that an answer cited: ``report.text[start:end]``."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class State:
    """What one dialogue remembers; the empty one is that of a new dialogue.

    ``said`` is the last turn that was answered, which a doubt (你确定吗) asks again after ``before``; ``cited`` are
    the places that its answer cited. ``pending`` is what the last turn asked, where it was not answered, and
    ``choices`` are what it was asked back with.
    """

    topic: Topic = Topic()
    facts: tuple[LedgerFact, ...] = ()
    group: int = 0
    said: str = ""
    cited: tuple[CitedPlace, ...] = ()
    pending: Topic | None = None
    choices: tuple[Choice, ...] = ()
    library: bool = False
    before: "State | None" = None

    def with_facts(self, facts: tuple[LedgerFact, ...]) -> "State":
        """Return the state with these facts added at the end of its ledger."""
        kept = [fact for fact in self.facts if not any(_same_place(fact, one) for one in facts)]
        return replace(self, facts=(*kept, *facts)[-FACTS_KEPT:])


NEW_DIALOGUE: Final = State()
"""What a dialogue remembers before its first turn."""


def _same_place(fact: LedgerFact, other: LedgerFact) -> bool:
    return (fact.report, fact.at) == (other.report, other.at)


def state_json(state: State) -> dict[str, Any]:
    """Return a state as plain JSON values."""
    return asdict(state)


def state_of(shape: object) -> State:
    """Return the state that ``state_json`` made these values of; the empty one where they are no state."""
    try:
        return _state(shape) if isinstance(shape, dict) else State()
    except (KeyError, TypeError, ValueError, AttributeError):
        return State()


def _state(shape: dict[str, Any]) -> State:
    before = shape.get("before")
    pending = shape.get("pending")
    return State(
        topic=_topic(shape["topic"]),
        facts=tuple(LedgerFact(**fact) for fact in shape["facts"]),
        group=int(shape["group"]),
        said=str(shape["said"]),
        cited=tuple(CitedPlace(**place) for place in shape["cited"]),
        pending=_topic(pending) if pending else None,
        choices=tuple(Choice(**choice) for choice in shape["choices"]),
        library=bool(shape["library"]),
        before=_state(before) if before else None,
    )


def _topic(shape: dict[str, Any]) -> Topic:
    return Topic(
        orgs=tuple(map(str, shape["orgs"])),
        members=tuple(map(str, shape["members"])),
        periods=tuple(map(str, shape["periods"])),
        rounds=tuple(map(str, shape["rounds"])),
        asking=str(shape["asking"]),
        act=str(shape["act"]),
        report=str(shape["report"]),
        origins={str(slot): Origin(origin) for slot, origin in shape["origins"].items()},
    )
