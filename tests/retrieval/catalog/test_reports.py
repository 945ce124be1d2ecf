from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Engine, select

from corpus.report import Passage
from corpus.structure.passages import split_passages
from retrieval.catalog.opening import open_engine, writing
from retrieval.catalog.reports import (
    VECTOR_TYPE,
    PassageText,
    delete_report,
    insert_report,
    passage_from,
    passage_terms,
    read_fact,
    report_from,
    write_fact,
)
from retrieval.catalog.tables import figures, names, passages, reports
from retrieval.lexical import query_terms
from tests.retrieval.fictional import SCHOOL, LetterEmbedder, report


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(tmp_path / "catalog.db")
    yield engine
    engine.dispose()


def insert(engine: Engine) -> tuple[list[int], tuple[Passage, ...]]:
    found = split_passages(report(), size=80)
    vectors = LetterEmbedder().embed_passages([passage.text for passage in found])
    with writing(engine) as connection:
        return insert_report(connection, report(), found, vectors), found


def test_report_comes_back_from_its_row(engine: Engine) -> None:
    insert(engine)
    with writing(engine) as connection:
        row = connection.execute(select(reports)).mappings().one()
    assert report_from(row) == report()
    assert row["region"] == "临江市"


@pytest.mark.parametrize("published", [True, False], ids=["with a day", "without"])
def test_passage_comes_back_from_its_row(engine: Engine, published: bool) -> None:
    ids, found = insert(engine)
    query = select(passages, reports.c.title, reports.c.published, reports.c.source).join(reports)
    with writing(engine) as connection:
        if not published:
            connection.execute(reports.update().values(published=None))
        rows = connection.execute(query.order_by(passages.c.id)).mappings().all()
    stored = [passage_from(row) for row in rows]
    assert [one.id for one in stored] == [str(key) for key in ids]
    assert tuple(one.passage for one in stored) == found
    assert {one.published for one in stored} == {"2023-06-12" if published else ""}
    assert {(one.title, one.source) for one in stored} == {(report().title, "reports/water.txt")}


def test_vectors_are_kept_in_half_precision(engine: Engine) -> None:
    _, found = insert(engine)
    with writing(engine) as connection:
        kept = connection.execute(select(passages.c.vector).order_by(passages.c.id)).scalars().all()
    expected = LetterEmbedder().embed_passages([passage.text for passage in found])
    for data, vector in zip(kept, expected, strict=True):
        assert len(data) == 2 * len(vector)
        assert float(np.frombuffer(data, VECTOR_TYPE).astype(np.float32) @ vector) == pytest.approx(
            1, abs=0.001
        )


def test_report_without_passages_is_kept_all_the_same(engine: Engine) -> None:
    with writing(engine) as connection:
        assert insert_report(connection, report(), [], np.zeros((0, 4), np.float32)) == []
        assert connection.execute(select(reports.c.id)).scalars().all() == ["water"]
        assert delete_report(connection, "water") == []


def test_vectors_that_are_fewer_than_the_passages_are_refused(engine: Engine) -> None:
    found = split_passages(report(), size=80)
    with pytest.raises(ValueError, match="zip"), writing(engine) as connection:
        insert_report(connection, report(), found, np.zeros((len(found) - 1, 4), np.float32))


def test_delete_takes_all_that_hangs_on_a_report(engine: Engine) -> None:
    ids, _ = insert(engine)
    other = replace(report(SCHOOL, "school"), sections=())
    with writing(engine) as connection:
        insert_report(connection, other, [], np.zeros((0, 4), np.float32))
        assert delete_report(connection, "water") == ids
        assert connection.execute(select(reports.c.id)).scalars().all() == ["school"]
        assert set(connection.execute(select(names.c.report)).scalars()) == {"school"}
        for table in (passages, figures):
            assert connection.execute(select(table)).all() == []


def test_delete_of_a_report_that_is_not_there_says_so(engine: Engine) -> None:
    with writing(engine) as connection:
        assert delete_report(connection, "water") is None


def test_passage_is_found_by_its_context_and_its_text() -> None:
    terms = passage_terms("临江市水务局", "修订制度12项")
    assert set(query_terms("水务局")) & set(terms)
    assert set(query_terms("修订制度")) & set(terms)
    assert not set(query_terms("绿地")) & set(terms)


def test_fact_is_the_newest_that_was_written(engine: Engine) -> None:
    with writing(engine) as connection:
        assert read_fact(connection, "colour") == ""
        for value in ("red", "blue"):
            write_fact(connection, "colour", value)
        assert read_fact(connection, "colour") == "blue"
        assert read_fact(connection, "Colour") == ""


def test_text_of_a_passage_says_where_it_starts(engine: Engine) -> None:
    _, found = insert(engine)
    one = PassageText(found[1].report, found[1].start, found[1].text)
    assert report().text[one.start :].startswith(one.text)
