"""The room in which files are read: a task and a file's name go in, what the task returns or a refusal comes out.

Each reader is a process of its own, started clean and kept warm. One that exceeds a limit is ended, one that dies
takes only its file with it, and another takes its place. The pools of Pebble do that; each has a single
reader, so that none can be held up by what another left behind when it died.
"""

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import TimeoutError as TooLate
from concurrent.futures.process import BrokenProcessPool
from queue import LifoQueue
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar, cast

from corpus.errors import HeduiError, UnreadableFile
from corpus.reading.refusals import refuse
from corpus.room.confinement import confine, confined
from corpus.room.limits import Limits

if TYPE_CHECKING:
    from pebble import ProcessPool

_Parameters = ParamSpec("_Parameters")
_Made = TypeVar("_Made")

_GRACE: Final = 30
"""Seconds in which a reader that is to end must have ended; then its whole pool is given up."""

_PRELOADED: Final = ["__main__", "corpus.reading.documents", "corpus.statements.statements"]
_BY_ERROR: Final = {MemoryError: "over memory", RecursionError: "too deep", TooLate: "over time"}
LIMITS: Final = Limits()


class ReadingRoom:
    """A few readers, each a process; use it in a ``with`` block or ``close`` it. Threads may share it."""

    def __init__(self, limits: Limits = LIMITS, readers: int = 2) -> None:
        """Set the limits; a reader is started when there is something to read for it."""
        self.limits = limits
        self.readers = readers
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(_PRELOADED)
        self._idle: LifoQueue[ProcessPool | None] = LifoQueue()
        for _ in range(readers):
            self._idle.put(None)

    def __enter__(self) -> "ReadingRoom":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the readers; who is reading is waited for."""
        for _ in range(self.readers):
            _dismiss(self._idle.get())

    def read(
        self,
        name: str,
        task: Callable[_Parameters, _Made],
        *args: _Parameters.args,
        **kwargs: _Parameters.kwargs,
    ) -> _Made:
        """Return what ``task`` makes of the file ``name``, within the limits, in a reader's process.

        ``task`` is a function of a module, and all that goes in and comes out can be pickled. Raises what it
        raises of ours, and ``UnreadableFile`` with the limit that was exceeded or with how the reader died.
        """
        return self.read_within(self.limits, name, task, *args, **kwargs)

    def read_within(
        self,
        limits: Limits,
        name: str,
        task: Callable[_Parameters, _Made],
        *args: _Parameters.args,
        **kwargs: _Parameters.kwargs,
    ) -> _Made:
        """Return the same within ``limits`` of its own."""
        error = self._tried(limits, task, args, kwargs)
        if isinstance(error, BrokenProcessPool):  # its reader had died before, of nothing that this file did
            error = self._tried(limits, task, args, kwargs)
        if not isinstance(error, BaseException):
            return cast(_Made, error)
        raise error if isinstance(error, HeduiError) else _refusal(limits, name, error) from error

    def _tried(
        self, limits: Limits, task: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]
    ) -> object:
        """Return what an idle reader makes of a task, or what came of it instead."""
        pool = self._idle.get()
        broken = False
        try:
            pool = pool or self._hired()
            future = pool.schedule(confined, (limits, task, *args), kwargs, timeout=limits.seconds)
            error = future.exception(limits.seconds + _GRACE)
            broken = isinstance(error, BrokenProcessPool)
            return future.result() if error is None else error
        except (TooLate, RuntimeError) as error:  # RuntimeError: the pool noticed before
            broken = True
            return error if isinstance(error, TooLate) else BrokenProcessPool(str(error))
        finally:
            if broken:
                _dismiss(pool)
            self._idle.put(None if broken else pool)

    def _hired(self) -> "ProcessPool":
        from pebble import ProcessPool  # here: most commands read no file, and it takes a while to import

        return ProcessPool(max_workers=1, initializer=confine, initargs=(self.limits,), context=self._context)


def _refusal(limits: Limits, name: str, error: BaseException) -> UnreadableFile:
    """Say which limit the reading of a file exceeded, or how its reader died."""
    from pebble import ProcessExpired

    told = {
        "processor": f"{limits.processor} s",
        "seconds": f"{limits.seconds} s",
        "memory": f"{limits.memory / 1e9:.1f} GB",
    }
    if isinstance(error, ProcessExpired):
        ended = -int(error.exitcode or 0)
        if ended == signal.SIGXCPU:
            return refuse("over processor", name, **told)
        detail = signal.Signals(ended).name if ended > 0 else f"exit {-ended}"
        return refuse("reader died", name, detail=detail)
    reason = next((row for kind, row in _BY_ERROR.items() if isinstance(error, kind)), "reader failed")
    return refuse(reason, name, detail=type(error).__name__, **told)


def _dismiss(pool: "ProcessPool | None") -> None:
    """End a reader, whatever it is at."""
    if pool is not None:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
