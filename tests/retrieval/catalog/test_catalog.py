import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

import numpy as np
import pytest

from corpus.errors import HeduiError, IndexMismatch, NotFound, UnusableSetting
from corpus.report import Report
from corpus.structure.passages import split_passages
from retrieval.catalog.catalog import Catalog, Change
from retrieval.lexical import query_terms
from tests.retrieval.fictional import GARDEN, SCHOOL, WATER, LetterEmbedder, report, statement


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with Catalog.open(tmp_path / "catalog.db") as opened:
        yield opened


def write(catalog: Catalog, written: Report, *raws: tuple[str, str]) -> Change:
    passages = split_passages(written, size=80)
    vectors = LetterEmbedder().embed_passages([passage.text for passage in passages])
    return catalog.write(written, passages, vectors, [statement(written, raw, value) for raw, value in raws])


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
    ((ids, vectors),) = catalog.vectors(reports=["water"])
    assert tuple(ids) == change.added
    expected = LetterEmbedder().embed_passages([stored[key].passage.text for key in ids])
    assert np.abs(vectors - expected).max() < 0.001


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


class Chosen(TypedDict, total=False):
    reports: list[str]
    org: str
    metric: str


CHOSEN: list[tuple[str, Chosen, list[str]]] = [
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
def test_catalog_chooses_statements(catalog: Catalog, chosen: Chosen, raws: list[str]) -> None:
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
    found = catalog.statements(**chosen)
    assert sorted(one.figure.raw for one in found) == sorted(raws)


def test_catalog_keeps_numbers_exactly(catalog: Catalog) -> None:
    water = report()
    numbers = ["0.10", "12345678901234567890.123456789", "-3", "1E+400", "91.670"]
    wanted = [statement(water, "36个", number) for number in numbers]
    passages = split_passages(water)
    catalog.write(water, passages, LetterEmbedder().embed_passages([p.text for p in passages]), wanted)
    assert [str(one.figure.value) for one in catalog.statements()] == numbers


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


def test_catalog_finds_the_names_that_stand_in_a_text(catalog: Catalog) -> None:
    write(catalog, report())
    write(catalog, report(SCHOOL, "school"))
    full = {"临江水务局": ("临江市水务局",), "水务局": ("临江市水务局",), "临江": ("临江市",)}
    found = catalog.names_within("请问临江水务局修订了多少项制度？云溪大学呢？")
    assert full.items() <= found.items()
    assert found["云溪大学"] == ("云溪大学",)
    assert "临江水务局" not in catalog.names_within("临江水务局", but={"临江水务局"})
    assert catalog.names_within("") == catalog.names_within("a。b") == {}


def test_catalog_gives_two_of_the_many_that_a_name_stands_for(catalog: Catalog) -> None:
    for place in ("临江", "青禾", "秀川"):
        write(catalog, report(WATER.replace("临江", place), place))
    assert len(catalog.names_within("水务局")["水务局"]) == 2
    catalog.remove("青禾")
    assert catalog.names_within("青禾市水务局的制度").get("青禾市水务局") is None
    catalog.remove("临江")
    assert catalog.names_within("水务局")["水务局"] == ("秀川市水务局",)


def test_catalog_takes_no_names_from_what_nobody_issued(catalog: Catalog) -> None:
    text = "记者从东江市教育局获悉，东江市财政局、东江市教育局3月完成检查12次。"
    write(catalog, replace(report(), id="news", title="检查完成", organisation="", text=text, sections=()))
    assert catalog.names_within("东江教育局检查了几次") == {}


def test_catalog_opens_from_several_threads_at_once(tmp_path: Path) -> None:
    faults: list[Exception] = []

    def open_and_close() -> None:
        try:
            Catalog.open(tmp_path / "catalog.db").close()
        except HeduiError as error:
            faults.append(error)

    threads = [threading.Thread(target=open_and_close) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_catalog_refuses_one_of_a_newer_version(tmp_path: Path) -> None:
    place = tmp_path / "catalog.db"
    Catalog.open(place).close()
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(IndexMismatch, match="9999"):
        Catalog.open(place)


PLACES = [
    ("no database", "not a url", "not a url"),
    ("another kind", "mysql://root@localhost/x", "mysql"),
    ("nobody listens", "postgresql://nobody@127.0.0.1:1/x", "127.0.0.1"),
]


@pytest.mark.parametrize(("place", "named"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_catalog_names_a_place_that_is_no_database(place: str, named: str) -> None:
    with pytest.raises(UnusableSetting, match=named):
        Catalog.open(place)


def test_catalog_names_a_file_that_is_no_database(tmp_path: Path) -> None:
    place = tmp_path / "catalog.db"
    place.write_text("这不是数据库" * 100, "utf-8")
    with pytest.raises(UnusableSetting, match=r"catalog\.db"):
        Catalog.open(place)


def test_catalog_does_not_show_a_password() -> None:
    with pytest.raises(UnusableSetting) as caught:
        Catalog.open("postgresql://nobody:secret@127.0.0.1:1/x")
    assert "secret" not in str(caught.value)


def test_catalog_weighs_rare_terms_more(catalog: Catalog) -> None:
    write(catalog, report())
    write(catalog, report(SCHOOL, "school"))
    weights = catalog.weights(["整改", "_管网", "量子"])
    assert weights["量子"] > weights["_管网"] > weights["整改"] > 0
    assert catalog.weights([]) == {}
