from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.web.security import CONTENT_SECURITY
from bot.web.templates import STATIC, TEMPLATES
from tests.bot.web.conftest import WebOffice, open_office


@pytest.mark.parametrize("path", ["/sign-in", "/nothing", "/static/page.js", "/api/openapi.json"])
async def test_response_carries_the_headers(office: WebOffice, path: str) -> None:
    answer = await office.stranger().client.get(path)
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"


def test_policy_names_this_server_alone() -> None:
    assert "unsafe" not in CONTENT_SECURITY
    assert {part.split()[-1] for part in CONTENT_SECURITY.split(";")} == {"'none'", "'self'"}


async def test_pages_stand_in_no_cache(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    assert (await browser.open("/reports")).headers["cache-control"] == "no-store"
    assert (await browser.open("/static/page.js")).headers["cache-control"] == "no-cache"


async def test_style_sheet_that_has_not_changed_is_not_sent_again(office: WebOffice) -> None:
    client = office.stranger().client
    first = await client.get("/static/style.css")
    again = await client.get("/static/style.css", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_body_over_the_limit_is_refused(tmp_path: Path) -> None:
    async for office in open_office(tmp_path, telegram_file_mb=1):
        browser = await office.signed_in("reviewer")
        await browser.open("/checks")
        answer = await browser.post("/checks", files={"file": ("a.txt", b"x" * (3 << 20))})
        assert answer.status_code == 413


async def test_body_without_a_length_is_counted(tmp_path: Path) -> None:
    async for office in open_office(tmp_path, telegram_file_mb=1):
        browser = await office.signed_in("reviewer")
        await browser.open("/checks")

        async def parts() -> AsyncIterator[bytes]:
            yield b'--z\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
            for _ in range(40):
                yield b"x" * (100 << 10)

        headers = {"content-type": "multipart/form-data; boundary=z"}
        answer = await browser.client.post("/checks", content=parts(), headers=headers)
        assert answer.status_code == 413


@pytest.mark.parametrize(
    "file", sorted([*TEMPLATES.iterdir(), *STATIC.iterdir()]), ids=lambda file: file.name
)
def test_page_holds_no_script_style_or_address_of_its_own(file: Path) -> None:
    text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert " style=" not in text
    assert " onclick=" not in text
    assert "<style" not in text
    assert "<script>" not in text
    assert "http://" not in text.replace("('http://', 'https://')", "")
    assert "| safe" not in text
