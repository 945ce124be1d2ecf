"""What ``make`` runs, and how an installation looks: pip is played by a small program that says as much."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("Makefile", "pyproject.toml", "constraints.txt", "deploy/install.sh")

INTERPRETER = """#!/bin/sh
# An interpreter whose environments are copies of itself and whose pip writes down what it is asked for.
here=$(dirname "$0")/..
case "$*" in
    *"-m venv"*)
        for environment; do :; done
        rm -rf "$environment" && mkdir -p "$environment/bin" && cp "$0" "$environment/bin/python"
        touch "$environment/pip"
        ;;
    *"-m pip --version"*) test -e "$here/pip" ;;
    *"-m pip install"*)
        echo "$*" >>"$here/../installed"
        for n in $(seq 600); do echo "Collecting library-$n"; done
        test ! -e "$here/../broken" || { echo "ERROR: no matching distribution"; exit 1; }
        printf '#!/bin/sh\\necho "hedui $*"\\n' >"$here/bin/hedui" && chmod +x "$here/bin/hedui"
        ;;
esac
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of what installing needs."""
    for part in PARTS:
        (tmp_path / part).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / part, tmp_path / part)
    interpreter = tmp_path / "interpreter"
    interpreter.write_text(INTERPRETER, "utf-8")
    interpreter.chmod(0o755)
    return tmp_path


def make(clone: Path, target: str, *options: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", *options, target, f"PYTHON={clone / 'interpreter'}"]
    return subprocess.run(
        command, cwd=clone, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def installed(clone: Path) -> list[str]:
    """What pip was asked for, the last word of each call."""
    record = clone / "installed"
    return [line.split()[-1] for line in record.read_text("utf-8").splitlines()] if record.exists() else []


def change(path: Path) -> None:
    """Make a file newer than every stamp."""
    newest = max(file.stat().st_mtime for file in path.parent.rglob("*"))
    os.utime(path, (newest + 2, newest + 2))


def test_chat_installs_once_without_the_developers_tools(clone: Path) -> None:
    first = make(clone, "chat")
    assert (first.returncode, first.stderr) == (0, "")
    assert len(first.stdout.splitlines()) == 2
    assert first.stdout.endswith("hedui chat\n")
    assert make(clone, "chat").stdout == "hedui chat\n"
    assert installed(clone) == ["."]
    assert "library-600" in (clone / ".venv" / "install.log").read_text("utf-8")


def test_tests_add_the_developers_tools(clone: Path) -> None:
    make(clone, "chat")
    make(clone, ".venv/tools")
    assert installed(clone) == [".", ".[dev]"]
    make(clone, "chat")
    make(clone, ".venv/tools")
    assert installed(clone) == [".", ".[dev]"]


def test_one_installation_serves_both(clone: Path) -> None:
    make(clone, ".venv/tools")
    make(clone, "chat")
    assert installed(clone) == [".[dev]"]


@pytest.mark.parametrize("target", ["test", "check", "bench"])
def test_developers_targets_need_the_tools(clone: Path, target: str) -> None:
    assert ".[dev]" in make(clone, target, "--dry-run", "NAME=latency").stdout


@pytest.mark.parametrize("target", ["chat", "telegram"])
def test_peoples_targets_do_not(clone: Path, target: str) -> None:
    assert "dev" not in make(clone, target, "--dry-run").stdout


@pytest.mark.parametrize("changed", ["pyproject.toml", "constraints.txt"])
def test_change_of_what_is_installed_installs_anew(clone: Path, changed: str) -> None:
    make(clone, ".venv/tools")
    change(clone / changed)
    for path in (clone / ".venv").glob("*"):  # this machine's clock stands before the change
        assert path.stat().st_mtime < (clone / changed).stat().st_mtime
    make(clone, ".venv/ready")
    make(clone, ".venv/tools")
    assert installed(clone) == [".[dev]", ".", ".[dev]"]


def test_failure_shows_the_end_of_the_log_and_is_repeated(clone: Path) -> None:
    (clone / "broken").touch()
    failed = make(clone, "chat")
    assert failed.returncode != 0
    assert "ERROR: no matching distribution" in failed.stderr
    assert ".venv/install.log" in failed.stderr
    assert len(failed.stderr.splitlines()) < 20
    (clone / "broken").unlink()
    assert make(clone, "chat").stdout.endswith("hedui chat\n")
    assert installed(clone) == [".", "."]


def test_environment_that_was_cut_off_is_made_anew(clone: Path) -> None:
    make(clone, "chat")
    (clone / ".venv" / "ready").unlink()
    (clone / ".venv" / "pip").unlink()
    (clone / ".venv" / "half").touch()
    assert make(clone, "chat").returncode == 0
    assert not (clone / ".venv" / "half").exists()


def test_clean_leaves_nothing_of_an_installation(clone: Path) -> None:
    make(clone, "chat")
    (clone / "hedui.egg-info").mkdir()
    make(clone, "clean")
    assert not (clone / ".venv").exists()
    assert not (clone / "hedui.egg-info").exists()
