from pathlib import Path

import pytest

from corpus.report import Report
from corpus.structure.passages import split_passages
from retrieval.catalog import weights as catalog_weights
from retrieval.catalog.catalog import Catalog
from tests.retrieval.fictional import GARDEN, SCHOOL, WATER, LetterEmbedder, report


def write(catalog: Catalog, written: Report) -> None:
    passages = split_passages(written)
    vectors = LetterEmbedder().embed_passages([passage.text for passage in passages])
    catalog.write(written, passages, vectors, [])


def test_terms_are_counted_anew_after_a_report_has_come(tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "catalog.db") as catalog:
        write(catalog, report(WATER, "water"))
        alone = catalog.weights(["水务"])
        write(catalog, report(GARDEN, "garden"))
        write(catalog, report(SCHOOL, "school"))
        assert catalog.weights(["水务"])["水务"] > alone["水务"]
        assert catalog.weights(["水务"]) == catalog.weights(["水务"])


def test_the_commonest_terms_are_not_looked_for_in_a_large_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Catalog.open(tmp_path / "catalog.db") as catalog:
        for text, name in ((WATER, "water"), (GARDEN, "garden"), (SCHOOL, "school")):
            write(catalog, report(text, name))
        every = catalog.rank(["整改", "水务"], 50)
        monkeypatch.setattr(catalog_weights, "MOST_PASSAGES", 0)
        rare = catalog.rank(["整改", "水务"], 50)
        assert 0 < len(rare) < len(every)
        assert catalog.rank(["整改", "无此词"], 50)


def test_catalog_weighs_rare_terms_more(catalog: Catalog) -> None:
    write(catalog, report())
    write(catalog, report(SCHOOL, "school"))
    weights = catalog.weights(["整改", "_管网", "量子"])
    assert weights["量子"] > weights["_管网"] > weights["整改"] > 0
    assert catalog.weights([]) == {}
