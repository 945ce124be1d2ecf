"""Serving: an update in, who asks and whether they may, the handler's replies recorded and delivered."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Message, Update, User
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.messages import say
from bot.telegram.delivery import Destination, Undelivered, deliver, typing
from bot.telegram.desk import Desk, Place
from bot.telegram.markup import escape
from bot.telegram.reply import Reply, notice, reply_from, reply_shape
from bot.telegram.roles import Role, may
from corpus.errors import HeduiError

Context = ContextTypes.DEFAULT_TYPE
DESK = "desk"
"""Where the application keeps its desk; not in ``bot_data``, which is persisted."""

MOST_ATTEMPTS = 3
"""Times that an update is begun; one that kills the process each time is given up."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a handler gets: who asks what, where, and the desk to answer from.

    ``text`` is the question or a command's arguments, "" where there are none; ``group`` is the chat's id in a
    group, 0 in private; ``message`` is the message that asks or that carries the button; ``memory`` is what is
    remembered of the user; ``to`` is where replies go; ``held`` are messages that stand ready for them.
    """

    desk: Desk
    bot: Bot
    update: Update
    user: User
    role: Role
    language: str
    chat: int
    group: int
    thread: int
    text: str
    memory: dict[str, Any]
    to: Destination
    held: list[int]
    message: Message | None = None

    @property
    def place(self) -> Place:
        """The conversation."""
        return (self.chat, self.thread, self.user.id)

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the catalogue in the reader's language, as HTML; values are escaped."""
        safe = {name: escape(value) if isinstance(value, str) else value for name, value in values.items()}
        return say(f"telegram.{key}", self.language, **safe)

    def say_plain(self, key: str, **values: object) -> str:
        """Return a sentence of the catalogue in the reader's language, as plain text."""
        return say(f"telegram.{key}", self.language, **values)

    async def audit(self, action: str, subject: str = "", text: str = "") -> None:
        """Keep a row of the audit; ``text`` only where auditing of text is switched on."""
        kept = text if self.desk.settings.telegram_audit_text and text else None
        await self.desk.record(
            self.desk.store.audit.write,
            self.update.update_id,
            person=self.user.id,
            chat=self.chat,
            action=action,
            subject=subject,
            text=kept,
        )


Handler = Callable[[Ask], Awaitable[list[Reply]]]
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


def language_of_user(user: User | None, memory: dict[str, Any] | None = None) -> str:
    """Return the language for somebody: what they chose, else their Telegram's, Chinese but for English."""
    chosen = (memory or {}).get("language")
    if chosen in {"zh", "en"}:
        return str(chosen)
    return "en" if user and (user.language_code or "").startswith("en") else "zh"


def thread_of(message: Message | None) -> int:
    """Return the topic that a message belongs to, 0 outside topics."""
    return (message.message_thread_id or 0) if message is not None and message.is_topic_message else 0


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
        desk, user, chat = self.desk, update.effective_user, update.effective_chat
        waiting = await desk.record(desk.store.inbox.begin, update.update_id)
        if user is None or chat is None or waiting is None:
            return
        ask = await self._ask(update, context, question(update), list(waiting.sent))
        if waiting.replies is not None:
            replies = [reply_from(shape) for shape in waiting.replies]
        elif waiting.attempts > MOST_ATTEMPTS:
            replies = notice(ask.say("failed", incident=f"u{update.update_id}"))
        else:
            refusal = await self._refusal(ask, needed, free=free or waiting.attempts > 1)
            if refusal is None:
                async with typing(ask.bot, ask.to):
                    refusal = await _answered(handler, ask)
            replies = refusal
            await desk.record(
                desk.store.inbox.settle, update.update_id, [reply_shape(one) for one in replies]
            )
        try:
            await deliver(desk, ask.bot, ask.to, replies, ask.held)
        except Undelivered as error:
            logger.warning("update %s: %s", update.update_id, error)
            desk.unfinished.add(update.update_id)

    async def _ask(self, update: Update, context: Context, text: str, held: list[int]) -> Ask:
        user, chat = update.effective_user, update.effective_chat
        assert user is not None
        assert chat is not None
        group = 0 if chat.type == chat.PRIVATE else chat.id
        memory = context.user_data if context.user_data is not None else {}
        message = update.effective_message
        language = language_of_user(user, memory)
        thread = thread_of(message)
        answered = message.message_id if message and not update.my_chat_member else 0
        return Ask(
            desk=self.desk,
            bot=context.bot,
            update=update,
            user=user,
            role=await self.desk.role(user.id, group),
            language=language,
            chat=chat.id,
            group=group,
            thread=thread,
            text=text,
            memory=memory,
            to=Destination(update.update_id, chat.id, thread, answered, language),
            held=held,
            message=message,
        )

    async def _refusal(self, ask: Ask, needed: Role, *, free: bool) -> list[Reply] | None:
        """Return what whoever may not is told, None where they may; a button's refusal is a small notice."""
        if not may(ask.role, needed) or (ask.role is Role.BLOCKED and needed is not Role.STRANGER):
            self.desk.measures.add("denied")
            await ask.audit("denied", str(needed))
            key = {Role.STRANGER: "stranger", Role.BLOCKED: "blocked"}.get(ask.role, "not_allowed")
            return await _refuse(ask, ask.say(key, id=ask.user.id))
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
    """Return the half of a sentence in two languages (…： 中文 / English) that is in the reader's."""
    chinese, separator, english = sentence.partition(" / ")
    if not separator:
        return sentence
    return chinese if language == "zh" else english


async def _refuse(ask: Ask, text: str) -> list[Reply]:
    if ask.update.callback_query is None:
        return notice(text)
    await show_notice(ask, text)
    return []


async def show_notice(ask: Ask, text: str = "") -> None:
    """Answer a pressed button with a small notice; one that was pressed long ago takes none."""
    query = ask.update.callback_query
    if query is None:
        return
    try:
        await ask.bot.answer_callback_query(query.id, text[:200] or None)
    except TelegramError as error:
        logger.info(
            "update %s: the button's notice came too late (%s)", ask.update.update_id, type(error).__name__
        )


def arguments(update: Update) -> str:
    """Return what stands behind a command, or the whole text of a message without one."""
    message = update.effective_message
    if message is None or update.callback_query is not None:
        return ""
    text = message.text or message.caption or ""
    if not text.startswith("/"):
        return text.strip()
    return text.partition(" ")[2].strip() if " " in text.split("\n")[0] else text.partition("\n")[2].strip()
