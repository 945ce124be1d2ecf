import socket
from contextlib import closing
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.web.serving import check_address, is_loopback, listening_socket, web_administrators, welcome
from corpus.errors import UnusableSetting
from tests.bot.web.conftest import WebOffice


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.5.5.5", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("10.0.0.3", False),
        ("::", False),
        ("hedui.example.org", False),
    ],
)
def test_loopback_is_told(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_open_address_needs_its_name(tmp_path: Path) -> None:
    with pytest.raises(UnusableSetting, match="HEDUI_WEB_URL"):
        check_address(Settings(home=tmp_path, web_host="0.0.0.0"))
    check_address(Settings(home=tmp_path, web_host="0.0.0.0", web_url="https://hedui.example.org"))
    check_address(Settings(home=tmp_path))


def test_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UnusableSetting, match=str(port)):
            listening_socket(Settings(home=tmp_path, web_port=port))


def test_who_comes_before_the_program_is_up_waits(tmp_path: Path) -> None:
    with closing(listening_socket(Settings(home=tmp_path, web_port=0))) as held:
        socket.create_connection(held.getsockname(), timeout=5).close()  # refused where nothing listens


def test_first_administrators_are_named_by_the_proxy(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, web_admins=" wang，li ,,")
    assert web_administrators(settings) == {"web:user/wang", "web:user/li"}


async def test_start_without_an_administrator_invites_one(office: WebOffice) -> None:
    told = welcome(office.desk)
    path = told.partition("http://127.0.0.1:8600/join/")[2].partition("\n")[0]
    browser = office.stranger()
    await browser.open(f"/join/{path}")
    await browser.post(f"/join/{path}", name="王芳")
    assert (await browser.open("/people")).status_code == 200
    assert "/join/" not in welcome(office.desk)
