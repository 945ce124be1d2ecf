from pathlib import Path

import pytest

from retrieval.catalog.catalog import Catalog
from retrieval.catalog.opening import writing
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
