from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.decisions import terminal_person
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from tests.bot.conftest import Program


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Iterator[ChatCatalog]:
    with ChatCatalog.open(home / "catalog.db") as opened:
        yield opened


def test_token_is_shown_once_and_opens_what_its_role_may(
    hedui: Program, home: Path, store: ChatCatalog
) -> None:
    made = hedui("token", "督查系统", "--role", "审核员", "--json", home=home).json
    assert (made["name"], made["role"]) == ("督查系统", "reviewer")
    found = store.tokens.of(made["token"])
    assert found is not None
    assert found.role == "reviewer"
    listed = hedui("token", "--json", home=home)
    assert [(one["name"], one["role"]) for one in listed.json["tokens"]] == [("督查系统", "reviewer")]
    assert made["token"] not in listed.out


def test_revoked_token_is_listed_no_more(hedui: Program, home: Path, store: ChatCatalog) -> None:
    token = hedui("token", "督查系统", home=home).out.splitlines()[0]
    assert store.tokens.of(token)
    assert hedui("token", "督查系统", "--revoke", home=home).out == "已撤销 督查系统 的令牌。\n"
    assert store.tokens.of(token) is None
    assert hedui("token", home=home).out == "还没有发放过令牌。\n"


def test_what_is_done_with_tokens_is_in_the_audit(hedui: Program, home: Path, store: ChatCatalog) -> None:
    hedui("token", "督查系统", home=home)
    hedui("token", "督查系统", "--revoke", home=home)
    rows = [(one.person, one.action, one.subject) for one in store.audit.newest()]
    assert rows == [
        (terminal_person(), "token revoked", "督查系统"),
        (terminal_person(), "token made", "督查系统"),
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("督查系统", "--role", "king"), "没有“king”这个角色", id="no such role"),
        pytest.param(("督查系统", "--role", "blocked"), "没有“blocked”这个角色", id="role of nobody"),
        pytest.param(("无此令牌", "--revoke"), "没有名为 无此令牌 的令牌", id="no such token"),
    ],
)
def test_unusable_arguments_are_refused_in_one_line(
    hedui: Program, home: Path, arguments: tuple[str, ...], told: str
) -> None:
    outcome = hedui("token", *arguments, home=home)
    assert outcome.status == 2
    assert told in outcome.err
