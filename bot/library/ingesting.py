"""Ingesting: files, folders and URLs in, reports in the index and an account of what happened out."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from bot.library.readings import is_url, read_report
from checker.arithmetic.own_arithmetic import Remark, review
from corpus.errors import UnreadableFile
from corpus.organisations.agreed_names import AgreedNames
from corpus.reading.documents import find_files
from corpus.reading.formats import listed_suffixes
from corpus.room.reading_room import ReadingRoom
from retrieval.whole_report import WholeReport

if TYPE_CHECKING:
    from retrieval.index import Index

_REPORTS_AT_ONCE = 32
"""Reports that are embedded and stored together: enough to fill the model's batches, little to lose."""

IngestProgress = Callable[[str, int, int], None]
"""Told what is under way (``read`` or ``embed``), how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest did: reports by outcome, failures as (path, one line that says why), and totals.

    ``passages`` and ``figures`` count what the added and updated reports brought; ``remarks`` are, by the id of
    such a report, its totals and rates that do not follow from its own figures.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    passages: int = 0
    figures: int = 0
    seconds: float = 0.0
    remarks: tuple[tuple[str, tuple[Remark, ...]], ...] = ()

    @property
    def nothing_in(self) -> bool:
        """Whether every report that was asked for failed."""
        return bool(self.failed) and not (self.added or self.updated or self.unchanged)


def find_places(paths: Iterable[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the files and URLs that ``paths`` stand for, and (path, why) for those that stand for none."""
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
        places.extend(str(file) for file in found)
    return list(dict.fromkeys(places)), failed


def ingest(index: "Index", paths: Iterable[str], progress: IngestProgress, room: ReadingRoom) -> Ingested:
    """Put the reports under ``paths`` into the index; one that cannot be read does not hold up the others.

    They are read in ``room``, the next ones while those before them are embedded.
    """
    began = monotonic()
    places, failed = find_places(paths)
    outcomes = {"added": 0, "updated": 0, "unchanged": 0}
    passages = figures = 0
    remarks: list[tuple[str, tuple[Remark, ...]]] = []
    digests = {known.source: known.digest for known in index.catalog.known()}
    with ThreadPoolExecutor(room.readers) as threads:
        coming: deque[Future[WholeReport | UnreadableFile]] = deque()
        for start in range(0, len(places), _REPORTS_AT_ONCE):
            for place in places[start + len(coming) : start + 2 * _REPORTS_AT_ONCE]:
                coming.append(threads.submit(_read, place, room, index.agreed, digests))
            batch: list[WholeReport] = []
            for done, place in enumerate(places[start : start + _REPORTS_AT_ONCE], start):
                progress("read", done, len(places))
                read = coming.popleft().result()
                if isinstance(read, UnreadableFile):
                    failed.append((place, str(read)))
                else:
                    batch.append(read)
            for outcome in index.take_all(batch, progress=lambda done, total: progress("embed", done, total)):
                outcomes[outcome.outcome] += 1
                passages += outcome.passages
                figures += outcome.figures
                if found := review(outcome.statements):
                    remarks.append((outcome.report, tuple(found)))
    if places:
        progress("read", len(places), len(places))
    return Ingested(
        **outcomes,
        failed=tuple(failed),
        passages=passages,
        figures=figures,
        seconds=monotonic() - began,
        remarks=tuple(remarks),
    )


def _read(
    place: str, room: ReadingRoom, agreed: AgreedNames, digests: Mapping[str, str]
) -> WholeReport | UnreadableFile:
    """Return the report at a place, or why there is none."""
    source = place if is_url(place) else str(Path(place).absolute())
    try:
        return read_report(place, room, agreed, digests.get(source, ""))
    except UnreadableFile as error:
        return error
