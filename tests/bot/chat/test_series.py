from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from bot.chat.series import Mark, difference, find_statements, series_of
from corpus.statements.statements import read_statements
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, ListStore, report


def marks(*values: str) -> tuple[Mark, ...]:
    (first, *_) = read_statements(report(WATER))
    return tuple(Mark(f"第{number}家", Decimal(value), first) for number, value in enumerate(values))


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    place: Path = tmp_path_factory.mktemp("series") / "catalog.db"
    with Index(Catalog.open(place), LetterEmbedder, lambda _: ListStore({})) as opened:
        opened.add_all([report(WATER, "water"), report(SCHOOL, "school")])
        yield opened


def test_series_takes_one_unit_and_orders_by_value() -> None:
    found = series_of([*read_statements(report(WATER)), *read_statements(report(SCHOOL, "school"))])
    assert found is not None
    assert found.unit == "个"
    assert [(mark.label, str(mark.value)) for mark in found.marks] == [
        ("云溪大学", "42"),
        ("临江市水务局", "36"),
    ]


def test_series_of_one_figure_is_none() -> None:
    assert series_of(read_statements(report(WATER))[:1]) is None
    assert series_of([]) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["40", "33"], ("7", "1.21")), (["33", "40"], ("7", "0.82")), (["3", "0"], ("3", ""))],
)
def test_difference_and_ratio_are_exact(values: list[str], expected: tuple[str, str]) -> None:
    assert difference(marks(*values)) == expected


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("修订制度", {"12项"}),
        ("整改问题", {"33个", "40个"}),
        ("临江市水务局 修订制度", {"12项"}),
        ("云溪大学 整改问题", {"40个"}),
        ("月球基地", set()),
        ("云溪大学 月球基地", set()),
        ("  ", set()),
    ],
    ids=["metric", "metric with gaps", "name and metric", "name and gaps", "nothing", "name alone", "blank"],
)
def test_words_mean_statements(index: Index, words: str, found: set[str]) -> None:
    assert {one.figure.raw for one in find_statements(index, words)} == found


def test_organisation_alone_means_its_figures(index: Index) -> None:
    found = find_statements(index, "云溪大学")
    assert found
    assert {one.report for one in found} == {"school"}
