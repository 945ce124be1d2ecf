"""The terminal as a platform of the chat's core: the commands that it shares with every chat.

What is said here is kept in a folder that goes with the conversation; files are read from this machine, and those
that come back are put under the home folder.
"""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from bot.answer import CheckedAnswer
from bot.chat.command_table import COMMANDS, arguments_of
from bot.chat.desk import Desk
from bot.chat.handlers.questions import keep_answer
from bot.chat.platform import Listed, PressedButton, UploadedFile
from bot.chat.reply import Button, Destination, Reply
from bot.chat.request import Ask, Request
from bot.chat.rich_text import rich
from bot.chat.roles import Role
from bot.chat.service import Service
from bot.settings import Settings
from bot.terminal import print_part
from corpus.reading.refusals import refuse
from retrieval.chat_catalog.chat_catalog import ChatCatalog

if TYPE_CHECKING:
    from retrieval.index import Index

TERMINAL_COMMANDS: Final = tuple(
    command for command in COMMANDS if command.name in {"summary", "figures", "compare", "check", "sources"}
)
"""The rows of the table that serve in the terminal as they serve in every chat."""

FILES_FOLDER: Final = "chat_files"
"""Where, under the home folder, files stand that a command sends back."""

_SELF: Final = "terminal:self"
_SOURCE: Final = "📄 "


class TerminalPlatform:
    """Whoever sits at the terminal, their files, and what was said to them."""

    name = "terminal"

    def __init__(self, home: Path) -> None:
        self._home = home
        self.said: list[Reply] = []

    def split(self, reply: Reply) -> list[Reply]:
        """Cut nothing: a terminal scrolls."""
        return [reply]

    async def send(self, to: Destination, reply: Reply) -> int:
        """Keep a reply to be printed, its file on the disk."""
        if reply.file:
            place = self._home / FILES_FOLDER / reply.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(reply.file)
        self.said.append(reply)
        return len(self.said)

    async def edit(self, to: Destination, reply: Reply, message: int) -> int:
        """Put a reply into the place of another that is not printed yet."""
        if not 0 < message <= len(self.said):
            return await self.send(to, reply)
        self.said[message - 1] = reply
        return message

    def typing(self, to: Destination) -> AbstractAsyncContextManager[None]:
        """Show nothing: the prompt is gone while work is under way."""
        return nullcontext()

    def needs_message(self, to: Destination) -> bool:
        """Print what grows as it grows."""
        return False

    def stream(self, to: Destination, message: int) -> "TerminalPlatform":
        """Print what grows."""
        return self

    def tell(self, part: str) -> None:
        """Print a part."""
        print_part(part)

    async def end(self) -> None:
        """Do nothing: what was printed stays."""

    async def answer_press(self, press: PressedButton, text: str) -> None:
        """Say a notice as a reply."""
        if text:
            self.said.append(Reply(rich(text)))

    async def fetch(self, file: UploadedFile, limit: int) -> bytes | None:
        """Read a file of this machine; raises ``UnreadableFile`` for one that is not there."""
        try:
            data = Path(file.key).read_bytes()
        except OSError as error:
            raise refuse("missing", file.key) from error
        return data if len(data) <= limit else None

    async def publish_commands(self, person: str, commands: Sequence[Listed]) -> None:
        """Do nothing: ``/help`` lists them."""

    def invitation(self, code: str) -> str:
        """Return the code: nobody is invited to a terminal."""
        return code

    def find_person(self, word: str) -> str:
        """Return "": nobody else is here."""
        return ""

    def find_group(self, word: str) -> str:
        """Return "": there are no groups."""
        return ""


class TerminalCommands:
    """Serves the commands of one conversation in the terminal; ``close`` it at the end."""

    def __init__(self, index: "Index", settings: Settings) -> None:
        self._folder = TemporaryDirectory()
        self._settings = settings
        store = ChatCatalog.open(Path(self._folder.name) / "chat.db")
        self._desk = Desk(settings, index, store, admins=frozenset({_SELF}))
        self._platform = TerminalPlatform(settings.home)
        self._service = Service(self._desk, self._platform, TERMINAL_COMMANDS)
        self._updates = 0
        self._kept: CheckedAnswer | None = None
        self._buttons: dict[int, Button] = {}

    def close(self) -> None:
        """Let the threads end and what was said here go."""
        self._desk.close()
        self._desk.store.close()
        self._folder.cleanup()

    def opens(self, number: int) -> bool:
        """Whether a number stands for something that was offered last."""
        return number in self._buttons

    def obey(self, line: str, last: CheckedAnswer | None) -> str:
        """Do what a line says and return what is printed; ``last`` is the answer that was given last."""
        words = arguments_of(line)
        file = (
            UploadedFile(words, Path(words).name) if line.startswith("/check") and _is_file(words) else None
        )
        return asyncio.run(self._heard(line, last, file=file))

    def press(self, number: int) -> str:
        """Open what a number stands for and return what is printed."""
        button = self._buttons[number]
        return asyncio.run(self._heard("", None, press=PressedButton(button.data, button.data)))

    async def _heard(
        self,
        text: str,
        last: CheckedAnswer | None,
        *,
        file: UploadedFile | None = None,
        press: PressedButton | None = None,
    ) -> str:
        if last is not None and last is not self._kept:
            await keep_answer(self._ask(self._request("")), last, ())
            self._kept = last
        request = self._request(text, file, press)
        await self._desk.record(self._desk.store.inbox.receive, request.update, "")
        await self._service.hear(request, free=True)
        said, self._platform.said = self._platform.said, []
        self._buttons = _numbered(said)
        return "\n\n".join(self._printed(reply) for reply in said)

    def _request(
        self, text: str, file: UploadedFile | None = None, press: PressedButton | None = None
    ) -> Request:
        self._updates += 1
        language = self._settings.language
        update = f"{self._platform.name}:{self._updates}"
        return Request(update, _SELF, _SELF, text=text, language=language, file=file, press=press)

    def _ask(self, request: Request) -> Ask:
        return Ask(request, Role.ADMINISTRATOR, self._desk, self._platform, TERMINAL_COMMANDS)

    def _printed(self, reply: Reply) -> str:
        if reply.file:
            return f"{reply.text.plain}\n{self._settings.home / FILES_FOLDER / reply.name}"
        offered = [f"{number}. {button.label}" for number, button in _choices(reply).items()]
        return "\n".join([reply.text.plain, *offered])


def _choices(reply: Reply) -> dict[int, Button]:
    """Return the questions that a reply offers, by number."""
    offered = [button for row in reply.rows for button in row if button.data.startswith("q:")]
    return dict(enumerate(offered, 1))


def _numbered(said: Sequence[Reply]) -> dict[int, Button]:
    """Return the buttons that a number presses: the choices, or the sources by their own numbers."""
    buttons = [button for reply in said for row in reply.rows for button in row]
    sources = {
        int(button.label.removeprefix(_SOURCE)): button
        for button in buttons
        if button.label.startswith(_SOURCE)
    }
    choices = [_choices(reply) for reply in said]
    return sources or (choices[-1] if choices else {})


def _is_file(words: str) -> bool:
    """Whether words name a file: one that is there, or a name with an ending and no blanks in it."""
    try:
        return bool(words) and (Path(words).is_file() or (" " not in words and _has_ending(words)))
    except OSError:
        return False


def _has_ending(words: str) -> bool:
    suffix = Path(words).suffix[1:]
    return suffix.isascii() and suffix.isalpha() and len(suffix) <= 5
