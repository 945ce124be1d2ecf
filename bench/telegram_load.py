"""Many people asking the Telegram bot at once: how long they wait, in what order, and what a kill costs.

``python -m bench.telegram_load [--home DIR] [--passages N] [--users N] [--questions N] [--kills N]`` makes an
index of variants of the sample reports (kept in ``--home`` for the next time), starts the bot as a process of
its own against a Bot API server that takes 50 ms a call, and lets all users ask at once, each the next question
without waiting. ``--kills`` then ends the bot so often with SIGKILL, at random moments under the same load.
``bench.variants`` says what the passages are.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median

import psutil  # type: ignore[import-untyped]
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from bench.telegram_server import TOKEN, BotApi, serve
from bench.variants import build, open_index, question_about
from bot.messages import say
from bot.settings import Settings
from bot.telegram.ids import key_of
from bot.telegram.running import run_with
from retrieval.chat_catalog.chat_catalog import ChatCatalog

FIRST_PERSON, PEOPLE = 5000, 200


def forget_runs(home: Path) -> None:
    """Forget the updates and the talks of the runs before: the server numbers its own from the same start."""
    with ChatCatalog.open(home / "catalog.db") as store:
        for left in store.inbox.pending():
            store.inbox.finish(left.id)
        store.inbox.sweep(days=-1.0)
        for number in range(PEOPLE):
            store.talks.forget(key_of(FIRST_PERSON + number))


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
            store.people.assign(key_of(FIRST_PERSON + number), "reader", by="")
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
    asked = build(home, options.passages, console)
    questions = list({question_about(one): one.figure.raw for one in asked}.items())
    forget_runs(home)
    api = BotApi()
    address = serve(api)
    process = await start_bot(home, address)
    bot, asked_before = psutil.Process(process.pid), 3
    warm = await ask_all(api, asked_before, questions, 1)
    await settle(api, warm, 60)
    for each in (1, 1, options.questions):
        spent = sum(bot.cpu_times()[:2])
        expected = await ask_all(api, options.users, questions[asked_before:], each)
        await settle(api, expected, 300)
        spent = 1000 * (sum(bot.cpu_times()[:2]) - spent) / len(expected)
        memory = bot.memory_info().rss / 1e6
        title = f"{options.users} people ask at once, {each} question(s) each, {asked_before} answered before"
        more = [("processor time a question, ms", f"{spent:.0f}"), ("memory, MB", f"{memory:.0f}")]
        tell(api, expected, console, title, more)
        asked_before += len(expected)
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
