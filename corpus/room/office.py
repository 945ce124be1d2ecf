"""Old office files: bytes go in, the same document in a form of ours comes out, turned by LibreOffice where it is installed.

It runs as a process of its own with limits, without network, in a folder that goes away with it; macros do not run.
"""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from corpus.errors import OldForm
from corpus.reading.refusals import refuse
from corpus.room import launcher
from corpus.room.limits import Limits

OFFICE_LIMITS: Final = Limits(processor=20, seconds=90, memory=1_500_000_000)
_PROGRAMS: Final = ("soffice", "libreoffice")
_LARGEST: Final = 200_000_000
"""Bytes of what it writes."""


def office_program() -> str | None:
    """Return where LibreOffice is installed, None where it is not."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def modernised(data: bytes, name: str, old: OldForm, limits: Limits = OFFICE_LIMITS) -> bytes:
    """Return the document ``data`` in the form that ``old`` names; raises ``old`` where LibreOffice is not installed.

    Raises ``UnreadableFile`` where it cannot open the document, and where that exceeds a limit.
    """
    program = office_program()
    if program is None:
        raise old
    with TemporaryDirectory(prefix="hedui-office-") as folder:
        source = Path(folder, f"document{Path(name).suffix or '.doc'}")
        source.write_bytes(data)
        allowed = [str(limits.processor), str(limits.memory), str(_LARGEST)]
        command = [
            *(sys.executable, "-I", launcher.__file__, *allowed, os.path.realpath(program)),
            *(f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore"),
            *("--convert-to", old.target, "--outdir", str(Path(folder, "out")), str(source)),
        ]
        ended = _run(command, folder, limits.seconds)
        if ended is None:
            raise refuse("over time", name, seconds=f"{limits.seconds} s")
        if ended in (-signal.SIGXCPU, -signal.SIGKILL, 128 + signal.SIGXCPU, 128 + signal.SIGKILL):
            raise refuse("over processor", name, processor=f"{limits.processor} s")
        made = Path(folder, "out", f"document.{old.target}")
        if not made.is_file():
            raise refuse("not opened", name)
        return made.read_bytes()


def _run(command: list[str], folder: str, seconds: int) -> int | None:
    """Run a command to its end and return how it ended, None where it took too long; nothing of it is left behind."""
    own = {
        "HOME": folder,
        "TMPDIR": folder,
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env=own, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
