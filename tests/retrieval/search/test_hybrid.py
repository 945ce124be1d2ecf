from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from retrieval.catalog.catalog import Catalog
from retrieval.search.hybrid import BOTH, DEPTH, SearchWay, search
from tests.retrieval.fictional import GARDEN, SCHOOL, LetterEmbedder, report, write


@dataclass(slots=True)
class Neighbours:
    """Dense search over the catalog's vectors, one by one; it keeps what it was asked."""

    catalog: Catalog
    asked: list[tuple[str, int, Sequence[str]]] = field(default_factory=list)

    def __call__(self, query: str, k: int, reports: Sequence[str]) -> list[tuple[str, float]]:
        self.asked.append((query, k, reports))
        vector = LetterEmbedder().embed_query(query)
        found = [
            (key, float(row @ vector))
            for ids, rows in self.catalog.vectors.batches(reports=reports)
            for key, row in zip(ids, rows, strict=True)
        ]
        return sorted(found, key=lambda pair: -pair[1])[:k]


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "catalog.db") as opened:
        for one in (report(), report(SCHOOL, "school"), report(GARDEN, "garden")):
            write(opened, one)
        yield opened


@pytest.fixture
def nearest(catalog: Catalog) -> Neighbours:
    return Neighbours(catalog)


def refuse(query: str, k: int, reports: Sequence[str]) -> list[tuple[str, float]]:
    raise AssertionError("nobody asked for dense search")


QUERIES = [
    ("both", "改造了多少公里供水管网", BOTH, "128.5公里"),
    ("lexical alone", "清理结余科研经费", ("lexical",), "2300万元"),
    ("dense alone", "全市改造老旧供水管网128.5公里", ("dense",), "128.5公里"),
]


@pytest.mark.parametrize(
    ("query", "ways", "text"), [row[1:] for row in QUERIES], ids=[row[0] for row in QUERIES]
)
def test_search_finds_the_passage_that_answers_first(
    catalog: Catalog, nearest: Neighbours, query: str, ways: tuple[SearchWay, ...], text: str
) -> None:
    hits = search(catalog, nearest, query, k=3, ways=ways)
    assert text in hits[0].text
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.score <= 1 for hit in hits)


def test_hit_stands_in_its_report_where_it_says(catalog: Catalog, nearest: Neighbours) -> None:
    for hit in search(catalog, nearest, "整改完成率", k=10):
        one = catalog.report(hit.report)
        assert one.text[hit.start : hit.end] == hit.text
        assert (hit.title, hit.source) == (one.title, one.source)
        assert hit.published == (one.published.isoformat() if one.published else "")
        assert catalog.passages([hit.passage])[hit.passage].passage.text == hit.text


def test_hit_names_the_ways_that_found_it(catalog: Catalog, nearest: Neighbours) -> None:
    hits = search(catalog, nearest, "管网", k=50)
    found = {hit.found_by for hit in hits}
    assert found == {("dense", "lexical"), ("dense",)}
    assert all(("lexical" in hit.found_by) == ("管网" in hit.text) for hit in hits)


def test_search_of_one_way_asks_the_other_nothing(catalog: Catalog, nearest: Neighbours) -> None:
    lexical = search(catalog, refuse, "管网", k=5, ways=("lexical",))
    assert {hit.found_by for hit in lexical} == {("lexical",)}
    dense = search(catalog, nearest, "管网", k=5, ways=("dense",))
    assert {hit.found_by for hit in dense} == {("dense",)}
    assert search(catalog, refuse, "管网", k=5, ways=()) == []


@pytest.mark.parametrize(("k", "depth"), [(1, DEPTH), (DEPTH, DEPTH), (DEPTH + 1, DEPTH + 1)], ids=str)
def test_each_way_goes_deeper_than_asked(catalog: Catalog, nearest: Neighbours, k: int, depth: int) -> None:
    hits = search(catalog, nearest, "整改", k=k)
    assert len(hits) == min(k, len(catalog.passage_ids()))
    assert nearest.asked == [("整改", depth, ())]


@pytest.mark.parametrize(
    ("query", "k"), [("", 5), ("！？", 5), ("整改", 0), ("整改", -1)], ids=["empty", "signs", "none", "fewer"]
)
def test_search_that_asks_for_nothing_looks_nowhere(catalog: Catalog, query: str, k: int) -> None:
    assert search(catalog, refuse, query, k=k) == []


def test_search_keeps_to_the_reports_named(catalog: Catalog, nearest: Neighbours) -> None:
    assert {hit.report for hit in search(catalog, nearest, "反馈问题", k=50, reports=["school"])} == {
        "school"
    }
    assert search(catalog, nearest, "反馈问题", k=50, reports=["nowhere"]) == []


def test_search_names_a_way_that_is_none(catalog: Catalog) -> None:
    with pytest.raises(ValueError, match="figure, sparse"):
        search(catalog, refuse, "整改", k=5, ways=("sparse", "dense", "figure"))  # type: ignore[arg-type]


def test_passage_that_is_taken_out_meanwhile_is_left_out(catalog: Catalog, nearest: Neighbours) -> None:
    gone = set(catalog.passage_ids())

    def late(query: str, k: int, reports: Sequence[str]) -> list[tuple[str, float]]:
        found = nearest(query, k, reports)
        catalog.remove("water")
        return found

    hits = search(catalog, late, "管网", k=50, ways=("dense",))
    assert {hit.report for hit in hits} == {"school", "garden"}
    assert {hit.passage for hit in hits} < gone


def test_failure_of_dense_search_is_not_hidden(catalog: Catalog) -> None:
    with pytest.raises(AssertionError, match="nobody asked"):
        search(catalog, refuse, "管网", k=5)
