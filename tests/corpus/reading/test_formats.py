import re
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.reading import formats
from corpus.reading.documents import find_files, read_bytes
from corpus.reading.formats import FORMATS, Content, Format, format_by_suffix, listed_suffixes, without_suffix

SUFFIXES = [suffix for row in FORMATS for suffix in row.suffixes]


def read_note(content: Content) -> tuple[str, str]:
    return content.data.removeprefix(b"NOTE").decode(), "便条"


NOTE = Format("note", (".note",), read_note, b"NOTE", 4)


@pytest.fixture
def with_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table with a row more at its end."""
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, NOTE))


def test_suffixes_are_of_one_format_each() -> None:
    assert len(set(SUFFIXES)) == len(SUFFIXES)
    assert all(re.fullmatch(r"\.[a-z]+", suffix) for suffix in SUFFIXES)


def test_names_are_of_one_format_each() -> None:
    names = [row.name for row in FORMATS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_suffix_says_its_format_in_any_case(suffix: str) -> None:
    for written in (suffix, suffix.upper()):
        row = format_by_suffix(f"a.b{written}")
        assert row is not None
        assert suffix in row.suffixes
        assert without_suffix(f"a.b{written}") == "a.b"


@pytest.mark.parametrize("name", ["通报", "通报.pages", "a.txt.bak", "txt"])
def test_other_names_say_no_format(name: str) -> None:
    assert format_by_suffix(name) is None
    assert without_suffix(name) == name


@pytest.mark.parametrize("suffix", [suffix for row in FORMATS if row.in_folders for suffix in row.suffixes])
def test_folder_offers_every_suffix_and_the_list_names_it(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"通报{suffix}"
    path.write_text("一", "utf-8")
    assert find_files([tmp_path]) == [path]
    assert suffix in listed_suffixes().split()


def test_row_may_keep_its_files_out_of_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, replace(NOTE, in_folders=False)))
    path = tmp_path / "通报.note"
    path.write_bytes(b"NOTE")
    assert find_files([tmp_path]) == []
    assert find_files([path]) == [path]
    assert ".note" in listed_suffixes()
    assert ".note" not in listed_suffixes(in_folders=True)


@pytest.mark.usefixtures("with_note")
def test_added_row_is_read_and_named() -> None:
    document = read_bytes("NOTE完成整改588个".encode(), "通报.note")
    assert (document.text, document.title_hint, document.form) == ("完成整改588个", "便条", "note")
    with pytest.raises(UnreadableFile, match="损坏"):
        read_bytes("完成整改588个".encode(), "通报.note")
    with pytest.raises(UnreadableFile, match="note"):
        read_bytes(b"7z\xbc\xaf\x27\x1c", "packed.7z")


@pytest.mark.usefixtures("with_note")
def test_plain_text_stays_what_no_other_row_takes() -> None:
    assert read_bytes("完成整改588个".encode(), "通报").form == "text"


def test_added_package_goes_before_packages_of_any_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("Atlas.xml", "<Atlas/>")
    row = Format("atlas", (".atlas",), lambda _: ("完成整改588个", ""), b"PK\x03\x04", 4, part="Atlas.xml")
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, row))
    assert read_bytes(packed.getvalue(), "通报.atlas").form == "atlas"


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_readme_names_every_format_that_can_be_sent(readme: str) -> None:
    text = (Path(__file__).parents[3] / readme).read_text("utf-8")
    (line,) = [line for line in text.splitlines() if "`/check`" in line and line.startswith("|")]
    assert [row.suffixes[0] for row in FORMATS if row.suffixes[0] not in line] == []
