import io
import json
from pathlib import Path

import pytest

from bot.commands.check import check_shape, needs_person, print_findings
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, WRONG, Verdict
from corpus.figure import Figure, Kind
from tests.bot.commands.checked_report import REPORT, RIGHT, draft
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


def finding(verdict: Verdict) -> Finding:
    return Finding(Figure("45座", 0, 3, Kind.COUNT), verdict, "rule", "原文是43座。")


@pytest.mark.parametrize("verdict", Verdict)
def test_person_is_needed_where_a_figure_is_wrong(verdict: Verdict) -> None:
    assert needs_person([finding(Verdict.SUPPORTED), finding(verdict)]) == int(verdict in WRONG)
    assert needs_person([]) == 0


def test_shape_of_a_check_counts_its_verdicts() -> None:
    findings = [finding(Verdict.SUPPORTED), finding(Verdict.SUPPORTED), finding(Verdict.CONTRADICTED)]
    shape = check_shape("排查45座。", findings, 0.12345, [])
    assert shape["counts"] == {"supported": 2, "contradicted": 1}
    assert (shape["characters"], shape["seconds"]) == (6, 0.123)
    assert check_shape("", [], 0.0, [])["counts"] == {}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_findings_are_a_table_that_is_summed_up(
    language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    print_findings([finding(Verdict.CONTRADICTED)], language)
    out = capsys.readouterr().out
    assert "45座" in out
    assert "原文是43座。" in out
    assert (VERDICT_ROWS[Verdict.CONTRADICTED].chinese if language == "zh" else "contradicted") in out
    print_findings([], language)
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_draft_that_is_missing_is_named(hedui: Program, report: Path, tmp_path: Path) -> None:
    outcome = hedui("check", str(tmp_path / "none.txt"), "--report", str(report))
    assert outcome.status == 2
    assert "none.txt" in outcome.err


@pytest.mark.parametrize(
    ("data", "characters"),
    [
        pytest.param("整改\r\n45座".encode(), 6, id="line ends of Windows"),
        pytest.param("\ufeff整改45座".encode(), 5, id="byte order mark"),
        pytest.param(b"", 0, id="empty"),
    ],
)
def test_draft_is_read_from_standard_input(
    hedui: Program, report: Path, data: bytes, characters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    assert hedui("check", "-", "--report", str(report), "--json").json["characters"] == characters


def test_standard_input_in_another_encoding_is_refused(
    hedui: Program, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("整改".encode("gb18030")), "utf-8"))
    outcome = hedui("check", "-", "--report", str(report))
    assert outcome.status == 2
    assert "UTF-8" in outcome.err


@pytest.mark.parametrize("form", FORMS)
def test_checked_draft_is_written_whole_in_each_form(
    hedui: Program, report: Path, tmp_path: Path, form: str
) -> None:
    output = tmp_path / f"checked.{form}"
    text = draft(tmp_path, WRONG_DRAFT)
    outcome = hedui("check", text, "--report", str(report), "--format", form, "-o", str(output))
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "")
    data = output.read_bytes()
    assert data.startswith(b"PK") if form == "docx" else "45座" in data.decode("utf-8")
    assert [path.name for path in tmp_path.glob("*.partial")] == []


@pytest.mark.parametrize(
    "arguments",
    [["--format", "pdf"], ["--format", "docx"], ["-o", "out.html"]],
    ids=["unknown form", "Word on standard output", "file without a form"],
)
def test_form_that_cannot_be_written_is_refused(
    hedui: Program, report: Path, tmp_path: Path, arguments: list[str]
) -> None:
    outcome = hedui("check", draft(tmp_path, RIGHT), "--report", str(report), *arguments)
    assert (outcome.status, outcome.out, len(outcome.err.splitlines())) == (2, "", 1)


def test_output_that_cannot_be_written_is_named(hedui: Program, report: Path, tmp_path: Path) -> None:
    output = tmp_path / "missing" / "out.html"
    text = draft(tmp_path, RIGHT)
    outcome = hedui("check", text, "--report", str(report), "--format", "html", "-o", str(output))
    assert outcome.status == 2
    assert "out.html" in outcome.err


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


def test_figures_of_a_text_without_any_are_told_for_people(hedui: Program, tmp_path: Path) -> None:
    outcome = hedui("figures", draft(tmp_path, "没有数字。"))
    assert outcome.status == 0
    assert len(outcome.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("org", "metric", "raws"),
    [("水务局", "水库", ["43座"]), ("教育局", "水库", []), ("水务局", "绿地", [])],
    ids=["both", "another organisation", "another metric"],
)
def test_figures_of_a_file_by_organisation_and_metric(
    hedui: Program, tmp_path: Path, org: str, metric: str, raws: list[str]
) -> None:
    arguments = ["figures", draft(tmp_path, RIGHT), "--org", org, "--metric", metric, "--json"]
    assert [row["raw"] for row in hedui(*arguments).json["figures"]] == raws
