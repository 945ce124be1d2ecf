"""Files read in the room with what aid they need: LibreOffice for old forms, recognition for pictures of pages."""

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from typing import Final, TypeVar

from corpus.errors import OldForm, ScannedFile
from corpus.reading.refusals import refuse
from corpus.room.limits import Limits
from corpus.room.office import modernised
from corpus.room.reading_room import ReadingRoom

_Made = TypeVar("_Made")

MOST_SCANNED: Final = 60
"""Pages of one file that are recognised."""

_PAGE: Final = 30
"""Seconds of processor for a page that is recognised."""

_MEMORY: Final = 4_000_000_000
"""Address space of the recogniser, most of which it never touches."""


def read_aided(
    room: ReadingRoom, task: Callable[..., _Made], data: bytes, name: str, *args: object
) -> tuple[_Made, bytes]:
    """Return what ``task`` makes of a file's bytes and name and ``args``, and the bytes that it was given in the end.

    ``task`` takes ``recognise`` by name. Raises ``UnreadableFile`` as the room does, also where the aid is not
    installed.
    """
    try:
        return room.read(name, task, data, name, *args), data
    except OldForm as old:
        data = modernised(data, name, old)
        try:
            return room.read(name, task, data, name, *args), data  # its form is told by what stands in it
        except OldForm as error:
            raise refuse("not opened", name) from error
    except ScannedFile as scan:
        if not can_recognise():
            if not scan.partly:
                raise
            return room.read(name, task, data, name, *args, recognise=False), data
        if scan.pages > MOST_SCANNED:
            raise refuse("long scan", name, detail=str(scan.pages), limit=str(MOST_SCANNED)) from scan
        limits = recognition_limits(room.limits, scan.pages)
        return room.read_within(limits, name, task, data, name, *args, recognise=True), data


def can_recognise() -> bool:
    """Whether what recognises text in pictures is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognition_limits(limits: Limits, pages: int) -> Limits:
    """Return the limits of a file with so many pages to recognise, where ``limits`` are those of any other."""
    more = _PAGE * pages
    return replace(
        limits,
        processor=limits.processor + more,
        seconds=limits.seconds + 3 * more,
        memory=max(limits.memory, _MEMORY),
    )
