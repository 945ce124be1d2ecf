"""The files that an index knows: a file as it was given in, the report that it is known to hold out, if it need not be read.

A file is the one that was read before when its bytes are the same and what it would be read by is, too.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.library.readings import GivenFile, still_there
from corpus.report import RECOGNISED
from retrieval.catalog.files import ReadFile
from retrieval.catalog.known import Known
from retrieval.catalog.rereading import reading_digest

if TYPE_CHECKING:
    from retrieval.index import Index


class KnownFiles:
    """What an index knew of its files at one moment; ``note`` lets it know more the next time."""

    def __init__(self, index: "Index") -> None:
        catalog = index.catalog
        self._rules = reading_digest()
        self._files = catalog.read_files
        self._read = self._files.by(self._rules)
        self._reports = {known.id: known for known in catalog.known()}
        self._texts = {_place(known): known.digest for known in self._reports.values()}
        self._older = catalog.versions.digests()

    def text_at(self, source: str) -> str:
        """Return the digest of the text that was read last from a source, "" where none was."""
        return self._texts.get(source, "")

    def holding(self, file: GivenFile) -> Known | None:
        """Return the report that a file holds, or holds an older version of; None where it must be read to tell.

        A report whose own file is gone, and a copy of it is given, is to be read: it stands elsewhere now.
        """
        read = self._read.get(file.source)
        entry = self._reports.get(read.report) if read and read.bytes == file.digest else None
        if read is None or entry is None:
            return None
        place = _place(entry)
        if entry.digest == read.text:
            return entry if place == file.source or still_there(place) else None
        return entry if place != file.source and self._older.get(read.text) == entry.id else None

    def note(self, read: Iterable[tuple[GivenFile, str, str]]) -> None:
        """Know files from now on: each with the report (an id) that it holds and the digest of its text."""
        self._files.note(
            [ReadFile(file.source, file.digest, self._rules, report, text) for file, report, text in read]
        )


def _place(report: Known) -> str:
    return report.source.removesuffix(RECOGNISED)
