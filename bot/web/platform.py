"""The pages as a platform of the chat's core: what is said to somebody waits for the page that asked for it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Final

from bot.chat.command_table import COMMANDS
from bot.chat.platform import Listed, NotFetched, PressedButton, UploadedFile
from bot.chat.reply import Destination, Reply
from bot.chat.rich_text import rich
from bot.web.ids import WEB

_SHARED: Final = {"help", "ask", "new", "summary", "figures", "compare", "forget", "feedback", "privacy"}

WEB_COMMANDS: Final = tuple(command for command in COMMANDS if command.name in _SHARED)
"""The rows of the table that serve in the pages' chat; what the others do, pages of their own do."""


class PageStream:
    """A text that is shown while it grows: its parts wait for the response that carries them; None ends it."""

    def __init__(self) -> None:
        self.parts: asyncio.Queue[str | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()

    def tell(self, part: str) -> None:
        """Add a part; from any thread."""
        self._loop.call_soon_threadsafe(self.parts.put_nowait, part)

    async def end(self) -> None:
        """Show no more; the response ends when the reply is there."""


class WebPlatform:
    """What was said, by the request that it answers; ``address`` makes the address of a page in full."""

    name = WEB.removesuffix(":")

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address
        self._said: dict[str, list[Reply]] = {}
        self._streams: dict[str, PageStream] = {}

    def listen(self, update: str) -> PageStream:
        """Return what will carry the answer to a request while it grows."""
        return self._streams.setdefault(update, PageStream())

    def take(self, update: str) -> list[Reply]:
        """Return what was said to a request, once."""
        self._streams.pop(update, None)
        return self._said.pop(update, [])

    def split(self, reply: Reply) -> list[Reply]:
        """Cut nothing: a page scrolls."""
        return [reply]

    async def send(self, to: Destination, reply: Reply) -> int:
        """Keep a reply for its page."""
        said = self._said.setdefault(to.update, [])
        said.append(reply)
        return len(said)

    async def edit(self, to: Destination, reply: Reply, message: int) -> int:
        """Put a reply into the place of another of the same request."""
        said = self._said.setdefault(to.update, [])
        if not 0 < message <= len(said):
            return await self.send(to, reply)
        said[message - 1] = reply
        return message

    def typing(self, to: Destination) -> AbstractAsyncContextManager[None]:
        """Show nothing: the page shows by itself that it waits."""
        return nullcontext()

    def needs_message(self, to: Destination) -> bool:
        """A page shows what grows without a message for it."""
        return False

    def stream(self, to: Destination, message: int) -> PageStream:
        """Return what carries a growing text to the page that asked."""
        return self.listen(to.update)

    async def answer_press(self, press: PressedButton, text: str) -> None:
        """Say a notice as a reply to the press, whose key is its request."""
        if text:
            self._said.setdefault(press.key, []).append(Reply(rich(text)))

    async def fetch(self, file: UploadedFile, limit: int) -> bytes | None:
        """Hand over nothing: files come by forms of their own."""
        raise NotFetched(file.key)

    async def publish_commands(self, person: str, commands: Sequence[Listed]) -> None:
        """Do nothing: ``/help`` lists them."""

    def invitation(self, code: str) -> str:
        """Return the link that whoever is invited opens."""
        return self._address(f"/join/{code}")

    def find_person(self, word: str) -> str:
        """Return the id of a person of any platform, as the page of people shows it."""
        return word if ":" in word else ""

    def find_group(self, word: str) -> str:
        """Return the id of a group of any platform."""
        return word if ":" in word else ""
