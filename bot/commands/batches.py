"""Batches: JSON Lines in, one ``BatchLine`` for each, in order."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from bot.messages import say_both
from bot.terminal import print_json, refuse_line
from corpus.errors import UnreadableFile, UnusableInput


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One line of a batch: its ``id`` (its line number where it gives none), its text, and its options.

    ``after`` are the turns that came before, in order; lines of one ``session`` are one talk, "" for none;
    ``reports`` are ids or paths, empty for all.
    """

    id: Any
    text: str
    after: tuple[str, ...] = ()
    session: str = ""
    reports: tuple[str, ...] = ()


def read_batch(path: str, field: str) -> Iterator[BatchLine | tuple[Any, UnusableInput]]:
    """Yield the lines of a JSON Lines file (``-`` for standard input), whose text is in ``field``.

    A line that cannot be used is yielded as its id and what is wrong with it, so that the others still go
    on. Raises ``UnreadableFile`` where there is no such file.
    """
    if path == "-":
        yield from _read_lines(sys.stdin, field)
        return
    try:
        with Path(path).open(encoding="utf-8") as lines:
            yield from _read_lines(lines, field)
    except OSError as error:
        raise UnreadableFile(
            *say_both("error.batch_unreadable", reason=error.strerror), where=path
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(*say_both("error.batch_encoding"), where=path) from error


def run_lines(path: str, field: str, answer: Callable[[BatchLine], tuple[dict[str, Any], int]]) -> int:
    """Print what ``answer`` gives for each line of a batch, in order, and return the greatest exit status.

    ``answer`` returns the shape and the status of a line. A line that cannot be used, or on which the program fails,
    gets an error in its place, and the others go on; the status is 2 then.
    """
    status = 0
    for line in read_batch(path, field):
        if isinstance(line, tuple):
            status = refuse_line(*line)
            continue
        try:
            shape, own = answer(line)
        except Exception as error:  # noqa: BLE001 - no line ends a batch
            status = refuse_line(line.id, error)
            continue
        print_json({"id": line.id, **shape})
        status = max(status, own)
    return status


def _read_lines(lines: TextIO | Iterable[str], field: str) -> Iterator[BatchLine | tuple[Any, UnusableInput]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            yield number, UnusableInput(*say_both("error.batch_line", number=number))
            continue
        if not isinstance(row, dict) or not isinstance(row.get(field), str):
            name = row.get("id", number) if isinstance(row, dict) else number
            yield name, UnusableInput(*say_both("error.batch_field", number=number, field=field))
            continue
        yield _batch_line(row, number, field)


def _batch_line(row: dict[str, Any], number: int, field: str) -> BatchLine:
    named = row.get("reports") or row.get("report") or ()
    after = row.get("after") or ()
    return BatchLine(
        id=row.get("id", number),
        text=row[field],
        after=(after,) if isinstance(after, str) else tuple(map(str, after)),
        session=str(row.get("session") or ""),
        reports=(named,) if isinstance(named, str) else tuple(str(name) for name in named),
    )
