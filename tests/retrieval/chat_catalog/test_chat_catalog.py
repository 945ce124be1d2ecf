from pathlib import Path

import pytest

from corpus.errors import UnusableSetting
from retrieval.catalog.catalog import Catalog
from retrieval.chat_catalog.chat_catalog import ChatCatalog


def test_chat_catalog_stands_in_the_database_of_the_reports(chat: ChatCatalog, place: Path) -> None:
    chat.people.assign("telegram:7", "reader", by="telegram:1")
    with Catalog.open(place) as catalog:
        assert catalog.count() == (0, 0, 0)
    assert chat.people.role("telegram:7") == "reader"


def test_chat_catalog_keeps_what_was_written_when_it_is_opened_again(chat: ChatCatalog, place: Path) -> None:
    chat.state.write("user", "telegram:7", {"language": "en"})
    chat.close()
    with ChatCatalog.open(place) as again:
        assert again.state.read("user") == {"telegram:7": {"language": "en"}}


def test_chat_catalog_of_another_kind_of_database_is_refused() -> None:
    with pytest.raises(UnusableSetting, match="mysql"):
        ChatCatalog.open("mysql://person@host/name")


def test_state_keeps_values_by_kind_and_key(chat: ChatCatalog) -> None:
    chat.state.write("user", "telegram:7", {"language": "en"})
    chat.state.write("user", "telegram:7", {"language": "zh"})
    chat.state.write("chat", "telegram:7", [])
    assert chat.state.read("user") == {"telegram:7": {"language": "zh"}}
    chat.state.drop("user", "telegram:7")
    assert chat.state.read("user") == {}
    assert chat.state.read("chat") == {"telegram:7": []}


def test_state_tells_two_platforms_apart(chat: ChatCatalog) -> None:
    chat.state.write("user", "telegram:7", 1)
    chat.state.write("user", "feishu:7", 2)
    assert chat.state.read("user") == {"telegram:7": 1, "feishu:7": 2}


def test_state_takes_a_key_of_any_length(chat: ChatCatalog) -> None:
    key = "messenger:" + "名" * 300
    chat.state.write("user", key, 1)
    assert chat.state.read("user") == {key: 1}


def test_state_drops_nothing_where_nothing_is(chat: ChatCatalog) -> None:
    chat.state.drop("user", "telegram:404")
    assert chat.state.read("user") == {}


def test_state_refuses_what_json_does_not_take(chat: ChatCatalog) -> None:
    with pytest.raises(TypeError):
        chat.state.write("user", "telegram:7", object())
