"""The bot of the Telegram tests, for what of the chat is tested through it, and the one in memory."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.bot.chat.stages import MemoryStage
from tests.bot.telegram.conftest import ADMIN, admin, bot, group, office, reader, reviewer

__all__ = ["admin", "bot", "group", "office", "reader", "reviewer"]


@pytest.fixture
async def memory(tmp_path: Path) -> AsyncIterator[MemoryStage]:
    """The bot on the platform in memory, with a reader (7001) and a reviewer (7002)."""
    made = MemoryStage(tmp_path, Settings(home=tmp_path, telegram_rate=1000))
    await made.start()
    for person, role in ((7001, "reader"), (7002, "reviewer")):
        made.desk.store.people.assign(made.key(person), role, by=made.key(ADMIN), name="张三")
    yield made
    await made.stop()
