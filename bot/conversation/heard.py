"""What a dialogue gives back for one turn: ``Heard``."""

from dataclasses import dataclass

from bot.answer import CheckedAnswer
from bot.conversation.state import State


@dataclass(frozen=True, slots=True)
class Heard:
    """The answer to a turn, and what is remembered after it; ``leaves`` says that the person wants to go."""

    answer: CheckedAnswer
    state: State
    leaves: bool = False
