import pytest

from tests.bot.web.conftest import WebOffice
from tests.retrieval.fictional import GARDEN, WATER


async def test_reports_are_listed_and_searched(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    assert "临江市水务局关于巡察整改进展情况的通报" in (await browser.open("/reports")).text
    page = (await browser.open("/reports?q=云溪+2022")).text
    assert "云溪大学党委关于巡视整改情况的报告" in page
    assert "水务局" not in page
    assert "没有符合条件的报告" in (await browser.open("/reports?q=无此")).text


async def test_report_is_shown_with_its_figures_and_the_cited_passage(office: WebOffice) -> None:
    start = WATER.index("巡察反馈问题36个")
    end = WATER.index("。", start) + 1
    browser = await office.signed_in("reader")
    page = (await browser.open(f"/reports/water?start={start}&end={end}&figure=33个")).text
    assert 'id="cited"' in page
    assert page.count(" meant") == 1
    assert ">33个</a>" in page
    assert "128.5公里" in page


async def test_passage_alone_is_given_to_a_script(office: WebOffice) -> None:
    start = WATER.index("全市改造")
    browser = await office.signed_in("reader")
    answer = await browser.client.get(
        f"/reports/water?start={start}&end={start + 20}&figure=128.5公里", headers={"x-hedui": "script"}
    )
    assert "<html" not in answer.text
    assert "128.5公里" in answer.text
    assert "（2023年6月12日）" not in answer.text


@pytest.mark.parametrize(
    "place", ["start=5&end=20&figure=99个", "start=99999&end=999999&figure=1", "start=-5&end=3"]
)
async def test_report_that_has_changed_says_so_and_is_shown(office: WebOffice, place: str) -> None:
    browser = await office.signed_in("reader")
    answer = await browser.open(f"/reports/water?{place}")
    assert answer.status_code == 200
    assert ("已不在原处" in answer.text) == ("figure" in place)


async def test_unknown_report_is_told(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    assert (await browser.open("/reports/none")).status_code == 404


async def test_file_goes_in_after_its_preview_alone(office: WebOffice) -> None:
    browser = await office.signed_in("administrator")
    await browser.open("/reports")
    await browser.post("/uploads", files={"file": ("garden.txt", GARDEN.encode())})
    page = (await browser.open("/reports")).text
    assert "青禾县园林中心工作总结" in page
    assert "索引里还没有这份报告" in page
    assert "garden" not in office.desk.index.titles()
    number = page.partition('action="/uploads/')[2].partition('"')[0]
    answer = await browser.post(f"/uploads/{number}", deed="put_in")
    assert answer.headers["location"] == "/reports/garden"
    assert "garden" in office.desk.index.titles()
    assert "/uploads/" + number not in (await browser.open("/reports")).text
    assert "ingest" in [entry.action for entry in office.desk.store.audit.newest()]


async def test_new_version_is_told_by_what_it_supersedes(office: WebOffice) -> None:
    browser = await office.signed_in("administrator")
    await browser.open("/reports")
    changed = WATER.replace("33个", "34个")
    await browser.post("/uploads", files={"file": ("water.txt", changed.encode())})
    assert "water 的另一版" in (await browser.open("/reports")).text


async def test_unreadable_file_says_why_and_is_left(office: WebOffice) -> None:
    browser = await office.signed_in("administrator")
    await browser.open("/reports")
    await browser.post("/uploads", files={"file": ("坏.docx", b"PK\x03\x04 no")})
    page = (await browser.open("/reports")).text
    assert "坏.docx" in page
    number = page.partition('action="/uploads/')[2].partition('"')[0]
    await browser.post(f"/uploads/{number}", deed="put_in")
    assert "坏.docx" not in (await browser.open("/reports")).text


async def test_upload_is_decided_by_who_sent_it(office: WebOffice) -> None:
    one, other = await office.signed_in("administrator"), await office.signed_in("administrator", "李四")
    await one.open("/reports")
    await one.post("/uploads", files={"file": ("garden.txt", GARDEN.encode())})
    number = (await one.open("/reports")).text.partition('action="/uploads/')[2].partition('"')[0]
    await other.open("/reports")
    assert (await other.post(f"/uploads/{number}", deed="put_in")).status_code == 404


async def test_report_is_removed_by_an_administrator(office: WebOffice) -> None:
    browser = await office.signed_in("administrator")
    await browser.open("/reports/school")
    await browser.post("/reports/school/remove")
    assert office.desk.index.titles().keys() == {"water"}
    assert "删除" not in (await (await office.signed_in("reader", "李四")).open("/reports/water")).text
