"""What reading, checking and answering reach on sets that nobody here may tune by, held against floors.

``python -m bench.kernel [FOLDER] [--program HEDUI] [--old CHECKOUT]`` measures the labelled sets below FOLDER
(``genre``, ``domain``: ``claims.jsonl``, ``questions.jsonl`` and ``reports``; ``cases`` with its own ``run.py``;
``talks`` with its ``score.py``, asked over the sample reports; ``recognizers``, another project's suites) and
prints each measure beside its floor of ``bench/kernel_floors.toml``. Floors only rise. The exit status is 1 where
a measure is worse. With ``--old``, what another checkout reaches on the same sets stands beside it.
"""

import argparse
import json
import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from bench.answer_scoring import score_answer
from bench.answer_sets import AnswerSet, read_domain
from bench.answers import ask_bot
from bench.claims import claim_shares, count_claims
from bench.compare import HERE, environment
from bench.recognizers import find_quantities, passes, read_cases
from bot.answering.pipeline import Answerer
from bot.conversation.conversation import Conversation
from bot.settings import read_settings
from retrieval.embedding.embedder import Embedder
from retrieval.index import Index

FLOORS: Final = Path(__file__).with_name("kernel_floors.toml")
LOWER_IS_BETTER: Final = frozenset({"cried over", "wrong stated", "wrongly refused", "wrong figures"})
SETS: Final = ("genre", "domain")
HOWS: Final = ("check", "figures", "derive", "ask", "model")
"""The ways of the small cases; for those of a language model ``run.py`` starts a server that says what it is told."""

_SHARE: Final = re.compile(r"= (\d\.\d+)  all")
_TURNS: Final = re.compile(r"turns right: \d+/(?P<turns>\d+) = (?P<share>\d\.\d+)")
_HARMS: Final = re.compile(r"'wrong figure': (\d+)")


def measure_claims(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield what the checker reaches on the labelled claims of ``folder``."""
    ours, _ = count_claims(folder)
    yield from zip(("verdicts", "wrong caught", "cried over"), claim_shares(ours), strict=True)


def measure_questions(one: AnswerSet) -> Iterator[tuple[str, float]]:
    """Yield what answers reach on labelled questions; a wrong figure is stated where ``direct`` is another."""
    settings = read_settings()
    with (
        tempfile.TemporaryDirectory() as home,
        Index.open(Path(home), load=lambda: Embedder.load(cache=settings.cache)) as index,
    ):
        index.add_all(one.reports, lambda *_: None)
        ask = ask_bot(Conversation(Answerer(index)))
        answers = [(item, ask(item)) for item in one.items]
        scored = [(item, answer, score_answer(answer, item.wanted)) for item, answer in answers]
    figures = [score for item, _, score in scored if item.kind in ("figure", "derived")]
    yield "direct", statistics.fmean(score.direct for score in figures)
    yield "wrongly refused", statistics.fmean(score.refused for score in figures)
    stated = [bool(answer.direct) and not score.contains and not score.refused for _, answer, score in scored]
    yield "wrong stated", statistics.fmean(stated)
    open_ones = [score.refused for item, _, score in scored if not item.wanted.answers]
    if open_ones:
        yield "unanswerable refused", statistics.fmean(open_ones)


def measure_cases(folder: Path, program: str, how: str) -> float:
    """Return the share of the small cases of one way that are right; they are asked of ``program`` itself."""
    command = [sys.executable, str(folder / "run.py"), str(folder / "cases.jsonl"), "--how", how]
    done = subprocess.run(command, capture_output=True, text=True, env={"HEDUI": program}, check=False)
    found = _SHARE.search(done.stdout)
    if found is None:
        raise SystemExit(f"{folder}: run.py printed no share: {done.stderr[-500:]}")
    return float(found[1])


def measure_talks(folder: Path, program: str) -> Iterator[tuple[str, float]]:
    """Yield the share of turns answered right, and of those that state a wrong figure, over the sample reports."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            [program, "--home", home, "ingest", str(HERE / "corpus" / "reports")],
            capture_output=True,
            check=True,
        )
        command = [sys.executable, str(folder / "score.py"), str(folder / "talks.jsonl"), home, "--quiet"]
        done = subprocess.run(
            command, capture_output=True, text=True, env={**os.environ, "HEDUI": program}, check=False
        )
    right = _TURNS.search(done.stdout)
    if right is None:
        raise SystemExit(f"{folder}: score.py printed no share: {done.stderr[-500:]}")
    yield "turns right", float(right["share"])
    wrong = _HARMS.search(done.stdout)
    yield "wrong figures", int(wrong[1]) / int(right["turns"]) if wrong else 0.0


def measures(folder: Path, program: str) -> Iterator[tuple[str, str, float]]:
    """Yield (set, measure, value) for every set that is below ``folder``."""
    for name in SETS:
        if (folder / name).is_dir():
            yield from ((name, measure, value) for measure, value in measure_claims(folder / name))
            yield from (
                (name, measure, value) for measure, value in measure_questions(read_domain(folder / name))
            )
    if (folder / "cases").is_dir():
        for how in HOWS:
            yield "cases", how, measure_cases(folder / "cases", program, how)
    if (folder / "talks").is_dir():
        yield from (("talks", measure, value) for measure, value in measure_talks(folder / "talks", program))
    if (folder / "recognizers").is_dir():
        passed = [passes(case, find_quantities(case.text)) for case in read_cases(folder / "recognizers")]
        yield "recognizers", "passed", statistics.fmean(passed)


def measures_of(checkout: Path, folder: Path) -> dict[tuple[str, str], float]:
    """Return what the bench and the program of another checkout, run by this Python, reach on the same sets."""
    home = checkout.resolve()
    with tempfile.TemporaryDirectory() as kept:
        program = Path(kept) / "hedui"
        start = "from bot.commands.command_line import main; main()"
        command = shlex.join(["env", f"PYTHONPATH={home}", sys.executable, "-c", start])
        program.write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf-8")
        program.chmod(0o755)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "bench.kernel",
                str(folder.resolve()),
                "--json",
                "--program",
                str(program),
            ],
            capture_output=True,
            text=True,
            cwd=home,
            env=environment(home),
            check=False,
        )
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
    if not rows:
        raise SystemExit(f"{checkout}: its bench.kernel measured nothing: {done.stderr[-500:]}")
    return {(name, measure): value for name, measure, value in rows}


def is_worse(measure: str, value: float, floor: float) -> bool:
    """Whether a measure is on the wrong side of its floor."""
    return value > floor + 1e-9 if measure in LOWER_IS_BETTER else value < floor - 1e-9


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/eval"))
    parser.add_argument("--program", default=str(Path(sys.executable).with_name("hedui")))
    parser.add_argument("--old", type=Path, help="another checkout, measured on the same sets")
    parser.add_argument("--json", action="store_true", help="print a line a measure, for another program")
    return parser.parse_args()


def main() -> int:
    """Print the table and return the exit status."""
    options = _options()
    if not options.folder.is_dir():
        print(f"{options.folder}: the sets of the kernel's bench are not there, nothing is measured")
        return 0
    if options.json:
        for row in measures(options.folder, options.program):
            print(json.dumps(row), flush=True)
        return 0
    old = measures_of(options.old, options.folder) if options.old else {}
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    table = Table("set", "measure", "floor", *(["old"] if old else []), "now", "")
    worse = 0
    for name, measure, value in measures(options.folder, options.program):
        floor = floors[name][measure]
        bad = is_worse(measure, value, floor)
        worse += bad
        before = [f"{old[name, measure]:.3f}" if (name, measure) in old else ""] if old else []
        table.add_row(name, measure, f"{floor:.3f}", *before, f"{value:.3f}", "worse" if bad else "")
    Console(width=100).print(table)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
