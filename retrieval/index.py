"""The index of one home folder: reports in; passages, statements and reports out.

It joins the catalog (the truth), the vector store that follows it, and the embedding model, loaded when first
needed. Nothing is lost when the process is killed: a report is in the catalog whole or not at all.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexMismatch
from corpus.figure import Statement
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames
from corpus.report import Report
from retrieval.catalog.catalog import Catalog, Change
from retrieval.catalog.known import Known
from retrieval.catalog.rereading import note_rules, older_figures, reread, reread_all
from retrieval.embedding.query_vectors import CLAUSES_REMEMBERED, QueryVectors
from retrieval.hit import Hit
from retrieval.identity import NOTHING, Changed, Identities
from retrieval.search.dense import DenseSearch, Store
from retrieval.search.evidence import EvidenceSearch
from retrieval.search.hybrid import BOTH, SearchWay, search
from retrieval.vectors.store import VectorStore
from retrieval.whole_report import WholeReport, embedded_text, read_whole

IndexProgress = Callable[[int, int], None]
"""Told how many passages are embedded, and of how many."""

EMBEDDER = "embedder"
"""The fact that holds the fingerprint of the model that made the catalog's vectors."""


class Embeds(Protocol):
    """What the index asks of an embedding model; vectors have length 1, one a row."""

    def fingerprint(self) -> str:
        """Return what tells apart models, dimensions and prompts that must not mix."""

    def warm_up(self) -> None:
        """Begin to load in the background."""

    def embed_passages(
        self, texts: Sequence[str], progress: IndexProgress | None = None
    ) -> NDArray[np.float32]:
        """Return a vector for each passage's text."""

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector for each question."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: its id in the index and what was put in (nothing, when it is unchanged).

    ``statements`` are those that were read of it, so that nobody need read it again; ``changed`` is what a new
    version says otherwise than the one that it takes the place of.
    """

    report: str
    outcome: Literal["added", "updated", "unchanged"]
    passages: int = 0
    figures: int = 0
    statements: tuple[Statement, ...] = ()
    changed: Changed = NOTHING


@dataclass(frozen=True, slots=True)
class _Planned:
    """A report that is to be written, under the id that it gets, with what belongs to it."""

    place: int
    whole: WholeReport


class Index:
    """The reports of one home folder, ready to be searched; use it in a ``with`` block or ``close`` it."""

    def __init__(
        self,
        catalog: Catalog,
        load: Callable[[], Embeds],
        open_store: Callable[[Embeds], Store],
        agreed: AgreedNames = BUILT_IN,
    ) -> None:
        """Join the parts; ``Index.open`` is the ordinary way."""
        self.catalog = catalog
        self.agreed = agreed
        self.evidence = EvidenceSearch(catalog)
        self._load = load
        self._embedder: Embeds | None = None
        self._dense = DenseSearch(catalog, lambda: open_store(self._loaded()))
        self._queries = QueryVectors(lambda texts: self._loaded().embed_queries(texts))
        self._parts = QueryVectors(lambda texts: self._loaded().embed_passages(texts), CLAUSES_REMEMBERED)
        self._filled = False  # whether there ever was a passage: an empty index needs no model
        self._lock = RLock()

    @classmethod
    def open(
        cls,
        home: Path,
        *,
        load: Callable[[], Embeds],
        database_url: str = "",
        chroma_url: str = "",
        agreed: AgreedNames = BUILT_IN,
    ) -> "Index":
        """Open or make the index in ``home``; neither the model nor the vector store is loaded yet.

        ``load`` gives the embedding model when it is first needed; ``database_url`` and ``chroma_url`` take
        the place of the files in ``home``. Reports that give an ``agreed`` name are read anew when it
        has changed. Raises ``UnusableSetting`` for a database that cannot be opened; the first use of the
        vectors raises ``IndexMismatch`` where another model made them.
        """
        place = chroma_url or home / "vectors"
        catalog = Catalog.open(database_url or home / "catalog.db")
        reread(catalog, agreed)
        return cls(
            catalog,
            load,
            lambda embedder: VectorStore.open(place, fingerprint=embedder.fingerprint(), renew=True),
            agreed,
        )

    def close(self) -> None:
        """Let go of the database and the vector store."""
        self._dense.close()
        self.catalog.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, report: Report) -> Added:
        """Put a report in: new, in place of an older version, or not at all when it is unchanged."""
        return self.add_all([report])[0]

    def add_all(self, reports: Sequence[Report], progress: IndexProgress | None = None) -> list[Added]:
        """Put reports in as ``take_all`` does, after reading what belongs to them."""
        return self.take_all([read_whole(report, self.agreed) for report in reports], progress)

    def take_all(self, wholes: Sequence[WholeReport], progress: IndexProgress | None = None) -> list[Added]:
        """Put reports in, embedding the passages of all of them together; one outcome each, in order.

        Which of them are versions of reports that are in ``Identities`` says; another report of a taken name gets
        an id with a suffix. Each report becomes visible by itself; ``progress`` counts passages.
        """
        if not wholes:
            return []
        with self._lock:
            outcomes, planned = self._plan(wholes)
            came = [(whole.report, one) for whole, one in zip(wholes, outcomes, strict=True)]
            for report, one in came:
                if one.outcome == "unchanged":
                    self.catalog.move(one.report, report)
            known = {report.id: one.report for report, one in came if report.id != one.report}
            if planned := [_Planned(plan.place, plan.whole.complete(self.agreed)) for plan in planned]:
                self._write(planned, self._vectors(planned, progress), outcomes)
            self.catalog.other_names.note(known)
        return outcomes

    def foresee(self, reports: Sequence[Report]) -> list[Added]:
        """Return what ``take_all`` would say of reports, without their passages and statements; nothing changes."""
        return self._plan([WholeReport(report) for report in reports])[0]

    def remove(self, report: str) -> None:
        """Take a report out by its id; raises ``NotFound``."""
        before = self.catalog.generation()
        self._dense.follow(before, [self.catalog.remove(report)])

    def reports(self, ids: Sequence[str] | None = None) -> list[Report]:
        """Return all reports, or those of some ids, by id."""
        return [self.agreed.in_report(report) for report in self.catalog.reports(ids)]

    def titles(self) -> dict[str, str]:
        """Return the title of each report by its id."""
        return self.catalog.titles()

    def regions(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the region that each of some reports speaks of ("" where it names none), by id."""
        return self.catalog.regions(ids)

    def names_within(self, text: str, but: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
        """Return the full names of each name that stands in ``text``, as ``Catalog.names_within`` does."""
        return self.catalog.names_within(text, but)

    def report(self, report: str) -> Report:
        """Return a report by its id; raises ``NotFound``."""
        return self.agreed.in_report(self.catalog.report(report))

    def statements(self, reports: Sequence[str] = (), org: str = "", metric: str = "") -> list[Statement]:
        """Return the statements of some reports (ids) or of all, by report and place.

        ``org`` and ``metric`` keep those whose organisation or metric contains the words or is part of them.
        """
        return self.catalog.statements(reports=reports, org=org, metric=metric)

    def search(
        self, query: str, k: int = 5, reports: Sequence[str] = (), ways: Sequence[SearchWay] = BOTH
    ) -> list[Hit]:
        """Return the ``k`` passages that suit a query best; none when the query says nothing.

        ``reports`` (ids) limits the search to some, ``ways`` to one of its two kinds.
        """
        return search(self.catalog, self.nearest, query, k=k, reports=reports, ways=ways)

    def nearest(self, query: str, k: int, reports: Sequence[str] = ()) -> list[tuple[str, float]]:
        """Return up to ``k`` (passage id, cosine) by dense search alone."""
        self._filled = self._filled or bool(self.catalog.newest_passage())
        if not self._filled:
            return []
        return self._dense.nearest(self._queries.of([query])[0], k, reports)

    def prepare(self, queries: Sequence[str]) -> None:
        """Embed together what will be searched for next, which takes half of the time."""
        self._queries.of(queries)

    def likeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """Return the cosine of a query and each text; texts are embedded now, but for those asked about lately."""
        vector = self._queries.of([query])[0]
        return [float(vector @ part) for part in self._parts.of(texts)]

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return each lexical term's inverse document frequency."""
        return self.catalog.weights(terms)

    def warm_up(self) -> None:
        """Open the vector store and, in the background, the model: the first question hardly waits."""
        self._loaded().warm_up()
        self._dense.mend()

    def check(self) -> list[str]:
        """Return a sentence for each fault of the index; none when it is whole. Raises ``IndexBusy``."""
        found = [*self._dense.faults(), *self.catalog.damage()]
        if not self.catalog.terms_whole():
            found.append("词汇索引不完整 / the lexical index is not whole")
        if older_figures(self.catalog):
            found.append("数字是按旧的规则读出的 / figures were read by older rules")
        return found

    def repair(self) -> None:
        """Make all that follows from the reports anew: figures, the lexical index, regions, names and the vector store."""
        reread_all(self.catalog, self.agreed)
        self.catalog.remake_terms()
        self.catalog.remake_names()
        self._dense.rebuild()

    def _loaded(self) -> Embeds:
        """Return the model, loaded and compared with the one that made the catalog's vectors."""
        if self._embedder is not None:
            return self._embedder  # without the lock, which is held while reports are embedded
        with self._lock:
            if self._embedder is None:
                embedder = self._load()
                made, asked = self.catalog.fact(EMBEDDER), embedder.fingerprint()
                if made != asked:
                    if made and self.catalog.newest_passage():
                        raise IndexMismatch(
                            f"索引由模型 {made} 建成，不能与 {asked} 混用：请改回，或换一个 HEDUI_HOME",
                            "the index was made with another model",
                        )
                    self.catalog.write_fact(EMBEDDER, asked)
                self._embedder = embedder
            return self._embedder

    def _plan(self, wholes: Sequence[WholeReport]) -> tuple[list[Added], list[_Planned]]:
        """Decide what becomes of each report; later ones see what is planned for the earlier."""
        outcomes: list[Added] = []
        planned: list[_Planned] = []

        def text_of(key: str) -> str:
            coming = (plan.whole.report for plan in reversed(planned) if plan.whole.report.id == key)
            held = next(coming, None) or next(iter(self.catalog.reports([key])), None)
            return held.text if held else ""  # another process took it out meanwhile

        known = Identities(self.catalog.known(), text_of, self.catalog.versions.digests())
        for place, whole in enumerate(wholes):
            key = known.of(whole.report) or known.free(whole.report.id)
            if known.is_known(whole.report, key):
                outcomes.append(Added(key, "unchanged"))
                continue
            named, old = whole.named(key), known.get(key)
            known.note(Known.of(named.report))
            changed = Changed.between(text_of(key), named.report.text) if old else NOTHING
            outcomes.append(Added(key, "updated" if old else "added", changed=changed))
            planned.append(_Planned(place, named))
        return outcomes, planned

    def _vectors(self, planned: Sequence[_Planned], progress: IndexProgress | None) -> NDArray[np.float32]:
        """Return a row for each passage; what the version before says too is not embedded again."""
        embedder = self._loaded()  # before what is kept, which it may not be mixed with
        keys = [(passage.context, passage.text) for plan in planned for passage in plan.whole.passages]
        rows = self.catalog.vectors.by_text([plan.whole.report.id for plan in planned])
        new = {key: embedded_text(*key) for key in keys if key not in rows}
        rows |= zip(new, fresh := embedder.embed_passages(list(new.values()), progress), strict=True)
        return np.stack([rows[key] for key in keys]) if keys else fresh

    def _write(
        self, planned: Sequence[_Planned], vectors: NDArray[np.float32], outcomes: list[Added]
    ) -> None:
        self._dense.mend()
        note_rules(self.catalog)
        before = self.catalog.generation()
        changes: list[Change] = []
        start = 0
        for plan in planned:
            report, passages, statements = plan.whole.report, plan.whole.passages, plan.whole.statements
            end = start + len(passages)
            changes.append(self.catalog.write(report, passages, vectors[start:end], statements))
            told, read = outcomes[plan.place], (len(passages), len(statements), tuple(statements))
            outcomes[plan.place] = Added(told.report, told.outcome, *read, told.changed)
            start = end
        self._dense.follow(before, changes)
