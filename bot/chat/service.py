"""Serving: a request in, whether its person may, the handler's replies recorded and delivered."""

import logging
from dataclasses import replace
from typing import Final

from bot.chat.command_table import COMMANDS, read_command
from bot.chat.delivery import deliver
from bot.chat.desk import Desk
from bot.chat.handlers.buttons import press
from bot.chat.handlers.questions import answer_edited, answer_question
from bot.chat.handlers.uploads import take_file
from bot.chat.platform import Platform, Undelivered
from bot.chat.reply import Reply, notice, reply_from, reply_shape
from bot.chat.request import Ask, Command, Handler, Request
from bot.chat.roles import Role, may
from corpus.errors import HeduiError
from retrieval.chat_catalog.inbox import Waiting

MOST_ATTEMPTS: Final = 40
"""Times that an update is begun; one that kills the process each time is given up.

So many, since those that only wait while another kills the process, or somebody does, are begun as well.
"""

logger = logging.getLogger(__name__)


class Service:
    """Serves the requests of one platform by a table of commands."""

    def __init__(self, desk: Desk, platform: Platform, commands: tuple[Command, ...] = COMMANDS) -> None:
        self.desk = desk
        self.platform = platform
        self.commands = commands

    async def hear(self, request: Request, *, free: bool = False) -> None:
        """Serve what was written, sent or pressed by what the table, the file or the button says."""
        command, arguments = read_command(request.text, self.commands)
        handler: Handler = answer_question
        needed = Role.READER
        if request.edited:
            if command is not None and command.handler is not answer_question:
                return  # a command is done once, as it was written first
            handler = answer_edited
        elif request.press is not None:
            handler = press
        elif command is not None:
            handler, needed = command.handler, command.role
        elif request.text.startswith("/"):
            handler = refuse_command
        elif request.file is not None:
            handler, needed = take_file, Role.REVIEWER
        await self.serve(replace(request, text=arguments), handler, needed, free=free)

    async def serve(
        self, request: Request, handler: Handler, needed: Role = Role.READER, *, free: bool = False
    ) -> None:
        """Work out the replies to a request, unless an earlier start did, and deliver them.

        ``needed`` is the role for it; ``free`` requests count towards no rate limit.
        """
        desk = self.desk
        waiting = await desk.record(desk.store.inbox.begin, request.update)
        if waiting is None:
            return
        role = await desk.role(request.person, request.group)
        ask = Ask(request, role, desk, self.platform, self.commands, list(waiting.sent))
        replies = await self._replies(ask, waiting, handler, needed, free=free)
        try:
            await deliver(desk, self.platform, request.to, replies, ask.held)
        except Undelivered as error:
            logger.warning("update %s: %s", request.update, error)
            desk.unfinished.add(request.update)

    async def _replies(
        self, ask: Ask, waiting: Waiting, handler: Handler, needed: Role, *, free: bool
    ) -> list[Reply]:
        """Return the replies that were recorded before, or work them out and record them."""
        if waiting.replies is not None:
            return [reply_from(shape) for shape in waiting.replies]
        if waiting.attempts > MOST_ATTEMPTS:
            replies = notice(ask.say("failed", incident=f"u{ask.shown(waiting.id)}"))
        else:
            replies = await self._worked_out(ask, handler, needed, free=free or waiting.attempts > 1)
        parts = [part for reply in replies for part in self.platform.split(reply)]
        await self.desk.record(
            self.desk.store.inbox.settle, waiting.id, [reply_shape(part) for part in parts]
        )
        return parts

    async def _worked_out(self, ask: Ask, handler: Handler, needed: Role, *, free: bool) -> list[Reply]:
        """Return the replies of the handler, or the refusal of whoever may not or must wait."""
        refusal = await self._refusal(ask, needed, free=free)
        if refusal is not None:
            return refusal
        async with self.platform.typing(ask.request.to):
            return await _answered(handler, ask)

    async def _refusal(self, ask: Ask, needed: Role, *, free: bool) -> list[Reply] | None:
        """Return what whoever may not is told, None where they may; a button's refusal is a small notice."""
        if not may(ask.role, needed) or (ask.role is Role.BLOCKED and needed is not Role.STRANGER):
            self.desk.measures.add("denied")
            await ask.audit("denied", str(needed))
            key = {Role.STRANGER: "stranger", Role.BLOCKED: "blocked"}.get(ask.role, "not_allowed")
            key = "anonymous" if ask.request.anonymous else key
            return await _refuse(ask, ask.say(key, id=ask.shown(ask.person)))
        if free:
            return None
        seconds = self.desk.limits.wait(ask.person)
        if not seconds:
            return None
        self.desk.measures.add("limited")
        if not self.desk.limits.tell(ask.person):
            return []
        return await _refuse(ask, ask.say("too_many", seconds=int(seconds) + 1))


async def refuse_command(ask: Ask) -> list[Reply]:
    """Say that there is no such command."""
    return notice(ask.say("unknown_command"))


async def _answered(handler: Handler, ask: Ask) -> list[Reply]:
    """Return the handler's replies, or what stopped it in one sentence that a person can act on."""
    try:
        return await handler(ask)
    except HeduiError as error:
        return notice(ask.say("error", error=error.in_language(ask.language)))


async def _refuse(ask: Ask, text: str) -> list[Reply]:
    if ask.request.press is None:
        return notice(text)
    await ask.show_notice(text)
    return []
