import pytest

from bot.web.responses import event
from tests.bot.web.conftest import WebOffice


async def test_error_is_a_page_to_a_browser_and_json_to_a_program(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    page = await browser.client.get("/reports/none")
    assert page.headers["content-type"].startswith("text/html")
    told = await browser.client.get("/reports/none", headers={"accept": "application/json"})
    assert told.status_code == page.status_code == 404
    assert "none" in told.json()["error"]


async def test_program_that_is_not_signed_in_is_not_led_to_a_page(office: WebOffice) -> None:
    answer = await office.stranger().client.get("/reports", headers={"accept": "application/json"})
    assert answer.status_code == 401


@pytest.mark.parametrize(("language", "word"), [("zh", "没有这个页面"), ("en", "There is no such page")])
async def test_missing_page_is_told_in_the_visitors_language(
    office: WebOffice, language: str, word: str
) -> None:
    browser = office.stranger(**{"accept-language": language})
    assert word in (await browser.open("/nothing")).text


def test_event_is_one_line() -> None:
    assert event("done", '"a"') == 'event: done\ndata: "a"\n\n'
