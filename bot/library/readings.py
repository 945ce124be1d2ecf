"""Reports and drafts read in the reading room: a place goes in, what stands there comes out of another process."""

from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from corpus.figure import Statement
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames
from corpus.reading.documents import DocumentText, file_bytes, read_bytes
from corpus.reading.refusals import refuse
from corpus.report import Report
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


def read_report(
    place: str,
    room: ReadingRoom,
    agreed: AgreedNames = BUILT_IN,
    digest: str = "",
    web: WebLimits = WEB_LIMITS,
    avoided: Collection[str] = (),
) -> WholeReport:
    """Return the report at a path or a URL, read in ``room``; raises ``UnreadableFile``.

    Of a text with the SHA-256 ``digest``, which is known, no passages and statements are read. ``web`` says
    what a page may take; files whose bytes have one of the digests ``avoided`` are refused.
    """
    if is_url(place):
        from corpus.web.pages import fetch_page  # here: a command that reads files loads no client of the web

        page = fetch_page(place, web)
        data, name, declared = page.data, page.name, page.charset
    else:
        path = Path(place)
        data, name, declared = file_bytes(path), path.name, ""
        if avoided and bytes_digest(data) in avoided:
            raise refuse("died before", name)
    return room.read(name, report_of, data, name, kept_source(place), declared, agreed, digest)


def bytes_digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def report_of(
    data: bytes, name: str, source: str, declared: str, agreed: AgreedNames, digest: str
) -> WholeReport:
    """Return the report that a file's bytes hold, as ``read_report`` says; done by a reader in the room."""
    report = parse_bytes(data, name, source, declared)
    return WholeReport(report) if report.digest == digest else read_whole(report, agreed)


def parse_bytes(data: bytes, name: str, source: str, declared: str = "") -> Report:
    """Return the report that bytes hold, read here and now; raises ``UnreadableFile``."""
    document = read_bytes(data, name, declared)
    return parse_report(document.text, id=report_id(source), source=source, title_hint=document.title_hint)


def draft_of(data: bytes, name: str) -> DocumentText:
    """Return what a draft's bytes hold, after reading it as a draft; done by a reader in the room."""
    return draft_statements(data, name)[0]


def draft_statements(data: bytes, name: str) -> tuple[DocumentText, list[Statement]]:
    """Return what a draft's bytes hold, with its statements; done by a reader in the room."""
    document = read_bytes(data, name)
    return document, list(read_draft(document.text))
