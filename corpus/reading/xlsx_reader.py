"""A workbook (.xlsx) goes in, its text comes out: a row is a line, with tabs between its cells.

Cells come as they are shown: text as written, shares as percentages and days as dates where their format says so,
formulas by their last result. A cell that a merged one covers is empty.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
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
_BUILT_IN = {
    "9": "0%",
    "10": "0.00%",
    **dict.fromkeys(("14", "15", "22", "27", "31", "36", "50", "57", "58"), "y-m-d"),
}
"""Formats that a workbook names by number alone, as ECMA-376 lists them."""
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DAY = re.compile(r"[yY].*[dD]|[dD].*[yY]|[yY].*[mM]|[mM].*[yY]")
_FIRST_DAY, _LAST_DAY = date(1899, 12, 30), 2_900_000
_MOST_COLUMNS = 16_384


def read_xlsx(data: bytes, name: str) -> str:
    """Return a workbook's text: each sheet's name on a line, then its rows; empty sheets are left out.

    Raises ``UnreadableFile`` for a package that is encrypted, damaged, or expands too far.
    """
    look_over(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            shared, formats = _shared(package), _formats(package)
            sheets = [
                (title, list(_rows(package, part, shared, formats))) for title, part in _sheets(package)
            ]
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


def _formats(package: zipfile.ZipFile) -> list[str]:
    """Return the number format of each style of a cell, by the style's number."""
    if "xl/styles.xml" not in package.namelist():
        return []
    styles = _parsed(package, "xl/styles.xml")
    own = {form.get("numFmtId"): form.get("formatCode", "") for form in styles.iter(f"{_MAIN}numFmt")}
    styled = styles.find(f"{_MAIN}cellXfs")
    used = [] if styled is None else [style.get("numFmtId", "0") for style in styled]
    return [own.get(number) or _BUILT_IN.get(number, "") for number in used]


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


def _rows(package: zipfile.ZipFile, part: str, shared: list[str], formats: list[str]) -> Iterator[str]:
    for row in _parsed(package, part).iter(f"{_MAIN}row"):
        cells: dict[int, str] = {}
        for cell in row.iter(f"{_MAIN}c"):
            column = _column(cell.get("r", "")) if cell.get("r") else len(cells)
            cells[min(column, _MOST_COLUMNS)] = _value(cell, shared, formats).replace("\n", " ").strip()
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


def _value(cell: Any, shared: list[str], formats: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    stored = cell.findtext(f"{_MAIN}v") or ""
    if kind == "s":
        return shared[int(stored)] if stored else ""
    if kind != "n":
        return stored
    style = int(cell.get("s") or "0")
    return _number(stored, formats[style] if style < len(formats) else "")


def _number(stored: str, form: str) -> str:
    """Return a stored number as its format shows it, without the noise of binary fractions.

    0.91349999999999998 is 0.9135, under 0.00% it is 91.35%, and 45000 under yyyy-m-d is 2023-03-15.
    """
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return stored
    short = Decimal(f"{number:.15g}")
    shown = _QUOTED.sub("", form.split(";", maxsplit=1)[0])
    if "%" in shown:
        return _plain(short * 100) + "%"
    if _DAY.search(shown) and 0 < short < _LAST_DAY:
        return (_FIRST_DAY + timedelta(days=int(short))).isoformat()
    return _plain(short)


def _plain(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return format(number, ".0f") if whole else format(number.normalize(), "f")
