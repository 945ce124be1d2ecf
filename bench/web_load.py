"""Many people at the web pages at once: how long their answers take, what a long draft takes, and what kills cost.

``python -m bench.web_load [--home DIR] [--passages N] [--users N] [--questions N] [--pause S] [--figures N] [--kills N]`` makes
the index of ``bench.variants`` (kept in ``--home``), serves it as a process of its own, lets people come by
invitations and all ask at once, each the next question when the last is answered, and sends a draft of as many figures
while nobody asks. ``--kills`` then ends the server so often with SIGKILL while people ask, send drafts and decide:
what was acknowledged must be there afterwards.
"""

import argparse
import asyncio
import io
import json
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median

import docx
import httpx
from rich.console import Console
from rich.table import Table

from bench.variants import build, open_index, question_about
from bench.web_people import Person, Server
from bot.settings import Settings
from bot.web.serving import listening_socket, serve_index
from corpus.figure import Statement
from retrieval.chat_catalog.chat_catalog import ChatCatalog

PER_PAGE = 20
"""Figures of a draft that stand on a page."""


def serve(home: Path, port: int) -> int:
    """Be the server."""
    settings = Settings(home=home, web_port=port, telegram_rate=10_000, telegram_rate_all=100_000)
    with listening_socket(settings) as held, open_index(home) as index:
        index.warm_up()
        settings = settings.model_copy(update={"web_port": held.getsockname()[1]})
        return serve_index(settings, index, held)


def invite(home: Path, role: str, many: int) -> list[str]:
    """Return as many invitations."""
    with ChatCatalog.open(home / "catalog.db") as store:
        return [store.people.invite(role, by="", hours=24.0) for _ in range(many)]


def draft_of(statements: Sequence[Statement], figures: int) -> bytes:
    """Return a Word draft that tells as many figures, every third with another last digit."""
    document = docx.Document()
    for number in range(figures):
        one = statements[number % len(statements)].figure
        raw = _altered(one.raw) if number % 3 == 2 else one.raw
        document.add_paragraph(f"{one.org}{one.metric}{raw}，有关工作按要求推进。")
        if number % PER_PAGE == PER_PAGE - 1:
            document.add_page_break()  # type: ignore[no-untyped-call]
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _altered(raw: str) -> str:
    return re.sub(r"(\d)(?=\D*$)", lambda last: str((int(last[1]) + 1) % 10), raw, count=1)


async def ask_all(
    people: Sequence[Person], questions: Sequence[tuple[str, str]], each: int, pause: float = 0.0
) -> tuple[list[float], int]:
    """Let everybody ask at once, the next question when the last is answered; return seconds, and figures given.

    Who reads before asking does so for ``pause`` seconds at the mean, each time as long as chance has it.
    """
    reading = Random(5)

    async def ask(number: int) -> list[tuple[float, bool]]:
        made = []
        for turn in range(each):
            await asyncio.sleep(reading.expovariate(1 / pause) if pause else 0)
            text, raw = questions[(turn * len(people) + number) % len(questions)]
            began = time.perf_counter()
            told = await people[number].ask(text)
            made.append((time.perf_counter() - began, raw in told))
        return made

    all_told = await asyncio.gather(*map(ask, range(len(people))))
    waits = [seconds for told in all_told for seconds, _ in told]
    return sorted(waits), sum(given for told in all_told for _, given in told)


async def check_draft(person: Person, data: bytes) -> tuple[float, float, float, int]:
    """Send a draft and watch its check; return seconds until it is taken, the first and the last, and its figures."""
    began, first, total = time.perf_counter(), 0.0, 0
    path = await person.send("draft.docx", data)
    taken = time.perf_counter() - began
    async with person.client.stream("GET", f"{path}/events") as events:
        async for line in events.aiter_lines():
            told = json.loads(line[5:]) if line.startswith("data:") else {}
            total = told.get("total", total)
            first = first or (time.perf_counter() - began if told.get("done") else 0.0)
    return taken, first, time.perf_counter() - began, total


async def checked(person: Person, path: str) -> str:
    """Return a draft's page once its check has come to its end, or as it stands after two minutes."""
    page = await person.open(path)
    for _ in range(600):
        if 'id="watch"' not in page:
            break
        await asyncio.sleep(0.2)
        page = await person.open(path)
    return page


async def work(person: Person, number: int, question: str, draft: bytes) -> None:
    """Decide on the drafts that were checked before, ask, and send another, until the server is gone."""
    decided = tuple(person.drafts)
    try:
        for turn in range(100):
            await person.note(decided[turn % len(decided)], f"{number}-{len(person.notes)}-decided")
            if turn % 5 == number % 5:
                await person.ask(question)
                await person.send(f"draft{number}-{turn}.docx", draft)
    except httpx.HTTPError:
        return


async def endure(
    server: Server,
    people: Sequence[Person],
    questions: Sequence[tuple[str, str]],
    drafts: Sequence[bytes],
    kills: int,
) -> dict[str, str]:
    """Kill the server under load again and again; return what is left of what was acknowledged.

    Each of the people has a draft of its own: a decision holds for all drafts that say the same.
    """
    random = Random(3)
    for number, one in enumerate(people):
        await checked(one, await one.send(f"draft{number}.docx", drafts[number]))
    for _ in range(kills):
        tasks = [
            asyncio.create_task(work(one, number, questions[number][0], drafts[number]))
            for number, one in enumerate(people)
        ]
        await asyncio.sleep(random.uniform(0.5, 6.0))
        await server.kill()
        await asyncio.gather(*tasks)
        await server.start()
    lost = unfinished = forgotten = 0
    for one in people:
        last = (*one.notes[-1:], *one.unsure)
        for path in one.drafts:
            page = await checked(one, path)
            lost += "draft" not in page
            unfinished += 'id="watch"' in page
            forgotten += bool(one.notes) and not any(note in page for note in last)
    many, notes = sum(len(one.drafts) for one in people), sum(len(one.notes) for one in people)
    return {
        "kills": str(kills),
        "drafts lost": f"{lost} of {many}",
        "checks that came to no end": f"{unfinished} of {many}",
        "decisions taken": str(notes),
        "drafts without their last decision": f"{forgotten} of {many}",
    }


def tell(console: Console, title: str, rows: dict[str, str]) -> None:
    """Print a table of two columns."""
    table = Table("", "", title=title, show_header=False)
    for name, value in rows.items():
        table.add_row(name, value)
    console.print(table)


async def measure(options: argparse.Namespace, home: Path, console: Console) -> None:
    """Serve what is measured, and stop serving whatever happens."""
    statements = build(home, options.passages, console)
    server = Server(home)
    await server.start()
    try:
        await observe(server, statements, options, console)
    finally:
        await server.kill()


async def observe(
    server: Server,
    statements: Sequence[Statement],
    options: argparse.Namespace,
    console: Console,
) -> None:
    """Ask, check and kill."""
    questions = list({question_about(one): one.figure.raw for one in statements}.items())
    people = [server.person() for _ in range(options.users)]
    for number, (one, code) in enumerate(
        zip(people, invite(server.home, "reviewer", len(people)), strict=True)
    ):
        await one.join(code, f"person {number}")
    await people[0].ask(questions[0][0])
    before = server.processor()
    waits, given = await ask_all(people, questions[1:], options.questions, options.pause)
    told = {
        "answers": str(len(waits)),
        "with the figure": f"{given / len(waits):.2f}",
        "median, s": f"{median(waits):.2f}",
        "95th percentile, s": f"{waits[int(0.95 * (len(waits) - 1))]:.2f}",
        "processor, s an answer": f"{(server.processor() - before) / len(waits):.2f}",
        "memory, MB": f"{server.memory():.0f}",
    }
    tell(console, f"{len(people)} people ask at once", told)
    if options.figures:
        data = draft_of(statements, options.figures)
        for title in ("a draft of a process just started", "the same again"):
            before = server.processor()
            taken, first, last, total = await check_draft(people[0], data)
            told = {"figures": str(total), "taken after, s": f"{taken:.1f}"}
            told |= {"first findings after, s": f"{first:.1f}", "all after, s": f"{last:.1f}"}
            told["processor, s"] = f"{server.processor() - before:.1f}"
            tell(console, title, told | {"memory, MB": f"{server.memory():.0f}"})
    if options.kills:
        deciding = people[:10]
        drafts = [draft_of(statements[30 * place :], 30) for place in range(len(deciding))]
        told = await endure(server, deciding, questions, drafts, options.kills)
        tell(console, "kills under load", told)


def main() -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--home", type=Path, help="folder of the index; by default one that is thrown away")
    parser.add_argument("--passages", type=int, default=60_000)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--questions", type=int, default=4, help="of each")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds that each reads before a question")
    parser.add_argument("--figures", type=int, default=2000, help="of the draft; 0: none is sent")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--serve", metavar="PORT", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve is not None:
        return serve(options.home, options.serve)
    with tempfile.TemporaryDirectory() as folder:
        home = options.home or Path(folder)
        home.mkdir(parents=True, exist_ok=True)
        asyncio.run(measure(options, home, Console(soft_wrap=True)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
