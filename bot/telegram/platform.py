"""Telegram as the chat's core sees it: its contract kept with the calls of the Bot API."""

import logging
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Final

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.chat.measures import Measures
from bot.chat.platform import Listed, NotFetched, PressedButton, UploadedFile
from bot.chat.reply import Destination, Reply, split_reply
from bot.messages import LANGUAGES, say
from bot.telegram.delivery import put_in, send, typing
from bot.telegram.ids import PLATFORM, key_of, telegram_number
from bot.telegram.markup import LONGEST, LONGEST_CAPTION, split_text
from bot.telegram.streaming import Stream

LONGEST_ID: Final = 15
"""Digits of an id."""

LONGEST_NOTICE: Final = 200
"""Characters of a button's notice."""

logger = logging.getLogger(__name__)


class TelegramPlatform:
    """One bot of Telegram's; ``measures`` counts what had to wait."""

    name = PLATFORM.removesuffix(":")

    def __init__(self, bot: Bot, measures: Measures) -> None:
        self._bot = bot
        self._measures = measures

    def split(self, reply: Reply) -> list[Reply]:
        """Cut a reply to messages of Telegram's length."""
        return split_reply(reply, split_text(reply.text, LONGEST_CAPTION if reply.file else LONGEST))

    async def send(self, to: Destination, reply: Reply) -> int:
        """Send a message, a picture or a file; where the server takes no files, say so."""
        return await send(self._bot, self._measures, to, reply)

    async def edit(self, to: Destination, reply: Reply, message: int) -> int:
        """Put a reply into a message."""
        return await put_in(self._bot, self._measures, to, reply, message)

    def typing(self, to: Destination) -> AbstractAsyncContextManager[None]:
        """Show "typing"."""
        return typing(self._bot, to)

    def needs_message(self, to: Destination) -> bool:
        """Whether a growing text needs a message: in groups; in private chats it is a draft."""
        return to.group

    def stream(self, to: Destination, message: int) -> Stream:
        """Show a growing text."""
        return Stream(
            self._bot, telegram_number(to.chat), to.thread, telegram_number(to.update), message, to.language
        )

    async def answer_press(self, press: PressedButton, text: str) -> None:
        """Answer a pressed button; one that was pressed long ago takes no answer."""
        try:
            await self._bot.answer_callback_query(press.key, text[:LONGEST_NOTICE] or None)
        except TelegramError as error:
            logger.info("a button's notice came too late (%s)", type(error).__name__)

    async def fetch(self, file: UploadedFile, limit: int) -> bytes | None:
        """Download a file, None for one that is too large for Telegram."""
        try:
            held = await self._bot.get_file(file.key)
            return bytes(await held.download_as_bytearray())
        except TelegramError as error:
            if "too big" in error.message:
                return None
            raise NotFetched(type(error).__name__) from error

    async def publish_commands(self, person: str, commands: Sequence[Listed]) -> None:
        """Tell Telegram the menu in each language: everybody's, or one person's.

        A person who never wrote to the bot has no chat to put a menu in: theirs comes when they do.
        """
        for language in LANGUAGES:
            menu = [BotCommand(command.name, say(command.help, language)) for command in commands]
            scope = BotCommandScopeChat(telegram_number(person)) if person else BotCommandScopeDefault()
            # Chinese is also what people of every other language get.
            codes = (language,) if language == "en" else ("", language)
            for code in codes:
                try:
                    await self._bot.set_my_commands(menu, scope, code or None)
                except TelegramError:
                    if not person:
                        raise
                    return

    def invitation(self, code: str) -> str:
        """Return a link that opens the bot with an invitation."""
        return f"https://t.me/{self._bot.username}?start={code}"

    def find_person(self, word: str) -> str:
        """Return the id of the user that a number means."""
        number = word.removeprefix(PLATFORM)
        is_number = number.isascii() and number.isdecimal() and len(number) <= LONGEST_ID
        return key_of(int(number)) if is_number else ""

    def find_group(self, word: str) -> str:
        """Return the id of the group that a number means."""
        number = word.removeprefix(PLATFORM)
        digits = number.removeprefix("-")
        is_number = digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST_ID
        return key_of(int(number)) if is_number else ""
