"""Embedding: in come texts, out come float32 vectors of length 1.

Importing this module imports neither torch nor sentence-transformers; a model is opened when its first
vector is wanted, or in the background after ``Embedder.warm_up``.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from retrieval.embedding.model import (
    TextVectors,
    batches_of,
    encode,
    open_embedding_model,
    workers_for,
)
from retrieval.embedding.packaged_model import MODEL_NAME, PASSAGE_PROMPT, QUERY_PROMPT, unpack_model

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

EmbedProgress = Callable[[int, int], None]
"""Called with the number of texts done and the number of all."""

PACKAGED_DIMENSION = 384


class Embedder:
    """A sentence-transformers model with its two prompts; safe to use from several threads."""

    def __init__(
        self,
        name: str,
        source: str,
        *,
        records: Path,
        dimension: int | None = None,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
    ) -> None:
        """Describe a model without opening it.

        ``source`` is what SentenceTransformer takes, a folder or a hub's name; ``records`` is the folder
        where the choice of another model's precision is kept. A dimension or prompt that is None is asked of
        the model itself.
        """
        self.name = name
        self._source = source
        self._records = records
        self._dimension = dimension
        self._query_prompt = query_prompt
        self._passage_prompt = passage_prompt
        self._opening: Future[SentenceTransformer] | None = None
        self._starting = threading.Lock()

    @classmethod
    def load(
        cls,
        model: str = "",
        *,
        cache: Path,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
    ) -> "Embedder":
        """Return the embedder for ``model``: "" for the packaged one, else a hub's name or a folder.

        ``cache`` holds the unpacked model and the choice of another's precision, for every index. A prompt that is
        None is the model's own, "" where it states none. The packaged model is unpacked now if need be (seconds,
        once), which raises what ``unpack_model`` raises; any other model is opened at its first use.
        """
        records = cache / "models"
        if model:
            return cls(
                model,
                model,
                records=records,
                query_prompt=query_prompt,
                passage_prompt=passage_prompt,
            )
        return cls(
            MODEL_NAME,
            str(unpack_model(cache)),
            records=records,
            dimension=PACKAGED_DIMENSION,
            query_prompt=QUERY_PROMPT if query_prompt is None else query_prompt,
            passage_prompt=PASSAGE_PROMPT if passage_prompt is None else passage_prompt,
        )

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        if self._dimension is None:
            self._dimension = self._model().get_embedding_dimension()
        if self._dimension is None:
            self._dimension = len(self.embed_query(""))
        return self._dimension

    @property
    def query_prompt(self) -> str:
        """What is put before a query."""
        if self._query_prompt is None:
            self._query_prompt = _own_prompt(self._model(), "query")
        return self._query_prompt

    @property
    def passage_prompt(self) -> str:
        """What is put before a passage."""
        if self._passage_prompt is None:
            self._passage_prompt = _own_prompt(self._model(), "document", "passage", "corpus")
        return self._passage_prompt

    def fingerprint(self) -> str:
        """Return one line that differs where vectors cannot be mixed: model, dimension and prompts."""
        return f"{self.name} {self.dimension} {self.query_prompt!r} {self.passage_prompt!r}"

    def warm_up(self) -> None:
        """Begin to open the model in the background and return at once.

        Whatever needs the model waits for it, and raises NotFound when it cannot be opened.
        """
        with self._starting:
            if self._opening is None:
                worker = ThreadPoolExecutor(1, "embedder")
                self._opening = worker.submit(open_embedding_model, self._source, self._records)
                worker.shutdown(wait=False)

    def embed_passages(self, texts: Sequence[str], progress: EmbedProgress | None = None) -> TextVectors:
        """Return one vector of length 1 a row, in the order of ``texts``: shape (len(texts), dimension).

        What stands past the model's longest sequence (512 tokens for the packaged one) does not count.
        """
        model, prompt = self._model(), self.passage_prompt
        vectors = np.empty((len(texts), self.dimension), np.float32)
        batches = batches_of(texts)
        workers = ThreadPoolExecutor(workers_for(model), "embedding")
        try:
            embedded = workers.map(lambda batch: encode(model, [texts[i] for i in batch], prompt), batches)
            done = 0
            for batch, rows in zip(batches, embedded, strict=True):
                vectors[batch] = rows
                done += len(batch)
                if progress is not None:
                    progress(done, len(texts))
        finally:
            workers.shutdown(cancel_futures=True)  # an interrupted run stops after the batches under way
        return vectors

    def embed_query(self, text: str) -> TextVectors:
        """Return the vector of length 1 of a query: shape (dimension,)."""
        vector: TextVectors = self.embed_queries([text])[0]
        return vector

    def embed_queries(self, texts: Sequence[str]) -> TextVectors:
        """Return the vectors of queries, one a row: together they take a third of the time, as weights are read once."""
        return encode(self._model(), list(texts), self.query_prompt)

    def _model(self) -> "SentenceTransformer":
        self.warm_up()
        assert self._opening is not None
        return self._opening.result()


def _own_prompt(model: "SentenceTransformer", *names: str) -> str:
    """Return the first of the model's prompts that has one of ``names``, "" where it has none."""
    prompts = model.prompts or {}
    return next((prompt for name in names if (prompt := prompts.get(name))), "")
