"""Fictional reports, statements and an embedder of letters for the tests of retrieval."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.figure import Figure, Kind, Statement
from corpus.report import Report
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from retrieval.catalog.catalog import Catalog, Change

WATER = """临江市水务局关于巡察整改进展情况的通报
（2023年6月12日）
一、整改总体情况
巡察反馈问题36个，已完成整改33个，整改完成率91.67%。市水务局修订制度12项，废止制度3项。
二、供水保障
全市改造老旧供水管网128.5公里，惠及群众6.2万户。漏损率由14.3%降至9.8%，下降4.5个百分点。
三、资金管理
清退违规发放补贴47.6万元，追缴水费1，268万元。
"""

SCHOOL = """云溪大学党委关于巡视整改情况的报告
（2022年11月3日）
一、整改总体情况
巡视反馈问题42个，已完成整改40个。学校党委制定措施118条。
二、科研经费
清理结余科研经费2300万元，追回违规报销资金15.8万元。
"""

GARDEN = """青禾县园林中心工作总结
今年新增绿地面积35公顷，栽植树木1.2万株。
"""


def report(text: str = WATER, name: str = "water", folder: str = "reports") -> Report:
    """Parse a fictional report as if it stood in a file."""
    return parse_report(text, id=name, source=f"{folder}/{name}.txt")


def statement(
    of: Report, raw: str, value: str, *, unit: str = "", metric: str = "", org: str = ""
) -> Statement:
    """A statement of the first ``raw`` in a report, its sentence cut at the nearest 。."""
    start = of.text.index(raw)
    first = max(of.text.rfind("。", 0, start), of.text.rfind("\n", 0, start)) + 1
    last = of.text.index("。", start) + 1
    number = Decimal(value)
    figure = Figure(
        raw, start, start + len(raw), Kind.COUNT, number, number, number, unit, metric=metric, org=org
    )
    return Statement(figure, of.id, of.title, of.text[first:last], first, last)


class LetterEmbedder:
    """A real, tiny embedder: each pair of neighbouring characters adds to a place that its hash names."""

    def __init__(self, name: str = "letters", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.embedded = 0
        self.warm = False

    def fingerprint(self) -> str:
        return f"{self.name} {self.dimension}"

    def warm_up(self) -> None:
        self.warm = True

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self.embed_query(text)
            self.embedded += 1
            if progress is not None:
                progress(row + 1, len(texts))
        return vectors

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        vector = np.full(self.dimension, 0.01, np.float32)
        for pair in pairwise(text):
            vector[hashlib.md5("".join(pair).encode()).digest()[0] % self.dimension] += 1
        return vector / np.linalg.norm(vector)


class ListStore:
    """A real, tiny vector store: a dictionary that ``disk`` keeps from one opening to the next."""

    def __init__(self, disk: dict[str, NDArray[np.float32]]) -> None:
        self.disk = disk
        self.whole = True
        self.rebuilt = 0
        self.closed = False

    def upsert(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        self.disk.update(zip(ids, vectors, strict=True))

    def delete(self, ids: Sequence[str]) -> None:
        for key in ids:
            self.disk.pop(key, None)

    def query(self, vector: NDArray[np.float32], k: int) -> list[tuple[str, float]]:
        cosines = [(key, float(one @ vector)) for key, one in self.disk.items()]
        return sorted(cosines, key=lambda pair: -pair[1])[:k]

    def ids(self) -> list[str]:
        return list(self.disk)

    def count(self) -> int:
        return len(self.disk)

    def sound(self) -> bool:
        return self.whole

    def rebuild(self, batches: Iterable[tuple[Sequence[str], NDArray[np.float32]]]) -> None:
        self.disk.clear()
        for ids, vectors in batches:
            self.upsert(ids, vectors)
        self.whole = True
        self.rebuilt += 1

    def close(self) -> None:
        self.closed = True


def write(catalog: Catalog, written: Report, *raws: tuple[str, str]) -> Change:
    """Put a report in, with a statement for each (raw, value)."""
    passages = split_passages(written, size=80)
    vectors = LetterEmbedder().embed_passages([passage.text for passage in passages])
    return catalog.write(written, passages, vectors, [statement(written, raw, value) for raw, value in raws])
