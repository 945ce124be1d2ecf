"""What a command shows in a terminal: progress and errors on stderr, results on stdout."""

import json
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from bot.messages import program_language, say
from corpus.errors import HeduiError
from corpus.visible_text import visible

_STEERING: Final = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069]")
"""What JSON leaves as it is and a terminal obeys: control characters of eight bits, and those that turn lines round."""


def write_json(shape: dict[str, Any]) -> str:
    """Write one JSON object on one line, Chinese as it is; a lone surrogate or a control character is escaped."""
    text = json.dumps(shape, ensure_ascii=False)
    return (
        text if text.isprintable() or (_encodable(text) and not _STEERING.search(text)) else json.dumps(shape)
    )


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _shown(text: str) -> str:
    """Return a text as a terminal may get it: nothing in it moves the cursor, colours, rings or turns lines round."""
    return visible(text.encode("utf-8", "replace").decode("utf-8"))


def print_json(shape: dict[str, Any]) -> None:
    """Print one JSON object on one line of stdout, at once."""
    sys.stdout.write(write_json(shape) + "\n")
    sys.stdout.flush()


def print_error(message: str) -> None:
    """Print one line on stderr, whatever line breaks the message had."""
    sys.stderr.write(_shown(" ".join(message.split())) + "\n")


def refuse_line(name: object, error: Exception) -> int:
    """Print what is wrong with a line of a batch, or with the program, on stderr and in its place on stdout; return 2."""
    told = (
        str(error)
        if isinstance(error, HeduiError)
        else say("error.internal", program_language(), error=describe(error))
    )
    print_error(told)
    print_json({"id": name, "error": told})
    return 2


def describe(error: BaseException) -> str:
    """Return what failed and where, on one line, for whoever mends it: ``KeyError('x') (index.py:12)``."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{error!r} ({Path(frame.filename).name}:{frame.lineno})"


def print_text(text: str) -> None:
    """Print text for a person on stdout; what cannot be written is replaced."""
    sys.stdout.write(_shown(text) + "\n")


def print_part(text: str) -> None:
    """Print a part of a text for a person on stdout, at once, and stay on the line."""
    sys.stdout.write(_shown(text))
    sys.stdout.flush()


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings on stdout, folded to the terminal's width."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*headings, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(_shown(cell), overflow="fold") for cell in row))
    Console(file=sys.stdout).print(table)


def print_lines(rows: Iterable[tuple[str, str, str, str]]) -> None:
    """Print a line for each (colour, what, how, why): coloured and cut to the width where stdout is a terminal."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False)
    for colour, what, how, why in rows:
        line = Text.assemble(
            (_shown(f"{what}  {how}"), f"bold {colour}"), _shown(f"  {' '.join(why.split())}")
        )
        if console.is_terminal:
            console.print(line, no_wrap=True, overflow="ellipsis")
        else:
            sys.stdout.write(f"{line.plain}\n")


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function to tell (what is under way, how much is done, of how much); drawn on stderr.

    A total of 0 stands for "not known". Nothing is drawn until the first call, nor where stderr is no
    terminal.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _stage, _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    tasks: dict[str, Any] = {}

    def tell(stage: str, done: int, total: int) -> None:
        if not tasks:
            bar.start()
        if stage not in tasks:
            tasks[stage] = bar.add_task(stage, total=total or None)
        bar.update(tasks[stage], completed=done, total=total or None)

    try:
        yield tell
    finally:
        if tasks:
            bar.stop()
