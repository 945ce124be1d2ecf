import asyncio
import re
import threading
from io import BytesIO

import pytest
from docx import Document

from tests.bot.web.browser import Browser
from tests.bot.web.conftest import WebOffice

DRAFT = "市水务局反馈问题36个，已完成整改30个，修订制度12项，建成泵站7座。"


async def dropped(browser: Browser, name: str, data: bytes) -> str:
    """The page of a draft's check, once it is done."""
    await browser.open("/checks")
    answer = await browser.post("/checks", files={"file": (name, data)})
    assert answer.status_code == 303
    for _ in range(200):
        page = (await browser.open(answer.headers["location"])).text
        if "data-events" not in page:
            return answer.headers["location"]
        await asyncio.sleep(0.05)
    raise AssertionError("the check came to no end")


def verdicts(page: str) -> dict[str, str]:
    """The verdict of each figure of the draft, by its words."""
    return {raw: verdict for verdict, raw in re.findall(r'class="fig \w+ v-(\w+)[^>]*>([^<]+)<', page)}


async def test_draft_is_shown_with_its_verdicts_and_sources(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await dropped(browser, "draft.txt", DRAFT.encode())
    told = verdicts(browser.page)
    assert told["36个"] == told["12项"] == "supported"
    assert told["30个"] == "contradicted"
    assert "/reports/water?start=" in browser.page
    assert "<mark>33个</mark>" in browser.page


async def test_pasted_text_is_checked(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await browser.open("/checks")
    answer = await browser.post("/checks", text=DRAFT)
    assert re.fullmatch(r"/checks/\d+", answer.headers["location"])


async def test_word_draft_comes_back_with_comments(office: WebOffice) -> None:
    document = Document()
    document.add_paragraph(DRAFT)
    document.save(buffer := BytesIO())
    browser = await office.signed_in("reviewer")
    place = await dropped(browser, "稿.docx", buffer.getvalue())
    answer = await browser.client.get(f"{place}/files/word")
    assert "attachment" in answer.headers["content-disposition"]
    back = Document(BytesIO(answer.content))
    assert any("33个" in one.text for one in back.comments)


@pytest.mark.parametrize(
    ("name", "start"),
    [("page", "<!DOCTYPE html>"), ("table", "\ufeff序号,数字"), ("markdown", "> 共"), ("workbook", "PK")],
)
async def test_check_is_taken_away_in_its_forms(office: WebOffice, name: str, start: str) -> None:
    browser = await office.signed_in("reviewer")
    place = await dropped(browser, "draft.txt", DRAFT.encode())
    answer = await browser.client.get(f"{place}/files/{name}")
    assert answer.status_code == 200
    assert answer.content.startswith(start.encode())
    assert (await browser.client.get(f"{place}/files/word")).status_code == 404


async def test_decision_is_kept_with_who_and_when_and_comes_with_the_next_version(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer", "王芳")
    place = await dropped(browser, "draft.txt", DRAFT.encode())
    figure = re.search(r'id="f(\d+)"[^>]*>30个<', browser.page)
    assert figure
    await browser.post(f"{place}/decide", figure=figure[1], ruling="accept", note="以年报为准")
    page = (await browser.open(place)).text
    assert "以年报为准" in page
    assert "王芳" in page
    assert page.count('aria-pressed="true">确认有误') == 1
    other = await office.signed_in("reviewer", "李四")
    await dropped(other, "draft2.txt", f"新加的一段话。\n{DRAFT}".encode())
    assert "以年报为准" in other.page
    assert "王芳" in other.page


async def test_script_gets_the_finding_and_what_is_left(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    place = await dropped(browser, "draft.txt", DRAFT.encode())
    headers = {"x-hedui": "script", "x-csrf-token": browser.token}
    data = {"figure": "2", "ruling": "reject", "note": ""}
    answer = await browser.client.post(f"{place}/decide", data=data, headers=headers)
    assert answer.text.count("<article") == 1
    assert answer.headers["x-left"].isdecimal()


@pytest.mark.parametrize(
    "form", [{"figure": "99", "ruling": "accept"}, {"figure": "1", "ruling": "burn"}, {}]
)
async def test_decision_on_nothing_is_refused(office: WebOffice, form: dict[str, str]) -> None:
    browser = await office.signed_in("reviewer")
    place = await dropped(browser, "draft.txt", DRAFT.encode())
    assert (await browser.post(f"{place}/decide", **form)).status_code == 400


async def test_draft_is_its_persons_and_administrators_alone(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    place = await dropped(browser, "draft.txt", DRAFT.encode())
    other, administrator = (
        await office.signed_in("reviewer", "李四"),
        await office.signed_in("administrator", "赵六"),
    )
    for path in (place, f"{place}/files/table", f"{place}/events"):
        assert (await other.client.get(path)).status_code == 404
    assert (await administrator.client.get(place)).status_code == 200
    await other.open("/checks")
    assert (await other.post(f"{place}/remove")).status_code == 404
    assert "draft.txt" not in other.page


async def test_unreadable_draft_says_why(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await dropped(browser, "稿.docx", b"PK\x03\x04 no document")
    assert 'role="alert"' in browser.page
    assert "稿.docx" in browser.page


async def test_names_and_texts_are_escaped(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer", "<b>李")
    await dropped(browser, "<img src=x>.txt", f"<script>alert(1)</script>{DRAFT}".encode())
    for page in (browser.page, (await browser.open("/checks")).text):
        assert "<img" not in page
        assert "<b>李" not in page
        assert "<script>alert" not in page


async def test_draft_is_removed_with_its_files(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    place = await dropped(browser, "draft.txt", DRAFT.encode())
    await browser.post(f"{place}/remove")
    assert (await browser.client.get(place)).status_code == 404
    assert not list((office.desk.settings.home / "drafts").iterdir())


async def test_progress_is_told_while_a_check_goes_on(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await browser.open("/checks")
    answer = await browser.post("/checks", text=DRAFT)
    events = (await browser.client.get(f"{answer.headers['location']}/events")).text
    assert events.endswith("event: done\ndata: {}\n\n")
    assert "data-events" not in (await browser.open(answer.headers["location"])).text


async def test_one_count_of_what_needs_a_person_on_every_page_and_in_every_file(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer", "李科员")
    place = await dropped(browser, "draft.txt", DRAFT.encode())
    wrong = [
        n
        for n, verdict in re.findall(r'id="n(\d+)"[^>]*data-tone="(\w+)"', browser.page)
        if verdict == "wrong"
    ]
    await browser.post(f"{place}/decide", figure=wrong[0], ruling="reject", note="含试点")
    await browser.post(f"{place}/decide", figure=wrong[-1], ruling="accept")
    left = len(wrong) - 1
    page = (await browser.open(place)).text
    assert f'<b id="need">{left}</b>' in page
    assert f'<b id="problems">{left}</b>' in page
    assert page.count('data-needs="yes"') == left
    assert f"{left} 个需要人看" in (await browser.open("/checks")).text
    for name in ("page", "markdown"):
        told = (await browser.client.get(f"{place}/files/{name}")).text
        assert f"{left}个需要人看（不计经人审定数字无误的1个）" in told
        assert "数字无误（李科员，" in told
        assert "确认有误（李科员，" in told


async def test_file_of_no_form_that_is_read_is_refused_by_its_name(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await dropped(browser, "a.exe", DRAFT.encode())
    assert "a.exe：读不了这种文件" in browser.page


async def test_list_of_drafts_waits_for_no_check(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await dropped(browser, "draft.txt", DRAFT.encode())
    end = threading.Event()
    running = [
        asyncio.create_task(office.desk.check(end.wait, 10))
        for _ in range(office.desk.settings.telegram_checks)
    ]
    try:
        async with asyncio.timeout(5):
            page = (await browser.open("/checks")).text
    finally:
        end.set()
        await asyncio.gather(*running)
    assert "2 个需要人看" in page
