"""What one part of a turn comes to: ``Outcome``."""

from dataclasses import dataclass

from bot.answer import CheckedAnswer, Draft
from bot.conversation.competition import Contender
from bot.conversation.state import State


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft to check, or an answer that is ready; and the state after it. ``contender`` is the reading that won."""

    state: State
    draft: Draft | None = None
    answer: CheckedAnswer | None = None
    contender: Contender | None = None
