"""Many people asking the Telegram bot at once: how long they wait, in what order, and what a kill costs.

``python -m bench.telegram_load [--home DIR] [--passages N] [--users N] [--questions N] [--kills N]`` makes an
index of variants of the sample reports (kept in ``--home`` for the next time), starts the bot as a process of
its own against a Bot API server that takes 50 ms a call, and lets all users ask at once, each the next question
without waiting. ``--kills`` then ends the bot so often with SIGKILL, at random moments under the same load.
Passages get random vectors, questions the real model's: the search costs what it costs.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

import numpy as np
import psutil  # type: ignore[import-untyped]
from numpy.typing import NDArray
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from bench.telegram_server import TOKEN, BotApi, serve
from bot.messages import say
from bot.settings import Settings
from bot.telegram.running import run_with
from corpus.figure import Kind, Statement
from corpus.parsing import parse_report
from corpus.passages import split_passages
from corpus.report import Passage, Report
from corpus.statements import read_statements
from retrieval.catalog_chat import ChatCatalog
from retrieval.embedding import Embedder
from retrieval.index import Index

SAMPLES = Path(__file__).parent.parent / "corpus" / "reports"
PLACES = ("临河", "北屏", "东原", "青岚", "海南")
LETTERS = "安北昌成德东恩丰富光广海和恒华怀吉嘉江金靖景康兰丽林龙梅明南宁平普青庆荣瑞三山上石顺松泰天同万文西新兴秀阳宜永玉远云长镇中州竹"
FIRST_PERSON, PEOPLE = 5000, 200
_ASKED = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT})


class BenchEmbedder:
    """Random vectors for passages, which take no time, and the real model's for questions."""

    def __init__(self, home: Path) -> None:
        self.model = Embedder.load(data_dir=home)

    def warm_up(self) -> None:
        """Make the model ready for the first question."""
        self.model.warm_up()

    def fingerprint(self) -> str:
        """Return a name that no real model has."""
        return "bench"

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        """Return random unit vectors."""
        vectors = np.random.default_rng(len(texts)).standard_normal((len(texts), self.model.dimension))
        unit: NDArray[np.float32] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(
            np.float32
        )
        return unit

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return the model's vector."""
        return self.model.embed_query(text)


def variants(passages: int) -> Iterator[tuple[Report, tuple[Passage, ...], list[Statement]]]:
    """Yield reports with other places' names, their passages and statements, until there are so many passages."""
    made = [
        parse_report(path.read_text("utf-8"), id=path.stem, source=path.name)
        for path in SAMPLES.glob("*.txt")
    ]
    read = [(report, split_passages(report), read_statements(report)) for report in made]
    names = iter([a + b for a in LETTERS for b in LETTERS if a != b])
    number = total = 0
    while total < passages:
        renamed = {place: next(names) for place in PLACES}

        def rename(text: str, renamed: dict[str, str] = renamed) -> str:
            for place, name in renamed.items():
                text = text.replace(place, name)
            return text

        number += 1
        for report, cut, statements in read:
            key = f"{report.id}-{number}"
            yield (
                replace(
                    report,
                    id=key,
                    title=rename(report.title),
                    text=rename(report.text),
                    source=f"{key}.txt",
                    digest=key,
                    organisation=rename(report.organisation),
                ),
                tuple(
                    replace(one, report=key, text=rename(one.text), context=rename(one.context))
                    for one in cut
                ),
                [_renamed(one, key, rename) for one in statements],
            )
            total += len(cut)


def _renamed(statement: Statement, key: str, rename: Callable[[str], str]) -> Statement:
    figure = replace(
        statement.figure, org=rename(statement.figure.org), metric=rename(statement.figure.metric)
    )
    return replace(
        statement,
        figure=figure,
        report=key,
        title=rename(statement.title),
        quote=rename(statement.quote),
        clause=rename(statement.clause),
    )


def open_index(home: Path) -> Index:
    """Open the bench's index."""
    return Index.open(home, load=lambda: BenchEmbedder(home))


def build(home: Path, passages: int, console: Console) -> list[tuple[str, str]]:
    """Fill the index where it is short of passages; return questions with the figure that answers each."""
    with open_index(home) as index:
        held = index.catalog.count()[1]
        if held < passages:
            with console.status(f"making {passages} passages"):
                vectors = BenchEmbedder(home)
                for report, cut, statements in variants(passages - held):
                    index.catalog.write(
                        report, cut, vectors.embed_passages([p.text for p in cut]), statements
                    )
        index.search("整改")  # the vectors are put beside the catalog at the first search
        ids = [entry.id for entry in index.catalog.known()]
        Random(1).shuffle(ids)
        statements = index.statements(sorted(ids[:200]))
    fit = [
        one
        for one in statements
        if one.figure.kind in _ASKED and one.figure.org and 3 < len(one.figure.metric) < 13
    ]
    Random(2).shuffle(fit)
    return [(f"{one.figure.org}{one.figure.metric}是多少？", one.figure.raw) for one in fit]


async def start_bot(home: Path, address: str) -> asyncio.subprocess.Process:
    """Start the bot and wait until it says that it runs."""
    command = (sys.executable, "-m", "bench.telegram_load", "--serve", address, "--home", str(home))
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL, env=environment
    )
    assert process.stdout is not None
    if not await process.stdout.readline():
        raise RuntimeError("the bot does not start")
    return process


def run_bot(home: Path, address: str) -> int:
    """Be the bot."""
    settings = Settings(
        home=home,
        telegram_token=SecretStr(TOKEN),
        telegram_api=address,
        telegram_rate=10_000,
        telegram_rate_all=100_000,
    )
    with ChatCatalog.open(home / "catalog.db") as store:
        for number in range(PEOPLE):
            store.people.assign(FIRST_PERSON + number, "reader", by=0)
    with open_index(home) as index:
        index.warm_up()
        return run_with(settings, index)


async def ask_all(api: BotApi, users: int, questions: Sequence[tuple[str, str]], each: int) -> dict[int, str]:
    """Let everybody ask all their questions at once; return the figure that answers each message."""
    expected = {}
    for turn in range(each):
        for user in range(users):
            text, raw = questions[(turn * users + user) % len(questions)]
            expected[api.ask(FIRST_PERSON + user, text)] = raw
    return expected


async def settle(api: BotApi, expected: dict[int, str], seconds: float) -> None:
    """Wait until everything is answered, and a moment longer for what is answered twice."""
    until = time.monotonic() + seconds
    waiting = say("telegram.waiting")
    while time.monotonic() < until and not all(api.answers(waiting)[number] for number in expected):
        await asyncio.sleep(0.05)
    await asyncio.sleep(1.0)


def tell(
    api: BotApi, expected: dict[int, str], console: Console, title: str, more: Sequence[tuple[str, str]]
) -> None:
    """Print how the questions fared."""
    answers = {number: api.answers(say("telegram.waiting"))[number] for number in expected}
    waits = sorted(held[0].at - api.asked[number][1] for number, held in answers.items() if held)
    orders: dict[int, list[float]] = {}
    for number, held in answers.items():
        if held:
            orders.setdefault(api.asked[number][0], []).append(held[0].at)
    table = Table(title=title)
    table.add_column("")
    table.add_column("", justify="right")
    rows = [
        ("questions", str(len(expected))),
        ("lost", str(sum(not held for held in answers.values()))),
        ("answered twice", str(sum(len(held) > 1 for held in answers.values()))),
        ("chats out of order", str(sum(times != sorted(times) for times in orders.values()))),
        (
            "with the figure",
            f"{sum(expected[n] in h[0].text for n, h in answers.items() if h) / len(expected):.2f}",
        ),
        ("median, s", f"{median(waits):.2f}" if waits else "—"),
        ("95th percentile, s", f"{waits[int(0.95 * (len(waits) - 1))]:.2f}" if waits else "—"),
        *more,
    ]
    for row in rows:
        table.add_row(*row)
    console.print(table)


async def measure(home: Path, options: argparse.Namespace, console: Console) -> None:
    """Start the bot, ask, and kill."""
    questions = build(home, options.passages, console)
    api = BotApi()
    address = serve(api)
    process = await start_bot(home, address)
    warm = await ask_all(api, 3, questions, 1)
    await settle(api, warm, 60)
    for each in (1, options.questions):
        expected = await ask_all(api, options.users, questions[7:], each)
        await settle(api, expected, 300)
        memory = psutil.Process(process.pid).memory_info().rss / 1e6
        title = f"{options.users} people ask at once, {each} question(s) each"
        tell(api, expected, console, title, [("memory, MB", f"{memory:.0f}")])
    random, expected, starts = Random(3), {}, []
    for _ in range(options.kills):
        expected |= await ask_all(api, options.users, questions, 1)
        await asyncio.sleep(random.uniform(0.0, 2.5))
        process.kill()
        await process.communicate()
        began = time.monotonic()
        process = await start_bot(home, address)
        starts.append(time.monotonic() - began)
    if options.kills:
        await settle(api, expected, 300)
        more = [("starts, s (median)", f"{median(starts):.1f}")]
        tell(api, expected, console, f"{options.kills} kills under that load", more)
    process.terminate()
    await process.communicate()
    with open_index(home) as index:
        console.print(f"faults of the index afterwards: {index.check() or 'none'}")


def main() -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--home", type=Path, help="folder of the index; a new one that is thrown away by default"
    )
    parser.add_argument("--passages", type=int, default=60_000)
    parser.add_argument("--users", type=int, default=50, help=f"at most {PEOPLE}")
    parser.add_argument("--questions", type=int, default=4)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--serve", metavar="ADDRESS", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        return run_bot(options.home, options.serve)
    console = Console(soft_wrap=True)
    if options.home:
        options.home.mkdir(parents=True, exist_ok=True)
        asyncio.run(measure(options.home, options, console))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), options, console))
    return 0


if __name__ == "__main__":
    sys.exit(main())
