"""Retrieval on a news set: how often the answer stands in the top five passages, each way alone and fused.

``python -m bench.retrieval --articles FILE --questions FILE [--cache DIR]`` reads JSON Lines,
``{"id", "text"}`` and ``{"id", "question", "answer": [...], "article", "numeric"}``. A question counts as
answered when one of the passages is of the right article and holds one of the answers, white space and
widths aside. Where ``langchain_text_splitters`` is installed its usual pipeline (1,000 characters, 200 of them
shared, the same model, Chroma) is measured beside ours. Vectors are kept in the cache folder, for the first
run embeds for minutes.
"""

import argparse
import json
import statistics
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from bot.settings import read_settings
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from corpus.words import dictionary_segmenter
from retrieval.embedding.embedder import Embedder
from retrieval.index import Index, IndexProgress
from retrieval.lexical import query_terms
from retrieval.vectors.store import VectorStore
from retrieval.whole_report import embedded_text

AT_ONCE = 512
"""Passages that are embedded between two writings of the cache."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its answers, folded, and the article that holds one of them."""

    text: str
    answers: tuple[str, ...]
    article: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that a search returned: its article and its text."""

    article: str
    text: str


Search = Callable[[str, int], Iterable[Found]]


class CachedEmbedder:
    """An embedder that embeds a text once and keeps its vector in a file."""

    def __init__(self, embedder: Embedder, folder: Path) -> None:
        """Use the vectors that ``folder`` has of this very model."""
        self._embedder = embedder
        self._file = folder / f"vectors-{sha256(embedder.fingerprint().encode()).hexdigest()[:12]}.npz"
        self._known: dict[str, NDArray[np.float16]] = {}
        if self._file.exists():
            with np.load(self._file) as stored:
                self._known = dict(zip(stored["keys"].tolist(), stored["vectors"], strict=True))

    def fingerprint(self) -> str:
        """Return the embedder's fingerprint."""
        return self._embedder.fingerprint()

    def warm_up(self) -> None:
        """Load the model now."""
        self._embedder.embed_queries([""])

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return questions' vectors, embedded anew: it is part of what is timed."""
        return self._embedder.embed_queries(texts)

    def embed_passages(
        self, texts: Sequence[str], progress: IndexProgress | None = None
    ) -> NDArray[np.float32]:
        """Return a vector for each text, and write those that are new to the file."""
        keys = [sha256(text.encode()).hexdigest() for text in texts]
        new = [
            (key, text) for key, text in dict(zip(keys, texts, strict=True)).items() if key not in self._known
        ]
        for start in range(0, len(new), AT_ONCE):
            batch = new[start : start + AT_ONCE]
            vectors = self._embedder.embed_passages([text for _, text in batch]).astype(np.float16)
            self._known.update(zip([key for key, _ in batch], vectors, strict=True))
            self._file.parent.mkdir(parents=True, exist_ok=True)
            np.savez(self._file, keys=list(self._known), vectors=np.stack(list(self._known.values())))
            if progress is not None:
                progress(min(start + AT_ONCE, len(new)), len(new))
        return np.stack([self._known[key] for key in keys]).astype(np.float32)


def fold(text: str) -> str:
    """Return ``text`` with its white space and its differences of width gone."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def read_questions(path: Path) -> list[Question]:
    """Read the questions of a news set."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Question(row["question"], tuple(map(fold, row["answer"])), row["article"], row["numeric"])
        for row in rows
    ]


def read_articles(path: Path) -> dict[str, str]:
    """Read the articles of a news set: text by id."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return {row["id"]: row["text"] for row in rows}


def fill(index: Index, articles: dict[str, str], embedder: CachedEmbedder, progress: IndexProgress) -> None:
    """Put the articles into an empty index, their figures left out: no question here goes by them."""
    reports = [parse_report(text, id=name, source=name) for name, text in articles.items()]
    passages = [split_passages(report) for report in reports]
    texts = [embedded_text(passage.context, passage.text) for some in passages for passage in some]
    vectors = embedder.embed_passages(texts, progress)
    start = 0
    for report, some in zip(reports, passages, strict=True):
        index.catalog.write(report, some, vectors[start : start + len(some)], [])
        start += len(some)
    index.warm_up()


def ways(index: Index) -> dict[str, Search]:
    """Return our ways of searching by name."""

    def ranked(found: Iterable[tuple[str, float]]) -> list[Found]:
        ids = [passage for passage, _ in found]
        stored = index.catalog.passages(ids)
        return [Found(stored[one].passage.report, stored[one].passage.text) for one in ids]

    return {
        "BM25 over words": plain_bm25(index),
        "BM25 alone, ours": lambda query, k: ranked(index.catalog.rank(query_terms(query), k)),
        "dense alone": lambda query, k: ranked(index.nearest(query, k)),
        "fused": lambda query, k: [Found(hit.report, hit.text) for hit in index.search(query, k)],
    }


def plain_bm25(index: Index) -> Search:
    """Return the usual BM25 (k1 1.5, b 0.75) over the words of the same passages, headings and all."""
    stored = list(index.catalog.passages(index.catalog.passage_ids()).values())
    found = [Found(one.passage.report, one.passage.text) for one in stored]
    cut = [
        dictionary_segmenter().cut(fold_words(embedded_text(one.passage.context, one.passage.text)))
        for one in stored
    ]
    lengths = np.array([len(words) for words in cut], dtype=np.float64)
    postings: dict[str, dict[int, int]] = {}
    for place, words in enumerate(cut):
        for word in words:
            held = postings.setdefault(word, {})
            held[place] = held.get(place, 0) + 1

    def search(query: str, k: int) -> list[Found]:
        scores = np.zeros(len(found))
        for word in set(dictionary_segmenter().cut(fold_words(query))):
            held = postings.get(word)
            if not held or not word.strip():
                continue
            places = np.fromiter(held, dtype=np.int64)
            counts = np.fromiter(held.values(), dtype=np.float64)
            weight = np.log(1 + (len(found) - len(held) + 0.5) / (len(held) + 0.5))
            norm = 1.5 * (0.25 + 0.75 * lengths[places] / lengths.mean())
            scores[places] += weight * counts * 2.5 / (counts + norm)
        return [found[place] for place in np.argsort(-scores, kind="stable")[:k]]

    return search


def fold_words(text: str) -> str:
    """Return ``text`` in one width and case."""
    return unicodedata.normalize("NFKC", text).casefold()


def usual_pipeline(
    articles: dict[str, str], embedder: CachedEmbedder, home: Path, progress: IndexProgress
) -> Search | None:
    """Return LangChain's usual pipeline over the articles, None where it is not installed."""
    try:
        splitters = import_module("langchain_text_splitters")
    except ModuleNotFoundError:
        return None
    splitter = splitters.RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    chunks = [Found(name, chunk) for name, text in articles.items() for chunk in splitter.split_text(text)]
    vectors = embedder.embed_passages([chunk.text for chunk in chunks], progress)
    store = VectorStore.open(home / "usual", fingerprint=embedder.fingerprint(), renew=True)
    store.rebuild([([str(place) for place in range(len(chunks))], vectors)])

    def search(query: str, k: int) -> list[Found]:
        return [chunks[int(place)] for place, _ in store.query(embedder.embed_queries([query])[0], k)]

    return search


def measure(search: Search, questions: Sequence[Question], k: int) -> tuple[list[bool], list[float]]:
    """Return for each question whether it was answered, and the seconds that it took."""
    answered, seconds = [], []
    for question in questions:
        began = time.perf_counter()
        found = list(search(question.text, k))
        seconds.append(time.perf_counter() - began)
        texts = [fold(one.text) for one in found if one.article == question.article]
        answered.append(any(answer in text for answer in question.answers for text in texts))
    return answered, seconds


def row(
    name: str, answered: Sequence[bool], seconds: Sequence[float], questions: Sequence[Question]
) -> list[str]:
    """Return a line of the table."""
    numeric = [hit for hit, question in zip(answered, questions, strict=True) if question.numeric]
    other = [hit for hit, question in zip(answered, questions, strict=True) if not question.numeric]
    rates = [f"{statistics.fmean(hits):.4f}" if hits else "-" for hits in (answered, numeric, other)]
    return [name, *rates, f"{statistics.median(seconds) * 1000:.0f}"]


def main() -> None:
    """Fill an index, ask every question in every way and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "hedui-bench")
    parser.add_argument("-k", type=int, default=5)
    options = parser.parse_args()
    console, questions, articles = (
        Console(),
        read_questions(options.questions),
        read_articles(options.articles),
    )
    embedder = CachedEmbedder(Embedder.load(cache=read_settings().cache), options.cache)

    def progress(done: int, total: int) -> None:
        console.print(f"embedded {done} of {total}", highlight=False)

    table = Table("way", f"answer in top {options.k}", "numeric", "other", "median ms")
    with tempfile.TemporaryDirectory() as folder, Index.open(Path(folder), load=lambda: embedder) as index:
        fill(index, articles, embedder, progress)
        searches = ways(index)
        if usual := usual_pipeline(articles, embedder, Path(folder), progress):
            searches["LangChain 1000/200 + Chroma"] = usual
        for name, search in searches.items():
            table.add_row(*row(name, *measure(search, questions, options.k), questions))
    console.print(table)


if __name__ == "__main__":
    main()
