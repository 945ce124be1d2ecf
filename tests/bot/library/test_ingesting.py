from pathlib import Path

import pytest

from bot.library.ingesting import find_places
from corpus.reading import formats
from corpus.reading.formats import FORMATS, Format


def test_folder_without_reports_names_every_suffix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        formats, "FORMATS", (*FORMATS, Format("note", (".note",), lambda _: ("", ""), b"N", 1))
    )
    places, failed = find_places([str(tmp_path)])
    assert places == []
    ((path, why),) = failed
    assert path == str(tmp_path)
    for suffix in (suffix for row in formats.FORMATS for suffix in row.suffixes):
        assert suffix in why


def test_addresses_files_and_folders_become_places_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("一", "utf-8")
    address = "https://x.example/a.html"
    assert find_places([address, str(file), str(tmp_path)]) == ([address, str(file)], [])
