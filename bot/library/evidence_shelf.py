"""Evidence for a check: from report files alone, or from the index; figures of the index by what they count."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from bot.library.opening import agreed_names, chosen_reports, open_index, report_name
from bot.library.readings import given_file
from bot.settings import Settings
from checker.comparison.features import FeatureReader
from checker.evidence import Evidence
from corpus.figure import Statement
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames
from corpus.organisations.directory import Directory
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.report import Report
from corpus.room.reading_room import ReadingRoom
from corpus.statements.statements import figures_of, read_draft

if TYPE_CHECKING:
    from retrieval.index import Index


_SHOWN: Final = 20
"""Characters that tell which message cannot be read."""


class IndexEvidence:
    """Finds the evidence for drafts in an index; keeps what it read of statements until the reports change."""

    def __init__(self, index: "Index", room: ReadingRoom | None = None) -> None:
        """Take the index, and the room in which a stranger's draft is read first, where there is one."""
        self._index = index
        self._room = room
        self._reader = FeatureReader()
        self._generation = -1

    def of(self, text: str, name: str = "") -> Evidence:
        """Return the evidence for the figures of ``text``; ``name`` is its file's, "" for a message.

        Raises ``UnreadableFile`` where the draft cannot be read within the limits of the room.
        """
        room = self._room
        stated = room.read(name or text[:_SHOWN], read_draft, text) if room else read_draft(text)
        return self.about(stated)

    def about(self, stated: Iterable[Statement]) -> Evidence:
        """Return the evidence for the figures of a draft's statements."""
        generation = self._index.catalog.generation()
        if generation != self._generation:
            self._reader, self._generation = FeatureReader(), generation
        figures = figures_of(self._index.agreed.in_statements(stated))
        return Evidence(self._index.evidence.find(figures), agreed=self._index.agreed, reader=self._reader)


class EvidenceShelf:
    """The reports that drafts are checked against; use it in a ``with`` block.

    ``names`` are ids or paths of reports, empty for the whole index. The index is opened only where a name is
    no file: a check against files alone needs none.
    """

    def __init__(self, settings: Settings, names: Sequence[str]) -> None:
        self._settings = settings
        self._names = tuple(names)
        self._agreed = agreed_names(settings)
        self._index: Index | None = None
        self._of_index: IndexEvidence | None = None
        self._room = ReadingRoom(readers=1)
        self._files: dict[str, Report] = {}
        self._evidence: dict[tuple[str, ...], Evidence] = {}

    def __enter__(self) -> "EvidenceShelf":
        return self

    def matching(self, org: str, metric: str) -> list[Statement]:
        """Return the shelf's statements of an organisation and a metric, "" for any; abbreviations count."""
        return matching(self.statements(), org, metric, self._agreed)

    def prepare(self) -> None:
        """Open the index and read what drafts are looked up in, where a check will need it."""
        if not self._names:
            self._opened().evidence.prepare()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._room.close()
        if self._index is not None:
            self._index.close()

    def evidence(self, text: str, names: Sequence[str] = ()) -> Evidence:
        """Return the evidence for ``text``: from the reports ``names``, else those of the shelf, else all."""
        wanted = tuple(names) or self._names
        if wanted:
            if wanted not in self._evidence:
                self._evidence[wanted] = self._evidence_of(wanted)
            return self._evidence[wanted]
        index = self._opened()
        if self._of_index is None:
            self._of_index = IndexEvidence(index)
        return self._of_index.of(text)

    def statements(self) -> list[Statement]:
        """Return all statements of the shelf's reports."""
        if self._names:
            return list(self.evidence("", self._names).statements)
        return self._opened().statements()

    def _opened(self) -> "Index":
        if self._index is None:
            self._index = open_index(self._settings)
        return self._index

    def _evidence_of(self, names: tuple[str, ...]) -> Evidence:
        """Read the reports ``names``: files as they are now, others from the index."""
        reports: list[Report] = []
        for name in names:
            held = next((key for key in self._names if Path(key).is_file() and _is_called(key, name)), None)
            place = held or (name if Path(name).is_file() else None)
            if place is not None:
                if place not in self._files:
                    self._files[place] = given_file(place, self._room).read(self._room).report
                reports.append(self._files[place])
            else:
                index = self._opened()
                reports += [index.report(report) for report in chosen_reports(index, (name,))]
        return Evidence.of_reports(reports, self._agreed)


def _is_called(path: str, name: str) -> bool:
    return path == name or Path(path).name == name or report_name(path) == name


def matching(
    statements: Iterable[Statement], org: str, metric: str, agreed: AgreedNames = BUILT_IN
) -> list[Statement]:
    """Return the statements of an organisation and a metric, "" for any; abbreviations count."""
    found = [one for one in statements if metric in one.figure.metric]
    if not org:
        return found
    directory = Directory(agreed)
    for name in {one.figure.org for one in found}:
        directory.add_name(name)
    full = directory.canonical(org)
    return [one for one in found if org in one.figure.org or _is_same(full, one.figure.org)]


def _is_same(name: str, other: str) -> bool:
    return bool(other) and same_organisation(name, other) is Sameness.SAME
