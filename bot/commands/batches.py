"""Batches: JSON Lines in, one ``BatchLine`` for each, in order."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from bot.messages import say_both
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
