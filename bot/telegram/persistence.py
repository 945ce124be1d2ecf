"""What the application remembers of users and chats, in the catalog, as JSON: no pickle, nothing to load blindly."""

import copy
from typing import Any

from telegram.ext import BasePersistence, PersistenceInput

from bot.chat.desk import Desk
from bot.telegram.ids import key_of, telegram_number

Data = dict[Any, Any]


class CatalogPersistence(BasePersistence[Data, Data, Data]):
    """Keeps user data, chat data and bot data in the catalog; values must be such as JSON takes."""

    def __init__(self, desk: Desk, update_interval: float = 1.0) -> None:
        """Write what has changed every ``update_interval`` seconds and at the end."""
        super().__init__(PersistenceInput(callback_data=False), update_interval)
        self._desk = desk
        self._written: dict[tuple[str, str], Data] = {}

    async def get_user_data(self) -> dict[int, Data]:
        """Return all users' data by id."""
        return await self._read("user")

    async def get_chat_data(self) -> dict[int, Data]:
        """Return all chats' data by id."""
        return await self._read("chat")

    async def get_bot_data(self) -> Data:
        """Return the bot's own data."""
        return (await self._read("bot")).get(0, {})

    async def update_user_data(self, user_id: int, data: Data) -> None:
        """Keep a user's data."""
        await self._write("user", user_id, data)

    async def update_chat_data(self, chat_id: int, data: Data) -> None:
        """Keep a chat's data."""
        await self._write("chat", chat_id, data)

    async def update_bot_data(self, data: Data) -> None:
        """Keep the bot's data."""
        await self._write("bot", 0, data)

    async def drop_user_data(self, user_id: int) -> None:
        """Forget a user's data."""
        await self._drop("user", user_id)

    async def drop_chat_data(self, chat_id: int) -> None:
        """Forget a chat's data."""
        await self._drop("chat", chat_id)

    async def get_callback_data(self) -> None:
        """Return nothing: a button's data names an exchange in the catalog."""

    async def update_callback_data(self, data: object) -> None:
        """Keep nothing."""

    async def get_conversations(self, name: str) -> dict[Any, Any]:
        """Return nothing: there are no conversation handlers."""
        return {}

    async def update_conversation(self, name: str, key: object, new_state: object | None) -> None:
        """Keep nothing."""

    async def refresh_user_data(self, user_id: int, user_data: Data) -> None:
        """Do nothing: this process alone writes."""

    async def refresh_chat_data(self, chat_id: int, chat_data: Data) -> None:
        """Do nothing: this process alone writes."""

    async def refresh_bot_data(self, bot_data: Data) -> None:
        """Do nothing: this process alone writes."""

    async def flush(self) -> None:
        """Do nothing: nothing is held back."""

    async def _read(self, kind: str) -> dict[int, Data]:
        found = await self._desk.record(self._desk.store.state.read, kind)
        self._written.update({(kind, key): copy.deepcopy(value) for key, value in found.items()})
        return {telegram_number(key): value for key, value in found.items()}

    async def _write(self, kind: str, number: int, data: Data) -> None:
        key = (kind, key_of(number))
        if self._written.get(key, {}) == data:
            return
        await self._desk.record(self._desk.store.state.write, *key, data)
        self._written[key] = copy.deepcopy(data)

    async def _drop(self, kind: str, number: int) -> None:
        self._written.pop((kind, key_of(number)), None)
        await self._desk.record(self._desk.store.state.drop, kind, key_of(number))
