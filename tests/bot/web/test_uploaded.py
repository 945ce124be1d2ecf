from pathlib import Path

from tests.bot.web.conftest import WebOffice, open_office


async def test_form_without_a_file_is_told(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await browser.open("/checks")
    answer = await browser.post("/checks", files={"other": ("a.txt", b"x")})
    assert answer.status_code == 400
    assert "请选择一个文件" in answer.text


async def test_file_over_the_limit_is_told_by_name(tmp_path: Path) -> None:
    async for office in open_office(tmp_path, telegram_file_mb=1):
        browser = await office.signed_in("reviewer")
        await browser.open("/checks")
        answer = await browser.post("/checks", files={"file": ("大.txt", b"x" * (1 << 20) + b"x")})
        assert answer.status_code == 400
        assert "大.txt" in answer.text


async def test_name_of_a_file_leads_nowhere(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await browser.open("/checks")
    await browser.post("/checks", files={"file": ("../../etc/passwd.txt", "共12个。".encode())})
    page = (await browser.open("/checks")).text
    assert "passwd.txt" in page
    assert ".." not in page


async def test_several_drafts_are_taken_at_once(office: WebOffice) -> None:
    browser = await office.signed_in("reviewer")
    await browser.open("/checks")
    files = [("file", (f"{n}.txt", "共12个。".encode())) for n in range(3)]
    answer = await browser.post("/checks", files=files)
    assert answer.headers["location"] == "/checks"
    assert (await browser.open("/checks")).text.count(".txt") >= 3
