"""A checked draft as a table to take away: cards in, CSV or a workbook out. What stands in a cell is never a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from typing import Final

from openpyxl import Workbook

from bot.messages import say
from bot.web.checks.review_cards import ReviewCard
from bot.web.templates import local_moment
from checker.annotation.sheet_rows import write_rows

TABLE_COLUMNS: Final = (
    ("number", 6),
    ("figure", 14),
    ("verdict", 10),
    ("why", 60),
    ("report", 40),
    ("place", 30),
    ("sentence", 60),
    ("decision", 12),
    ("who", 12),
    ("when", 18),
    ("note", 40),
)
"""The columns by the key of their head, with their widths in characters."""

_ACTING: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a program of tables would reckon."""


def table_rows(cards: Iterable[ReviewCard], language: str) -> Iterator[tuple[str, ...]]:
    """Yield the head and a row for each card."""
    yield tuple(say(f"web.column_{name}", language) for name, _ in TABLE_COLUMNS)
    for card in cards:
        source = card.sources[0] if card.sources else None
        made = card.decision
        yield (
            str(card.number),
            card.raw,
            card.name,
            card.explanation,
            source.title if source else "",
            source.place if source else "",
            "".join(piece.text for piece in source.pieces) if source else "",
            made.name if made else "",
            made.who if made else "",
            local_moment(made.at) if made else "",
            made.note if made else "",
        )


def csv_table(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8, with the mark by which Excel knows it; a cell that would act is quoted as text."""
    text = StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_ACTING) else cell


def xlsx_table(rows: Iterable[Sequence[str]], title: str) -> bytes:
    """Return rows as a workbook of one sheet, every cell a text."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    write_rows(sheet, rows, [width for _, width in TABLE_COLUMNS])
    file = BytesIO()
    book.save(file)
    return file.getvalue()
