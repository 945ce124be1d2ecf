import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.library.evidence_shelf import IndexEvidence
from bot.web.checks.bench import WAITING, Bench, Job, summed_up
from checker.check import check
from checker.evidence import Evidence
from corpus.figure import Statement
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


async def test_long_draft_is_kept_as_it_is_checked_against_all_of_its_evidence(tmp_path: Path) -> None:
    text = "\n".join([DRAFT] * 120)
    async for office in open_office(tmp_path):
        bench = office.app.state.site.bench
        number = await bench.begin("web:1", "long.txt", text.encode())
        job = bench.job(number)
        await finished(bench, number)
        kept = bench.folder(number).check()
        assert kept is not None
        evidence = office.desk.evidence.of(text)
        assert list(kept.findings) == check(text, evidence)
        assert (job.total, job.found) == (240, list(kept.findings))


async def test_first_figures_of_a_long_draft_are_shown_before_the_evidence_for_all_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[Job] = []
    shown: list[int] = []
    about = IndexEvidence.about

    def told(evidence: IndexEvidence, stated: Sequence[Statement]) -> Evidence:
        shown.append(len(jobs[0].found))
        return about(evidence, stated)

    monkeypatch.setattr(IndexEvidence, "about", told)
    async for office in open_office(tmp_path):
        bench = office.app.state.site.bench
        number = await bench.begin("web:1", "long.txt", "\n".join([DRAFT] * 120).encode())
        jobs.append(bench.job(number))
        await finished(bench, number)
    assert shown == [0, 40]


def test_sum_counts_what_needs_a_person() -> None:
    told = summed_up(tuple(check(DRAFT, Evidence.of_reports([report(WATER)]))))
    assert told == {"total": 2, "wrong": 1, "counts": {"supported": 1, "contradicted": 1}}
