"""Kill an index at random moments while it is written and read, and say what was lost.

``python -m tests.retrieval.index_kills [--kills N] [--seed N] [--servers]`` lets two processes
add, update and remove reports in one home while four others search it, kills all of them with SIGKILL, opens the
index again and looks whether each report in it is whole; N times. At the end reports are put in once more, and the
index must hold what an uninterrupted one holds. An embedder of letters stands for the model: what is tried is the
index, and so a kill falls into its writing and not into a model's start. With ``--servers`` the catalog is in a
PostgreSQL server and the vectors in a Chroma server, both started for it and never killed.
"""

import argparse
import multiprocessing
import random
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from corpus.errors import NotFound
from corpus.report import Passage, Report
from corpus.structure.passages import split_passages
from corpus.words import segmenter
from retrieval.index import Index
from tests.retrieval.fictional import SCHOOL, WATER, LetterEmbedder, report
from tests.retrieval.servers import chroma_server, postgres_server

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerProcess

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(
    [__name__, "chromadb.api.rust", "chromadb.api.fastapi", "psycopg"]
)  # a start costs little
segmenter()  # which takes a fifth of a second, and is inherited
INGESTERS = 2
ASKERS = 4
NAMES = "甲乙丙丁戊己庚辛壬癸子丑"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an index is: its home, and the servers that take the place of the files in it, if any."""

    home: Path
    database: str = ""
    chroma: str = ""

    def open(self) -> Index:
        """Open it."""
        return Index.open(self.home, load=LetterEmbedder, database_url=self.database, chroma_url=self.chroma)


@dataclass(slots=True)
class Losses:
    """What kills cost: how often an index was not whole after its own mending, reports torn, a resumed ingest that differs.

    ``seen`` counts the reports that were looked at, over all kills.
    """

    kills: int = 0
    seen: int = 0
    unsound: int = 0
    torn: int = 0
    differs: bool = False


def version(number: int, of: int) -> Report:
    """Return a version of a report; its text says both."""
    text = (
        (WATER, SCHOOL)[number % 2]
        .replace("临江", f"{NAMES[number]}江")
        .replace("云溪", f"{NAMES[number]}溪")
    )
    return report(text.replace("36个", f"{36 + of}个").replace("42个", f"{42 + of}个"), f"report{number}")


def write_until_killed(place: Place, seed: int, tell: "Connection") -> None:
    """Add, update and remove reports; tell when the first are in."""
    chance = random.Random(seed)
    with place.open() as index:
        while True:
            numbers = chance.sample(range(len(NAMES)), 4)
            index.add_all([version(number, chance.randrange(50)) for number in numbers])
            tell.send("added")
            try:
                index.remove(f"report{chance.randrange(len(NAMES))}")
            except NotFound:
                continue  # it is not in, or the other process took it out first


def search_until_killed(place: Place, seed: int, tell: "Connection") -> None:
    """Ask for passages; tell when that begins."""
    chance = random.Random(seed)
    with place.open() as index:
        tell.send("ready")
        while True:
            index.search(chance.choice(("管网改造多少公里", "巡视反馈问题多少个", "清退补贴")), k=5)


def kill_at_random(place: Place, kills: int, seed: int) -> Losses:
    """Do as the module says; return what was lost."""
    chance, losses = random.Random(seed), Losses()
    for number in range(kills):
        _run_and_kill(place, chance, seed + number)
        losses.kills += 1
        losses.unsound += not any(_is_sound(place) for _ in range(2))
        with place.open() as index:
            losses.seen += len(index.titles())
            losses.torn += _torn(index)
        print(losses, file=sys.stderr, flush=True)
    final = [version(number, 7) for number in range(len(NAMES))]
    with place.open() as index, TemporaryDirectory() as folder, Place(Path(folder)).open() as fresh:
        for one in (index, fresh):
            one.add_all(final)
        losses.differs = bool(index.check()) or held(index) != held(fresh)
    return losses


def _run_and_kill(place: Place, chance: random.Random, seed: int) -> None:
    began: list[Connection] = []
    running: list[ForkServerProcess] = []
    for n, deed in enumerate([write_until_killed] * INGESTERS + [search_until_killed] * ASKERS):
        told, tell = CONTEXT.Pipe(duplex=False)
        running.append(CONTEXT.Process(target=deed, args=(place, seed * 10 + n, tell)))
        running[-1].start()
        tell.close()
        began.append(told)
    try:
        for told in began:
            told.recv()  # EOFError: a process ended before it was killed
        time.sleep(chance.uniform(0, 1))
        for process in running:
            assert process.is_alive(), "a process ended before it was killed"
    finally:
        for process in chance.sample(running, len(running)):
            process.kill()
        for process in running:
            process.join()


def _is_sound(place: Place) -> bool:
    """Return whether an index is whole once it was opened; a server may still be at a killed process's last call."""
    with place.open() as index:
        index.warm_up()
        return not index.check()


def held(index: Index) -> dict[str, tuple[str, list[Passage], list[str]]]:
    """Return, by report, its text, its passages and its figures, as the index holds them."""
    stored = index.catalog.passages(index.catalog.passage_ids())
    held: dict[str, tuple[str, list[Passage], list[str]]] = {
        one.id: (one.text, [], []) for one in index.reports()
    }
    for one in sorted((row.passage for row in stored.values()), key=lambda passage: passage.start):
        held[one.report][1].append(one)
    for found in index.statements():
        held[found.report][2].append(found.figure.raw)
    return held


def _torn(index: Index) -> int:
    """Return how many reports are not in with just their passages, and the figure that their version says."""
    whole = {one.id: list(split_passages(one)) for one in index.reports()}
    said = {
        key: text[text.index("问题") + 2 : text.index("个，")] + "个"
        for key, (text, _, _) in held(index).items()
    }
    return sum(
        passages != whole[key] or said[key] not in figures
        for key, (_, passages, figures) in held(index).items()
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--servers", action="store_true")
    options = parser.parse_args(arguments)
    with ExitStack() as stack:
        home, vectors = (Path(stack.enter_context(TemporaryDirectory())) for _ in range(2))
        place = Place(home)
        if options.servers:
            database = stack.enter_context(postgres_server())
            place = Place(home, database, stack.enter_context(chroma_server(vectors)))
        print(kill_at_random(place, options.kills, options.seed))


if __name__ == "__main__":
    main()
