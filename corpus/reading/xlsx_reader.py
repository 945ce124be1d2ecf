"""A workbook (.xlsx) goes in, its text comes out: a row is a line, with tabs between its cells.

Cells come as they are stored: text as written, numbers without their format, formulas by their last result.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.reading.docx_reader import look_over
from corpus.reading.refusals import refuse

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    etree.LxmlError,
    IndexError,
)
_MOST_COLUMNS = 16_384


def read_xlsx(data: bytes, name: str) -> str:
    """Return a workbook's text: each sheet's name on a line, then its rows; empty sheets are left out.

    Raises ``UnreadableFile`` for a package that is encrypted, damaged, or expands too far.
    """
    look_over(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            shared = _shared(package)
            sheets = [(title, list(_rows(package, part, shared))) for title, part in _sheets(package)]
    except _DAMAGE as error:
        raise refuse("damaged", name) from error
    filled = [(title, rows) for title, rows in sheets if rows]
    blocks = ["\n".join([title, *rows] if len(filled) > 1 else rows) for title, rows in filled]
    if not blocks:
        raise refuse("no text", name)
    return "\n\n".join(blocks)


def _parsed(package: zipfile.ZipFile, part: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(package.read(part), parser)


def _shared(package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    return [_text(item) for item in _parsed(package, "xl/sharedStrings.xml").iter(f"{_MAIN}si")]


def _text(item: Any) -> str:
    """Return the text of a string, without the readings that East Asian ones carry."""
    return "".join(
        node.text or ""
        for node in item.iter(f"{_MAIN}t")
        if node.getparent() is None or node.getparent().tag != f"{_MAIN}rPh"
    )


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield each sheet's title and part, in the order of the tabs; hidden ones are left out."""
    relations = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _parsed(package, "xl/_rels/workbook.xml.rels")
    }
    for sheet in _parsed(package, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = relations.get(sheet.get(_RELATION), "")
        if sheet.get("state") in {"hidden", "veryHidden"} or "worksheet" not in target:
            continue
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        yield sheet.get("name", ""), part


def _rows(package: zipfile.ZipFile, part: str, shared: list[str]) -> Iterator[str]:
    for row in _parsed(package, part).iter(f"{_MAIN}row"):
        cells: dict[int, str] = {}
        for cell in row.iter(f"{_MAIN}c"):
            column = _column(cell.get("r", "")) if cell.get("r") else len(cells)
            cells[min(column, _MOST_COLUMNS)] = _value(cell, shared).replace("\n", " ").strip()
        if any(cells.values()):
            yield "\t".join(cells.get(column, "") for column in range(max(cells) + 1)).rstrip("\t")


def _column(reference: str) -> int:
    """Return the column of a cell's reference, from 0 (``B7`` is 1)."""
    number = 0
    for letter in reference:
        if not ("A" <= letter <= "Z"):
            break
        number = number * 26 + ord(letter) - ord("A") + 1
    return max(number - 1, 0)


def _value(cell: Any, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    stored = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return shared[int(stored)] if stored else ""
    return _number(stored) if kind == "n" else stored


def _number(stored: str) -> str:
    """Return a stored number without the noise of binary fractions (0.91349999999999998 is 0.9135)."""
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return stored
    short = Decimal(f"{number:.15g}")
    return format(short.normalize(), "f") if short != short.to_integral_value() else format(short, ".0f")
