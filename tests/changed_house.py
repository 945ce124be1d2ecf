"""A copy of the rooms whose tables a test may change, and a Python that runs in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "checker", "prompts", "retrieval", "tests")


def change_table(folder: Path, table: str, *rows: str) -> None:
    """Make a copy of the rooms in ``folder`` whose table ``corpus/lexicon/<table>`` has ``rows`` more."""
    shutil.copytree(ROOT / "corpus", folder / "corpus", ignore=shutil.ignore_patterns("__pycache__"))
    for room in ROOMS:
        (folder / room).symlink_to(ROOT / room, target_is_directory=True)
    with (folder / "corpus" / "lexicon" / table).open("a", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in rows)


def run_in(folder: Path, program: str) -> str:
    """Return what ``program`` prints, run with the rooms of ``folder``; raises where it fails."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
