"""What the reading of one file may take, and where a process begins to be held to it."""

import resource
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PAGE: Final = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: seconds of processor and of the clock, bytes of memory, files open at once.

    ``memory`` is address space over what the reader has when it begins; ``seconds`` also holds where the processor
    rests (a device that does not answer).
    """

    processor: int = 20
    seconds: int = 90
    memory: int = 1_500_000_000
    files: int = 64

    def begin(self) -> None:
        """Hold this process to the limits of processor and memory from now on; at the first it is ended by a signal."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        processor = int(used.ru_utime + used.ru_stime) + self.processor + 1
        _limit(resource.RLIMIT_CPU, processor)
        _limit(resource.RLIMIT_AS, _address_space() + self.memory)

    def end(self) -> None:
        """Let this process go free again, so that what was read can be handed over."""
        _limit(resource.RLIMIT_CPU, resource.RLIM_INFINITY)
        _limit(resource.RLIMIT_AS, resource.RLIM_INFINITY)

    def settle(self) -> None:
        """Hold this process for good to few open files, to writing none, and to leaving no image of its memory."""
        _limit(resource.RLIMIT_NOFILE, self.files)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_CORE, 0)


def _limit(what: int, value: int) -> None:
    """Set a soft limit, no higher than the hard one that the system gives."""
    hard = resource.getrlimit(what)[1]
    if hard != resource.RLIM_INFINITY and (value == resource.RLIM_INFINITY or value > hard):
        value = hard
    resource.setrlimit(what, (value, hard))


def _address_space() -> int:
    """Return the bytes of address space that this process has; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[0]) * _PAGE if told.exists() else 0
