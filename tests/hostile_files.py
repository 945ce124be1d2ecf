"""Files that would stop, fill or fool whoever reads them without limits, written into a folder."""

import io
import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

HEAD = "临江市水务局关于整改情况的通报\n（2023年6月12日）\n"
_TYPES = "[Content_Types].xml"
_WORD = "word/document.xml"
_SHEET = "xl/worksheets/sheet1.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: dict[str, str]) -> bytes:
    """Pack parts as a ZIP package."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return data.getvalue()


def _related(target: str, kind: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/{kind}" Target="{target}"/></Relationships>'
    )


def _typed(part: str, kind: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="{kind}"/>'
        "</Types>"
    )


def document(body: str, before: str = "") -> bytes:
    """Return a Word document of this body."""
    return packed(
        {
            _TYPES: _typed(_WORD, f"{_OFFICE}.wordprocessingml.document.main+xml"),
            "_rels/.rels": _related(_WORD, "officeDocument"),
            _WORD: f'<?xml version="1.0"?>{before}<w:document {_W}><w:body>{body}</w:body></w:document>',
        }
    )


def workbook(rows: str) -> bytes:
    """Return a workbook whose one sheet has these rows."""
    return packed(
        {
            _TYPES: _typed("xl/workbook.xml", f"{_OFFICE}.spreadsheetml.sheet.main+xml"),
            "_rels/.rels": _related("xl/workbook.xml", "officeDocument"),
            "xl/workbook.xml": f'<workbook {_S} {_R}><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _related("worksheets/sheet1.xml", "worksheet"),
            _SHEET: f"<worksheet {_S}><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def pdf(*objects: str) -> bytes:
    """Return a PDF of these objects, the first of which is its catalog."""
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj {text} endobj\n".encode()
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return (
        bytes(data) + f"trailer <</Root 1 0 R /Size {len(objects) + 1}>>\nstartxref\n{start}\n%%EOF".encode()
    )


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return document("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>", f'<!DOCTYPE d [<!ENTITY e0 "5个">{entities}]>')


def _text(text: str) -> Callable[[], bytes]:
    return lambda: (HEAD + text).encode("utf-8", "surrogatepass")


def _bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.txt", bytes(200_000_000))
    return data.getvalue()


def _within_each_other(depth: int) -> bytes:
    data = packed({"a.txt": HEAD})
    for number in range(depth):
        outer = io.BytesIO()
        with zipfile.ZipFile(outer, "w") as package:
            package.writestr(f"{number}.zip", data)
        data = outer.getvalue()
    return data


def _parts(depth: int) -> bytes:
    """Return a mail whose parts are within each other."""
    head = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(depth))
    return f"Subject: a\nFrom: a\nMIME-Version: 1.0\n{head}Content-Type: text/plain\n\n5".encode()


def _picture(width: int) -> bytes:
    """Return a PDF with a picture of so many dots to the side on its only page."""
    dots = zlib.compress(bytes(width * width // 8))
    head = f"<</Type /XObject /Subtype /Image /Width {width} /Height {width} /ColorSpace /DeviceGray"
    image = f"{head} /BitsPerComponent 1 /Filter /FlateDecode /Length {len(dots)}>> stream\n".encode()
    drawn = "q 500 0 0 700 0 0 cm /I Do Q"
    whole = pdf(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] /Contents 4 0 R /Resources <</XObject <</I 5 0 R>>>>>>",
        f"<</Length {len(drawn)}>> stream\n{drawn}\nendstream",
        "IMAGE",
    )
    return whole.replace(b"IMAGE", image + dots + b"\nendstream")


_TEXT = "<w:p><w:r><w:t>5个</w:t></w:r></w:p>"
MAKERS: dict[str, Callable[[], bytes]] = {
    "enumeration.txt": _text("5个、" * 32_000),
    "numerals.txt": _text("零" * 60_000 + "个"),
    "digits.txt": _text("9" * 400_000 + "万元"),
    "exponent.txt": _text("1e999999个，9E+99999999万元，1e-999999%。"),
    "clauses.txt": _text("其中完成5个，" * 20_000),
    "shares.txt": _text("甲县、乙县分别" * 9_000 + "5个、6个"),
    "brackets.txt": _text("（以下简称“" * 40_000),
    "numbering.txt": _text("".join(f"{n}.\n" for n in range(60_000))),
    "escapes.txt": _text("\x1b]0;owned\x07\x1b[2J\u202e\x9b31m整改5个。\x00\x08\n"),
    "surrogates.txt": lambda: HEAD.encode() + b"\xed\xa0\x80" * 500,
    "long.txt": _text("整改完成。" * 1_200_000),
    "tags.html": lambda: b"<!doctype html><html>" + b"<div>" * 100_000 + b"5" + b"</div>" * 100_000,
    "lines.html": lambda: (
        b"<!doctype html><html>"
        + b"<p>5</p>" * 60_000
        + f"<article><p>{'整改完成了。' * 20_000}</p></article>".encode()
    ),
    "bomb.zip": _bomb,
    "within.zip": lambda: _within_each_other(200),
    "many.zip": lambda: packed({f"{number}.txt": "5" for number in range(15_000)}),
    "parts.eml": lambda: _parts(3_000),
    "picture.pdf": lambda: _picture(20_000),
    "cells.html": lambda: (
        b"<html><table><tr><td colspan=99999999 rowspan=99999999>5</td></tr></table></html>"
    ),
    "nested.docx": lambda: document(
        "<w:tbl><w:tr><w:tc>" * 30_000 + _TEXT + "</w:tc></w:tr></w:tbl>" * 30_000
    ),
    "laughs.docx": _laughs,
    "bomb.docx": lambda: document("<w:p/>" * 20_000_000),
    "sparse.xlsx": lambda: workbook(
        '<row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="XFD1048576"><v>6</v></c></row>'
    ),
    "exponent.xlsx": lambda: workbook(
        '<row r="1"><c r="A1"><v>1e999999</v></c><c r="B1"><v>-1e-999999</v></c></row>'
    ),
    "pages.pdf": lambda: pdf(
        "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [2 0 R 2 0 R] /Count 999999999>>"
    ),
    "lengths.pdf": lambda: pdf(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9e99 9e99] /Contents 4 0 R>>",
        "<</Length 4 0 R>> stream\n" + "q " * 200_000 + "\nendstream",
    ),
    "arrays.pdf": lambda: pdf("<</Type /Catalog /Pages " + "[" * 50_000),
    "columns.csv": lambda: HEAD.encode() + b"5," * 900_000,
    "quotes.csv": lambda: b'a,"' + b'""' * 300_000,
}
"""How each file is made."""


def write_hostile_files(folder: Path) -> list[Path]:
    """Write the files into a folder, and one whose name is no UTF-8; return them all."""
    for name, make in MAKERS.items():
        (folder / name).write_bytes(make())
    strange = os.fsencode(folder) + b"/\xff\xfe\x1b[2J.txt"
    with open(strange, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(_text("整改完成7个。")())
    return sorted(folder.iterdir())
