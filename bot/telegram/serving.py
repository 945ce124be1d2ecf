"""Serving: an update in, who asks and whether they may, the handler's replies recorded and delivered."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Chat, Update, User
from telegram.ext import ContextTypes

from bot.chat.desk import Desk
from bot.chat.reply import Reply, notice, reply_from, reply_shape
from bot.chat.roles import Role, may
from bot.messages import say
from bot.telegram.asking import (
    Ask,
    answer_press,
    language_of_user,
    message_of,
    person_of,
    show_notice,
    thread_of,
)
from bot.telegram.delivery import Destination, Undelivered, deliver, typing
from bot.telegram.ids import key_of
from corpus.errors import HeduiError

Context = ContextTypes.DEFAULT_TYPE
MOST_ATTEMPTS = 40
"""Times that an update is begun; one that kills the process each time is given up.

So many, since those that only wait while another kills the process, or somebody does, are begun as well.
"""

logger = logging.getLogger(__name__)


Handler = Callable[[Ask], Awaitable[list[Reply]]]
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


class Server:
    """Makes Telegram's callbacks of handlers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def callback(
        self,
        handler: Handler,
        needed: Role = Role.READER,
        *,
        question: Callable[[Update], str] | None = None,
        free: bool = False,
    ) -> Callback:
        """Return a callback that serves an update by ``handler`` if whoever asks has the role ``needed``.

        ``question`` takes the text out of the update; ``free`` requests count towards no rate limit.
        """

        async def served(update: Update, context: Context) -> None:
            await self.serve(update, context, handler, needed, question or arguments, free=free)

        return served

    async def serve(
        self,
        update: Update,
        context: Context,
        handler: Handler,
        needed: Role,
        question: Callable[[Update], str],
        *,
        free: bool,
    ) -> None:
        """Work out the replies to an update, unless an earlier start did, and deliver them."""
        desk, user, chat = self.desk, person_of(update), update.effective_chat
        waiting = await desk.record(desk.store.inbox.begin, key_of(update.update_id))
        if user is None or waiting is None:
            return
        if chat is None:  # a button under a message that is not ours any more, or never was
            language = language_of_user(user, context.user_data)
            await answer_press(context.bot, update, say("telegram.gone", language))
            return
        ask = await self._ask(update, context, user, chat, question(update), list(waiting.sent))
        if waiting.replies is not None:
            replies = [reply_from(shape) for shape in waiting.replies]
        else:
            if waiting.attempts > MOST_ATTEMPTS:
                replies = notice(ask.say("failed", incident=f"u{update.update_id}"))
            else:
                replies = await self._worked_out(ask, handler, needed, free=free or waiting.attempts > 1)
            shapes = [reply_shape(one) for one in replies]
            await desk.record(desk.store.inbox.settle, key_of(update.update_id), shapes)
        try:
            await deliver(desk, ask.bot, ask.to, replies, ask.held)
        except Undelivered as error:
            logger.warning("update %s: %s", update.update_id, error)
            desk.unfinished.add(update.update_id)

    async def _worked_out(self, ask: Ask, handler: Handler, needed: Role, *, free: bool) -> list[Reply]:
        """Return the replies of the handler, or the refusal of whoever may not or must wait."""
        refusal = await self._refusal(ask, needed, free=free)
        if refusal is not None:
            return refusal
        async with typing(ask.bot, ask.to):
            return await _answered(handler, ask)

    async def _ask(
        self, update: Update, context: Context, user: User, chat: Chat, text: str, held: list[int]
    ) -> Ask:
        group = 0 if chat.type == chat.PRIVATE else chat.id
        # Whoever speaks for a chat shares what is remembered of that chat.
        kept = context.user_data if user.id > 0 else context.chat_data
        memory = {} if kept is None else kept
        message, at = message_of(update)
        language, thread = language_of_user(user, memory), thread_of(message)
        return Ask(
            desk=self.desk,
            bot=context.bot,
            update=update,
            user=user,
            role=await self.desk.role(key_of(user.id), key_of(group)),
            language=language,
            chat=chat.id,
            group=group,
            thread=thread,
            text=text,
            memory=memory,
            to=Destination(key_of(update.update_id), chat.id, thread, at, language),
            held=held,
            message=message,
            at=at,
        )

    async def _refusal(self, ask: Ask, needed: Role, *, free: bool) -> list[Reply] | None:
        """Return what whoever may not is told, None where they may; a button's refusal is a small notice."""
        if not may(ask.role, needed) or (ask.role is Role.BLOCKED and needed is not Role.STRANGER):
            self.desk.measures.add("denied")
            await ask.audit("denied", str(needed))
            key = {Role.STRANGER: "stranger", Role.BLOCKED: "blocked"}.get(ask.role, "not_allowed")
            return await _refuse(ask, ask.say("anonymous" if ask.user.id < 0 else key, id=ask.user.id))
        if free:
            return None
        seconds = self.desk.limits.wait(ask.user.id)
        if not seconds:
            return None
        self.desk.measures.add("limited")
        if not self.desk.limits.tell(ask.user.id):
            return []
        return await _refuse(ask, ask.say("too_many", seconds=int(seconds) + 1))


async def _answered(handler: Handler, ask: Ask) -> list[Reply]:
    """Return the handler's replies, or what stopped it in one sentence that a person can act on."""
    try:
        return await handler(ask)
    except HeduiError as error:
        return notice(ask.say("error", error=_one_language(str(error), ask.language)))


def _one_language(sentence: str, language: str) -> str:
    """Return a sentence in two languages (what：中文 / English) in the reader's alone."""
    chinese, separator, english = sentence.partition(" / ")
    if not separator or language == "zh":
        return chinese if separator else sentence
    what, colon, _ = chinese.partition("：")
    return f"{what}: {english}" if colon else english


async def _refuse(ask: Ask, text: str) -> list[Reply]:
    if ask.update.callback_query is None:
        return notice(text)
    await show_notice(ask, text)
    return []


def arguments(update: Update) -> str:
    """Return what stands behind a command, or the whole text of a message without one."""
    message, _ = message_of(update)
    if message is None or update.callback_query is not None:
        return ""
    text = message.text or message.caption or ""
    if not text.startswith("/"):
        return text.strip()
    return text.partition(" ")[2].strip() if " " in text.split("\n")[0] else text.partition("\n")[2].strip()
