"""What a reviewer takes away of a checked draft: the document itself marked, a page of its own, tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from bot.library.readings import read_document
from bot.web.checks.kept_check import KeptCheck
from bot.web.checks.review_cards import ReviewCard
from bot.web.checks.tables import csv_table, table_rows, xlsx_table
from checker.annotation.markup import annotate_html, annotate_markdown
from checker.annotation.reasons import Rulings
from checker.annotation.same_document import annotate_same
from corpus.room.reading_room import ReadingRoom

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Takeaway:
    """A form to take a check away in: its name in addresses, suffix and media type; ``form`` is the draft's that it needs."""

    name: str
    suffix: str
    media: str
    form: str = ""


TAKEAWAYS: Final = (
    Takeaway("word", "docx", _WORD, "docx"),
    Takeaway("sheets", "xlsx", _BOOK, "xlsx"),
    Takeaway("pages", "pdf", "application/pdf", "pdf"),
    Takeaway("page", "html", "text/html; charset=utf-8"),
    Takeaway("workbook", "xlsx", _BOOK),
    Takeaway("table", "csv", "text/csv; charset=utf-8"),
    Takeaway("markdown", "md", "text/markdown; charset=utf-8"),
)


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file to hand over: its bytes, media type, and the header that names it."""

    data: bytes
    media: str
    disposition: str


def takeaway(
    wanted: Takeaway,
    name: str,
    data: bytes,
    check: KeptCheck,
    cards: Sequence[ReviewCard],
    rulings: Rulings,
    language: str,
    room: ReadingRoom,
) -> TakenFile:
    """Return the draft ``data`` of the file ``name`` with its findings, in a form; documents are marked in ``room``."""
    stem = PurePath(name).stem[:80] or "draft"
    title = f"{stem}.checked.{wanted.suffix}"
    disposition = (
        f"attachment; filename=\"checked.{wanted.suffix}\"; filename*=UTF-8''{quote(title, safe='')}"
    )
    if wanted.form:
        if not name.lower().endswith(wanted.suffix):
            data = read_document(data, name, room).data  # an old form, as LibreOffice made it new
        made = room.read(name, annotate_same, data, wanted.form, check.text, check.findings, rulings=rulings)
    else:
        made = _made(wanted.name, stem, check, cards, rulings, language)
    return TakenFile(made, wanted.media, disposition)


def _made(
    name: str, stem: str, check: KeptCheck, cards: Sequence[ReviewCard], rulings: Rulings, language: str
) -> bytes:
    if name == "page":
        return annotate_html(check.text, check.findings, stem, rulings=rulings).encode("utf-8", "replace")
    if name == "markdown":
        return annotate_markdown(check.text, check.findings, rulings=rulings).encode("utf-8", "replace")
    rows = table_rows(cards, language)
    return csv_table(rows) if name == "table" else xlsx_table(rows, "核对结果")
