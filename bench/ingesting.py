"""Ingest beside LangChain's usual pipeline over the same files, in one run: seconds, processor seconds and memory.

``python -m bench.ingesting [--passages N]`` writes reports of ``bench.variants`` to a folder until they make as many of
our passages, and lets each way, in a process of its own, put them into an index of its own: ours reads every figure as
well; LangChain's loads, cuts (1,000 characters, 200 of them shared), embeds with the same model by
sentence-transformers' defaults and keeps the chunks in Chroma. Ours keeps fewer passages than were asked for: some of
the reports are versions of others. Needs ``langchain-community``,
``langchain-text-splitters``, ``langchain-huggingface`` and ``langchain-chroma``; ours alone is measured where they are
missing. The same files are then put into our index once more.
"""

import argparse
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread

import psutil  # type: ignore[import-untyped]
from rich.console import Console

from bench.variants import variants
from bot.library.ingesting import ingest
from bot.settings import read_settings
from corpus.room.reading_room import ReadingRoom
from retrieval.embedding.embedder import Embedder
from retrieval.embedding.packaged_model import unpack_model
from retrieval.index import Index

PEERS = (
    "langchain_community.document_loaders",
    "langchain_text_splitters",
    "langchain_huggingface",
    "langchain_chroma",
)

Way = Callable[[Path, Path], int]
"""Puts the files of a folder into an index in another, and returns how many passages that made."""


def ours(files: Path, home: Path) -> int:
    """Ingest as ``hedui ingest`` does."""
    cache = read_settings().cache
    with ReadingRoom() as room, Index.open(home, load=lambda: Embedder.load(cache=cache)) as index:
        ingest(index, [str(files)], lambda *_: None, room)
        return index.catalog.count()[1]


def usual(files: Path, home: Path) -> int:
    """Ingest as LangChain's tutorials do."""
    loaders, splitters, huggingface, chroma = (import_module(name) for name in PEERS)
    loader = loaders.DirectoryLoader(
        str(files), loader_cls=loaders.TextLoader, loader_kwargs={"encoding": "utf-8"}
    )
    splitter = splitters.RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    chunks = splitter.split_documents(loader.load())
    model = huggingface.HuggingFaceEmbeddings(model_name=str(unpack_model(read_settings().cache)))
    chroma.Chroma.from_documents(chunks, model, persist_directory=str(home))
    return len(chunks)


def write_files(folder: Path, passages: int) -> int:
    """Write reports until they make as many passages; return how many files that took."""
    made = written = 0
    for report, cut, _ in variants():
        (folder / f"{report.id}.txt").write_text(report.text, "utf-8")
        made, written = made + len(cut), written + 1
        if made >= passages:
            return written
    raise ValueError(f"{passages} passages: the names are enough for {made}")


def measure(name: str, way: Way, files: Path, home: Path) -> str:
    """Return what a way, run in a process of its own, takes."""
    context = multiprocessing.get_context("spawn")
    told, tell = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(way, files, home, tell))
    process.start()
    passages, seconds, spent, most = told.recv()
    process.join()
    return f"{name:<16} {passages:>5} passages {seconds:6.0f} s {spent:6.0f} s of processor {most:6.0f} MB at most"


def _run(way: Way, files: Path, home: Path, tell: "multiprocessing.connection.Connection") -> None:
    most, done = [0.0, 0.0], Event()
    watch = Thread(target=_watch, args=(most, done))
    watch.start()
    began = time.perf_counter()
    passages = way(files, home)
    seconds = time.perf_counter() - began
    done.set()
    watch.join()
    spent = sum(
        sum(one.cpu_times()[:4]) for one in _family()
    )  # children that ended are in their parents' times
    tell.send((passages, seconds, spent - most[1], most[0] / 1e6))


def _watch(most: list[float], done: Event) -> None:
    """Note the most memory that a process and those that it started take together, what they share counted once.

    In the second place is what looking costs in processor seconds: the system walks through all pages.
    """
    while not done.wait(1):
        most[0] = max(most[0], sum(_memory(one) for one in _family()))
        most[1] = time.thread_time()


def _memory(process: psutil.Process) -> float:
    try:
        return float(process.memory_full_info().pss)
    except psutil.NoSuchProcess:
        return 0.0


def _family() -> Sequence[psutil.Process]:
    own = psutil.Process()
    return [own, *own.children(recursive=True)]


def main() -> None:
    """Print a line for each way as soon as it is measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, default=2000)
    options = parser.parse_args()
    console = Console()
    missing = [name for name in PEERS if find_spec(name.partition(".")[0]) is None]
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "files")
        files.mkdir()
        many = write_files(files, options.passages)
        console.print(f"{many} files, load {os.getloadavg()[0]:.1f}")
        console.print(measure("ours", ours, files, Path(folder, "ours")))
        console.print(measure("ours, unchanged", ours, files, Path(folder, "ours")))
        if missing:
            console.print(f"not installed: {', '.join(missing)}", style="red")
        else:
            console.print(measure("LangChain", usual, files, Path(folder, "usual")))


if __name__ == "__main__":
    main()
