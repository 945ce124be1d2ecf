from tests.bot.web.conftest import WebOffice
from tests.retrieval.fictional import WATER, report


async def test_metric_is_drawn_and_listed(office: WebOffice) -> None:
    page = (await (await office.signed_in("reader")).open("/figures?q=完成整改")).text
    assert page.count("的对比图") == 2
    assert "33个" in page
    assert "40个" in page
    assert "/reports/water?start=" in page


async def test_figures_are_narrowed(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    page = (await browser.open("/figures?q=完成整改&org=临江市水务局")).text
    assert "33个" in page
    assert ">40个<" not in page
    assert "的对比图" not in page


async def test_unknown_metric_is_told_as_it_was_written(office: WebOffice) -> None:
    page = (await (await office.signed_in("reader")).open("/figures?q=<b>无此")).text
    assert "&lt;b&gt;无此" in page
    assert "<b>无此" not in page


async def test_conflicts_are_shown_as_pairs_and_found_anew(office: WebOffice) -> None:
    browser = await office.signed_in("reader")
    assert "没有发现" in (await browser.open("/figures/conflicts")).text
    other = "临江市水务局整改工作简报\n" + WATER.partition("\n")[2].replace("128.5公里", "131公里")
    office.desk.index.add(report(other, "brief"))
    page = (await browser.open("/figures/conflicts")).text
    assert "128.5公里" in page
    assert "131公里" in page
