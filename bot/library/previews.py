"""A file before it is put into the index: its bytes in, what stands in it and what would become of it out."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.library.readings import GivenFile, bytes_digest, kept_source
from corpus.room.reading_room import ReadingRoom
from retrieval.whole_report import WholeReport

if TYPE_CHECKING:
    from retrieval.index import Added, Index

_UPLOADS_FOLDER: Final = "uploads"
"""Where, under the home folder, files stand that were sent to be put in."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands in a file: the report's title, date (ISO or ""), issuer, how many passages and figures.

    ``outcome`` is what putting it in would do (``added``, ``updated``, ``unchanged``) and ``report`` the id that it
    would have, that of the version whose place it takes; ``gone`` and ``came`` are how many sentences that one has
    and it has not, and the other way round.
    """

    title: str
    published: str
    organisation: str
    passages: int
    figures: int
    outcome: str
    report: str
    gone: int = 0
    came: int = 0


def upload_place(home: Path, data: bytes, name: str) -> Path:
    """Return where a file that was sent is kept until it is decided on; ``name`` must be safe as a file's."""
    return home / _UPLOADS_FOLDER / bytes_digest(data)[:16] / name


def preview_file(index: "Index", room: ReadingRoom, data: bytes, place: Path) -> Preview:
    """Read a file as ``ingest`` will, keep it at ``place``, and say what is in it; raises ``UnreadableFile``."""
    whole = _kept(index, room, data, place)
    report = whole.report
    (foreseen,) = index.foresee([report])
    return Preview(
        report.title,
        str(report.published or ""),
        report.organisation,
        len(whole.passages),
        len(whole.statements),
        foreseen.outcome,
        foreseen.report,
        len(foreseen.changed.gone),
        len(foreseen.changed.came),
    )


def put_file_in(index: "Index", room: ReadingRoom, data: bytes, place: Path) -> tuple[WholeReport, "Added"]:
    """Read a file as ``ingest`` does, keep it at ``place``, and put it in at once; raises ``UnreadableFile``."""
    whole = _kept(index, room, data, place)
    index.catalog.costly.forget(bytes_digest(data))
    (added,) = index.take_all([whole])
    return whole, added


def _kept(index: "Index", room: ReadingRoom, data: bytes, place: Path) -> WholeReport:
    """Read a file, and keep it where it can be read."""
    whole = GivenFile(kept_source(str(place)), place.name, data, bytes_digest(data)).read(room, index.agreed)
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_name(f".{place.name}.part")
    half.write_bytes(data)
    half.replace(place)
    return whole
