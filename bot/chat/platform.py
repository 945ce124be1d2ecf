"""What a platform does for the chat's core: the contract that each adapter keeps, and the values in it.

The core knows people, chats and groups by ids that begin with the platform's name (``telegram:42``), messages
by numbers, and texts by runs; an adapter translates.
"""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.chat.reply import Destination, Reply


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that somebody sent: what the platform fetches it by, its name ("" for none), its size in bytes or 0."""

    key: str
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as people see it: its name, and the key of its description in the catalogue."""

    name: str
    help: str


@dataclass(frozen=True, slots=True)
class PressedButton:
    """A button that was pressed: what the platform answers it by, and what the button sends."""

    key: str
    data: str


class Undelivered(Exception):
    """A delivery that was given up for now; the update stays in the inbox."""


class ChatShut(Exception):
    """A chat that takes no messages of ours."""


class ChatMoved(Exception):
    """A chat that has another id now: ``to``."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


class NotFetched(Exception):
    """A file that the platform does not hand over."""


class AnswerStream(Protocol):
    """A text that is shown while it grows."""

    def tell(self, part: str) -> None:
        """Add a part that may be shown; from any thread."""

    async def end(self) -> None:
        """Show no more."""


class Platform(Protocol):
    """One way of talking to people."""

    @property
    def name(self) -> str:
        """The word before the colon of its ids."""

    def split(self, reply: Reply) -> list[Reply]:
        """Cut a reply to the platform's limits; the first part keeps ``file`` and ``edits``, the last the buttons.

        What is within the limits comes back as it is, so that to split twice changes nothing.
        """

    async def send(self, to: Destination, reply: Reply) -> int:
        """Send a message or a file and return its number.

        Waits out what passes; raises ``Undelivered``, ``ChatShut`` or ``ChatMoved`` for what does not.
        """

    async def edit(self, to: Destination, reply: Reply, message: int) -> int:
        """Put a reply into a message of ours, or into a new one where that has gone; raises as ``send`` does."""

    def typing(self, to: Destination) -> AbstractAsyncContextManager[None]:
        """Show, within the block, that work is under way."""

    def needs_message(self, to: Destination) -> bool:
        """Whether a growing text is shown in a message that has to be sent before."""

    def stream(self, to: Destination, message: int) -> AnswerStream:
        """Begin to show a growing text: in ``message``, or by the platform's own means where that is 0."""

    async def answer_press(self, press: PressedButton, text: str) -> None:
        """Answer a pressed button with a small notice, "" for none; never fails."""

    async def fetch(self, file: UploadedFile, limit: int) -> bytes | None:
        """Return a file's bytes, None for one over ``limit`` bytes or the platform's own limit.

        Raises ``NotFetched`` where it is not to be had.
        """

    async def publish_commands(self, person: str, commands: Sequence[Listed]) -> None:
        """Show somebody, or with "" everybody, the commands that they may use."""

    def invitation(self, code: str) -> str:
        """Return what whoever is invited opens or says."""

    def find_person(self, word: str) -> str:
        """Return the id of the person that somebody's word means, "" for none."""

    def find_group(self, word: str) -> str:
        """Return the id of the group that somebody's word means, "" for none."""
