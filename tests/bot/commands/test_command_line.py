import io
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.commands.command_line import app, run
from retrieval.catalog.tables import SCHEMA
from tests.bot.conftest import Program

ROOT = Path(__file__).parents[3]
REPORT = """中共松原县水务局党组关于第二轮巡察整改进展情况的通报
发布时间：2023-05-10　来源：松原县水务局

县水务局党组针对巡察反馈的28个问题，制定整改措施96条，已完成整改问题25个。
2022年全县排查小型水库43座，投入维修资金1260万元，隐患整改率95.3%，比2021年提高4.1个百分点。
"""
WRONG = "松原县水务局2022年排查小型水库45座，隐患整改率95.3%。"
RIGHT = "松原县水务局2022年排查小型水库43座，隐患整改率95.3%。"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "songyuan-2023.txt"
    path.write_text(REPORT, "utf-8")
    return path


def draft(tmp_path: Path, text: str) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(text, "utf-8")
    return str(path)


# Help and errors


def test_help_names_every_command(hedui: Program) -> None:
    outcome = hedui("--help")
    assert outcome.status == 0
    for command in "ingest ask search check figures reports remove doctor chat telegram".split():
        assert command in outcome.out


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_readme_names_every_command(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    names = [command.callback.__name__ for command in app.registered_commands if command.callback]
    assert [name for name in names if f"`hedui {name}" not in text] == []


def test_no_arguments_show_the_help(hedui: Program) -> None:
    assert "ingest" in hedui().out


UNUSABLE = [
    (["nothing"], "nothing"),
    (["ask", "--nope"], "--nope"),
    (["ask"], "--batch"),
    (["search", " "], "--batch"),
    (["check"], "--batch"),
    (["search", "x", "-k", "0"], "-k"),
    (["check", "missing.txt", "--report", "also-missing.txt"], "missing.txt"),
    (["remove", "nobody"], "nobody"),
    (["remove"], "--samples"),
    (["remove", "nobody", "--samples"], "--samples"),
    (["--json"], "--version"),
    (["--json", "reports"], "--version"),
    (["ask", "多少", "--report", "nobody"], "nobody"),
    (["ask", "--batch", "missing.jsonl"], "missing.jsonl"),
    (["ingest", "missing.txt"], "missing.txt"),
    (["telegram"], "HEDUI_TELEGRAM_TOKEN"),
]


@pytest.mark.parametrize(("arguments", "named"), UNUSABLE, ids=[" ".join(row[0]) for row in UNUSABLE])
def test_unusable_input_is_one_line_that_names_it(hedui: Program, arguments: list[str], named: str) -> None:
    outcome = hedui(*arguments)
    assert outcome.status == 2
    assert named in outcome.err
    assert "Traceback" not in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_unusable_setting_is_one_line(monkeypatch: pytest.MonkeyPatch, hedui: Program) -> None:
    monkeypatch.setenv("HEDUI_LANGUAGE", "fr")
    outcome = hedui("reports")
    assert (outcome.status, len(outcome.err.splitlines())) == (2, 1)
    assert "HEDUI_LANGUAGE='fr'" in outcome.err


def test_fault_of_our_own_is_one_line_with_its_place(monkeypatch: pytest.MonkeyPatch, hedui: Program) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken\nin two lines")

    monkeypatch.setattr("bot.commands.command_line.read_settings", fail)
    outcome = hedui("reports")
    assert (outcome.status, len(outcome.err.splitlines())) == (2, 1)
    assert "RuntimeError" in outcome.err
    assert "test_command_line.py" in outcome.err


def test_interrupt_is_tidy(monkeypatch: pytest.MonkeyPatch, hedui: Program) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.commands.command_line.read_settings", interrupt)
    outcome = hedui("reports")
    assert (outcome.status, outcome.err) == (130, "已中断。\n")


HEAVY = "torch sentence_transformers chromadb sqlalchemy telegram langchain numpy onnxruntime".split()


@pytest.mark.parametrize(
    ("arguments", "light"),
    [(["--help"], HEAVY), (["check", "DRAFT", "--report", "REPORT"], [*HEAVY[:6], "onnxruntime"])],
    ids=["help", "check against a file"],
)
def test_command_loads_no_more_than_it_needs(
    tmp_path: Path, report: Path, arguments: list[str], light: list[str]
) -> None:
    places = {"DRAFT": draft(tmp_path, RIGHT), "REPORT": str(report)}
    named = [places.get(argument, argument) for argument in arguments]
    script = (
        "import sys; from bot.commands.command_line import run; status = run(sys.argv[1:]);"
        f"sys.exit(status or str([name for name in {light!r} if name in sys.modules] or ''))"
    )
    environment = {**os.environ, "HEDUI_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script, *named], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stderr.strip() == ""
    assert not (tmp_path / "home").exists()


# Ingest, reports, remove, doctor


def test_ingest_counts_what_became_of_each(hedui: Program, report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    first = hedui("ingest", str(report), str(empty), "--json")
    assert first.status == 0
    assert (first.json["added"], first.json["updated"], first.json["unchanged"]) == (1, 0, 0)
    assert first.json["passages"] >= 1
    assert first.json["figures"] >= 7
    assert [row["path"] for row in first.json["failed"]] == [str(empty)]
    assert "empty.txt" in first.err
    assert hedui("ingest", str(report), "--json").json["unchanged"] == 1
    report.write_text(REPORT.replace("96条", "97条"), "utf-8")
    assert hedui("ingest", str(report), "--json").json["updated"] == 1
    assert [row["raw"] for row in hedui("figures", "--metric", "措施", "--json").json["figures"]] == ["97条"]


def test_ingest_of_nothing_readable_fails(hedui: Program, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    outcome = hedui("ingest", str(tmp_path / "folder"), "--json")
    assert outcome.status == 2
    assert outcome.json["failed"][0]["path"] == str(tmp_path / "folder")


def test_reports_are_listed_and_removed(hedui: Program, report: Path) -> None:
    assert hedui("reports", "--json").json == {"reports": []}
    hedui("ingest", str(report))
    (row,) = hedui("reports", "--json").json["reports"]
    assert (row["report"], row["date"], row["organisation"]) == (
        "songyuan-2023",
        "2023-05-10",
        "松原县水务局",
    )
    assert hedui("remove", "songyuan-2023.txt", "--json").json == {"removed": "songyuan-2023"}
    assert hedui("reports", "--json").json == {"reports": []}
    assert hedui("figures", "--json").json == {"figures": []}


def test_version_says_program_and_index(hedui: Program) -> None:
    outcome = hedui("--version")
    assert (outcome.status, outcome.out) == (0, f"hedui {version('hedui')} (index {SCHEMA})\n")
    assert hedui("--version", "--json").json == {
        "name": "hedui",
        "version": version("hedui"),
        "index": SCHEMA,
    }


def test_version_needs_no_usable_settings(hedui: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEDUI_LANGUAGE", "fr")
    assert hedui("--version").status == 0


def test_samples_are_removed_together(hedui: Program, report: Path) -> None:
    samples = sorted(path.stem for path in (ROOT / "corpus" / "reports").glob("*.txt"))
    hedui("ingest", str(ROOT / "corpus" / "reports"), str(report))
    outcome = hedui("remove", "--samples", "--json")
    assert (outcome.status, sorted(outcome.json["removed"])) == (0, samples)
    (row,) = hedui("reports", "--json").json["reports"]
    assert row["report"] == "songyuan-2023"
    assert hedui("remove", "--samples", "--json").json == {"removed": []}


@pytest.mark.parametrize(("language", "word"), [("zh", "没有示例报告"), ("en", "no sample reports")])
def test_removing_samples_says_what_became_of_them(
    hedui: Program, monkeypatch: pytest.MonkeyPatch, language: str, word: str
) -> None:
    monkeypatch.setenv("HEDUI_LANGUAGE", language)
    hedui("ingest", str(ROOT / "corpus" / "reports" / "linhe-agri-2022.txt"))
    assert "linhe-agri-2022" in hedui("remove", "--samples").out
    assert word in hedui("remove", "--samples").out


def test_doctor_counts_what_is_sound(hedui: Program, report: Path) -> None:
    hedui("ingest", str(report))
    outcome = hedui("doctor", "--json")
    assert outcome.status == 0
    assert outcome.json["sound"] is True
    assert outcome.json["reports"] == 1


# Ask and search


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


def test_search_prints_the_contract(hedui: Program, report: Path) -> None:
    hedui("ingest", str(report))
    shape = hedui("search", "小型水库", "-k", "1", "--json").json
    (hit,) = shape["hits"]
    assert shape["query"] == "小型水库"
    assert set(hit) == {"report", "title", "section", "text", "start", "end", "score", "found_by"}
    assert "水库" in hit["text"]
    assert set(hit["found_by"]) <= {"dense", "lexical", "figure"}


# Check and figures


@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (WRONG, 1)], ids=["right", "wrong"])
def test_check_against_a_file_needs_no_index(
    hedui: Program, report: Path, tmp_path: Path, text: str, status: int
) -> None:
    home = tmp_path / "untouched"
    outcome = hedui("check", draft(tmp_path, text), "--report", str(report), "--json", home=home)
    assert outcome.status == status
    assert outcome.json["characters"] == len(text)
    by_raw = {finding["raw"]: finding["verdict"] for finding in outcome.json["findings"]}
    assert by_raw["95.3%"] == "supported"
    assert by_raw["43座" if status == 0 else "45座"] == ("supported" if status == 0 else "contradicted")
    assert sum(outcome.json["counts"].values()) == len(outcome.json["findings"])
    assert not home.exists()


def test_check_against_the_index(hedui: Program, report: Path, tmp_path: Path) -> None:
    hedui("ingest", str(report))
    for arguments in ([], ["--report", "songyuan-2023"]):
        outcome = hedui("check", draft(tmp_path, WRONG), *arguments, "--json")
        assert outcome.status == 1
        assert "contradicted" in outcome.json["counts"]


def test_check_reads_standard_input(hedui: Program, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode()), "utf-8"))
    outcome = hedui("check", "-", "--report", str(report), "--json")
    assert outcome.status == 1
    assert outcome.json["characters"] == len(WRONG)


def test_check_batch_names_reports_as_it_likes(hedui: Program, report: Path, tmp_path: Path) -> None:
    rows = [
        {"id": 1, "text": RIGHT, "reports": ["songyuan-2023.txt"]},
        {"id": 2, "text": WRONG, "report": "songyuan-2023"},
        {"id": 3, "text": WRONG, "reports": []},
        {"id": 4, "text": "没有数字。"},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    outcome = hedui("check", "--batch", str(batch), "--report", str(report), home=tmp_path / "untouched")
    assert outcome.status == 1
    assert [line["id"] for line in outcome.lines] == [1, 2, 3, 4]
    assert ["contradicted" in line["counts"] for line in outcome.lines] == [False, True, True, False]
    assert not (tmp_path / "untouched").exists()


def test_figures_of_a_file(hedui: Program, report: Path) -> None:
    rows = hedui("figures", str(report), "--json").json["figures"]
    assert {"28个", "96条", "25个", "43座", "1260万元", "95.3%", "4.1个百分点"} <= {
        row["raw"] for row in rows
    }
    money = next(row for row in rows if row["raw"] == "1260万元")
    assert (money["value"], money["unit"], money["kind"]) == ("12600000", "元", "money")
    assert all(REPORT[row["start"] : row["end"]] == row["raw"] for row in rows)


def test_figures_batch_needs_no_index(hedui: Program, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": "x", "text": "整改28个"}\n{"id": "y", "text": "无"}\n', "utf-8")
    outcome = hedui("figures", "--batch", str(batch), home=tmp_path / "untouched")
    assert [[row["raw"] for row in line["figures"]] for line in outcome.lines] == [["28个"], []]
    assert not (tmp_path / "untouched").exists()


def test_figures_of_the_index_by_organisation_and_conflict(
    hedui: Program, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "songyuan-again.txt"
    other.write_text(REPORT.replace("43座", "44座"), "utf-8")
    hedui("ingest", str(report), str(other))
    rows = hedui("figures", "--org", "县水务局", "--metric", "水库", "--json").json["figures"]
    assert {row["raw"] for row in rows} == {"43座", "44座"}
    assert {"report", "quote"} <= set(rows[0])
    conflicts = hedui("figures", "--conflicts", "--json").json["figures"]
    assert {row["raw"] for row in conflicts} == {"43座", "44座"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_are_for_people(
    hedui: Program, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("HEDUI_LANGUAGE", language)
    monkeypatch.setenv("COLUMNS", "200")
    assert hedui("ingest", str(report)).status == 0
    assert "songyuan-2023" in hedui("reports").out
    assert "43座" in hedui("search", "水库").out
    assert "43座" in hedui("figures").out
    assert "43座" in hedui("ask", "松原县水务局排查了多少座小型水库").out
    checked = hedui("check", draft(tmp_path, WRONG)).out
    assert ("不一致" if language == "zh" else "contradicted") in checked


def test_run_returns_a_status_without_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["hedui", "--help"])
    assert run() == 0
