"""The reader's side of the room: a process gives up what a file's reader has no use for, and does one task at a time."""

import os
import sys
from collections.abc import Callable
from typing import Final, ParamSpec, TypeVar

from corpus.room.launcher import leave_network
from corpus.room.limits import Limits

_Parameters = ParamSpec("_Parameters")
_Made = TypeVar("_Made")

_DEEDS: Final = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.kill",
)


class ForbiddenDeed(RuntimeError):
    """What a reader tried that reading does not need: to reach the network, or to start a program."""


def confine(limits: Limits) -> None:
    """Give up network, programs, and the settings (and with them the passwords) that stand in the environment."""
    os.environ.clear()
    os.environ["OMP_NUM_THREADS"] = "1"  # the rooms' readers are several: each has one processor
    leave_network()  # what is written in Python is forbidden it anyway
    sys.addaudithook(_forbid)
    limits.settle()


def confined(
    limits: Limits, task: Callable[_Parameters, _Made], *args: _Parameters.args, **kwargs: _Parameters.kwargs
) -> _Made:
    """Return what ``task`` returns, done within the limits; raises what it raises, or the process ends."""
    limits.begin()
    try:
        return task(*args, **kwargs)
    finally:
        limits.end()


def _forbid(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_DEEDS):
        raise ForbiddenDeed(event)
