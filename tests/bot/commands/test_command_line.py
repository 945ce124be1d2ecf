import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.commands.command_line import app, run
from retrieval.catalog.tables import SCHEMA
from tests.bot.commands.checked_report import RIGHT, WRONG, draft
from tests.bot.conftest import Program

ROOT = Path(__file__).parents[3]


def test_help_names_every_command(hedui: Program) -> None:
    outcome = hedui("--help")
    assert outcome.status == 0
    for command in "ingest ask search check figures reports remove doctor chat telegram".split():
        assert command in outcome.out


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_readme_names_every_command(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    names = [one.name or one.callback.__name__ for one in app.registered_commands if one.callback]
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
