from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.errors import NotFound, UnusableInput
from retrieval.chat_catalog.chat_catalog import ChatCatalog


def test_token_opens_what_its_role_may(chat: ChatCatalog) -> None:
    token = chat.tokens.make("督查系统", "reviewer", by="web:1")
    found = chat.tokens.of(token)
    assert found is not None
    assert (found.name, found.role) == ("督查系统", "reviewer")
    assert found.made_at <= datetime.now(UTC)


def test_token_is_not_kept_itself(chat: ChatCatalog, place: Path) -> None:
    token = chat.tokens.make("督查系统", "reader", by="")
    chat.close()
    assert token.encode() not in place.read_bytes()
    assert token.removeprefix("hedui_").encode() not in place.read_bytes()


@pytest.mark.parametrize("wrong", ["", "hedui_", "督查系统"])
def test_token_that_nobody_made_opens_nothing(chat: ChatCatalog, wrong: str) -> None:
    chat.tokens.make("督查系统", "reader", by="")
    assert chat.tokens.of(wrong) is None


def test_revoked_token_opens_nothing(chat: ChatCatalog) -> None:
    token = chat.tokens.make("督查系统", "reader", by="")
    chat.tokens.revoke("督查系统")
    assert chat.tokens.of(token) is None
    assert chat.tokens.all() == []
    with pytest.raises(NotFound, match="督查系统"):
        chat.tokens.revoke("督查系统")


def test_name_is_of_one_token_until_it_is_revoked(chat: ChatCatalog) -> None:
    first = chat.tokens.make("督查系统", "reader", by="")
    with pytest.raises(UnusableInput, match="督查系统"):
        chat.tokens.make("督查系统", "administrator", by="")
    chat.tokens.revoke("督查系统")
    second = chat.tokens.make("督查系统", "reviewer", by="")
    assert first != second
    assert [(one.name, one.role) for one in chat.tokens.all()] == [("督查系统", "reviewer")]
    assert chat.tokens.of(first) is None
