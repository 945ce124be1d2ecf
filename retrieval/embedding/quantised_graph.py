"""An onnxruntime graph of a BERT that multiplies in whole numbers of eight bits: weights in, ONNX bytes out.

A processor multiplies four times as many of those at once as float32. Each row of weights has a scale, and so has each
token, found as it comes: one scale for a whole text left a cosine of 0.996. What a layer's norm gives is large in few of
its channels, and a token's scale would be theirs: ``smoothing`` divides each channel by how large it gets in some texts,
and the weights that meet it are multiplied by as much (SmoothQuant, arXiv:2211.10438). With it the vectors agree to
0.9997, without to 0.9989.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from retrieval.embedding.packaged_file import Sizes

Array = NDArray[np.float32]
Weights = Callable[[str], Array]
"""Gives a tensor by the name that ``transformers.BertModel`` has for it."""

_CONTRIB = "com.microsoft"
_LAST = np.array([-1], np.int64)
_MIDDLE = np.uint8(128)
"""The whole number that stands for zero."""
_MIDDLE_AFTER_GELU = np.uint8(16)
"""The same of numbers of which none is below ``_LEAST_OF_GELU``: most of the range is for those above."""
_LEAST_OF_GELU = 0.17
_SMOOTHED = 0.5
"""How much of a channel's size goes over to the weights: the whole (1) would only move the trouble there."""

_Source = Literal["norm", "attention", "gelu"]
"""What makes the numbers that meet some weights."""


class _Float32:
    """A graph that multiplies in float32; what norms give is an output each."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self.outputs: list[str] = []

    def constant(self, value: Any) -> str:
        """Put an array into the graph and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), f"c{len(self.constants)}"))
        return f"c{len(self.constants) - 1}"

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """Put an operation of one output into the graph and return that one's name."""
        made = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [made], **attributes))
        return made

    def split(self, joined: str, parts: int) -> list[str]:
        """Cut the last dimension into equal parts."""
        made = [f"n{len(self.nodes)}.{part}" for part in range(parts)]
        self.nodes.append(helper.make_node("Split", [joined], made, axis=-1, num_outputs=parts))
        return made

    def begin(self, hidden: int) -> str:
        """Take the tokens of all texts behind each other, shape (tokens, dimension), and return that one's name."""
        self.flat = self.constant(np.array([-1, hidden], np.int64))
        places = self.node("Shape", "embedded", start=0, end=2)
        self.joined = self.node("Concat", places, self.constant(np.array([3 * hidden], np.int64)), axis=0)
        return self.node("Reshape", "embedded", self.flat)

    def product(self, rows: str, weights: Array, source: _Source) -> str:
        """Multiply ``rows`` by ``weights``, of shape (out, in)."""
        if source == "norm":
            self.outputs.append(rows)
        return self.node("MatMul", rows, self.constant(weights.T))


class _Whole(_Float32):
    """A graph that multiplies in whole numbers of eight bits."""

    def __init__(self, smoothing: Sequence[Array], *, signed: bool) -> None:
        """``smoothing`` has a factor for each channel of each norm; ``signed`` is how weights are kept."""
        super().__init__()
        self._smoothing = iter(smoothing)
        self._signed = signed
        self._one = self.constant(np.float32(1))
        self._last = self.constant(_LAST)
        self._middles: dict[_Source, tuple[str, str]] = {}

    def begin(self, hidden: int) -> str:
        """Do as above, and make the zeros of as many tokens as there are."""
        rows = super().begin(hidden)
        many = self.node("Shape", rows, start=0, end=1)
        made: list[tuple[tuple[_Source, ...], np.uint8]]
        made = [(("norm", "attention"), _MIDDLE), (("gelu",), _MIDDLE_AFTER_GELU)]
        for sources, middle in made:
            one = self.constant(middle)
            each = self.node("Expand", self.constant(np.array([middle])), many)
            self._middles.update(dict.fromkeys(sources, (one, each)))
        return rows

    def product(self, rows: str, weights: Array, source: _Source) -> str:
        """Multiply ``rows`` by ``weights``, of shape (out, in), both in whole numbers."""
        if source == "norm":
            factors = next(self._smoothing)
            rows = self.node("Mul", rows, self.constant(1 / factors))
            weights = weights * factors
        scales = self._scales(rows, source)
        one, each = self._middles[source]
        whole = self.node("QuantizeLinear", rows, scales, each, axis=0)
        sizes = np.maximum(np.abs(weights).max(axis=1), np.finfo(np.float32).tiny) / np.float32(127)
        numbers = np.rint(weights / sizes[:, None]).astype(np.int8).T
        kept = [numbers] if self._signed else [(numbers.astype(np.int16) + _MIDDLE).astype(np.uint8), _MIDDLE]
        right, *zero = (self.constant(part) for part in kept)
        inputs = [whole, right, self._one, self.constant(sizes), one, *zero]
        product = self.node("MatMulIntegerToFloat", *inputs, domain=_CONTRIB)
        return self.node("Mul", product, self.node("Unsqueeze", scales, self._last))

    def _scales(self, rows: str, source: _Source) -> str:
        """Return what one step of each row's whole numbers is: shape (tokens,)."""
        if source != "gelu":
            largest = self.node("ReduceMax", self.node("Abs", rows), self._last, keepdims=0)
            return self.node("Mul", largest, self.constant(np.float32(1 / 127)))
        largest = self.node("ReduceMax", rows, self._last, keepdims=0)
        step = self.node("Mul", largest, self.constant(np.float32(1 / (255 - float(_MIDDLE_AFTER_GELU)))))
        least = self.constant(np.float32(_LEAST_OF_GELU / float(_MIDDLE_AFTER_GELU)))
        return self.node("Max", step, least)


def whole_graph(weights: Weights, sizes: Sizes, smoothing: Sequence[Array], *, signed: bool) -> bytes:
    """Return the graph that multiplies in whole numbers, as an ONNX model.

    It takes ``embedded``, float32 of shape (texts, tokens, dimension), the sum of each token's embeddings, of texts that
    are all of one length, and gives the last layer's, of the same shape. Weights are ``signed`` or not, which is the
    same to the last bit: some processors lose what signed ones overflow.
    """
    return _model(_Whole(smoothing, signed=signed), weights, sizes)


def float_graph(weights: Weights, sizes: Sizes) -> bytes:
    """Return the same graph in float32; after the last layer's it gives what each norm does: shape (tokens, dimension).

    The norms stand in the order in which ``whole_graph`` takes their ``smoothing``: two a layer.
    """
    return _model(_Float32(), weights, sizes)


def smoothing_for(largest: Sequence[Array]) -> list[Array]:
    """Return the factors of each norm's channels, from how large each channel's numbers get."""
    powers = (np.maximum(one, np.float32(1e-4)) ** np.float32(_SMOOTHED) for one in largest)
    return [(power / np.exp(np.log(power).mean())).astype(np.float32) for power in powers]


def _model(graph: _Float32, weights: Weights, sizes: Sizes) -> bytes:
    """Return ``graph`` with a BERT of these weights in it, but for the look-up of its embeddings."""
    shape: list[str | int | None] = ["texts", "tokens", sizes.hidden]
    rows = _norm(graph, weights, sizes, "embeddings.LayerNorm", graph.begin(sizes.hidden))
    for layer in range(sizes.layers):
        rows = _layer(graph, weights, sizes, f"encoder.layer.{layer}.", rows)
    last = graph.node("Reshape", rows, graph.node("Shape", "embedded"))
    made = helper.make_graph(
        graph.nodes,
        "bert",
        [helper.make_tensor_value_info("embedded", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in (last, *graph.outputs)],
        graph.constants,
    )
    versions = [helper.make_opsetid("", 18), helper.make_opsetid(_CONTRIB, 1)]
    model: bytes = helper.make_model(made, opset_imports=versions, ir_version=9).SerializeToString()
    return model


def _layer(graph: _Float32, weights: Weights, sizes: Sizes, name: str, rows: str) -> str:
    """Put a layer behind ``rows`` and return the name of what it gives.

    What is added to all keys changes no attention, and what is added to all values goes through it as it is.
    """
    parts = [f"{name}attention.self.{part}" for part in ("query", "key", "value")]
    joined = graph.product(rows, np.concatenate([weights(f"{part}.weight") for part in parts]), "norm")
    attended = _attention(graph, sizes, joined, weights(f"{parts[0]}.bias"))
    out = f"{name}attention.output"
    turned = weights(f"{out}.dense.weight")
    bias = weights(f"{out}.dense.bias") + turned @ weights(f"{parts[2]}.bias")
    met = graph.node("Add", graph.product(attended, turned, "attention"), graph.constant(bias))
    rows = _norm(graph, weights, sizes, f"{out}.LayerNorm", graph.node("Add", met, rows))
    wide = graph.product(rows, weights(f"{name}intermediate.dense.weight"), "norm")
    bias = weights(f"{name}intermediate.dense.bias")
    active = graph.node("BiasGelu", wide, graph.constant(bias), domain=_CONTRIB)
    narrow = graph.product(active, weights(f"{name}output.dense.weight"), "gelu")
    met = graph.node("Add", narrow, graph.constant(weights(f"{name}output.dense.bias")))
    return _norm(graph, weights, sizes, f"{name}output.LayerNorm", graph.node("Add", met, rows))


def _attention(graph: _Float32, sizes: Sizes, joined: str, bias: Array) -> str:
    """Return what tokens take from those of their own text; ``joined`` has query, key and value side by side."""
    texts = graph.node("Reshape", joined, graph.joined)
    query, key, value = graph.split(texts, 3)
    query = graph.node("Add", query, graph.constant(bias))
    attended = graph.node("MultiHeadAttention", query, key, value, domain=_CONTRIB, num_heads=sizes.heads)
    return graph.node("Reshape", attended, graph.flat)


def _norm(graph: _Float32, weights: Weights, sizes: Sizes, name: str, rows: str) -> str:
    # Not SkipLayerNormalization, which adds as well: it took ten times as long.
    scale, bias = (graph.constant(weights(f"{name}.{part}")) for part in ("weight", "bias"))
    return graph.node("LayerNormalization", rows, scale, bias, epsilon=sizes.epsilon)
