"""Who is spoken to: which messages are meant for the bot, and what they say once its name is taken off."""

import re
from typing import Final

from telegram import Message, MessageEntity, Update
from telegram.constants import ChatType
from telegram.ext import filters

from bot.telegram.updates import arguments

_MENTIONS: Final[list[str | None]] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]


def asked_text(update: Update) -> str:
    """Return the question in a message or a caption: without a mention of the bot, without ``/ask``."""
    message = update.effective_message
    if message is None:
        return ""
    text = arguments(update)
    mention = mention_of(message)
    return text.replace(mention, " ").strip() if mention else text


def mention_of(message: Message) -> str:
    """Return the bot's mention as a message or its caption writes it, "" where it is not mentioned."""
    name = message.get_bot().username
    read = message.parse_entities if message.text else message.parse_caption_entities
    for entity, text in read(_MENTIONS).items():
        if text.lower() == f"@{name}".lower():
            return text
        if entity.user is not None and entity.user.username == name:
            return text
    return ""


class SpokenTo(filters.MessageFilter):
    """Messages that are meant for the bot: in private all; in groups a mention of it or a reply to it."""

    def filter(self, message: Message) -> bool:
        """Return whether a message is meant for the bot."""
        if message.chat.type == ChatType.PRIVATE:
            return True
        answered = message.reply_to_message
        author = answered.from_user if answered is not None else None
        if author is not None and author.id == message.get_bot().id:
            return True
        return bool(mention_of(message))


class CaptionCommand(filters.MessageFilter):
    """Files whose caption is a command: Telegram sends a caption apart from a text, and marks no command in it."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self._wanted = re.compile(rf"/{command}(?:@(?P<name>\w+))?(?:\s|$)", re.IGNORECASE)

    def filter(self, message: Message) -> bool:
        """Return whether the caption is this command, of this bot."""
        match = self._wanted.match(message.caption or "") if message.document else None
        name = message.get_bot().username
        return match is not None and (match["name"] or name).lower() == name.lower()
