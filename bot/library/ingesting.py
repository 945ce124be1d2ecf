"""Ingesting: files, folders and URLs in, reports in the index and an account of what happened out."""

import ctypes
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from bot.library.known_files import KnownFiles
from bot.library.readings import GivenFile, given_file, held_places, is_url
from checker.arithmetic.own_arithmetic import Remark, review
from corpus.errors import CostlyFile, UnreadableFile
from corpus.reading.documents import find_files
from corpus.reading.formats import listed_suffixes
from corpus.reading.refusals import refuse
from corpus.room.reading_room import ReadingRoom
from corpus.web.addresses import shown_address
from corpus.web.limits import WEB_LIMITS, WebLimits
from retrieval.identity import NOTHING, Changed
from retrieval.whole_report import WholeReport

if TYPE_CHECKING:
    from retrieval.index import Added, Index

_REPORTS_AT_ONCE = 32
"""Reports that are embedded and stored together: enough to fill the model's batches, little to lose."""

IngestProgress = Callable[[str, int, int], None]
"""Told what is under way (``read`` or ``embed``), how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that went in, or would: the path or address it came from, its id and title, and what became of it.

    ``changed`` is what a new version says otherwise than the one whose place it takes.
    """

    path: str
    report: str
    title: str
    outcome: str
    changed: Changed


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest did: reports by outcome, failures as (path, one line that says why), and totals.

    ``passages`` and ``figures`` count what the added and updated reports brought; ``remarks`` are, by the id of
    such a report, its totals and rates that do not follow from its own figures. ``arrivals`` are the reports that
    could be read, in order.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    passages: int = 0
    figures: int = 0
    seconds: float = 0.0
    remarks: tuple[tuple[str, tuple[Remark, ...]], ...] = ()
    arrivals: tuple[Arrival, ...] = ()

    @property
    def nothing_in(self) -> bool:
        """Whether every report that was asked for failed."""
        return bool(self.failed) and not (self.added or self.updated or self.unchanged)


def find_places(paths: Iterable[str], room: ReadingRoom) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the files and URLs that ``paths`` stand for, and (path, why) for those that stand for none.

    An archive or a mail stands for the files in it, which are listed in ``room``.
    """
    places: list[str] = []
    failed: list[tuple[str, str]] = []
    for path in paths:
        if is_url(path):
            places.append(path)
            continue
        try:
            found = find_files([Path(path)])
        except UnreadableFile as error:
            failed.append((path, str(error)))
            continue
        if not found:
            suffixes = listed_suffixes(in_folders=True)
            failed.append((path, f"{path}：文件夹里没有可读的报告（{suffixes}）/ no report in it"))
        for file in found:
            try:
                places.extend(held_places(str(file), room))
            except UnreadableFile as error:
                failed.append((str(file), str(error)))
    return list(dict.fromkeys(places)), failed


def ingest(
    index: "Index",
    paths: Iterable[str],
    progress: IngestProgress,
    room: ReadingRoom,
    web: WebLimits = WEB_LIMITS,
) -> Ingested:
    """Put the reports under ``paths`` into the index; one that cannot be read does not hold up the others.

    They are read in ``room``, the next ones while those before them are embedded; ``web`` says what a page may
    take.
    """
    began = monotonic()
    named = list(paths)
    places, failed = find_places(named, room)
    arrivals: list[Arrival] = []
    remarks: list[tuple[str, tuple[Remark, ...]]] = []
    passages = figures = 0
    source = _Source.of(index, room, web, named)
    for batch, refused in _batches(places, progress, source):
        failed += refused
        new = [one for one in batch if isinstance(one, _Read)]
        outcomes = index.take_all(
            [one.whole for one in new], progress=lambda done, total: progress("embed", done, total)
        )
        source.files.note(
            (one.file, told.report, one.whole.report.digest) for one, told in zip(new, outcomes, strict=True)
        )
        arrivals += _arrivals(batch, outcomes)
        for outcome in outcomes:
            passages += outcome.passages
            figures += outcome.figures
            if found := review(outcome.statements):
                remarks.append((outcome.report, tuple(found)))
        _let_go()
    return _told(arrivals, failed, passages, figures, monotonic() - began, remarks)


def foresee(
    index: "Index",
    paths: Iterable[str],
    progress: IngestProgress,
    room: ReadingRoom,
    web: WebLimits = WEB_LIMITS,
) -> Ingested:
    """Return what ``ingest`` would do; the index stays as it is, and passages and figures are not counted."""
    began = monotonic()
    named = list(paths)
    places, failed = find_places(named, room)
    seen: list[_Read | Arrival] = []
    for batch, refused in _batches(places, progress, _Source.of(index, room, web, named)):
        failed += refused
        seen += [one if isinstance(one, Arrival) else one.brief() for one in batch]
    new = [one.whole.report for one in seen if isinstance(one, _Read)]
    arrivals = _arrivals(seen, index.foresee(new))
    return _told(arrivals, failed, 0, 0, monotonic() - began, ())


def _told(
    arrivals: Sequence[Arrival],
    failed: Sequence[tuple[str, str]],
    passages: int,
    figures: int,
    seconds: float,
    remarks: Sequence[tuple[str, tuple[Remark, ...]]],
) -> Ingested:
    counts = Counter(arrival.outcome for arrival in arrivals)
    return Ingested(
        counts["added"],
        counts["updated"],
        counts["unchanged"],
        tuple(failed),
        passages,
        figures,
        seconds,
        tuple(remarks),
        tuple(arrivals),
    )


def _let_go() -> None:
    """Give the memory that the embedding of a batch took back to the system: the allocator keeps it for more of the kind."""
    with suppress(OSError, AttributeError):  # another system's allocator has no such call
        ctypes.CDLL(None).malloc_trim(0)


@dataclass(frozen=True, slots=True)
class _Read:
    """A report that was read, the place that is told of it, and the file, without its bytes."""

    place: str
    file: GivenFile
    whole: WholeReport

    def brief(self) -> "_Read":
        """Return the same without passages and statements."""
        return replace(self, whole=WholeReport(self.whole.report))


def _arrivals(batch: Sequence[_Read | Arrival], outcomes: Iterable["Added"]) -> list[Arrival]:
    """Tell what became of the files of a batch: ``outcomes`` are of those that were read, in order."""
    told = iter(outcomes)
    return [one if isinstance(one, Arrival) else _arrival(one, next(told)) for one in batch]


def _arrival(read: _Read, told: "Added") -> Arrival:
    return Arrival(read.place, told.report, read.whole.report.title, told.outcome, told.changed)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where reports are read from: a room and the web, with what an index knows of the files."""

    room: ReadingRoom
    web: WebLimits
    index: "Index"
    files: KnownFiles
    costly: Mapping[str, str]
    named: frozenset[str]

    @classmethod
    def of(cls, index: "Index", room: ReadingRoom, web: WebLimits, named: Iterable[str]) -> "_Source":
        """Ask an index what it knows; ``named`` are the paths that were asked for themselves."""
        return cls(room, web, index, KnownFiles(index), index.catalog.costly.reasons(), frozenset(named))

    def read(self, place: str) -> _Read | Arrival | UnreadableFile:
        """Return the report at a place, or why there is none; a costly file is tried again only where it is named."""
        try:
            file = given_file(place, self.room, self.web)
            if held := self.files.holding(file):
                return Arrival(_shown(place), held.id, held.title, "unchanged", NOTHING)
            if file.digest in self.costly and place not in self.named:
                raise refuse("died before", file.name)
            whole = self._read(file)
        except UnreadableFile as error:
            return error
        return _Read(_shown(place), replace(file, data=b""), whole)

    def _read(self, file: GivenFile) -> WholeReport:
        costly = self.index.catalog.costly
        try:
            whole = file.read(self.room, self.index.agreed, self.files.text_at(file.source))
        except CostlyFile as error:
            costly.note(file.digest, str(error))
            raise
        if file.digest in self.costly:
            costly.forget(file.digest)
        return whole


def _shown(place: str) -> str:
    return shown_address(place) if is_url(place) else place


def _batches(
    places: Sequence[str], progress: IngestProgress, source: _Source
) -> Iterator[tuple[list[_Read | Arrival], list[tuple[str, str]]]]:
    """Yield the reports at ``places`` a batch at a time, and of each batch what was refused and why.

    The next batch is read meanwhile.
    """
    with ThreadPoolExecutor(source.room.readers) as threads:
        coming: deque[Future[_Read | Arrival | UnreadableFile]] = deque()
        for start in range(0, len(places), _REPORTS_AT_ONCE):
            for place in places[start + len(coming) : start + 2 * _REPORTS_AT_ONCE]:
                coming.append(threads.submit(source.read, place))
            batch: list[_Read | Arrival] = []
            refused: list[tuple[str, str]] = []
            for done, place in enumerate(places[start : start + _REPORTS_AT_ONCE], start):
                progress("read", done, len(places))
                read = coming.popleft().result()
                if isinstance(read, UnreadableFile):
                    refused.append((_shown(place), str(read)))
                else:
                    batch.append(read)
            yield batch, refused
    if places:
        progress("read", len(places), len(places))
