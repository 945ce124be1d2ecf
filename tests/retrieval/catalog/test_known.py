from dataclasses import replace
from datetime import date

from retrieval.catalog.catalog import Catalog
from retrieval.catalog.known import Known
from tests.retrieval.fictional import GARDEN, report, write


def test_catalog_knows_the_place_and_the_masthead_of_a_report(catalog: Catalog) -> None:
    write(catalog, report())
    known = Known.of(report())
    assert (known.id, known.source, known.published) == ("water", "reports/water.txt", date(2023, 6, 12))
    assert (known.title, known.organisation) == ("临江市水务局关于巡察整改进展情况的通报", "临江市水务局")
    assert catalog.known() == [known]
    write(catalog, report(GARDEN, "garden"))
    assert set(catalog.known()) == {known, Known.of(report(GARDEN, "garden"))}


def test_catalog_knows_where_a_report_stands_after_it_has_moved(catalog: Catalog) -> None:
    write(catalog, report())
    catalog.move("water", report(folder="elsewhere"))
    catalog.move("nowhere", report(folder="elsewhere"))
    catalog.move("water", report(GARDEN, "water", "another text"))
    assert catalog.known() == [replace(Known.of(report()), source="elsewhere/water.txt")]
    assert catalog.generation() == 1
