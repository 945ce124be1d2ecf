from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute

from bot.settings import Settings
from bot.web.application import PAGES, known_hosts
from tests.bot.web.conftest import WebOffice

OPEN = {"/sign-in", "/join/{code}", "/sign-out", "/looks"}
"""The paths that somebody who is not signed in may use."""


def paths() -> list[tuple[str, str]]:
    """Every path of the pages with its method, filled in."""
    found = [
        (method, route.path)
        for router in PAGES
        for route in router.routes
        if isinstance(route, APIRoute) and route.path not in OPEN
        for method in route.methods or ()
    ]
    return [(method, path.replace("{number}", "1").replace("{name}", "water")) for method, path in found]


async def test_every_page_and_deed_is_closed_to_strangers(office: WebOffice) -> None:
    browser = office.stranger()
    await browser.open("/sign-in")
    asked = paths()
    assert len(asked) > 15
    for method, path in asked:
        answer = await browser.client.request(method, path, headers={"x-csrf-token": browser.token})
        closed = (303, "/sign-in") if method == "GET" else (401, None)
        assert (answer.status_code, answer.headers.get("location")) == closed, path


async def test_every_change_needs_the_token_of_its_page(office: WebOffice) -> None:
    browser = await office.signed_in("administrator")
    for method, path in paths():
        if method == "POST":
            assert (await browser.client.post(path)).status_code == 403, path
    assert office.desk.index.titles().keys() == {"water", "school"}


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [
        ("reader", "/checks", 403),
        ("reader", "/people", 403),
        ("reader", "/reports", 200),
        ("reviewer", "/checks", 200),
        ("reviewer", "/people", 403),
        ("administrator", "/people", 200),
    ],
)
async def test_page_is_shown_to_its_roles(office: WebOffice, role: str, path: str, status: int) -> None:
    browser = await office.signed_in(role)
    assert (await browser.open(path)).status_code == status
    assert (f'href="{path}"' in (await browser.open("/")).text) == (status == 200)


@pytest.mark.parametrize("role", ["reader", "reviewer"])
async def test_deed_is_refused_to_lower_roles(office: WebOffice, role: str) -> None:
    browser = await office.signed_in(role)
    await browser.open("/")
    for path in ("/reports/water/remove", "/uploads", "/people/invite", "/people/role"):
        assert (await browser.post(path)).status_code == 403
    assert office.desk.index.titles().keys() == {"water", "school"}


async def test_page_that_is_not_there_is_told(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    answer = await browser.open("/nothing")
    assert answer.status_code == 404
    assert "没有这个页面" in answer.text


async def test_other_name_of_the_server_is_refused(office: WebOffice) -> None:
    browser = office.stranger()
    answer = await browser.client.get("/sign-in", headers={"host": "rebound.example"})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("settings", "host"),
    [({}, "127.0.0.1"), ({"web_url": "https://hedui.example.org/"}, "hedui.example.org")],
    ids=["loopback", "public"],
)
def test_known_hosts_are_those_of_the_settings(tmp_path: Path, settings: dict[str, Any], host: str) -> None:
    assert host in known_hosts(Settings(home=tmp_path, **settings))
    assert "*" not in known_hosts(Settings(home=tmp_path, **settings))
