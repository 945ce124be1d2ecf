"""One report in every form in which people send reports says the same in each: its title, sections and frames."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.library.readings import read_document
from corpus.organisations.agreed_names import BUILT_IN
from corpus.reading.documents import read_bytes
from corpus.room.aided_reading import can_recognise
from corpus.room.office import office_program
from corpus.room.reading_room import ReadingRoom
from corpus.structure.parsing import parse_report
from retrieval.whole_report import read_whole
from tests.one_report import (
    BEFORE,
    FORMS,
    HIDDEN,
    RUNNING,
    STRUCK,
    TEXT,
    TITLE,
    scan,
    word,
    word_with_box_and_note,
)

Frame = tuple[str, str, str, str, str, str]
FIGURE = re.compile(r"\d+(?:\.\d+)?%?")


def told(text: str, title: str = "") -> tuple[str, str, list[tuple[int, str]], list[Frame]]:
    """Return what is compared: title, date, sections, and of each statement its figure and the slots of its frame."""
    report = parse_report(text, id="通报", source="通报", title_hint=title)
    frames = [
        (
            one.figure.raw,
            one.figure.unit,
            one.figure.metric,
            one.figure.org,
            one.figure.period,
            one.figure.change,
        )
        for one in read_whole(report, BUILT_IN).statements
    ]
    return report.title, str(report.published), [(one.level, one.title) for one in report.sections], frames


SAID = told(TEXT)


@pytest.fixture(scope="module")
def room() -> Iterator[ReadingRoom]:
    with ReadingRoom(readers=1) as opened:
        yield opened


def test_text_is_read_whole() -> None:
    title, published, sections, frames = SAID
    assert (title, published, len(sections)) == (TITLE, "2024-05-16", 7)
    assert {raw for raw, *_ in frames} >= {"9次", "89.19%", "268.4万元", "57", "12.60", "4.08"}


@pytest.mark.parametrize("name", FORMS)
def test_form_says_the_same_as_the_text(name: str) -> None:
    document = read_bytes(FORMS[name](), name)
    assert told(document.text, document.title_hint) == SAID
    assert [one for one in (STRUCK, HIDDEN, "999") if one in document.text] == []


def test_text_box_and_footnote_are_read_with_their_numbers() -> None:
    text = read_bytes(word_with_box_and_note(), "a.docx").text
    assert sorted(text.split("\n")[2:]) == sorted(BEFORE[:7])


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed here")
def test_old_word_file_says_the_same_as_the_text(room: ReadingRoom, tmp_path: Path) -> None:
    (tmp_path / "通报.docx").write_bytes(word())
    command = [str(office_program()), f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless"]
    command += ["--convert-to", "doc", "--outdir", str(tmp_path), str(tmp_path / "通报.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    read = read_document((tmp_path / "通报.doc").read_bytes(), "通报.doc", room)
    document, data = read.document, read.data
    assert told(document.text, document.title_hint) == SAID
    assert (document.form, data[:2]) == ("docx", b"PK")
    assert RUNNING in document.text


@pytest.mark.skipif(not can_recognise(), reason="what recognises text is not installed here")
def test_scan_says_the_title_and_nearly_all_figures(room: ReadingRoom) -> None:
    document = read_document(scan(), "扫描件.pdf", room).document
    title, published, sections, _ = told(document.text)
    assert document.recognised
    assert (title, published, sections) == SAID[:3]
    said, read = Counter(FIGURE.findall(TEXT)), Counter(FIGURE.findall(document.text))
    assert (said & read).total() >= 0.97 * said.total()
    assert (read - said).total() <= 0.03 * said.total()
