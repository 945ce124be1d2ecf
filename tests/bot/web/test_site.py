from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings
from bot.web.site import is_encrypted, public_url
from tests.bot.web.conftest import WebOffice


@pytest.mark.parametrize(
    ("settings", "address", "encrypted"),
    [
        ({}, "http://127.0.0.1:8600", False),
        ({"web_host": "::1", "web_port": 80}, "http://[::1]:80", False),
        ({"web_url": "https://hedui.example.org/"}, "https://hedui.example.org", True),
        ({"web_url": "http://10.0.0.3:8600"}, "http://10.0.0.3:8600", False),
    ],
    ids=["default", "IPv6", "https", "http"],
)
def test_address_is_what_people_open(
    tmp_path: Path, settings: dict[str, Any], address: str, encrypted: bool
) -> None:
    made = Settings(home=tmp_path, **settings)
    assert public_url(made) == address
    assert is_encrypted(made) is encrypted


async def test_site_makes_addresses_in_full(office: WebOffice) -> None:
    assert office.app.state.site.address("/join/x") == "http://127.0.0.1:8600/join/x"
