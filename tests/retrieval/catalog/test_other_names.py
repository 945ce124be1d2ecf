from pathlib import Path

from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder, report


def test_name_leads_to_its_report_until_it_leads_to_another(tmp_path: Path) -> None:
    names = Catalog.open(tmp_path / "catalog.db").other_names
    names.note({"copy": "water", "second": "water"})
    names.note({"copy": "school"})
    assert names.all() == {"copy": "school", "second": "water"}


def test_names_of_a_report_go_with_it(tmp_path: Path) -> None:
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add(report())
        names = index.catalog.other_names
        names.note({"copy": report().id, "other": "school"})
        index.remove(report().id)
        assert names.all() == {"other": "school"}
