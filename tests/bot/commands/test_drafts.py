import io
from pathlib import Path

import docx
import pytest

from bot.commands.drafts import annotated, read_draft_file, write_out
from corpus.errors import UnusableInput
from tests.bot.commands.checked_report import RIGHT, draft
from tests.bot.conftest import Program
from tests.checker.annotation.pdf_drafts import pdf_of


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


def test_output_that_cannot_be_written_is_named(hedui: Program, report: Path, tmp_path: Path) -> None:
    output = tmp_path / "missing" / "out.html"
    text = draft(tmp_path, RIGHT)
    outcome = hedui("check", text, "--report", str(report), "--format", "html", "-o", str(output))
    assert outcome.status == 2
    assert "out.html" in outcome.err


def test_draft_knows_the_file_that_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    document = docx.Document()
    document.add_paragraph(RIGHT)
    document.save(str(path))
    read = read_draft_file(str(path))
    assert (read.text, read.path, read.form) == (RIGHT, path, "docx")


def test_word_draft_comes_back_as_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    document = docx.Document()
    document.add_paragraph(RIGHT).style = "Intense Quote"
    document.save(str(path))
    made = annotated("docx", read_draft_file(str(path)), [], [], every=False)
    style = docx.Document(io.BytesIO(made)).paragraphs[0].style
    assert style is not None
    assert style.name == "Intense Quote"


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_any_draft_is_given_back_in_each_form(tmp_path: Path, form: str) -> None:
    made = annotated(form, read_draft_file(draft(tmp_path, RIGHT)), [], [], every=False)
    assert made.startswith(b"PK") if form == "docx" else "43座" in made.decode()


@pytest.mark.parametrize("form", ["xlsx", "pdf"])
def test_workbook_and_pdf_are_made_of_drafts_that_are_such(tmp_path: Path, form: str) -> None:
    with pytest.raises(UnusableInput, match=rf"\.{form}"):
        annotated(form, read_draft_file(draft(tmp_path, RIGHT)), [], [], every=False)


def test_pdf_draft_comes_back_as_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "稿.pdf"
    path.write_bytes(pdf_of([RIGHT]))
    assert annotated("pdf", read_draft_file(str(path)), [], [], every=True).startswith(path.read_bytes())


def test_file_is_written_whole(tmp_path: Path) -> None:
    write_out(b"abc", str(tmp_path / "out.md"))
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]
    assert (tmp_path / "out.md").read_bytes() == b"abc"
