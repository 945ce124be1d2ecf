"""Opening and running models: tiny ones, made here."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from corpus.errors import NotFound
from retrieval.embedding import model as embedding_model
from retrieval.embedding.model import (
    CHARACTERS_AT_ONCE,
    TEXTS_AT_ONCE,
    batches_of,
    encode,
    open_embedding_model,
    workers_for,
)
from retrieval.embedding.packaged_model import MODEL_FOLDER

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

pytestmark = pytest.mark.model

WORDS = ["[PAD]", "[UNK]", *"整改问题完成措施制度查文:"]


@pytest.fixture
def averaged(tmp_path: Path) -> Path:
    """A model of averaged word vectors."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    weights = np.random.default_rng(3).normal(size=(len(WORDS), 12)).astype(np.float32)
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu")
    model.save(str(tmp_path / "averaged"), create_model_card=False)
    return tmp_path / "averaged"


@pytest.fixture
def network(tmp_path: Path) -> Path:
    """A BERT of one layer."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    torch.manual_seed(3)
    folder = tmp_path / "bert"
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join([*WORDS, "[CLS]", "[SEP]", "[MASK]"]), "utf-8")
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    sizes: dict[str, Any] = {
        "hidden_size": 16,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 32,
    }
    BertModel(BertConfig(vocab_size=len(WORDS) + 3, **sizes)).save_pretrained(folder)
    transformer = Transformer(str(folder))
    SentenceTransformer(modules=[transformer, Pooling(16)], device="cpu").save(
        str(tmp_path / "network"), create_model_card=False
    )
    return tmp_path / "network"


@pytest.fixture
def model(averaged: Path, tmp_path: Path) -> "SentenceTransformer":
    return open_embedding_model(str(averaged), tmp_path, "float32")


def test_vectors_have_length_one_and_the_order_of_their_texts(model: "SentenceTransformer") -> None:
    texts = ["整改", "问题完成", "", "制度"] * TEXTS_AT_ONCE
    vectors = encode(model, texts, "")
    assert vectors.shape == (len(texts), 12)
    assert vectors.dtype == np.float32
    alone = encode(model, ["制度"], "")[0]
    np.testing.assert_allclose(vectors[3::4], np.tile(alone, (TEXTS_AT_ONCE, 1)), atol=1e-6)
    lengths = np.linalg.norm(vectors, axis=1)
    np.testing.assert_allclose(lengths[[place % 4 != 2 for place in range(len(texts))]], 1, atol=1e-6)
    assert np.isfinite(vectors).all()  # also of a text that says nothing


def test_batch_takes_few_long_texts_or_more_short_ones() -> None:
    texts = (
        ["短句"] * (2 * TEXTS_AT_ONCE)
        + ["整" * (CHARACTERS_AT_ONCE // 4)] * 5
        + ["改" * 2 * CHARACTERS_AT_ONCE]
    )
    batches = batches_of(texts)
    assert sorted(place for batch in batches for place in batch) == list(range(len(texts)))
    assert all(len(batch) * len(texts[batch[0]]) <= CHARACTERS_AT_ONCE for batch in batches[1:])
    assert max(map(len, batches)) == TEXTS_AT_ONCE
    assert batches_of([]) == []


def test_prompt_is_put_before_each_text(model: "SentenceTransformer") -> None:
    prompted, written = encode(model, ["整改", "制度"], "查:"), encode(model, ["查:整改", "查:制度"], "")
    np.testing.assert_allclose(prompted, written, atol=1e-6)
    assert float(prompted[0] @ encode(model, ["整改"], "")[0]) < 0.999


def test_batches_run_side_by_side_on_a_processor_alone(model: "SentenceTransformer") -> None:
    import torch

    assert workers_for(model) == os.cpu_count()
    model.to(torch.device("meta"))
    assert workers_for(model) == 1


def test_packaged_model_runs_in_whole_numbers_and_measures_nothing(network: Path, tmp_path: Path) -> None:
    from retrieval.embedding.quantised_bert import QuantisedBert

    packaged = network.rename(tmp_path / MODEL_FOLDER)
    opened = open_embedding_model(str(packaged), tmp_path / "records")
    assert isinstance(opened[0], QuantisedBert)
    vectors = encode(opened, ["整改", "整改问题"], "")
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert not (tmp_path / "records").exists()


def test_packaged_model_runs_as_others_do_where_there_is_something_faster(
    network: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = network.rename(tmp_path / MODEL_FOLDER)
    monkeypatch.setattr("sentence_transformers.util.get_device_name", lambda: "cuda")
    assert open_embedding_model(str(packaged), tmp_path, "float32").transformers_model is not None


def test_packaged_model_that_lacks_a_file_is_named(network: Path, tmp_path: Path) -> None:
    packaged = network.rename(tmp_path / MODEL_FOLDER)
    (packaged / "model.safetensors").write_bytes(b"cut")
    with pytest.raises(NotFound, match=MODEL_FOLDER):
        open_embedding_model(str(packaged), tmp_path)


@pytest.mark.parametrize("made", ["averaged", "network"])
def test_precision_is_measured_once_and_kept(
    made: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, records = str(request.getfixturevalue(made)), tmp_path / "records"
    first = encode(open_embedding_model(source, records), ["整改"], "")
    (record,) = records.iterdir()
    known = json.loads(record.read_text("utf-8"))
    assert known["dtype"] in {"float32", "bfloat16"}
    assert set(known["seconds"]) == {"float32", "bfloat16"}
    assert -1.001 <= known["least_cosine"] <= 1.001
    monkeypatch.setattr(embedding_model, "_measure", lambda _: pytest.fail("measured again"))
    np.testing.assert_allclose(encode(open_embedding_model(source, records), ["整改"], ""), first, atol=1e-2)


CHOICES = [
    ("much faster and the same", 1.0, 0.5, 1.0, "bfloat16"),
    ("hardly faster", 1.0, 0.9, 1.0, "float32"),
    ("just not fast enough", 1.2, 1.0, 1.0, "float32"),
    ("faster but not the same", 1.0, 0.1, 0.99, "float32"),
    ("the same by a hair", 1.0, 0.1, 0.9995, "bfloat16"),
]


@pytest.mark.parametrize(
    ("slow", "quick", "cosine", "chosen"), [row[1:] for row in CHOICES], ids=[row[0] for row in CHOICES]
)
def test_precision_is_chosen_by_speed_and_agreement(
    model: "SentenceTransformer",
    monkeypatch: pytest.MonkeyPatch,
    slow: float,
    quick: float,
    cosine: float,
    chosen: str,
) -> None:
    full = np.array([[1.0, 0.0]], np.float32)
    brief = np.array([[cosine, (1 - cosine**2) ** 0.5]], np.float32)
    timings: Iterator[object] = iter([(full, slow), (brief, quick)])
    monkeypatch.setattr(embedding_model, "_timed", lambda _: next(timings))
    assert embedding_model._measure(model)["dtype"] == chosen


@pytest.mark.parametrize(
    "kept",
    ["", "{", "{}", '{"machine": "another", "dtype": "bfloat16"}'],
    ids=["empty", "half", "nothing", "another machine's"],
)
def test_record_that_is_not_of_this_machine_is_made_anew(averaged: Path, tmp_path: Path, kept: str) -> None:
    records = tmp_path / "records"
    open_embedding_model(str(averaged), records)
    (record,) = records.iterdir()
    record.write_text(kept, "utf-8")
    open_embedding_model(str(averaged), records)
    assert json.loads(record.read_text("utf-8"))["machine"] == embedding_model._machine()
    assert [path.name for path in records.iterdir()] == [record.name]


def test_folder_that_holds_no_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotFound, match="empty"):
        open_embedding_model(str(tmp_path / "empty"), tmp_path, "float32")


def test_importing_the_module_imports_no_torch() -> None:
    code = (
        "import sys, retrieval.embedding.model; "
        "sys.exit(bool({'torch', 'sentence_transformers', 'transformers'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
