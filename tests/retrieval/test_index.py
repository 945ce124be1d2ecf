import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from corpus.errors import IndexMismatch, NotFound
from corpus.report import Report
from corpus.structure.passages import split_passages
from retrieval.catalog.catalog import Catalog
from retrieval.catalog.known import Known
from retrieval.index import Added, Index
from retrieval.search.hybrid import SearchWay
from retrieval.whole_report import embedded_text
from tests.retrieval.fictional import GARDEN, SCHOOL, WATER, LetterEmbedder, ListStore, report


class Shelf:
    """An index over a catalog on disk and a vector store in memory, to open as often as a test likes."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "catalog.db"
        self.store = ListStore({})
        self.embedder = LetterEmbedder()

    def open(self) -> Index:
        return Index(Catalog.open(self.place), lambda: self.embedder, lambda _: self.store)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@pytest.fixture
def index(shelf: Shelf) -> Iterator[Index]:
    with shelf.open() as opened:
        yield opened


CHANGED = WATER.replace("36个", "37个")


def test_index_foresees_what_it_will_do_and_does_nothing(index: Index) -> None:
    index.add(report())
    coming = [report(), report(CHANGED), report(SCHOOL), report(SCHOOL, "copy")]
    foreseen = index.foresee(coming)
    assert [(one.report, one.outcome) for one in foreseen] == [
        ("water", "unchanged"),
        ("water", "updated"),
        ("water-2", "added"),
        ("water-2", "unchanged"),
    ]
    assert index.reports() == [report()]
    assert [(one.report, one.outcome) for one in index.add_all(coming)] == [
        (one.report, one.outcome) for one in foreseen
    ]


def test_index_adds_a_report_with_passages_and_statements(index: Index) -> None:
    added = index.add(report())
    assert (added.report, added.outcome) == ("water", "added")
    assert added.passages == len(split_passages(report()))
    assert added.figures == len(index.statements()) >= 10
    assert index.report("water") == report()


def test_index_leaves_an_unchanged_report_alone(shelf: Shelf, index: Index) -> None:
    index.add(report())
    embedded = shelf.embedder.embedded
    assert index.add(report()) == Added("water", "unchanged")
    assert shelf.embedder.embedded == embedded
    assert index.catalog.generation() == 1


def test_index_updates_a_changed_report(index: Index) -> None:
    index.add(report())
    assert index.add(report(CHANGED)).outcome == "updated"
    assert [one.id for one in index.reports()] == ["water"]
    assert "37个" in {one.figure.raw for one in index.statements()}
    assert "36个" not in {one.figure.raw for one in index.statements()}
    assert all("36个" not in hit.text for hit in index.search("巡察反馈问题多少个", k=10))


def test_index_embeds_of_a_new_version_only_what_it_changes(shelf: Shelf, index: Index) -> None:
    paragraphs = [f"第{number}项：{'落实整改措施并开展回访核查，' * 30}" for number in range(6)]
    index.add(report("\n".join(["关于整改情况的通报", *paragraphs])))
    embedded = shelf.embedder.embedded
    paragraphs[3] = "现已全部办结。" + paragraphs[3]
    index.add(report("\n".join(["关于整改情况的通报", *paragraphs])))
    assert 0 < shelf.embedder.embedded - embedded < embedded
    stored = index.catalog.passages(index.catalog.passage_ids())
    ((ids, vectors),) = index.catalog.vectors.batches()
    for key, vector in zip(ids, vectors, strict=True):
        expected = shelf.embedder.embed_query(
            embedded_text(stored[key].passage.context, stored[key].passage.text)
        )
        assert np.abs(vector - expected).max() < 0.001


NAMES = [
    ("same file again", ("water", "reports"), ("water", "reports"), "water", "updated"),
    ("same name in another folder", ("water", "old"), ("water", "new"), "water", "updated"),
    ("another name", ("water", "reports"), ("aqua", "reports"), "water", "updated"),
]


@pytest.mark.parametrize(
    ("before", "after", "expected", "outcome"),
    [row[1:] for row in NAMES],
    ids=[row[0] for row in NAMES],
)
def test_index_names_a_report_of_a_later_ingest(
    shelf: Shelf, before: tuple[str, str], after: tuple[str, str], expected: str, outcome: str
) -> None:
    with shelf.open() as first:
        first.add(report(WATER, *before))
    with shelf.open() as second:
        added = second.add(report(CHANGED, *after))
    assert (added.report, added.outcome) == (expected, outcome)


def test_index_keeps_to_the_present_version_while_an_old_copy_lies_beside_it(shelf: Shelf) -> None:
    old, new = report(WATER, "a", "copies"), report(CHANGED, "b", "copies")
    with shelf.open() as first:
        assert [one.outcome for one in first.add_all([old, new])] == ["added", "updated"]
    with shelf.open() as second:
        assert [one.outcome for one in second.add_all([old, new])] == ["unchanged", "unchanged"]
        assert [one.text for one in second.reports()] == [CHANGED]
        back = report(WATER, "b", "copies")  # the file itself went back to what it said
        assert second.add(back).outcome == "updated"
        assert [one.text for one in second.reports()] == [WATER]


def test_index_takes_no_older_report_for_a_newer_one(index: Index) -> None:
    index.add(report(CHANGED.replace("6月12日", "6月20日"), "new"))
    assert index.add(report(WATER, "old")).outcome == "unchanged"
    assert [one.text[:60] for one in index.reports()] == [CHANGED.replace("6月12日", "6月20日")[:60]]


def test_index_keeps_two_reports_in_files_of_one_name_from_different_runs(shelf: Shelf) -> None:
    with shelf.open() as first:
        first.add(report(WATER, "通报", "stick"))
    with shelf.open() as second:
        added = second.add(report(SCHOOL, "通报", "mail"))
        assert (added.report, added.outcome) == ("通报-2", "added")
        assert [one.text for one in second.reports()] == [WATER, SCHOOL]


def test_index_keeps_two_files_of_one_name_apart(shelf: Shelf) -> None:
    both = [report(WATER, "summary", "2022"), report(SCHOOL, "summary", "2023")]
    with shelf.open() as first:
        assert [added.report for added in first.add_all(both)] == ["summary", "summary-2"]
        third = first.add(report(GARDEN, "summary", "2024"))
        assert third.report == "summary-3"
    with shelf.open() as second:
        assert [added.outcome for added in second.add_all(both)] == ["unchanged", "unchanged"]
        (again,) = second.add_all([report(SCHOOL + "完。", "summary", "2023")])
        assert (again.report, again.outcome) == ("summary-2", "updated")
        assert {hit.report for hit in second.search("云溪大学", k=1)} == {"summary-2"}


def test_index_keeps_files_of_one_stem_apart(index: Index) -> None:
    index.add(report())
    pdf = replace(report(SCHOOL, "water"), source="reports/water.pdf")
    assert index.add(pdf).outcome == "added"
    assert {one.id for one in index.reports()} == {"water", "water-2"}


def test_index_records_where_an_unchanged_report_moved(shelf: Shelf) -> None:
    with shelf.open() as first:
        first.add(report(folder="old"))
    with shelf.open() as second:
        assert second.add(report(folder="new")).outcome == "unchanged"
        assert second.report("water").source == "new/water.txt"


def test_index_embeds_many_reports_together_and_tells_how_far(shelf: Shelf, index: Index) -> None:
    told: list[tuple[int, int]] = []
    added = index.add_all(
        [report(), report(SCHOOL, "school"), report(GARDEN, "garden")],
        progress=lambda done, total: told.append((done, total)),
    )
    total = sum(one.passages for one in added)
    assert told == [(done, total) for done in range(1, total + 1)]
    stored = index.catalog.passages(index.catalog.passage_ids())
    for key, one in stored.items():
        expected = shelf.embedder.embed_query(embedded_text(one.passage.context, one.passage.text))
        assert np.abs(shelf.store.disk[key] - expected).max() < 0.001


def test_index_takes_the_same_file_twice_in_a_batch(index: Index) -> None:
    outcomes = [added.outcome for added in index.add_all([report(), report()])]
    assert outcomes == ["added", "unchanged"]
    assert index.catalog.count()[0] == 1


def test_index_removes_a_report_from_everything(shelf: Shelf, index: Index) -> None:
    index.add_all([report(), report(SCHOOL, "school")])
    index.remove("water")
    assert [one.id for one in index.reports()] == ["school"]
    assert {hit.report for hit in index.search("管网改造")} <= {"school"}
    assert sorted(shelf.store.disk) == sorted(index.catalog.passage_ids())
    with pytest.raises(NotFound, match="water"):
        index.remove("water")


SEARCHES: list[tuple[str, str, tuple[SearchWay, ...], str]] = [
    ("both ways", "管网改造了多少公里", ("dense", "lexical"), "128.5公里"),
    ("lexical", "管网改造了多少公里", ("lexical",), "128.5公里"),
    ("dense", "全市改造老旧供水管网", ("dense",), "128.5公里"),
]


@pytest.mark.parametrize(
    ("query", "ways", "text"), [row[1:] for row in SEARCHES], ids=[row[0] for row in SEARCHES]
)
def test_index_search_finds_the_answer(
    index: Index, query: str, ways: tuple[SearchWay, ...], text: str
) -> None:
    index.add_all([report(), report(SCHOOL, "school"), report(GARDEN, "garden")])
    hits = index.search(query, k=2, ways=ways)
    assert text in hits[0].text
    assert set(hits[0].found_by) <= set(ways)
    assert hits[0].found_by


def test_index_hits_stand_where_they_say(index: Index) -> None:
    index.add(report())
    for hit in index.search("整改问题", k=10):
        assert index.report(hit.report).text[hit.start : hit.end] == hit.text
        assert (hit.title, hit.published, hit.source) == (
            report().title,
            "2023-06-12",
            "reports/water.txt",
        )
        assert 0 <= hit.score <= 1


def test_index_search_keeps_to_the_reports_named(index: Index) -> None:
    index.add_all([report(), report(SCHOOL, "school")])
    assert {hit.report for hit in index.search("整改完成多少个问题", k=10, reports=("school",))} == {"school"}
    assert index.search("整改", reports=("nowhere",)) == []


@pytest.mark.parametrize("query", ["", "   ", "？？", "🎉🎉", "是什么", "的"])
def test_index_search_for_nothing_finds_nothing(index: Index, query: str) -> None:
    index.add(report())
    assert index.search(query) == []


def test_index_search_takes_a_very_long_query(index: Index) -> None:
    index.add(report())
    assert index.search("供水管网改造" * 20_000, k=1)


def test_index_search_in_an_empty_index_finds_nothing(index: Index) -> None:
    assert index.search("管网") == []


def test_index_tells_how_like_a_query_texts_are(index: Index) -> None:
    same, other = index.likeness("水渠修复", ["水渠修复", "灯会游客"])
    assert other < same <= 1.0001
    assert index.likeness("水渠修复", []) == []


def test_index_search_names_a_way_that_is_none(index: Index) -> None:
    with pytest.raises(ValueError, match="psychic"):
        index.search("管网", ways=("psychic",))  # type: ignore[arg-type]  # the point of it: no such way


def test_index_loads_no_model_to_list_and_remove(tmp_path: Path) -> None:
    with Shelf(tmp_path).open() as first:
        first.add(report())

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("no model is needed")

    with Index(Catalog.open(tmp_path / "catalog.db"), refuse, refuse) as index:
        assert [one.id for one in index.reports()] == ["water"]
        assert index.statements(reports=("water",))
        assert index.search("管网", ways=("lexical",))
        index.remove("water")


def test_index_warms_up_model_and_vector_store(shelf: Shelf, index: Index) -> None:
    index.add(report())
    shelf.store.disk.clear()
    with shelf.open() as second:
        second.warm_up()
        assert shelf.embedder.warm
        assert shelf.store.disk


def test_index_refuses_to_mix_models(shelf: Shelf) -> None:
    with shelf.open() as first:
        first.add(report())
    shelf.embedder = LetterEmbedder("syllables")
    with shelf.open() as second:
        with pytest.raises(IndexMismatch, match=r"letters 64.*syllables 64"):
            second.search("管网")
        with pytest.raises(IndexMismatch):
            second.add(report(SCHOOL, "school"))
        assert second.search("管网", ways=("lexical",))


def test_index_takes_another_model_once_it_is_empty(shelf: Shelf) -> None:
    with shelf.open() as first:
        first.add(report())
        first.remove("water")
    shelf.embedder = LetterEmbedder("syllables")
    with shelf.open() as second:
        assert second.add(report()).outcome == "added"


def test_index_tells_and_mends_its_faults(shelf: Shelf, index: Index) -> None:
    index.add(report())
    assert index.check() == []
    shelf.store.disk.clear()
    assert index.check()
    index.repair()
    assert index.check() == []
    assert index.search("管网", ways=("dense",))


KILLED = """
import sys
from pathlib import Path
from tests.retrieval.fictional import LetterEmbedder, WATER, report
from retrieval.index import Index

index = Index.open(Path(sys.argv[1]), load=LetterEmbedder)
index.warm_up()
print("ready", flush=True)
for number in range(10_000):
    text = WATER.replace("36个", f"{number}个").replace("临江", "甲乙丙丁戊己庚"[number % 7] + "{}江")
    index.add_all([report(text.format(place), f"report{number % 7}-{place}") for place in "东南西"])
"""


def test_index_takes_a_new_version_of_a_report_that_another_process_takes_out_meanwhile(
    shelf: Shelf, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.add(report(WATER, "water"))
    known = index.catalog.known

    def taken_out_then() -> list[Known]:
        found = known()
        with shelf.open() as other:
            other.remove("water")
        return found

    monkeypatch.setattr(index.catalog, "known", taken_out_then)
    index.add(report(WATER.replace("36个", "37个"), "water"))
    assert "37个" in index.report("water").text


def test_index_comes_back_whole_after_a_kill(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.5)
        process.send_signal(signal.SIGKILL)
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.warm_up()
        assert index.check() == []
        _assert_whole(index, index.reports())


def test_index_of_two_processes_shows_both_what_either_adds(tmp_path: Path) -> None:
    with (
        Index.open(tmp_path, load=LetterEmbedder) as owner,
        Index.open(tmp_path, load=LetterEmbedder) as other,  # finds the vector store taken
    ):
        owner.add(report())
        other.add(report(SCHOOL, "school"))
        for index in (owner, other):
            assert {hit.report for hit in index.search(WATER, k=1, ways=("dense",))} == {"water"}
            assert {hit.report for hit in index.search(SCHOOL, k=1, ways=("dense",))} == {"school"}
        assert owner.check() == []


def _assert_whole(index: Index, reports: list[Report]) -> None:
    _, passages, _ = index.catalog.count()
    assert passages == sum(len(split_passages(one)) for one in reports)
    for one in reports:
        raws = {found.figure.raw for found in index.statements(reports=(one.id,))}
        assert "128.5公里" in raws
        assert one.text[one.text.index("问题") + 2 : one.text.index("个，")] + "个" in raws
