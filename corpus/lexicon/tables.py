"""The loader of tables of words: a file of tab-separated rows in, checked rows out.

A line that starts with ``#`` is a comment, an empty line nothing. A row that cannot be used stops the work
with an ``UnusableTable`` that names the file and the line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnusableTable

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: ``cells`` by column, and the ``place`` (file and line) that an error names."""

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def refuse(self, chinese: str, english: str) -> UnusableTable:
        """Return the error that says on one line, in both languages, why this row cannot be used."""
        return UnusableTable(f"{self.place}：{chinese} / {english}")


def read_lexicon(name: str, columns: Sequence[str], *, may_lack: Sequence[str] = ()) -> tuple[TableRow, ...]:
    """Return the rows of this package's table ``name``, whose first row names its ``columns``.

    Cells of the columns ``may_lack`` may be empty. Raises ``UnusableTable`` as ``read_table`` does, and where
    the first row names other columns.
    """
    rows = read_table(FOLDER / name, columns, may_lack=columns)
    if not rows or tuple(rows[0].cells.values()) != tuple(columns):
        place = rows[0].place if rows else str(FOLDER / name)
        raise UnusableTable(
            f"{place}：首行要写明各列：{'、'.join(columns)} / the first row must name the columns"
        )
    for row in rows[1:]:
        _check_filled(row, columns, may_lack)
    return rows[1:]


def read_sorted_words(name: str, columns: Sequence[str], sorts: Sequence[str]) -> tuple[TableRow, ...]:
    """Return the rows of a table whose first two ``columns`` are a word and its sort.

    Raises ``UnusableTable`` as ``read_lexicon`` does, for a sort that is none of ``sorts``, and for a word's second row.
    """
    rows = read_lexicon(name, columns)
    word, sort = columns[:2]
    known: set[str] = set()
    for row in rows:
        if row[sort] not in sorts:
            raise row.refuse(f"没有 {row[sort]!r} 这一类", f"no such {sort}: one of {', '.join(sorts)}")
        if row[word] in known:
            raise row.refuse(f"{row[word]!r} 已有一行", "this word has a row already")
        known.add(row[word])
    return rows


def read_table(path: Path, columns: Sequence[str], *, may_lack: Sequence[str] = ()) -> tuple[TableRow, ...]:
    """Return the rows of the file at ``path``, each with a cell for each of ``columns``.

    Raises ``UnusableTable`` where the file is missing or no UTF-8, where a row has another number of cells,
    and where a cell is empty outside the columns ``may_lack``.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableTable(
            f"{path}：词表读不出来，需要 UTF-8 文本 / the table cannot be read, it must be UTF-8 text"
        ) from error
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(columns):
            raise UnusableTable(
                f"{path}:{number}：{line.strip()!r} 有 {len(cells)} 栏，应为 {len(columns)} 栏（{'、'.join(columns)}），"
                f"用制表符隔开 / {len(cells)} cells where {len(columns)} are due, separated by tabs"
            )
        row = TableRow(f"{path}:{number}", dict(zip(columns, cells, strict=True)))
        _check_filled(row, columns, may_lack)
        rows.append(row)
    return tuple(rows)


def _check_filled(row: TableRow, columns: Sequence[str], may_lack: Sequence[str]) -> None:
    for column in columns:
        if not row[column] and column not in may_lack:
            raise row.refuse(f"缺少“{column}”", f"no {column}: write one")
