"""The packaged model on a processor: a sentence-transformers model whose network is an onnxruntime graph.

``open_quantised`` takes a folder that ``SentenceTransformer(folder)`` would load as well, in float32. Importing this module
imports torch and sentence-transformers. The graph (``quantised_graph``) is made from the folder's weights at each start,
which takes less than half a second: no file of it is kept that could be damaged.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime  # type: ignore[import-untyped]
import torch
from safetensors import safe_open
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling
from tokenizers import Tokenizer

from retrieval.embedding.packaged_file import Sizes
from retrieval.embedding.quantised_graph import Array, float_graph, smoothing_for, whole_graph

_TOKENS_AT_ONCE = 512
"""Tokens of texts of one length that go through the graph together, at most: few enough for a processor's cache."""

_SAMPLES = [
    "query: ",
    "query: 2023年办结率是多少？",
    "passage: In 2020 the bureau resolved 528 of 578 petitions (91.35%).",
    "passage: " + "某市信访局2020年受理群众来信来访，办结率为九成以上，并逐项整改。" * 2,
    "passage: " + "某市信访局2020年受理群众来信来访，办结率为九成以上，并逐项整改。" * 4,
]
"""Texts that show how large the numbers of each channel get."""


class QuantisedBert(InputModule):
    """Takes the place of sentence-transformers' ``Transformer``; safe to use from several threads.

    Each text is worked on by itself or with others that are just as long, so that no work is spent on padding and a text
    has the same vector in whatever batch it stands.
    """

    def __init__(self, folder: Path) -> None:
        """Read the folder's weights and tokenizer, and make the graph."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.sizes = _read_sizes(folder / "config.json")
        self.max_seq_length = self.sizes.positions
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(self.max_seq_length)
        self.tokenizer.enable_padding()
        with safe_open(str(folder / "model.safetensors"), "pt") as file:
            # Four fifths of the weights and only looked up: they stay a map of the file, in float16 as it has them.
            self._words = file.get_tensor("embeddings.word_embeddings.weight")

            def weights(name: str) -> Array:
                found: Array = file.get_tensor(name).float().numpy()
                return found

            places, kinds = (
                weights(f"embeddings.{name}_embeddings.weight") for name in ("position", "token_type")
            )
            self._places = places + kinds[0]
            smoothing = smoothing_for(self._largest(_session(float_graph(weights, self.sizes))))
            signed = _keeps_signed_products()
            self._session = _session(whole_graph(weights, self.sizes, smoothing, signed=signed))

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """Return the tokens of texts, ``prompt`` before each: ids and mask of shape (texts, tokens of the longest)."""
        encoded = self.tokenizer.encode_batch([f"{prompt or ''}{text}" for text in inputs])
        return {
            "input_ids": torch.tensor([one.ids for one in encoded]),
            "attention_mask": torch.tensor([one.attention_mask for one in encoded]),
        }

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add ``token_embeddings``, float32 of shape (texts, tokens, dimension), with zeros where there is padding."""
        ids = features["input_ids"]
        alike: dict[int, list[int]] = defaultdict(list)
        for place, length in enumerate(features["attention_mask"].sum(1).tolist()):
            alike[length].append(place)
        found = np.zeros((*ids.shape, self.sizes.hidden), np.float32)
        for length, places in alike.items():
            many = max(1, _TOKENS_AT_ONCE // length)
            for start in range(0, len(places), many):
                part = places[start : start + many]
                found[part, :length] = self._session.run(None, self._embedded(ids[part, :length]))[0]
        return {**features, "token_embeddings": torch.from_numpy(found)}

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Not done: the folder that the model comes from is what could be saved."""
        raise NotImplementedError(output_path)

    def _embedded(self, ids: torch.Tensor) -> dict[str, Array]:
        """Return what the graph takes for texts of one length."""
        return {"embedded": self._words[ids].float().numpy() + self._places[: ids.shape[1]]}

    def _largest(self, session: Any) -> list[Array]:
        """Return how large each channel gets in the samples, for each norm."""
        largest: list[Array] = []
        for sample in _SAMPLES:
            ids = self.preprocess([sample])["input_ids"]
            reached = [np.abs(rows).max(axis=0) for rows in session.run(None, self._embedded(ids))[1:]]
            largest = list(map(np.maximum, reached, largest or reached))
        return largest


def open_quantised(folder: Path) -> SentenceTransformer:
    """Open the packaged model: texts to the mean of their tokens, of length 1, with the folder's own prompts."""
    bert = QuantisedBert(folder)
    prompts = json.loads((folder / "config_sentence_transformers.json").read_text("utf-8"))["prompts"]
    pooling = Pooling(bert.sizes.hidden, "mean")
    return SentenceTransformer(modules=[bert, pooling, Normalize()], prompts=prompts, device="cpu")


def _read_sizes(path: Path) -> Sizes:
    config = json.loads(path.read_text("utf-8"))
    return Sizes(
        hidden=config["hidden_size"],
        layers=config["num_hidden_layers"],
        heads=config["num_attention_heads"],
        feed_forward=config["intermediate_size"],
        vocabulary=config["vocab_size"],
        positions=config["max_position_embeddings"],
        token_types=config["type_vocab_size"],
        epsilon=config["layer_norm_eps"],
    )


def _session(model: bytes) -> Any:
    """Open a graph that runs in the thread that calls it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _keeps_signed_products() -> bool:
    """Whether this processor multiplies large whole numbers by signed ones without loss.

    Those of x86 before VNNI add two products in 16 bits, and what does not go into these is lost.
    """
    helper, kinds = onnx.helper, onnx.TensorProto
    large, weights = np.full((4, 64), 255, np.uint8), np.full((64, 32), 127, np.int8)
    node = helper.make_node("MatMulInteger", ["large", "weights"], ["sums"])
    graph = helper.make_graph(
        [node],
        "probe",
        [helper.make_tensor_value_info("large", kinds.UINT8, large.shape)],
        [helper.make_tensor_value_info("sums", kinds.INT32, None)],
        [onnx.numpy_helper.from_array(weights, "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    sums = _session(model.SerializeToString()).run(None, {"large": large})[0]
    return bool((sums == 255 * 127 * 64).all())
