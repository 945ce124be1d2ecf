"""How long one answer without a language model takes over a large index, and how much of that is search.

``python -m bench.latency [--home DIR] [--passages N] [--questions N]`` fills the index of ``bench.variants`` (kept in
``--home``) and asks, one after another, questions that were never asked before: about reports that were not read
yet, then other questions about the same reports, questions in words, and some that no report answers. BM25 alone
answers the same in the last column. Processor time stands beside the clock's, as another process may be at work.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psutil  # type: ignore[import-untyped]
from rich.console import Console
from rich.table import Table

from bench.variants import BenchEmbedder, build
from bot.answering.pipeline import SEARCHED, Answerer
from corpus.figure import Statement
from retrieval.hit import Hit
from retrieval.index import Index
from retrieval.search.hybrid import SearchWay

FORMS = (
    ("figure, report not yet read", "{org}{metric}是多少？"),
    ("figure, report read", "请问{org}的{metric}有多少？"),
    ("in words", "{org}在{metric}方面采取了哪些措施？"),
    ("not stated", "{org}购买直升机花了多少钱？"),
)
"""The rows of the table, in the order in which they are asked, and the form of the questions of each."""

HEADINGS = (
    "questions",
    "n",
    "figure given",
    "answer p50 ms",
    "p95",
    "processor p50 ms",
    "search p50 ms",
    "p95",
    "BM25 alone p50 ms",
    "p95",
)


class TimedIndex(Index):
    """An index that notes how long each search took, in milliseconds."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)  # type: ignore[arg-type]
        self.took: list[float] = []

    def search(
        self,
        query: str,
        k: int = 5,
        reports: Sequence[str] = (),
        ways: Sequence[SearchWay] = ("dense", "lexical"),
    ) -> list[Hit]:
        """Search, and note the time."""
        began = time.perf_counter()
        found = super().search(query, k, reports, ways)
        self.took.append(1000 * (time.perf_counter() - began))
        return found


@dataclass(slots=True)
class Times:
    """What was measured of the questions of one form, in milliseconds; ``given`` counts answers with the figure."""

    answers: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    searches: list[float] = field(default_factory=list)
    peer: list[float] = field(default_factory=list)
    given: int = 0


def measure(index: TimedIndex, answerer: Answerer, form: str, asked: Iterable[Statement]) -> Times:
    """Ask a question of one form about each statement."""
    times = Times()
    questions = {form.format(org=one.figure.org, metric=one.figure.metric): one.figure.raw for one in asked}
    for question, raw in questions.items():
        index.took.clear()
        began, spent = time.perf_counter(), time.process_time()
        answer, _ = answerer.answer(question)
        times.answers.append(1000 * (time.perf_counter() - began))
        times.processor.append(1000 * (time.process_time() - spent))
        times.searches.append(sum(index.took))
        times.given += raw in answer.text
    for question in questions:
        began = time.perf_counter()
        index.search(question, SEARCHED, ways=("lexical",))
        times.peer.append(1000 * (time.perf_counter() - began))
    return times


def row(name: str, times: Times) -> list[str]:
    """Return the line of the table for the questions of one form."""
    cells = [
        name,
        str(len(times.answers)),
        f"{times.given / len(times.answers):.2f}",
        *_shares(times.answers),
    ]
    return [*cells, f"{median(times.processor):.0f}", *_shares(times.searches), *_shares(times.peer)]


def _shares(values: Sequence[float]) -> tuple[str, str]:
    """Return the median and the 95th percentile."""
    ordered = sorted(values)
    return f"{median(ordered):.0f}", f"{ordered[int(0.95 * (len(ordered) - 1))]:.0f}"


def run(home: Path, passages: int, questions: int, console: Console) -> None:
    """Measure and print the table."""
    asked = build(home, passages, console)[: questions + 10]
    table = Table(*HEADINGS, title=f"answers over {passages} passages")
    with TimedIndex.open(home, load=BenchEmbedder) as index:
        assert isinstance(index, TimedIndex)
        index.warm_up()
        answerer = Answerer(index)
        for name, form in FORMS:
            measure(index, answerer, form, asked[:10])  # the program is up
            table.add_row(*row(name, measure(index, answerer, form, asked[10:])))
    console.print(table)
    memory = psutil.Process().memory_info().rss / 1e6
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    console.print(f"memory {memory:.0f} MB; load of the machine {load} on {os.cpu_count()} processors")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--home", type=Path, help="folder of the index; by default one that is thrown away")
    parser.add_argument("--passages", type=int, default=60_000)
    parser.add_argument("--questions", type=int, default=200)
    options = parser.parse_args()
    console = Console(soft_wrap=True)
    with tempfile.TemporaryDirectory() as folder:
        run(options.home or Path(folder), options.passages, options.questions, console)


if __name__ == "__main__":
    main()
