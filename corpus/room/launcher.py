"""A program of others', started as a script: it leaves the network, takes limits upon itself, and becomes that program.

``python launcher.py PROCESSOR_SECONDS MEMORY_BYTES FILE_BYTES program arguments…``; it imports nothing of ours, so that
it starts at once.
"""

import ctypes
import os
import resource
import sys
from contextlib import suppress
from typing import Final

_NEW_NETWORK: Final = 0x40000000
_NEW_USER: Final = 0x10000000


def leave_network() -> None:
    """Go where there is no network, as far as the system lets us."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_NEW_NETWORK):
            libc.unshare(_NEW_USER | _NEW_NETWORK)


def launch(processor: int, memory: int, written: int, command: list[str]) -> None:
    """Become the program of ``command``, held to seconds of processor, bytes of data, and bytes of a file it writes."""
    leave_network()
    for what, value in (
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError):  # the system's own limit is lower
            resource.setrlimit(what, (value, value))
    os.execv(command[0], command)


if __name__ == "__main__":
    launch(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
