"""Watching folders: which readable files come, change and go in them, a group at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from watchfiles import watch

from corpus.reading.documents import find_files

_PAUSE = 1600
"""Milliseconds for which changes are gathered, so that a file that is still being copied is not read half."""

FileTimes = dict[Path, int]
"""When each readable file was last changed, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class FolderChange:
    """Files that came or changed, and those that are there no more; each sorted."""

    came: tuple[Path, ...]
    gone: tuple[Path, ...]


def file_times(folders: Sequence[Path]) -> FileTimes:
    """Return when the files that an ingest of the folders would read were changed."""
    times: FileTimes = {}
    for file in find_files(folders):
        try:
            times[file] = file.stat().st_mtime_ns
        except OSError:
            continue  # gone meanwhile
    return times


def watch_folders(folders: Sequence[Path], known: FileTimes, stop: Event) -> Iterator[FolderChange]:
    """Yield what changes in folders against ``known`` until ``stop`` is set; Ctrl-C ends it too.

    What changed before the watch began is told first. Folders of a network share that tells of no changes are
    polled where WATCHFILES_FORCE_POLLING is set.
    """
    began = False
    for changes in watch(
        *folders,
        stop_event=stop,
        debounce=_PAUSE,
        rust_timeout=1000,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        if began and not changes:
            continue
        began = True
        present = file_times(folders)
        came = tuple(sorted(file for file, at in present.items() if known.get(file) != at))
        gone = tuple(sorted(known.keys() - present.keys()))
        known = present
        if came or gone:
            yield FolderChange(came, gone)
