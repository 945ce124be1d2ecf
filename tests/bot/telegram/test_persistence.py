import pytest

from bot.telegram.persistence import CatalogPersistence
from tests.bot.telegram.conftest import Office

pytestmark = pytest.mark.server


async def test_what_is_remembered_stands_under_the_cores_ids(bot: Office) -> None:
    kept, state = CatalogPersistence(bot.desk), bot.desk.store.state
    await kept.update_user_data(7001, {"language": "en"})
    await kept.update_chat_data(-100200, {"language": "zh"})
    await kept.update_bot_data({"x": 1})
    assert state.read("user") == {"telegram:7001": {"language": "en"}}
    assert state.read("chat") == {"telegram:-100200": {"language": "zh"}}
    again = CatalogPersistence(bot.desk)
    assert await again.get_user_data() == {7001: {"language": "en"}}
    assert await again.get_chat_data() == {-100200: {"language": "zh"}}
    assert await again.get_bot_data() == {"x": 1}


async def test_what_is_as_it_was_is_not_written_again(bot: Office) -> None:
    kept, state = CatalogPersistence(bot.desk), bot.desk.store.state
    data = {"language": "en"}
    await kept.update_user_data(7001, data)
    state.drop("user", "telegram:7001")
    await kept.update_user_data(7001, data)
    assert state.read("user") == {}
    data["language"] = "zh"
    await kept.update_user_data(7001, data)
    assert state.read("user") == {"telegram:7001": {"language": "zh"}}


async def test_what_is_dropped_is_forgotten(bot: Office) -> None:
    kept, state = CatalogPersistence(bot.desk), bot.desk.store.state
    await kept.update_user_data(7001, {"language": "en"})
    await kept.update_chat_data(-1, {"x": 1})
    await kept.drop_user_data(7001)
    await kept.drop_chat_data(-1)
    assert (state.read("user"), state.read("chat")) == ({}, {})
    assert await kept.get_callback_data() is None  # type: ignore[func-returns-value]
    assert await kept.get_conversations("x") == {}
