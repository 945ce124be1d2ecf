from bot.web.conflicts import Conflicts
from tests.bot.web.conftest import WebOffice
from tests.retrieval.fictional import WATER, report


async def test_conflicts_are_found_once_until_the_reports_change(office: WebOffice) -> None:
    conflicts = Conflicts(office.desk.index)
    assert conflicts.pairs() == []
    assert conflicts.pairs() is conflicts.pairs()
    other = "临江市水务局整改工作简报\n" + WATER.partition("\n")[2].replace("128.5公里", "131公里")
    office.desk.index.add(report(other, "brief"))
    ((one, two),) = conflicts.pairs()
    assert {one.figure.raw, two.figure.raw} == {"128.5公里", "131公里"}
