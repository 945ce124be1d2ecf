"""A large index for measuring: the sample reports over and over, each time with other places' names.

Passages get random vectors, what is asked and what is held against it the real model's: a search and an answer cost
what they cost. The index is kept in its folder for the next time, and grows where it is short of passages.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from random import Random
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from bot.settings import read_settings
from corpus.figure import Kind, Statement
from corpus.report import Passage, Report
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from retrieval.embedding.embedder import PACKAGED_DIMENSION, Embedder
from retrieval.index import Index

SAMPLES = Path(__file__).parent.parent / "corpus" / "reports"
PLACES = ("临河", "北屏", "东原", "青岚", "海南")
LETTERS = (
    "安北昌成德东恩丰富光广海和恒华怀吉嘉江金靖景康兰丽林龙梅明南宁平普青庆荣瑞三山上石顺松泰天同万文西新兴秀阳宜永玉远云长镇中州竹"
    "柏岑澄崇枫桂鹤湖涵淮锦菱鹿牧沛清泉仁润舒桃潭渭湘雁"
)
"""Two of them make a place's name: enough for 90,000 passages."""

_ASKED = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT})
_ASKED_ABOUT = 1000

Variant = tuple[Report, Sequence[Passage], Sequence[Statement]]


class BenchEmbedder:
    """The real model under a name of its own, as the passages of the index have none of its vectors."""

    def __init__(self) -> None:
        self.model = Embedder.load(cache=read_settings().cache)

    def warm_up(self) -> None:
        """Make the model ready for the first question."""
        self.model.warm_up()

    def fingerprint(self) -> str:
        """Return a name that no real model has."""
        return "bench"

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        """Return the model's vectors, also of the clauses that an answer is chosen from."""
        return self.model.embed_passages(texts, progress)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the model's vectors."""
        return self.model.embed_queries(texts)


def random_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return unit vectors that take no time, others for other texts."""
    random = np.random.default_rng(crc32("".join(texts).encode()))
    vectors = random.standard_normal((len(texts), PACKAGED_DIMENSION))
    unit: NDArray[np.float32] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


def variants() -> Iterator[Variant]:
    """Yield reports with other places' names, each with its passages and statements, as many as there are names."""
    made = [
        parse_report(path.read_text("utf-8"), id=path.stem, source=path.name)
        for path in sorted(SAMPLES.glob("*.txt"))
    ]
    read: list[Variant] = [(one, split_passages(one), read_statements(one)) for one in made]
    names = ["".join(pair) for pair in permutations(LETTERS, 2)]
    Random(4).shuffle(names)  # in order, neighbours would share their first character
    for number in range(1, len(names) // len(PLACES) + 1):
        renamed = {place: names.pop() for place in PLACES}

        def rename(text: str, renamed: dict[str, str] = renamed) -> str:
            for place, name in renamed.items():
                text = text.replace(place, name)
            return text

        for one in read:
            yield _renamed(one, number, rename)


def _renamed(variant: Variant, number: int, rename: Callable[[str], str]) -> Variant:
    report, passages, statements = variant
    key = f"{report.id}-{number}"
    other = replace(
        report,
        id=key,
        title=rename(report.title),
        text=rename(report.text),
        source=f"{key}.txt",
        digest=key,
        organisation=rename(report.organisation),
    )
    cut = tuple(
        replace(one, report=key, text=rename(one.text), context=rename(one.context)) for one in passages
    )
    return other, cut, [_renamed_statement(one, key, rename) for one in statements]


def _renamed_statement(statement: Statement, key: str, rename: Callable[[str], str]) -> Statement:
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
    return Index.open(home, load=BenchEmbedder)


def build(home: Path, passages: int, console: Console) -> list[Statement]:
    """Fill the index where it is short of passages; return statements to ask about, each of another report."""
    with open_index(home) as index:
        _fill(index, passages, console)
        index.search("整改")  # the vectors are put beside the catalog at the first search
        ids = [entry.id for entry in index.catalog.known()]
        Random(1).shuffle(ids)
        statements = index.statements(sorted(ids[:_ASKED_ABOUT]))
    fit = [
        one
        for one in statements
        if one.figure.kind in _ASKED and one.figure.org and 3 < len(one.figure.metric) < 13
    ]
    Random(2).shuffle(fit)
    return list({one.report: one for one in fit}.values())


def _fill(index: Index, passages: int, console: Console) -> None:
    held = index.catalog.count()[1]
    if held >= passages:
        return
    known = {entry.id for entry in index.catalog.known()}
    with console.status(f"making {passages} passages"):
        for report, cut, statements in variants():
            if report.id in known:
                continue
            index.catalog.write(report, cut, random_vectors([p.text for p in cut]), statements)
            held += len(cut)
            if held >= passages:
                return
    raise ValueError(f"{passages} passages: the names are enough for {held}")


def question_about(statement: Statement) -> str:
    """Return a question that a statement answers."""
    return f"{statement.figure.org}{statement.figure.metric}是多少？"
