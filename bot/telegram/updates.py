"""Telegram's updates: who speaks where and says what, read into the core's requests and ids."""

from typing import Any

from telegram import Chat, Document, Message, Update, User
from telegram.ext import ContextTypes

from bot.chat.command_table import arguments_of
from bot.chat.platform import PressedButton, UploadedFile
from bot.chat.request import Request
from bot.telegram.ids import key_of

Context = ContextTypes.DEFAULT_TYPE


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


def press_of(update: Update) -> PressedButton | None:
    """Return the button that an update presses, None where it presses none."""
    query = update.callback_query
    return PressedButton(query.id, query.data or "") if query is not None else None


def arguments(update: Update) -> str:
    """Return what stands behind a command, or the whole text of a message without one."""
    message, _ = message_of(update)
    if message is None or update.callback_query is not None:
        return ""
    return arguments_of(message.text or message.caption or "")


def request_of(update: Update, context: Context, user: User, chat: Chat, text: str) -> Request:
    """Return what ``user`` wants in ``chat``; ``text`` is what they ask."""
    # Whoever speaks for a chat shares what is remembered of that chat.
    kept = context.user_data if user.id > 0 else context.chat_data
    memory = {} if kept is None else kept
    message, at = message_of(update)
    answered = message.reply_to_message if message else None
    return Request(
        update=key_of(update.update_id),
        person=key_of(user.id),
        chat=key_of(chat.id),
        text=text,
        name=user.full_name,
        language=language_of_user(user, memory),
        group="" if chat.type == chat.PRIVATE else key_of(chat.id),
        title=chat.title or "",
        thread=thread_of(message),
        at=at,
        anonymous=user.id < 0,
        edited=update.edited_message is not None,
        press=press_of(update),
        file=_file(message.document if message else None),
        quoted=(answered.text or answered.caption or "") if answered else "",
        quoted_file=_file(answered.document if answered else None),
        memory=memory,
    )


def _file(document: Document | None) -> UploadedFile | None:
    if document is None:
        return None
    return UploadedFile(document.file_id, document.file_name or "", document.file_size or 0)
