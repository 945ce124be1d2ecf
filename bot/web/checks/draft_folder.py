"""The folder of one draft under the home folder: the file as it came, and what the check found."""

import json
from collections.abc import Collection
from pathlib import Path
from shutil import rmtree
from typing import Final

from bot.web.checks.kept_check import KeptCheck, check_of, check_record

DRAFTS_FOLDER: Final = "drafts"


class DraftFolder:
    """A draft's folder, by the number of its exchange."""

    def __init__(self, home: Path, number: int) -> None:
        self._place = home / DRAFTS_FOLDER / str(number)

    def keep_file(self, data: bytes) -> None:
        """Keep the file as it came."""
        self._write("draft", data)

    def file(self) -> bytes:
        """Return the file as it came."""
        return (self._place / "draft").read_bytes()

    def keep_check(self, check: KeptCheck) -> None:
        """Keep what was found, whole or not at all."""
        self._write("check.json", json.dumps(check_record(check), ensure_ascii=False).encode())

    def check(self) -> KeptCheck | None:
        """Return what was found, None where nothing is kept yet."""
        place = self._place / "check.json"
        return check_of(json.loads(place.read_bytes())) if place.exists() else None

    def remove(self) -> None:
        """Delete the folder."""
        rmtree(self._place, ignore_errors=True)

    def _write(self, name: str, data: bytes) -> None:
        self._place.mkdir(parents=True, exist_ok=True)
        half = self._place / f".{name}.part"
        half.write_bytes(data)
        half.replace(self._place / name)


def sweep_drafts(home: Path, held: Collection[int]) -> int:
    """Delete the folders of drafts whose exchange was forgotten; ``held`` are those that were not. Return how many."""
    folder = home / DRAFTS_FOLDER
    found = [int(one.name) for one in folder.iterdir() if one.name.isdecimal()] if folder.is_dir() else []
    gone = sorted(set(found) - set(held))
    for number in gone:
        DraftFolder(home, number).remove()
    return len(gone)
