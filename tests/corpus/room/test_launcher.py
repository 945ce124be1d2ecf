import resource
import subprocess
import sys
from pathlib import Path

from corpus.room import launcher
from corpus.room.launcher import launch, leave_network

TOLD = "import resource; print(*(resource.getrlimit(one)[0] for one in (resource.RLIMIT_CPU, resource.RLIMIT_DATA)))"


def launched(code: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-I", launcher.__file__, "5", "900000000", "1000", sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_program_runs_within_the_limits() -> None:
    assert launched(TOLD).stdout.split() == ["5", "900000000"]


def test_program_reaches_no_network() -> None:
    code = (
        "import socket; print(socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect_ex(('192.0.2.1', 9)))"
    )
    assert launched(code).stdout.strip() != "0"


def test_program_writes_no_more_than_it_may(tmp_path: Path) -> None:
    launched(f"import pathlib; pathlib.Path({str(tmp_path / 'a')!r}).write_bytes(bytes(5000))")
    assert (tmp_path / "a").stat().st_size <= 1000


def test_program_that_is_not_there_raises() -> None:
    code = "from corpus.room.launcher import launch; launch(5, 9000000000, 1000, ['/nowhere/program'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "FileNotFoundError" in done.stderr
    assert callable(launch)
    assert callable(leave_network)
    assert resource.getrlimit(resource.RLIMIT_CPU)[0] != 5
