from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from retrieval.catalog.catalog import Catalog
from retrieval.catalog.opening import open_engine, writing
from retrieval.catalog.terms import (
    add_terms,
    clear_terms,
    count_holding,
    count_terms,
    rank_passages,
    rarity,
    remove_terms,
)
from retrieval.lexical import query_terms
from tests.retrieval.fictional import GARDEN, SCHOOL, report, write

PASSAGES = [(1, ["整改", "水务"]), (2, ["整改", "整改", "管网"]), (3, ["绿地"])]


RANKED = [
    ("word", "管网改造", "供水管网"),
    ("number in full width", "追缴水费１２６８", "追缴水费"),
    ("percent", "91.67%", "91.67%"),
    ("title in the context", "临江市水务局", "水"),
]


@pytest.mark.parametrize(("query", "text"), [row[1:] for row in RANKED], ids=[row[0] for row in RANKED])
def test_catalog_ranks_the_passage_that_answers_first(catalog: Catalog, query: str, text: str) -> None:
    write(catalog, report(SCHOOL, "school"))
    write(catalog, report())
    write(catalog, report(GARDEN, "garden"))
    (best, score), *_ = catalog.rank(query_terms(query), 5)
    assert text in catalog.passages([best])[best].passage.text
    assert score > 0


def test_catalog_ranks_among_the_reports_named(catalog: Catalog) -> None:
    write(catalog, report())
    change = write(catalog, report(SCHOOL, "school"))
    found = {passage for passage, _ in catalog.rank(query_terms("反馈问题整改"), 10, ["school"])}
    assert found
    assert found <= set(change.added)
    assert catalog.rank(query_terms("反馈问题整改"), 10, ["nowhere"]) == []


@pytest.mark.parametrize("query", ['"', "' OR 1=1 --", "NEAR(a b)", "terms:整改 AND NOT", "*", "^a", ""])
def test_catalog_takes_a_query_for_words_only(catalog: Catalog, query: str) -> None:
    write(catalog, report())
    assert isinstance(catalog.rank(query_terms(query), 5), list)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(tmp_path / "catalog.db")
    with writing(engine) as connection:
        add_terms(connection, PASSAGES)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("terms", "found"),
    [(["管网"], [2]), (["绿地", "管网"], [2, 3]), (["整"], []), (["量子"], []), ([], [])],
    ids=["one", "either", "a part of a term", "unknown", "none"],
)
def test_rank_finds_passages_that_hold_a_term_whole(
    engine: Engine, terms: list[str], found: list[int]
) -> None:
    with writing(engine) as connection:
        ranked = rank_passages(connection, terms, 10)
    assert sorted(key for key, _ in ranked) == found
    assert all(score > 0 for _, score in ranked)


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (1, 1), (2, 2), (3, 2)], ids=str)
def test_rank_returns_no_more_than_its_limit(engine: Engine, limit: int, count: int) -> None:
    with writing(engine) as connection:
        add_terms(connection, [(key, ["别的"]) for key in range(4, 20)])  # so that 整改 tells something
        ranked = rank_passages(connection, ["整改"], limit)
    assert len(ranked) == count
    assert [key for key, _ in ranked] == [2, 1][:count]  # who says it twice says more


def test_removed_terms_find_nothing(engine: Engine) -> None:
    with writing(engine) as connection:
        remove_terms(connection, PASSAGES[1:2])
        assert rank_passages(connection, ["管网"], 10) == []
        assert [key for key, _ in rank_passages(connection, ["水务"], 10)] == [1]
        assert count_terms(connection) == 2
        clear_terms(connection)
        assert (rank_passages(connection, ["水务"], 10), count_terms(connection)) == ([], 0)


def test_nothing_added_and_removed_is_no_error(engine: Engine) -> None:
    with writing(engine) as connection:
        add_terms(connection, [])
        remove_terms(connection, [])
        assert count_terms(connection) == len(PASSAGES)


def test_count_holding_counts_passages_and_not_occurrences(engine: Engine) -> None:
    with writing(engine) as connection:
        assert count_holding(connection, ["整改", "管网", "量子"]) == {"整改": 2, "管网": 1, "量子": 0}
        assert count_holding(connection, []) == {}


def test_rarity_falls_with_every_passage_and_stays_above_nothing() -> None:
    values = [rarity(count, 10) for count in range(11)]
    assert values == sorted(values, reverse=True)
    assert values[10] > 0
    assert len(set(values)) == 11


def test_terms_of_a_catalog_are_whole_until_one_is_lost(catalog: Catalog) -> None:
    write(catalog, report())
    assert catalog.terms_whole()
    with writing(catalog._engine) as connection:
        clear_terms(connection)
    assert not catalog.terms_whole()
    catalog.remake_terms()
    assert catalog.terms_whole()
