import asyncio
from pathlib import Path

from bot.web.checks.bench import WAITING, Bench, summed_up
from checker.check import check
from checker.evidence import Evidence
from tests.bot.web.conftest import open_office
from tests.retrieval.fictional import WATER, report

DRAFT = "市水务局反馈问题36个，已完成整改30个。"


async def finished(bench: Bench, number: int) -> None:
    while bench.job(number) is not None:
        await asyncio.sleep(0.02)


async def test_check_goes_on_after_a_stop(tmp_path: Path) -> None:
    async for office in open_office(tmp_path):
        bench = office.app.state.site.bench
        number = await bench.begin("web:1", "draft.txt", DRAFT.encode())
        await bench.close()  # as a stop does: the check is under way, and not done
        assert bench.folder(number).check() is None
    async for office in open_office(tmp_path):
        bench = office.app.state.site.bench
        await finished(bench, number)
        kept = bench.folder(number).check()
        assert kept is not None
        assert [one.figure.raw for one in kept.findings] == ["36个", "30个"]
        assert office.desk.store.state.read(WAITING) == {}
        talk = office.desk.store.talks.talk(number)
        assert talk is not None
        assert talk.body["wrong"] == 1


async def test_draft_that_was_forgotten_is_swept_up_at_a_start(tmp_path: Path) -> None:
    async for office in open_office(tmp_path):
        bench = office.app.state.site.bench
        number = await bench.begin("web:1", "draft.txt", DRAFT.encode())
        await finished(bench, number)
        office.desk.store.talks.forget("web:1")
    async for office in open_office(tmp_path):
        assert office.app.state.site.bench.folder(number).check() is None
        assert not list((tmp_path / "drafts").iterdir())


async def test_draft_of_too_many_characters_is_refused(tmp_path: Path) -> None:
    async for office in open_office(tmp_path):
        bench = office.app.state.site.bench
        number = await bench.begin("web:1", "long.txt", ("字" * 500_001).encode())
        await finished(bench, number)
        talk = office.desk.store.talks.talk(number)
        assert talk is not None
        assert "500000" in talk.body["failed"]["zh"]


def test_sum_counts_what_needs_a_person() -> None:
    told = summed_up(tuple(check(DRAFT, Evidence.of_reports([report(WATER)]))))
    assert told == {"total": 2, "wrong": 1, "counts": {"supported": 1, "contradicted": 1}}
