import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import NotFound
from corpus.structure.passages import split_passages
from retrieval.catalog.catalog import Catalog
from retrieval.lexical import query_terms
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, report, write


def test_catalog_returns_a_report_as_it_was_written(catalog: Catalog) -> None:
    water = report()
    write(catalog, water)
    assert catalog.report("water") == water
    assert catalog.reports() == [water]


def test_catalog_returns_passages_and_vectors_as_they_were_written(catalog: Catalog) -> None:
    water = report()
    change = write(catalog, water)
    stored = catalog.passages(change.added)
    assert tuple(stored[key].passage for key in change.added) == split_passages(water, size=80)
    assert {one.source for one in stored.values()} == {"reports/water.txt"}
    assert {one.published for one in stored.values()} == {"2023-06-12"}
    ((ids, vectors),) = catalog.vectors.batches(reports=["water"])
    assert tuple(ids) == change.added
    expected = LetterEmbedder().embed_passages([stored[key].passage.text for key in ids])
    assert np.abs(vectors - expected).max() < 0.001


def test_catalog_update_takes_everything_old_away(catalog: Catalog) -> None:
    before = write(catalog, report(), ("36个", "36"))
    change = write(catalog, report(WATER.replace("36个", "37个").replace("管网", "水厂")), ("37个", "37"))
    assert change.removed == before.added
    assert not set(change.added) & set(before.added)
    assert catalog.passages(before.added) == {}
    assert [one.figure.raw for one in catalog.statements()] == ["37个"]
    assert catalog.rank(query_terms("管网"), 10) == []
    assert catalog.rank(query_terms("水厂"), 10)
    assert catalog.terms_whole()


def test_catalog_remove_leaves_nothing_of_the_report(catalog: Catalog) -> None:
    write(catalog, report(), ("36个", "36"))
    write(catalog, report(SCHOOL, "school"), ("42个", "42"))
    catalog.remove("water")
    assert [one.id for one in catalog.reports()] == ["school"]
    assert [one.figure.raw for one in catalog.statements()] == ["42个"]
    assert catalog.rank(query_terms("管网"), 10) == []
    assert catalog.terms_whole()


@pytest.mark.parametrize("act", [Catalog.remove, Catalog.report], ids=["remove", "report"])
def test_catalog_names_a_report_that_is_not_there(
    catalog: Catalog, act: Callable[[Catalog, str], object]
) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        act(catalog, "nowhere")


def test_catalog_write_that_fails_changes_nothing(catalog: Catalog) -> None:
    water = report()
    write(catalog, water, ("36个", "36"))
    changed = report(WATER.replace("36个", "37个"))
    passages = split_passages(changed)
    vectors = LetterEmbedder().embed_passages([p.text for p in passages])
    with pytest.raises(ValueError, match="zip"):
        catalog.write(changed, passages, vectors[1:], [])
    assert catalog.report("water") == water
    assert [one.figure.raw for one in catalog.statements()] == ["36个"]
    assert catalog.generation() == 1
    assert catalog.terms_whole()


def test_catalog_write_shows_to_another_reader_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "catalog.db"
    stop = threading.Event()
    torn: list[tuple[int, int, int]] = []
    with Catalog.open(place) as writer, Catalog.open(place) as reader:
        whole = {(0, 0, 0), (1, len(split_passages(report(), size=80)), 1)}

        def watch() -> None:
            while not stop.is_set():
                counts = reader.count()
                if counts not in whole:
                    torn.append(counts)

        watcher = threading.Thread(target=watch)
        watcher.start()
        for _ in range(15):
            write(writer, report(), ("36个", "36"))
            writer.remove("water")
        stop.set()
        watcher.join()
    assert torn == []


def test_catalog_never_uses_a_passage_id_twice(catalog: Catalog) -> None:
    first = write(catalog, report())
    catalog.remove("water")
    assert not set(write(catalog, report()).added) & set(first.added)


def test_catalog_generation_counts_changes(catalog: Catalog) -> None:
    write(catalog, report())
    write(catalog, report())
    catalog.remove("water")
    assert catalog.generation() == 3


def test_catalog_opens_again_as_it_was(tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "catalog.db") as first:
        write(first, report())
        first.write_fact("colour", "red")
    with Catalog.open(tmp_path / "catalog.db") as second:
        assert second.report("water") == report()
        assert second.fact("colour") == "red"
        assert second.rank(query_terms("管网"), 5)


def test_catalog_makes_the_lexical_index_anew_for_another_tokenizer(tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "catalog.db") as first:
        write(first, report())
        first.write_fact("tokenizer", "another one")
    with Catalog.open(tmp_path / "catalog.db") as second:
        assert second.fact("tokenizer") != "another one"
        assert second.rank(query_terms("管网"), 5)
        assert second.terms_whole()


def test_catalog_keeps_the_region_of_each_report_and_tells_it_anew_for_another_rule(tmp_path: Path) -> None:
    place = tmp_path / "catalog.db"
    told = {"a": "青岚县县委常委会召开会议，青岚县财政局、青岚县教育局完成整改。", "b": "收到建议12条。"}
    with Catalog.open(place) as first:
        for name, text in told.items():
            title = {"a": "青岚县整改情况"}.get(name, "整改情况")
            write(first, replace(report(), id=name, title=title, organisation="", text=text, sections=()))
        assert first.regions(["a", "b", "c"]) == {"a": "青岚县", "b": ""}
        names = first.names_within("青岚教育局呢")
        assert names["青岚教育局"] == ("青岚县教育局",)
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE reports SET region = 'elsewhere'")
        connection.execute("UPDATE facts SET value = '0' WHERE name = 'regions'")
        connection.execute("DELETE FROM names")
    with Catalog.open(place) as second:
        assert second.regions(["a", "b"]) == {"a": "青岚县", "b": ""}
        assert second.names_within("青岚教育局呢") == names


def test_catalog_gives_titles_and_counts(catalog: Catalog) -> None:
    assert (catalog.titles(), catalog.count(), catalog.newest_passage()) == ({}, (0, 0, 0), "")
    change = write(catalog, report(), ("36个", "36"))
    write(catalog, report(SCHOOL, "school"))
    assert list(catalog.titles()) == ["school", "water"]
    assert catalog.titles()["water"] == "临江市水务局关于巡察整改进展情况的通报"
    assert catalog.count() == (2, len(catalog.passage_ids()), 1)
    assert catalog.newest_passage() == catalog.passage_ids()[-1]
    assert set(change.added) < set(catalog.passage_ids())


def test_catalog_leaves_out_what_is_not_there(catalog: Catalog) -> None:
    change = write(catalog, report())
    first = change.added[0]
    assert set(catalog.passage_texts([first, "9999"])) == {first}
    assert [one.id for one in catalog.reports(["nowhere", "water"])] == ["water"]
    assert list(catalog.vectors.batches(reports=["nowhere"])) == []
    ((ids, vectors),) = catalog.vectors.batches(ids=[first, "9999"])
    assert (ids, len(vectors)) == ([first], 1)
