"""Ingesting: files, folders and URLs in, reports in the index and an account of what happened out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from checker.arithmetic.own_arithmetic import Remark, review
from corpus.errors import UnreadableFile
from corpus.reading.documents import find_files, read_text, read_url
from corpus.reading.formats import listed_suffixes
from corpus.report import Report
from corpus.structure.parsing import parse_report, report_id

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


def is_url(place: str) -> bool:
    """Whether a place is an address on the web."""
    return place.startswith(("http://", "https://"))


def read_report(place: str) -> Report:
    """Read and parse one report from a path or a URL; raises ``UnreadableFile``."""
    document = read_url(place) if is_url(place) else read_text(Path(place))
    source = place if is_url(place) else str(Path(place).absolute())
    return parse_report(document.text, id=report_id(place), source=source, title_hint=document.title_hint)


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


def ingest(index: "Index", paths: Iterable[str], progress: IngestProgress) -> Ingested:
    """Put the reports under ``paths`` into the index; one that cannot be read does not hold up the others."""
    began = monotonic()
    places, failed = find_places(paths)
    outcomes = {"added": 0, "updated": 0, "unchanged": 0}
    passages = figures = 0
    remarks: list[tuple[str, tuple[Remark, ...]]] = []
    for start in range(0, len(places), _REPORTS_AT_ONCE):
        batch: list[Report] = []
        for place in places[start : start + _REPORTS_AT_ONCE]:
            progress("read", start + len(batch), len(places))
            try:
                batch.append(read_report(place))
            except UnreadableFile as error:
                failed.append((place, str(error)))
        for outcome in index.add_all(batch, progress=lambda done, total: progress("embed", done, total)):
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
