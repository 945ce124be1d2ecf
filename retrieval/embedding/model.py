"""Opening a sentence-transformers model, and running it.

The packaged one runs in whole numbers on a processor (``quantised_bert``), any other in the precision that is faster here.

Importing this module imports neither torch nor sentence-transformers: that takes seconds.

On a processor an operation runs in one thread and batches run side by side. Torch's own way, one batch in
several threads, waits for the slowest of them after every operation: measured on two cores with another
process at work, a query took 940 ms in two threads and 20 ms in one, alone 20 ms in either.
"""

import contextlib
import json
import os
import platform
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from corpus.errors import NotFound
from retrieval.embedding.packaged_model import MODEL_FOLDER

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

TextVectors = NDArray[np.float32]
Precision = Literal["float32", "bfloat16"]

TEXTS_AT_ONCE = 32
"""Texts in a batch at most: more are no faster on a processor, however short they are."""
CHARACTERS_AT_ONCE = 2000
"""Characters in a batch, each text counted as long as its longest: what a layer makes of them stays in a processor's cache.

Passages of 300 tokens took 500 µs a token by four, and 650 by sixteen, of which a tenth in the system for memory.
"""

_PROBES = [
    "某市信访局2020年受理群众来信来访，办结率为九成以上，并逐项整改。" * length for length in (2, 4, 6)
]
"""Texts that precisions are timed on, about 60 to 170 tokens long."""
_WORTH_IT = 1.2
"""How many times as fast as float32 bfloat16 must be to be chosen."""
_SAME = 0.999
"""The least cosine between a model's bfloat16 and float32 vectors with which bfloat16 may be chosen."""


def batches_of(texts: Sequence[str]) -> list[list[int]]:
    """Return the places of texts, some in each batch: the longest first, those of one length together (little padding)."""
    batches: list[list[int]] = []
    for place in sorted(range(len(texts)), key=lambda place: len(texts[place]), reverse=True):
        last = batches[-1] if batches else []
        padded = (len(last) + 1) * len(texts[last[0] if last else place])
        if 0 < len(last) < TEXTS_AT_ONCE and padded <= CHARACTERS_AT_ONCE:
            last.append(place)
        else:
            batches.append([place])
    return batches


def encode(model: "SentenceTransformer", texts: list[str], prompt: str) -> TextVectors:
    """Return one float32 vector of length 1 a row, ``prompt`` put before each text."""
    raw = model.encode(texts, prompt=prompt, batch_size=TEXTS_AT_ONCE, show_progress_bar=False)
    vectors = np.asarray(raw, np.float32)
    # Again, in float32: a model that works in bfloat16 leaves lengths between 0.996 and 1.004.
    norms: TextVectors = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.maximum(norms, np.finfo(np.float32).tiny)
    return vectors


def workers_for(model: "SentenceTransformer") -> int:
    """Return how many batches to run side by side."""
    return max(1, os.cpu_count() or 1) if model.device.type == "cpu" else 1


def open_embedding_model(source: str, records: Path, dtype: Precision | None = None) -> "SentenceTransformer":
    """Open a model in ``dtype``, or in the one that is faster here: measured once, kept in ``records``.

    ``source`` is a folder or a hub's name. Where ``records`` takes no files each start measures. The packaged model has
    one way of its own on a processor, whatever ``dtype`` is. Raises NotFound when the model cannot be had.
    """
    _quieten(offline=Path(source).is_dir())
    import torch

    torch.set_num_threads(1)
    if Path(source).name == MODEL_FOLDER and (model := _open_packaged(Path(source))) is not None:
        return model
    if dtype is not None:
        return _open_in(source, dtype)
    record = records / f"precision-{sha256(source.encode()).hexdigest()[:12]}.json"
    machine = _machine()
    try:
        known = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = {}
    if known.get("machine") == machine:
        return _open_in(source, known["dtype"])
    model = _open_in(source, "float32")
    if model.device.type != "cpu":
        return model
    known = {"machine": machine, **_measure(model)}
    with contextlib.suppress(OSError):
        _write_record(record, known)
    # Measuring left it in bfloat16, which has lost what float32 would need.
    return model if known["dtype"] == "bfloat16" else _open_in(source, "float32")


def _write_record(record: Path, known: dict[str, object]) -> None:
    """Write a choice of precision down, whole or not at all."""
    record.parent.mkdir(parents=True, exist_ok=True)
    draft = record.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(known, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    draft.replace(record)


def _quieten(*, offline: bool) -> None:
    """Keep the libraries from reporting, phoning home and drawing progress bars of their own."""
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    if offline:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from transformers.utils import logging as transformers_logging

    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]


def _open_packaged(folder: Path) -> "SentenceTransformer | None":
    """Open the packaged model for a processor; None where there is something faster, on which it runs as others do."""
    from safetensors import SafetensorError
    from sentence_transformers.util import get_device_name

    if get_device_name() != "cpu":
        return None
    from retrieval.embedding.quantised_bert import open_quantised

    try:
        return open_quantised(folder)
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        raise NotFound(f"打不开向量模型 {folder}：{_first_line(error)}") from error


def _open_in(source: str, dtype: Precision) -> "SentenceTransformer":
    """Open a model in ``float32`` or ``bfloat16``, from this machine if it is here, else from the hub."""
    import torch
    from sentence_transformers import SentenceTransformer

    kwargs = {"dtype": getattr(torch, dtype)}
    try:
        model = SentenceTransformer(source, local_files_only=True, model_kwargs=kwargs)
    except (OSError, ValueError) as error:
        if Path(source).exists():
            raise NotFound(f"打不开向量模型 {source}：{_first_line(error)}") from error
        try:
            model = SentenceTransformer(source, model_kwargs=kwargs)
        except (OSError, ValueError) as error:
            reason = f"{_first_line(error)}；请给出 sentence-transformers 模型的名称或文件夹"
            raise NotFound(f"找不到向量模型 {source}：{reason}") from error
    encode(model, [""], "")  # sets the tokenizer up, which two threads must not do at once
    return model


def _measure(model: "SentenceTransformer") -> dict[str, object]:
    """Time a float32 model and then the same in bfloat16, and say which to use; leaves it in bfloat16."""
    import torch

    full, slow = _timed(model)
    model.to(torch.bfloat16)
    brief, quick = _timed(model)
    agreement = float(np.min(np.sum(full * brief, axis=1)))
    better = slow > _WORTH_IT * quick and agreement >= _SAME
    return {
        "dtype": "bfloat16" if better else "float32",
        "seconds": {"float32": round(slow, 4), "bfloat16": round(quick, 4)},
        "least_cosine": round(agreement, 6),
    }


def _timed(model: "SentenceTransformer") -> tuple[TextVectors, float]:
    """Return the probes' vectors and the least processor seconds that embedding them took.

    Processor time, as the machine may be busy with something else.
    """
    vectors = encode(model, _PROBES, "")  # the first call also allocates
    best = float("inf")
    for _ in range(3):
        start = time.thread_time()
        vectors = encode(model, _PROBES, "")
        best = min(best, time.thread_time() - start)
    return vectors, best


def _machine() -> dict[str, object]:
    """Return what the choice of precision depends on."""
    import torch

    return {
        "torch": torch.__version__,
        "processor": _processor(),
        "capability": torch.backends.cpu.get_cpu_capability(),
    }


def _processor() -> str:
    """Return the processor's model as the system names it, with its bfloat16 instructions."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor()
    fields = dict(line.partition("\t")[::2] for line in lines if "\t" in line)
    flags = [flag for flag in fields.get("flags", "").split() if "bf16" in flag]
    return " ".join([fields.get("model name", "").strip("\t: "), *flags])


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
