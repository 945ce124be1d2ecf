"""Two checkouts side by side: the same questions over the same reports in one run, and how long each takes.

``python -m bench.compare --old PATH [--new PATH] [--home DIR] [--passages N] [--questions N] [--load N]`` makes an
index of ``bench.variants`` for each checkout, by its own code (kept in ``--home``), starts ``hedui ask --batch -``
of each, and asks them in turn, question by question, so that whatever else the machine does strikes both alike. It
prints for each form of question the processor time and the clock's, their ratio, and how many answers are the
same. ``--load N`` then lets N people ask each checkout's bot at once (``bench.telegram_load``), twice in turn.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

import psutil  # type: ignore[import-untyped]
from rich.console import Console
from rich.table import Table

from bench.latency import FORMS
from corpus.errors import NotFound

HERE: Final = Path(__file__).resolve().parents[1]

_PROGRAMS: Final = ("bot/commands/command_line.py", "bot/command_line.py")
"""Where the command line stood and stands, the newest place first."""

_BUILD: Final = """
import json, sys
from pathlib import Path
from rich.console import Console
from bench import variants
variants.BenchEmbedder.fingerprint = lambda self: self.model.fingerprint()
for one in variants.build(Path(sys.argv[1]), int(sys.argv[2]), Console(stderr=True)):
    figure = one.figure
    print(json.dumps({"org": figure.org, "metric": figure.metric}))
"""
"""Fills an index with random vectors under the real model's name, so that the command line opens it."""

_SPENT: Final = re.compile(r"processor time a question, ms\D+(\d+)")


@dataclass(slots=True)
class Spent:
    """What one checkout spent on the questions of one form, in milliseconds, and its answers."""

    processor: list[float] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)


class Program:
    """``hedui ask --batch -`` of one checkout, which is asked line by line; use it in a ``with`` block."""

    def __init__(self, checkout: Path, home: Path) -> None:
        module = program_of(checkout)
        command = (sys.executable, "-c", f"from {module} import main; main()", "--home", str(home))
        self._process = subprocess.Popen(
            (*command, "ask", "--batch", "-"),
            cwd=checkout,
            env=environment(checkout),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def ask(self, question: str, spent: Spent) -> None:
        """Ask one question, and note what the answer cost."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        began, used = time.perf_counter(), processor_time(self._process.pid)
        self._process.stdin.write(json.dumps({"question": question}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        spent.clock.append(1000 * (time.perf_counter() - began))
        spent.processor.append(1000 * (processor_time(self._process.pid) - used))
        spent.answers.append(str(json.loads(line).get("answer")))


def program_of(checkout: Path) -> str:
    """Return the module of a checkout's command line; raises ``NotFound`` where there is none."""
    for place in _PROGRAMS:
        if (checkout / place).is_file():
            return place.removesuffix(".py").replace("/", ".")
    raise NotFound(f"{checkout}：不是本项目的目录，找不到 {_PROGRAMS[0]} / not a checkout of this project")


def processor_time(pid: int) -> float:
    """Return the processor time that a process has used, in seconds; to the nanosecond on Linux."""
    if sys.platform == "linux":
        return time.clock_gettime((~pid << 3) | 2)
    return float(sum(psutil.Process(pid).cpu_times()[:2]))


def build(checkout: Path, home: Path, passages: int) -> list[dict[str, str]]:
    """Fill a checkout's index by its own code; return organisations and metrics to ask about."""
    program_of(checkout)
    home.mkdir(parents=True, exist_ok=True)
    command = (sys.executable, "-c", _BUILD, str(home), str(passages))
    made = subprocess.run(
        command, cwd=checkout, env=environment(checkout), capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise NotFound(f"{checkout}：建不成索引 / no index can be made: {made.stderr.strip()[-300:]}")
    return [json.loads(line) for line in made.stdout.splitlines()]


def ratio(old: Sequence[float], new: Sequence[float]) -> float:
    """Return how much the new one takes for each unit of the old one: the middle of the questions' own ratios."""
    return median(second / first for first, second in zip(old, new, strict=True))


def measure(
    homes: Mapping[Path, Path], asked: Sequence[Mapping[str, str]], count: int
) -> dict[str, list[Spent]]:
    """Ask the programs of two checkouts in turn; return what each spent on each form."""
    found: dict[str, list[Spent]] = {}
    first, second = homes
    with Program(first, homes[first]) as old, Program(second, homes[second]) as new:
        for one in asked[count : count + 3]:  # what is loaded at the first questions counts for neither
            for program in (old, new):
                program.ask(FORMS[0][1].format(**one), Spent())
        for name, form in FORMS:
            found[name] = pair = [Spent(), Spent()]
            for number, one in enumerate(asked[:count]):
                turn = [(old, pair[0]), (new, pair[1])]
                for program, spent in turn if number % 2 else reversed(turn):
                    program.ask(form.format(**one), spent)
    return found


def report(found: Mapping[str, Sequence[Spent]], console: Console) -> None:
    """Print the table, and the ratios over all questions."""
    headings = (
        "questions",
        "n",
        "same answer",
        "processor p50 ms: old",
        "new",
        "ratio",
        "clock p50 ms: old",
        "new",
    )
    table = Table(*headings, "ratio")
    for name, (old, new) in found.items():
        same = sum(one == other for one, other in zip(old.answers, new.answers, strict=True))
        cells = [name, str(len(old.answers)), str(same)]
        for before, after in ((old.processor, new.processor), (old.clock, new.clock)):
            cells += [f"{median(before):.1f}", f"{median(after):.1f}", f"{ratio(before, after):.3f}"]
        table.add_row(*cells)
    console.print(table)
    for kind in ("processor", "clock"):
        before, after = (_times(found.values(), number, kind) for number in (0, 1))
        sums = sum(after) / sum(before)
        console.print(f"{kind} time, new for old: {ratio(before, after):.3f}; of the sums: {sums:.3f}")


def _times(found: Iterable[Sequence[Spent]], number: int, kind: str) -> list[float]:
    return [
        one
        for pair in found
        for one in (pair[number].processor if kind == "processor" else pair[number].clock)
    ]


def measure_load(checkouts: Sequence[Path], home: Path, passages: int, people: int, console: Console) -> None:
    """Let ``people`` ask the bots of the checkouts at once, in turn, and print what a question costs each."""
    spent: dict[Path, list[int]] = {checkout: [] for checkout in checkouts}
    for checkout in (*checkouts, *checkouts):
        own = home / f"load-{list(checkouts).index(checkout)}"
        command = (sys.executable, "-m", "bench.telegram_load", "--home", str(own))
        sizes = ("--passages", str(passages), "--users", str(people), "--questions", "2")
        done = subprocess.run(
            (*command, *sizes),
            cwd=checkout,
            env=environment(checkout),
            capture_output=True,
            text=True,
            check=True,
        )
        spent[checkout] += [int(number) for number in _SPENT.findall(done.stdout)][1:]
    old, new = (spent[checkout] for checkout in checkouts)
    console.print(
        f"load of {people}, processor ms a question: old {old}, new {new}; ratio {ratio(old, new):.3f}"
    )


def environment(checkout: Path) -> dict[str, str]:
    """Return the environment in which Python runs the code of a checkout."""
    return {**os.environ, "PYTHONPATH": str(checkout), "PYTHONUNBUFFERED": "1"}


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--old", type=Path, required=True, help="a checkout of the commit to compare with")
    parser.add_argument("--new", type=Path, default=HERE, help="a checkout; this one by default")
    parser.add_argument("--home", type=Path, help="folder of the indexes; by default one that is thrown away")
    parser.add_argument("--passages", type=int, default=3_000)
    parser.add_argument("--questions", type=int, default=40, help="of each form")
    parser.add_argument("--load", type=int, default=0, metavar="PEOPLE")
    options = parser.parse_args()
    console = Console(width=150)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or Path(folder)
        homes = {options.old.resolve(): home / "old", options.new.resolve(): home / "new"}
        asked = [build(checkout, own, options.passages) for checkout, own in homes.items()]
        report(measure(homes, asked[0], options.questions), console)
        if options.load:
            measure_load(list(homes), home, options.passages, options.load, console)


if __name__ == "__main__":
    main()
