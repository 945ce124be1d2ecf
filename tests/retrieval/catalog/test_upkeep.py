from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, text, update

from retrieval.catalog.catalog import Catalog
from retrieval.catalog.opening import writing
from retrieval.catalog.tables import reports
from retrieval.catalog.terms import clear_terms
from retrieval.catalog.upkeep import write_names_anew, write_terms_anew
from retrieval.lexical import query_terms
from tests.retrieval.fictional import SCHOOL, report, write


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    opened = Catalog.open(tmp_path / "catalog.db")
    write(opened, report())
    write(opened, report(SCHOOL, "school"))
    return opened


def test_terms_are_made_anew_from_the_passages(catalog: Catalog) -> None:
    before = catalog.rank(query_terms("供水管网"), 5)
    with writing(catalog._engine) as connection:
        clear_terms(connection)
    assert not catalog.terms_whole()
    with writing(catalog._engine) as connection:
        write_terms_anew(connection)
    assert catalog.terms_whole()
    assert catalog.rank(query_terms("供水管网"), 5) == before
    catalog.close()


def test_names_made_anew_are_what_they_were(catalog: Catalog) -> None:
    ids = ["water", "school"]
    before = catalog.regions(ids), catalog.names_within("临江市水务局和云溪大学")
    with writing(catalog._engine) as connection:
        write_names_anew(connection)
    assert (catalog.regions(ids), catalog.names_within("临江市水务局和云溪大学")) == before
    catalog.close()


def test_text_that_is_not_what_its_passages_say_is_told(catalog: Catalog) -> None:
    assert catalog.damage() == []
    with writing(catalog._engine) as connection:
        connection.execute(
            update(reports)
            .where(reports.c.id == "water")
            .values(text=func.replace(reports.c.text, "36", "86"))
        )
    (told,) = catalog.damage()
    assert "water" in told
    catalog.close()


def test_file_whose_pages_are_damaged_is_told(tmp_path: Path) -> None:
    place = tmp_path / "catalog.db"
    opened = Catalog.open(place)
    write(opened, report())
    with writing(opened._engine) as connection:
        root = connection.execute(
            text("SELECT rootpage FROM sqlite_master WHERE name = 'ix_reports_source'")
        ).scalar_one()
        size = connection.execute(text("PRAGMA page_size")).scalar_one()
    opened.close()
    data = bytearray(place.read_bytes())
    data[(root - 1) * size : root * size] = bytes(size)
    place.write_bytes(data)
    with closing(Catalog.open(place)) as damaged:
        (told,) = damaged.damage()
    assert "\n" not in told
    assert "备份" in told
