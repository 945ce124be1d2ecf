"""Requests: who asks what and where, as a platform read it, and what a handler works with to reply."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.chat.desk import ChatPlace, Desk
from bot.chat.platform import Listed, Platform, PressedButton, UploadedFile
from bot.chat.reply import Destination, Reply
from bot.chat.roles import Role, may
from bot.messages import say


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants, as the platform read it.

    ``update`` names what arrived and is never used twice. It, ``person``, ``chat`` and ``group`` are ids with the
    platform's name before them (``telegram:42``); ``group`` is the chat's id in a group, "" in private, ``title``
    its name. ``anonymous`` people speak in the name of a chat. ``text`` is the question or a command's arguments.
    ``memory`` is what is remembered of the person, which the platform keeps. ``at`` is the message that asks or
    that carries the pressed button, 0 for none. ``quoted`` and ``quoted_file`` are what it replies to.
    """

    update: str
    person: str
    chat: str
    text: str = ""
    name: str = ""
    language: str = "zh"
    group: str = ""
    title: str = ""
    thread: int = 0
    at: int = 0
    anonymous: bool = False
    edited: bool = False
    press: PressedButton | None = None
    file: UploadedFile | None = None
    quoted: str = ""
    quoted_file: UploadedFile | None = None
    memory: dict[str, Any] = field(default_factory=dict)

    @property
    def to(self) -> Destination:
        """Where the replies go."""
        return Destination(
            self.update, self.chat, self.thread, self.at, self.language, group=bool(self.group)
        )


@dataclass(frozen=True, slots=True)
class Ask:
    """What a handler gets: the request, the role of whoever asks, and what to answer from.

    ``held`` are messages that stand ready for the replies; ``commands`` is the table that is served.
    """

    request: Request
    role: Role
    desk: Desk
    platform: Platform
    commands: "tuple[Command, ...]" = ()
    held: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The question or a command's arguments, "" where there are none."""
        return self.request.text

    @property
    def person(self) -> str:
        """The id of whoever asks."""
        return self.request.person

    @property
    def chat(self) -> str:
        """The id of the chat."""
        return self.request.chat

    @property
    def group(self) -> str:
        """The id of the group, "" in private."""
        return self.request.group

    @property
    def language(self) -> str:
        """The language of the bot's own words."""
        return self.request.language

    @property
    def at(self) -> int:
        """The message that asks or that carries the button, 0 for none."""
        return self.request.at

    @property
    def place(self) -> ChatPlace:
        """The conversation."""
        return (self.request.chat, self.request.thread, self.request.person)

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the catalogue in the reader's language."""
        return say(f"telegram.{key}", self.language, **values)

    def shown(self, key: str) -> str:
        """Return an id as people of this platform know it: without the platform's name."""
        return key.removeprefix(f"{self.platform.name}:")

    async def show_notice(self, text: str = "") -> None:
        """Answer the pressed button, if one was, with a small notice."""
        if self.request.press is not None:
            await self.platform.answer_press(self.request.press, text)

    async def publish_commands(self, person: str, role: Role) -> None:
        """Show somebody the commands of their role."""
        await self.platform.publish_commands(person, listed(menu_of(self.commands, role)))

    async def audit(self, action: str, subject: str = "", text: str = "") -> None:
        """Keep a row of the audit; ``text`` only where auditing of text is switched on."""
        kept = text if self.desk.settings.telegram_audit_text and text else None
        await self.desk.record(
            self.desk.store.audit.write,
            self.request.update,
            person=self.person,
            chat=self.chat,
            action=action,
            subject=subject,
            text=kept,
        )


Handler = Callable[[Ask], Awaitable[list[Reply]]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, the role that it needs, what it does; ``help`` is the key of its description."""

    name: str
    role: Role
    help: str
    handler: Handler


def menu_of(commands: Iterable[Command], role: Role) -> tuple[Command, ...]:
    """Return the commands that a role may use, in the table's order."""
    return tuple(command for command in commands if may(role, command.role))


def listed(commands: Iterable[Command]) -> tuple[Listed, ...]:
    """Return commands as a platform shows them."""
    return tuple(Listed(command.name, command.help) for command in commands)
