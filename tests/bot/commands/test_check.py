import io
import json
import re
from pathlib import Path

import docx
import pytest

from bot.commands.check import check_status, print_findings
from bot.programs.json_shapes import check_shape
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, WRONG, Verdict
from corpus.figure import Figure, Kind
from tests.bot.commands.checked_report import RIGHT, draft
from tests.bot.commands.checked_report import WRONG as WRONG_DRAFT
from tests.bot.conftest import Program

FORMS = ("json", "html", "docx", "md")


@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (WRONG_DRAFT, 1)], ids=["right", "wrong"])
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
        outcome = hedui("check", draft(tmp_path, WRONG_DRAFT), *arguments, "--json")
        assert outcome.status == 1
        assert "contradicted" in outcome.json["counts"]


def test_check_reads_standard_input(hedui: Program, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG_DRAFT.encode()), "utf-8"))
    outcome = hedui("check", "-", "--report", str(report), "--json")
    assert outcome.status == 1
    assert outcome.json["characters"] == len(WRONG_DRAFT)


def test_check_batch_names_reports_as_it_likes(hedui: Program, report: Path, tmp_path: Path) -> None:
    rows = [
        {"id": 1, "text": RIGHT, "reports": ["songyuan-2023.txt"]},
        {"id": 2, "text": WRONG_DRAFT, "report": "songyuan-2023"},
        {"id": 3, "text": WRONG_DRAFT, "reports": []},
        {"id": 4, "text": "没有数字。"},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    outcome = hedui("check", "--batch", str(batch), "--report", str(report), home=tmp_path / "untouched")
    assert outcome.status == 1
    assert [line["id"] for line in outcome.lines] == [1, 2, 3, 4]
    assert ["contradicted" in line["counts"] for line in outcome.lines] == [False, True, True, False]
    assert not (tmp_path / "untouched").exists()


def finding(verdict: Verdict) -> Finding:
    return Finding(Figure("45座", 0, 3, Kind.COUNT), verdict, "rule", "原文是43座。")


@pytest.mark.parametrize("verdict", Verdict)
def test_person_is_needed_where_a_figure_is_wrong(verdict: Verdict) -> None:
    assert check_status([finding(Verdict.SUPPORTED), finding(verdict)]) == int(verdict in WRONG)
    assert check_status([]) == 0


def test_shape_of_a_check_counts_its_verdicts() -> None:
    findings = [finding(Verdict.SUPPORTED), finding(Verdict.SUPPORTED), finding(Verdict.CONTRADICTED)]
    shape = check_shape("排查45座。", findings, 0.12345, [])
    assert shape["counts"] == {"supported": 2, "contradicted": 1}
    assert (shape["characters"], shape["seconds"]) == (6, 0.123)
    assert check_shape("", [], 0.0, [])["counts"] == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_findings_are_a_line_each_problems_first_that_are_summed_up(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = [finding(Verdict.SUPPORTED), finding(Verdict.CONTRADICTED)]
    print_findings(findings, language)
    first, *rest = capsys.readouterr().out.splitlines()
    verdict = VERDICT_ROWS[Verdict.CONTRADICTED]
    assert first == f"✗ 45座  {verdict.chinese if language == 'zh' else 'contradicted'} #2  原文是43座。"
    assert [line for line in rest if "45座" in line] == []
    assert "--all" in rest[-1]
    print_findings(findings, language, every=True)
    lines = capsys.readouterr().out.splitlines()
    assert [line[:1] for line in lines[:2]] == ["✗", "✓"]
    assert "--all" not in lines[-1]
    print_findings([], language)
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("form", FORMS)
def test_checked_draft_is_written_whole_in_each_form(
    hedui: Program, report: Path, tmp_path: Path, form: str
) -> None:
    output = tmp_path / f"checked.{form}"
    text = draft(tmp_path, WRONG_DRAFT)
    outcome = hedui("check", text, "--report", str(report), "--format", form, "-o", str(output))
    assert (outcome.status, len(outcome.out.splitlines()), outcome.err) == (1, 1, "")
    assert str(output) in outcome.out
    data = output.read_bytes()
    assert data.startswith(b"PK") if form == "docx" else "45座" in data.decode("utf-8")
    assert [path.name for path in tmp_path.glob("*.partial")] == []


@pytest.mark.parametrize(
    "arguments",
    [["--format", "odt"], ["--format", "docx"], ["-o", "out.odt"], ["-o", "out"]],
    ids=["unknown form", "Word on standard output", "unknown suffix", "no suffix"],
)
def test_form_that_cannot_be_written_is_refused(
    hedui: Program, report: Path, tmp_path: Path, arguments: list[str]
) -> None:
    outcome = hedui("check", draft(tmp_path, RIGHT), "--report", str(report), *arguments)
    assert (outcome.status, outcome.out, len(outcome.err.splitlines())) == (2, "", 1)


def test_explanation_weighs_what_the_reports_state(hedui: Program, report: Path, tmp_path: Path) -> None:
    arguments = ["check", draft(tmp_path, WRONG_DRAFT), "--report", str(report), "--explain", "45座"]
    (figure,) = hedui(*arguments, "--json").json["figures"]
    assert (figure["raw"], figure["verdict"]) == ("45座", "contradicted")
    (won,) = [row for row in figure["considered"] if row["won"]]
    assert won["raw"] == "43座"
    told = hedui(*arguments).out
    assert "✓" in told
    assert "43座" in told


def test_explanation_of_what_the_draft_does_not_say_is_refused(
    hedui: Program, report: Path, tmp_path: Path
) -> None:
    outcome = hedui("check", draft(tmp_path, RIGHT), "--report", str(report), "--explain", "45座")
    assert outcome.status == 2
    assert "45座" in outcome.err


def word_draft(folder: Path, text: str) -> Path:
    path = folder / "draft.docx"
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


@pytest.mark.parametrize(("added", "comments"), [([], 1), (["--all"], 3)], ids=["problems", "every figure"])
def test_form_is_that_of_the_suffix_and_a_word_draft_is_commented(
    hedui: Program, report: Path, tmp_path: Path, added: list[str], comments: int
) -> None:
    output = tmp_path / "checked.docx"
    path = word_draft(tmp_path, WRONG_DRAFT)
    outcome = hedui("check", str(path), "--report", str(report), "-o", str(output), *added)
    assert outcome.status == 1
    assert {str(output), "3", "1", str(comments)} <= set(re.findall(r"[^\s：，]+", outcome.out))
    assert len(list(docx.Document(str(output)).comments)) == comments


def test_json_is_printed_beside_the_file(hedui: Program, report: Path, tmp_path: Path) -> None:
    output = tmp_path / "checked.html"
    text = draft(tmp_path, WRONG_DRAFT)
    outcome = hedui("check", text, "--report", str(report), "-o", str(output), "--json")
    assert outcome.json["counts"]["contradicted"] == 1
    assert output.is_file()


def test_draft_itself_is_never_written_over(hedui: Program, report: Path, tmp_path: Path) -> None:
    path = word_draft(tmp_path, RIGHT)
    before = path.read_bytes()
    outcome = hedui("check", str(path), "--report", str(report), "-o", str(path))
    assert (outcome.status, len(outcome.err.splitlines())) == (2, 1)
    assert path.read_bytes() == before
