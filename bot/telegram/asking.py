"""What a handler gets: who asks what and where, read from an update, with the desk to answer from."""

import logging
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Message, Update, User
from telegram.error import TelegramError

from bot.chat.desk import ChatPlace, Desk
from bot.chat.roles import Role
from bot.messages import say
from bot.telegram.delivery import Destination
from bot.telegram.markup import escape

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a handler gets: who asks what, where, and the desk to answer from.

    ``text`` is the question or a command's arguments, "" where there are none; ``group`` is the chat's id in a
    group, 0 in private; ``message`` is the message that asks or that carries the button; ``memory`` is what is
    remembered of the user; ``to`` is where replies go; ``held`` are messages that stand ready for them. ``at`` is
    that message's id, 0 where there is none: a message that Telegram gives out no more has an id and nothing else.
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
    at: int = 0

    @property
    def place(self) -> ChatPlace:
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


def language_of_user(user: User | None, memory: dict[str, Any] | None = None) -> str:
    """Return the language for somebody: what they chose, else their Telegram's, Chinese but for English."""
    chosen = (memory or {}).get("language")
    if chosen in {"zh", "en"}:
        return str(chosen)
    return "en" if user and (user.language_code or "").startswith("en") else "zh"


def person_of(update: Update) -> User | None:
    """Return who speaks, None where nobody does who is to be answered.

    Nobody is another bot, a channel's post copied into its group, and an answer of ours that was sent inline.
    Who speaks in the name of a chat (an anonymous administrator, a channel) is that chat, and has no role.
    """
    message, user = update.message or update.edited_message, update.effective_user
    if message is None or user is None:
        return user
    if message.is_automatic_forward or (message.via_bot and message.via_bot.id == message.get_bot().id):
        return None
    if message.sender_chat is not None:
        return User(message.sender_chat.id, message.sender_chat.title or "", is_bot=False)
    return None if user.is_bot else user


def message_of(update: Update) -> tuple[Message | None, int]:
    """Return the message that asks or that carries the button, and its id; Telegram gives out no old ones."""
    query = update.callback_query
    if query is None:
        message = update.effective_message
        return message, message.message_id if message else 0
    carrier = query.message
    return carrier if isinstance(carrier, Message) else None, carrier.message_id if carrier else 0


def thread_of(message: Message | None) -> int:
    """Return the topic that a message belongs to, 0 outside topics."""
    return (message.message_thread_id or 0) if message is not None and message.is_topic_message else 0


async def show_notice(ask: Ask, text: str = "") -> None:
    """Answer a pressed button with a small notice."""
    await answer_press(ask.bot, ask.update, text)


async def answer_press(bot: Bot, update: Update, text: str = "") -> None:
    """Answer what an update pressed, if it did; a button that was pressed long ago takes no answer."""
    query = update.callback_query
    if query is None:
        return
    try:
        await bot.answer_callback_query(query.id, text[:200] or None)
    except TelegramError as error:
        logger.info(
            "update %s: the button's notice came too late (%s)", update.update_id, type(error).__name__
        )
