"""The fictional report of the commands' tests, as a file."""

from pathlib import Path

import pytest

from tests.bot.commands.checked_report import REPORT


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The report in a file of its own."""
    path = tmp_path / "songyuan-2023.txt"
    path.write_text(REPORT, "utf-8")
    return path
