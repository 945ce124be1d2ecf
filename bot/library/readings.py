"""Reports and drafts read in the reading room: a place goes in, what stands there comes out of another process."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.figure import Statement
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames
from corpus.reading.documents import DocumentText, file_bytes, read_bytes
from corpus.reading.packed.members import is_container, member_bytes, member_names
from corpus.report import RECOGNISED, Report
from corpus.room.aided_reading import read_aided
from corpus.room.reading_room import ReadingRoom
from corpus.statements.statements import read_draft
from corpus.structure.parsing import parse_report, report_id
from corpus.visible_text import visible
from corpus.web.addresses import shown_address
from corpus.web.limits import WEB_LIMITS, WebLimits
from retrieval.whole_report import WholeReport, read_whole


def is_url(place: str) -> bool:
    """Return whether a place is an address on the web."""
    return place.startswith(("http://", "https://"))


def kept_source(place: str) -> str:
    """Return what is kept of the place that a report came from: its path in full, or its address.

    What is no UTF-8 in a path, or would act on whoever shows it, is written out or left out.
    """
    full = shown_address(place) if is_url(place) else str(Path(place).absolute())
    return visible(full.encode("utf-8", "backslashreplace").decode("utf-8"))


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file or a page as it was given, not looked into: where it stands, its name, bytes and their SHA-256.

    ``declared`` is the charset that it came with, if any.
    """

    source: str
    name: str
    data: bytes
    digest: str
    declared: str = ""

    def read(self, room: ReadingRoom, agreed: AgreedNames = BUILT_IN, known: str = "") -> WholeReport:
        """Return the report that it holds, read in ``room``; raises ``UnreadableFile``.

        Of a text with the SHA-256 ``known`` no passages and statements are read.
        """
        told = (self.source, self.declared, agreed, known)
        return read_aided(room, report_of, self.data, self.name, *told)[0]


def given_file(place: str, room: ReadingRoom, web: WebLimits = WEB_LIMITS) -> GivenFile:
    """Return what stands at a path or a URL; ``web`` says what a page may take. Raises ``UnreadableFile``."""
    if is_url(place):
        from corpus.web.pages import fetch_page  # here: a command that reads files loads no client of the web

        page = fetch_page(place, web)
        data, name, declared = page.data, page.name, page.charset
    else:
        data, name, declared = place_bytes(place, room), Path(place).name, ""
    return GivenFile(kept_source(place), name, data, bytes_digest(data), declared)


def still_there(source: str) -> bool:
    """Return whether a report's source is there: a page of the web is taken to be."""
    path = Path(source)
    return is_url(source) or path.exists() or _holder(path) is not None


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """What a draft's bytes hold, its statements, and the bytes that it was read from: another program's where it is old."""

    document: DocumentText
    statements: list[Statement]
    data: bytes

    @property
    def text(self) -> str:
        """The draft's text."""
        return self.document.text


def read_document(data: bytes, name: str, room: ReadingRoom) -> DraftDocument:
    """Return the draft that a document's bytes hold, read in ``room``; raises ``UnreadableFile``."""
    (document, statements), read = read_aided(room, draft_of, data, name)
    return DraftDocument(document, statements, read)


def place_bytes(place: str, room: ReadingRoom) -> bytes:
    """Return the bytes of the file at a path, which may lead through an archive or a mail (``附件.zip/通报.docx``)."""
    path = Path(place)
    holder = _holder(path)
    if holder is None:
        return file_bytes(path)
    return room.read(holder.name, member_bytes, str(holder), holder.name, path.relative_to(holder).as_posix())


def held_places(place: str, room: ReadingRoom) -> list[str]:
    """Return the places of the files within the archive or mail at a path; itself where it is none."""
    path = Path(place)
    if not is_container(path.name) or _holder(path) is not None:
        return [place]
    return [str(path / name) for name in room.read(path.name, member_names, str(path), path.name)]


def _holder(path: Path) -> Path | None:
    """The archive or mail through which a path leads."""
    if path.exists():
        return None
    return next((one for one in path.parents if is_container(one.name) and one.is_file()), None)


def bytes_digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def report_of(
    data: bytes,
    name: str,
    source: str,
    declared: str,
    agreed: AgreedNames,
    digest: str,
    *,
    recognise: bool | None = None,
) -> WholeReport:
    """Return the report that a file's bytes hold, as ``GivenFile.read`` says; done by a reader in the room."""
    report = parse_bytes(data, name, source, declared, recognise=recognise)
    return WholeReport(report) if report.digest == digest else read_whole(report, agreed)


def parse_bytes(
    data: bytes, name: str, source: str, declared: str = "", *, recognise: bool | None = None
) -> Report:
    """Return the report that bytes hold, read here and now; raises ``UnreadableFile``.

    The source of one that was recognised in pictures says so (``RECOGNISED``).
    """
    document = read_bytes(data, name, declared, recognise=recognise)
    shown = source + RECOGNISED if document.recognised else source
    return parse_report(document.text, id=report_id(source), source=shown, title_hint=document.title_hint)


def draft_of(
    data: bytes, name: str, *, recognise: bool | None = None
) -> tuple[DocumentText, list[Statement]]:
    """Return what a draft's bytes hold, with its statements; done by a reader in the room."""
    document = read_bytes(data, name, recognise=recognise)
    return document, list(read_draft(document.text))
