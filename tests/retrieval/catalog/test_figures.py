from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from corpus.figure import Kind, Qualifier, Statement
from corpus.structure.passages import split_passages
from retrieval.catalog.catalog import Catalog
from retrieval.catalog.figures import figure_rows
from tests.retrieval.fictional import SCHOOL, LetterEmbedder, report, statement


def test_catalog_returns_statements_as_they_were_written(catalog: Catalog) -> None:
    water = report()
    wanted = [statement(water, "36个", "36", unit="个", metric="巡察反馈问题", org="市水务局")]
    passages = split_passages(water)
    catalog.write(water, passages, LetterEmbedder().embed_passages([p.text for p in passages]), wanted)
    (found,) = catalog.statements()
    assert (found.figure, found.quote, found.start, found.end) == (
        wanted[0].figure,
        wanted[0].quote,
        wanted[0].start,
        wanted[0].end,
    )
    assert found.published == "2023-06-12"


CHOSEN = [
    ("all", {}, ["36个", "33个", "42个"]),
    ("of a report", {"reports": ["school"]}, ["42个"]),
    ("of a stranger", {"reports": ["nowhere"]}, []),
    ("part of the organisation", {"org": "水务局"}, ["36个", "33个"]),
    ("the organisation with more before it", {"org": "临江市市水务局"}, ["36个", "33个"]),
    ("metric", {"metric": "完成"}, ["33个"]),
    ("a wild card is a letter", {"org": "%"}, []),
    ("both", {"org": "云溪大学", "metric": "完成"}, []),
]


@pytest.mark.parametrize(("chosen", "raws"), [row[1:] for row in CHOSEN], ids=[row[0] for row in CHOSEN])
def test_catalog_chooses_statements(
    catalog: Catalog, chosen: dict[str, str | list[str]], raws: list[str]
) -> None:
    water, school = report(), report(SCHOOL, "school")
    for one, statements in (
        (
            water,
            [
                statement(water, "36个", "36", metric="反馈问题", org="市水务局"),
                statement(water, "33个", "33", metric="完成整改", org="市水务局"),
            ],
        ),
        (school, [statement(school, "42个", "42", metric="反馈问题", org="云溪大学党委")]),
    ):
        passages = split_passages(one)
        vectors = LetterEmbedder().embed_passages([p.text for p in passages])
        catalog.write(one, passages, vectors, statements)
    found = catalog.statements(**chosen)  # type: ignore[arg-type]
    assert sorted(one.figure.raw for one in found) == sorted(raws)


def test_catalog_keeps_numbers_exactly(catalog: Catalog) -> None:
    water = report()
    numbers = ["0.10", "12345678901234567890.123456789", "-3", "1E+400", "91.670"]
    wanted = [statement(water, "36个", number) for number in numbers]
    passages = split_passages(water)
    catalog.write(water, passages, LetterEmbedder().embed_passages([p.text for p in passages]), wanted)
    assert [str(one.figure.value) for one in catalog.statements()] == numbers


def put(catalog: Catalog, *statements: Statement) -> None:
    passages = split_passages(report(), size=80)
    vectors = LetterEmbedder().embed_passages([passage.text for passage in passages])
    catalog.write(report(), passages, vectors, statements)


def test_statement_keeps_everything_that_it_says(catalog: Catalog) -> None:
    plain = statement(report(), "36个", "36")
    figure = replace(
        plain.figure,
        kind=Kind.MONEY,
        low=Decimal(30),
        high=None,
        unit="万元",
        measure="个",
        qualifier=Qualifier.AT_LEAST,
        step=Decimal("0.1"),
        metric="问题",
        org="市水务局",
        period="2023",
        change="up",
    )
    told = replace(
        plain, figure=figure, section="一、整改", published="2023-06-12", clause="反馈36个", about="问题"
    )
    put(catalog, told)
    assert catalog.statements() == [told]


def test_figure_without_a_value_has_none(catalog: Catalog) -> None:
    plain = statement(report(), "36个", "36")
    put(catalog, replace(plain, figure=replace(plain.figure, value=None)))
    (found,) = catalog.statements()
    assert found.figure.value is None
    assert np.isnan(catalog.figures.columns().number).all()


PLACED = [
    ("whole", [(7, 0, 100)], 7),
    ("the first of two", [(7, 0, 100), (8, 0, 100)], 7),
    ("cut at its start", [(7, 1, 1)], None),
    ("just in", [(7, 0, 0)], 7),
    ("no passages", [], None),
]


@pytest.mark.parametrize(("spans", "passage"), [row[1:] for row in PLACED], ids=[row[0] for row in PLACED])
def test_figure_belongs_to_the_first_passage_that_holds_it(
    spans: list[tuple[int, int, int]], passage: int | None
) -> None:
    one = statement(report(), "36个", "36")
    around = [(key, one.figure.start + before, one.figure.end + after) for key, before, after in spans]
    (row,) = figure_rows("water", [one], around)
    assert row["passage"] == passage
    assert (row["report"], row["raw"], row["value"], row["number"]) == ("water", "36个", "36", 36.0)


def test_figure_too_large_for_a_float_has_no_number_to_search_by() -> None:
    (row,) = figure_rows("water", [statement(report(), "36个", "1E+400")], [])
    assert (row["value"], row["number"]) == ("1E+400", None)


def test_figures_around_places_are_those_that_start_there(catalog: Catalog) -> None:
    put(catalog, statement(report(), "36个", "36"), statement(report(), "33个", "33"))
    first, second = catalog.statements()
    start, end = first.figure.start, second.figure.start
    assert catalog.figures.around({"water": [(start, end)]}) == [first]
    assert catalog.figures.around({"water": [(start, end + 1)]}) == [first, second]
    assert catalog.figures.around({"water": [(start + 1, end)]}) == []
    assert catalog.figures.around({"water": None, "nowhere": None}) == [first, second]
    assert catalog.figures.around({}) == []


def test_figures_by_columns_are_those_of_the_statements(catalog: Catalog) -> None:
    put(
        catalog,
        statement(report(), "36个", "36", metric="反馈问题", org="市水务局"),
        statement(report(), "33个", "33", metric="完成整改", org="市水务局"),
    )
    columns = catalog.figures.columns()
    assert (columns.org.names, columns.org.places.tolist()) == (["市水务局"], [0, 0])
    assert [columns.metric.names[place] for place in columns.metric.places] == ["反馈问题", "完成整改"]
    assert columns.number.tolist() == [36.0, 33.0]
    assert columns.start.tolist() == [one.figure.start for one in catalog.statements()]


def test_figures_by_columns_of_an_empty_catalog_are_none(catalog: Catalog) -> None:
    columns = catalog.figures.columns()
    assert (columns.report.names, len(columns.start), len(columns.number)) == ([], 0, 0)


def test_names_of_columns_stand_once_in_the_order_in_which_they_come(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.catalog.figures._READ_AT_ONCE", 2)
    stated = [statement(report(), "36个", "36", org=org) for org in ("乙", "甲", "乙", "")]
    put(catalog, *stated)
    columns = catalog.figures.columns()
    assert (columns.org.names, columns.org.places.tolist()) == (["乙", "甲", ""], [0, 1, 0, 2])
