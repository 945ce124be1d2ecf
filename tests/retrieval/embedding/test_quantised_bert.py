"""The packaged model's graph: beside the same folder in sentence-transformers' own float32."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from retrieval.embedding.embedder import Embedder
from retrieval.embedding.model import encode
from retrieval.embedding.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT, unpack_model

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

pytestmark = pytest.mark.model

REPORT = (Path(__file__).parents[3] / "corpus" / "reports").glob("*.txt")
QUESTIONS = [
    "信访事项办结了多少件？",
    "2023年",
    "改造了多少公里供水管网，惠及多少户",
    "How many petitions were resolved in 2020, and at what rate?",
    "追回资金２３５１．６万元了吗",
    "食堂菜谱多久公布一次",
    "😀",
    "</s><pad>",
]


def passages() -> Iterator[str]:
    """Pieces of the sample reports, of about 15 to 600 tokens, and what is odd."""
    for number, path in enumerate(sorted(REPORT)):
        text = path.read_text("utf-8")
        yield text[200 : 220 + 180 * (number % 6)]
    yield from ["（一）", "", " ", "In 2020 the bureau resolved 528 of 578 petitions (91.35%).", "字" * 2000]


@pytest.fixture(scope="module")
def ours(model_cache: Path) -> "SentenceTransformer":
    return Embedder.load(cache=model_cache)._model()


@pytest.fixture(scope="module")
def theirs(model_cache: Path) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(unpack_model(model_cache)), device="cpu")


@pytest.mark.parametrize(
    ("texts", "prompt", "least"),
    [(list(passages()), PASSAGE_PROMPT, 0.999), (QUESTIONS, QUERY_PROMPT, 0.9995)],
    ids=["passages", "questions"],
)
def test_vectors_are_those_of_float32(
    ours: "SentenceTransformer", theirs: "SentenceTransformer", texts: list[str], prompt: str, least: float
) -> None:
    cosines = np.sum(encode(ours, texts, prompt) * encode(theirs, texts, prompt), axis=1)
    assert cosines.min() >= least


def test_text_has_the_same_vector_in_whatever_batch_it_stands(ours: "SentenceTransformer") -> None:
    texts = [*passages(), *QUESTIONS]
    alone = np.concatenate([encode(ours, [text], PASSAGE_PROMPT) for text in texts])
    together = encode(ours, texts, PASSAGE_PROMPT)
    backwards = encode(ours, texts[::-1], PASSAGE_PROMPT)[::-1]
    np.testing.assert_allclose(together, alone, atol=1e-6)
    np.testing.assert_allclose(backwards, alone, atol=1e-6)


def test_tokens_are_those_of_sentence_transformers(
    ours: "SentenceTransformer", theirs: "SentenceTransformer"
) -> None:
    for text in [*passages(), *QUESTIONS]:
        mine, library = (model.preprocess([text], prompt=PASSAGE_PROMPT) for model in (ours, theirs))
        assert mine["input_ids"].tolist() == library["input_ids"].tolist()
    assert ours.max_seq_length == theirs.max_seq_length == 512


def test_unsigned_weights_are_taken_where_signed_ones_lose_something(
    model_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from retrieval.embedding import quantised_bert

    network_folder = unpack_model(model_cache)
    kept = encode(quantised_bert.open_quantised(network_folder), QUESTIONS, QUERY_PROMPT)
    monkeypatch.setattr(quantised_bert, "_keeps_signed_products", lambda: False)
    other = encode(quantised_bert.open_quantised(network_folder), QUESTIONS, QUERY_PROMPT)
    np.testing.assert_allclose(other, kept, atol=1e-5)
