"""The tour of the house is true: every path, module, name and test in ``docs/contributing.md`` exists."""

import ast
import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

from tests.test_layout import PRODUCTION, ROOMS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "contributing.md"

FIRST = "|".join((*ROOMS, "tests"))
PLACE = re.compile(rf"(?:{FIRST}|docs|\.ci)/[^\s…]*")
DOTTED = re.compile(rf"(?:{FIRST})(?:\.\w+)+")
RUN = re.compile(r"-m ([a-z_]+\.[a-z_]+)")


def words() -> list[str]:
    """The words of the page's inline code and of its blocks."""
    text = PAGE.read_text("utf-8")
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```\n.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE))
    return [word.strip('"()') for part in (*blocks, *spans) for word in part.split()]


def place_fault(word: str) -> str:
    """What is missing of a path, or of a test that stands behind ``::`` after one; "" where nothing is."""
    place, _, name = word.partition("::")
    path = ROOT / place
    if not path.exists():
        return f"no {place}"
    if name and name not in {getattr(node, "name", "") for node in ast.parse(path.read_text("utf-8")).body}:
        return f"no {name} in {place}"
    return ""


def name_fault(word: str) -> str:
    """What a dotted name fails by, "" where it is a module, or something that stands in one."""
    try:
        resolve_name(word)
    except (ImportError, AttributeError) as error:
        return f"{word}: {error}"
    return ""


def test_paths_and_tests_exist() -> None:
    places = [word for word in words() if PLACE.fullmatch(word)]
    assert len(places) > 100
    assert [fault for word in places if (fault := place_fault(word))] == []


def test_modules_and_what_stands_in_them_exist() -> None:
    names = [word for word in words() if DOTTED.fullmatch(word)]
    assert len(names) > 80
    assert [fault for word in names if (fault := name_fault(word))] == []


def test_links_lead_to_files() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", PAGE.read_text("utf-8"))
    assert links
    assert [link for link in links if not (PAGE.parent / link).exists()] == []


@pytest.mark.parametrize(
    ("word", "fault"),
    [
        ("bot/chat/none.py", "no bot/chat/none.py"),
        ("tests/test_layout.py::test_none", "no test_none in tests/test_layout.py"),
        ("tests/test_layout.py::test_layout_holds", ""),
    ],
)
def test_missing_path_is_told(word: str, fault: str) -> None:
    assert place_fault(word) == fault


@pytest.mark.parametrize(
    ("word", "missing"),
    [("bot.chat.none", True), ("checker.rules.NONE", True), ("checker.rules.RULES", False)],
)
def test_missing_name_is_told(word: str, missing: bool) -> None:
    assert bool(name_fault(word)) is missing


def test_every_package_has_a_row() -> None:
    packages = {
        f"{path.parent.relative_to(ROOT)}/"
        for room in PRODUCTION
        for path in (ROOT / room).rglob("__init__.py")
    }
    assert packages - set(words()) == set()


def test_every_bench_that_can_be_run_is_told() -> None:
    benches = {
        f"bench.{path.stem}"
        for path in (ROOT / "bench").glob("*.py")
        if "__main__" in path.read_text("utf-8")
    }
    assert set(RUN.findall(PAGE.read_text("utf-8"))) == {*benches, "checker.documentation"}


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_readmes_lead_here(readme: str) -> None:
    assert "](docs/contributing.md)" in (ROOT / readme).read_text("utf-8")
