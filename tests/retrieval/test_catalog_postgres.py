"""The catalog in a PostgreSQL server that the test starts on loopback, where one is installed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from corpus.report import Report
from corpus.structure.passages import split_passages
from retrieval.catalog.catalog import Catalog, Change
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.lexical import index_terms, query_terms
from retrieval.search.evidence import EvidenceSearch
from tests.retrieval.chat_catalog.test_decisions import MADE
from tests.retrieval.fictional import GARDEN, SCHOOL, WATER, LetterEmbedder, report, statement

pytestmark = pytest.mark.server


@pytest.fixture
def catalog(address: str) -> Iterator[Catalog]:
    with Catalog.open(address) as opened:
        yield opened
        for one in opened.reports():
            opened.remove(one.id)


def write(catalog: Catalog, written: Report, raw: str) -> Change:
    passages = split_passages(written, size=80)
    vectors = LetterEmbedder().embed_passages([passage.text for passage in passages])
    stated = statement(written, raw, raw.strip("个"), metric="反馈问题", org="水务局")
    return catalog.write(written, passages, vectors, [stated])


def test_postgres_returns_what_was_written(catalog: Catalog) -> None:
    change = write(catalog, report(), "36个")
    assert catalog.report("water") == report()
    stored = catalog.passages(change.added)
    assert tuple(stored[key].passage for key in change.added) == split_passages(report(), size=80)
    ((ids, vectors),) = catalog.vectors()
    assert (tuple(ids), vectors.shape) == (change.added, (len(ids), 64))
    assert [one.figure.raw for one in catalog.statements(org="市水务局", metric="问题")] == ["36个"]


def test_postgres_update_takes_everything_old_away(catalog: Catalog) -> None:
    before = write(catalog, report(), "36个")
    change = write(catalog, report(WATER.replace("36个", "37个").replace("管网", "水厂")), "37个")
    assert change.removed == before.added
    assert [one.figure.raw for one in catalog.statements()] == ["37个"]
    assert catalog.rank(query_terms("管网"), 10) == []
    assert catalog.rank(query_terms("水厂"), 10)
    assert catalog.terms_whole()


def test_postgres_finds_names_as_sqlite_does(catalog: Catalog, tmp_path: Path) -> None:
    text = "临江水务局和云溪大学各有多少个问题？"
    with Catalog.open(tmp_path / "catalog.db") as sqlite:
        for one in (sqlite, catalog):
            write(one, report(), "36个")
            write(one, report(SCHOOL, "school"), "42个")
        assert catalog.names_within(text)["临江水务局"] == ("临江市水务局",)
        assert catalog.names_within(text) == sqlite.names_within(text)
        catalog.remove("water")
        assert "临江水务局" not in catalog.names_within(text)


def test_postgres_ranks_as_sqlite_does(catalog: Catalog, tmp_path: Path) -> None:
    with Catalog.open(tmp_path / "catalog.db") as sqlite:
        for one in (sqlite, catalog):
            write(one, report(), "36个")
            write(one, report(SCHOOL, "school"), "42个")
            write(one, report(GARDEN, "garden"), "35")
        for query in ("管网改造128.5公里", "反馈问题整改多少个", "新增绿地", "追缴水费１２６８万元"):
            terms = query_terms(query)
            texts = [
                [one.passages([key])[key].passage.text for key, _ in one.rank(terms, 3)[:1]]
                for one in (sqlite, catalog)
            ]
            assert texts[0] == texts[1]
    assert {key for key, _ in catalog.rank(query_terms("反馈问题"), 9, ["school"])} <= set(
        catalog.passages([key for key, _ in catalog.rank(query_terms("反馈问题"), 9)])
    )


def test_postgres_weighs_rare_terms_more(catalog: Catalog) -> None:
    write(catalog, report(), "36个")
    write(catalog, report(SCHOOL, "school"), "42个")
    weights = catalog.weights(["整改", "_管网", "量子"])
    assert weights["量子"] > weights["_管网"] > weights["整改"] > 0


@pytest.mark.parametrize("term", ["引'号", "back\\slash", "冒:号", "a b", "&|!()"], ids=range(5))
def test_postgres_takes_a_term_for_a_word_only(catalog: Catalog, term: str) -> None:
    write(catalog, report(), "36个")
    assert catalog.rank([term], 5) == []


def test_postgres_makes_the_lexical_index_anew(catalog: Catalog) -> None:
    write(catalog, report(), "36个")
    before = catalog.rank(index_terms("管网改造"), 5)
    catalog.remake_terms()
    assert catalog.rank(index_terms("管网改造"), 5) == before


def test_postgres_gives_evidence(catalog: Catalog) -> None:
    write(catalog, report(), "36个")
    write(catalog, report(SCHOOL, "school"), "42个")
    (claim,) = (one.figure for one in catalog.statements(reports=["school"]))
    assert "42个" in {one.figure.raw for one in EvidenceSearch(catalog).find([claim], k=1)}


def test_postgres_keeps_people_and_conversations(catalog: Catalog, address: str) -> None:
    with ChatCatalog.open(address) as chat:
        code = chat.people.invite("reader", by="telegram:1", hours=1)
        assert chat.people.invited(code) == "reader"
        assert chat.people.redeem(code, "telegram:7", "张三") == "reader"
        assert chat.people.invited(code) == chat.people.redeem(code, "telegram:8", "李四") == ""
        chat.people.open_room("telegram:-5", "群", by="telegram:1")
        chat.people.move_room("telegram:-5", "telegram:-100")
        chat.people.move_room("telegram:-5", "telegram:-100")
        assert chat.people.rooms() == [("telegram:-100", "群")]
        assert [chat.inbox.receive("telegram:3", "{}") for _ in range(2)] == [True, False]
        assert chat.inbox.begin("telegram:3") is not None
        chat.inbox.settle("telegram:3", [{"html": "答"}])
        chat.inbox.record("telegram:3", [9])
        assert [(one.replies, one.sent) for one in chat.inbox.pending()] == [([{"html": "答"}], (9,))]
        chat.inbox.finish("telegram:3")
        assert chat.inbox.begin("telegram:3") is None
        about: dict[str, Any] = {
            "chat": "telegram:7",
            "person": "telegram:7",
            "thread": 0,
            "message": 1,
            "kind": "answer",
        }
        keys = [
            chat.talks.add("telegram:3", question=text, body={"n": 1}, **about) for text in ("问", "再问")
        ]
        assert keys[0] == keys[1]
        assert [talk.question for talk in chat.talks.recent("telegram:7", chat="telegram:7")] == ["再问"]
        chat.talks.rate("telegram:7", "up", talk=keys[0])
        assert chat.talks.marks() == {"up": 1}
        chat.state.write("user", "telegram:7", {"language": "en"})
        assert chat.state.read("user") == {"telegram:7": {"language": "en"}}
        assert chat.talks.forget("telegram:7") == 1


def test_postgres_keeps_decisions_and_tokens(address: str) -> None:
    with ChatCatalog.open(address) as chat:
        sentences = {f"s{number}" for number in range(1200)}
        draft = chat.decisions.add(sentences, MADE, name="稿.docx")
        assert chat.decisions.add(sentences, MADE) == draft
        later = replace(MADE, choice="accept", at=MADE.at + timedelta(hours=1))
        assert chat.decisions.add(set(sorted(sentences)[:700]) | {"new"}, later) == draft
        assert chat.decisions.of(draft) == [MADE, later]
        assert chat.decisions.draft({"new", "s1"}) == draft
        assert chat.decisions.draft({"other"}) is None
        token = chat.tokens.make("督查系统", "reader", by="terminal:1")
        found = chat.tokens.of(token)
        assert found is not None
        assert chat.tokens.all() == [found]
        chat.tokens.revoke("督查系统")
        assert chat.tokens.of(token) is None
