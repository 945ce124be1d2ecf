import json
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.conversation import Conversation
from bot.conversation.heard import Heard
from tests.bot.commands.checked_report import REPORT
from tests.bot.conftest import Program


def test_ask_prints_the_contract(hedui: Program, report: Path) -> None:
    hedui("ingest", str(report))
    outcome = hedui("ask", "松原县水务局排查了多少座小型水库", "--json")
    assert outcome.status == 0
    assert outcome.err == ""
    shape = outcome.json
    assert set(shape) == {
        "question", "answer", "refused", "direct", "findings", "citations", "mode", "seconds",
    }  # fmt: skip
    assert shape["mode"] == "extractive"
    assert shape["refused"] is False
    assert shape["direct"]["raw"] == "43座"
    assert shape["direct"]["value"] == "43"
    assert {"raw", "value", "unit", "org", "metric", "period"} <= set(shape["direct"])
    assert {finding["verdict"] for finding in shape["findings"]} == {"supported"}
    first = shape["citations"][0]
    assert set(first) == {"n", "report", "title", "date", "section", "quote", "start", "end", "source"}
    assert "43座" in first["quote"]
    assert REPORT[first["start"] : first["end"]] == first["quote"]
    assert first["source"] == str(report)


def test_ask_in_a_session_takes_a_follow_up(hedui: Program, report: Path) -> None:
    hedui("ingest", str(report))
    hedui("ask", "松原县水务局2022年隐患整改率是多少", "--session", "周会", "--json")
    follow_up = hedui("ask", "比2021年提高了多少", "--session", "周会", "--json").json
    assert follow_up["direct"]["raw"] == "4.1个百分点"


def test_ask_batch_answers_in_order_and_goes_on(hedui: Program, report: Path, tmp_path: Path) -> None:
    hedui("ingest", str(report))
    rows = [
        {"id": "a", "question": "松原县水务局制定了多少条整改措施"},
        {"id": "b"},
        {"id": "c", "question": "已完成整改多少个问题", "after": "松原县水务局制定了多少条整改措施"},
        {"id": "d", "question": "多少", "report": "nobody"},
        {"id": "e", "question": "", "reports": ["songyuan-2023.txt"]},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    outcome = hedui("ask", "--batch", str(batch))
    assert outcome.status == 2
    assert [line["id"] for line in outcome.lines] == list("abcde")
    first, second, third, fourth, fifth = outcome.lines
    assert first["direct"]["raw"] == "96条"
    assert "error" in second
    assert third["direct"]["raw"] == "25个"
    assert "nobody" in fourth["error"]
    assert fifth["refused"] is True


def test_program_error_in_a_line_leaves_the_others(
    hedui: Program, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hedui("ingest", str(report))
    hear = Conversation.hear

    def broken(self: Conversation, text: str, *given: Any, **named: Any) -> Heard:
        if text == "坏的":
            raise ZeroDivisionError
        return hear(self, text, *given, **named)

    monkeypatch.setattr(Conversation, "hear", broken)
    batch = tmp_path / "batch.jsonl"
    questions = {"a": "坏的", "b": "松原县水务局制定了多少条整改措施"}
    rows = [{"id": name, "question": question} for name, question in questions.items()]
    batch.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    outcome = hedui("ask", "--batch", str(batch))
    assert outcome.status == 2
    first, second = outcome.lines
    assert "ZeroDivisionError" in first["error"]
    assert second["direct"]["raw"] == "96条"


def test_search_prints_the_contract(hedui: Program, report: Path) -> None:
    hedui("ingest", str(report))
    shape = hedui("search", "小型水库", "-k", "1", "--json").json
    (hit,) = shape["hits"]
    assert shape["query"] == "小型水库"
    assert set(hit) == {"report", "title", "section", "text", "start", "end", "score", "found_by"}
    assert "水库" in hit["text"]
    assert set(hit["found_by"]) <= {"dense", "lexical", "figure"}


def test_answer_for_people_has_its_figure_mark_and_source(hedui: Program, samples_home: Path) -> None:
    outcome = hedui("ask", "临河住建局巡察反馈了几个问题", home=samples_home)
    assert outcome.status == 0
    text, mark, sources = outcome.out.rstrip().split("\n\n")
    assert "31个" in text
    assert mark.startswith("✓")
    assert sources.splitlines()[1].startswith("[1] ")


@pytest.mark.parametrize(
    ("report", "refused"),
    [("linhe-agri-2022", False), ("dongyuan-univ-2023", True)],
    ids=["its own", "another"],
)
def test_ask_keeps_to_the_reports_that_are_named(
    hedui: Program, samples_home: Path, report: str, refused: bool
) -> None:
    question = "临河市农业农村局制定修订制度多少项"
    shape = hedui("ask", question, "--report", report, "--json", home=samples_home).json
    assert {one["report"] for one in shape["citations"]} <= {report}
    assert shape["refused"] is refused


def test_search_for_people_says_where_nothing_is(hedui: Program) -> None:
    outcome = hedui("search", "水库")
    assert outcome.status == 0
    assert len(outcome.out.splitlines()) == 1


@pytest.mark.parametrize("k", [1, 3])
def test_search_finds_no_more_than_asked_for(hedui: Program, samples_home: Path, k: int) -> None:
    assert len(hedui("search", "整改", "-k", str(k), "--json", home=samples_home).json["hits"]) == k


def test_search_batch_answers_in_order_and_goes_on(
    hedui: Program, samples_home: Path, tmp_path: Path
) -> None:
    rows = [
        {"id": "a", "query": "化解率"},
        {"id": "b", "text": "化解率"},
        {"id": "c", "query": "整改", "report": "dongyuan-univ-2023"},
        {"id": "d", "query": "整改", "report": "nobody"},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    outcome = hedui("search", "--batch", str(batch), "-k", "2", home=samples_home)
    assert outcome.status == 2
    first, second, third, fourth = outcome.lines
    assert [line["id"] for line in outcome.lines] == list("abcd")
    assert (first["query"], len(first["hits"])) == ("化解率", 2)
    assert "error" in second
    assert {hit["report"] for hit in third["hits"]} == {"dongyuan-univ-2023"}
    assert "nobody" in fourth["error"]
