import json

from bot.chat.desk import Desk
from tests.bot.web.browser import Browser
from tests.bot.web.conftest import WebOffice

SCRIPT = {"x-hedui": "script"}


async def streamed(browser: Browser, text: str) -> str:
    """The last event of the stream that answers a question."""
    headers = {**SCRIPT, "x-csrf-token": browser.token}
    answer = await browser.client.post("/ask", data={"text": text}, headers=headers)
    assert answer.headers["content-type"].startswith("text/event-stream")
    name, data = answer.text.strip().rpartition("\n\n")[2].split("\n")
    assert name == "event: done"
    told = json.loads(data.removeprefix("data: "))
    assert isinstance(told, str)
    return told


async def test_question_is_answered_with_its_passage(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    await browser.open("/")
    told = await streamed(browser, "临江市水务局完成整改多少个问题")
    assert "<b>33个</b>" in told
    assert "/reports/water?start=" in told
    assert "figure=33" in told


async def test_browser_without_scripts_gets_the_page(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    await browser.open("/")
    assert (await browser.post("/ask", text="临江市水务局修订多少项制度")).headers["location"] == "/#latest"
    page = (await browser.open("/")).text
    assert "临江市水务局修订多少项制度" in page
    assert "<b>12项</b>" in page


async def test_follow_up_leans_on_the_question_before(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    await browser.open("/")
    await streamed(browser, "临江市水务局修订多少项制度")
    assert "3项" in await streamed(browser, "那废止了多少项")


async def test_new_topic_parts_the_talk(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    await browser.open("/")
    await streamed(browser, "临江市水务局修订多少项制度")
    assert "新话题" in await streamed(browser, "/new")


async def test_talk_is_its_persons_alone(office: WebOffice) -> None:
    one, other = await office.signed_in("reader"), await office.signed_in("administrator", "李四")
    await one.open("/")
    await one.post("/ask", text="临江市水务局修订多少项制度")
    assert "修订多少项制度" not in (await other.open("/")).text


async def test_question_is_shown_as_it_was_written(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    await browser.open("/")
    told = await streamed(browser, "<img src=x onerror=alert(1)>多少项制度")
    assert "<img" not in told
    assert "&lt;img" in told


async def test_first_page_offers_what_reports_answer(office: WebOffice) -> None:
    page = (await (await office.signed_in("reader")).open("/")).text
    assert "云溪大学" in page
    assert "data-ask" in page


async def test_rating_is_kept_and_is_of_ones_own_answers(office: WebOffice) -> None:
    one, other = await office.signed_in("reader"), await office.signed_in("reader", "李四")
    await one.open("/")
    await one.post("/ask", text="临江市水务局修订多少项制度")
    talk = office.desk.store.talks.recent(people(office.desk)["张三"], chat=people(office.desk)["张三"])[0]
    await other.open("/")
    await other.post(f"/talks/{talk.id}/rate", mark="down")
    assert office.desk.store.talks.marks() == {}
    await one.open("/")
    await one.post(f"/talks/{talk.id}/rate", mark="up")
    assert office.desk.store.talks.marks() == {"up": 1}


def people(desk: Desk) -> dict[str, str]:
    """The people's ids by their names."""
    return {one.name: one.id for one in desk.store.people.everybody()}
