"""Word documents as they are made here: Chinese and Latin in fonts that Word has, nothing that XML cannot carry."""

import re
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot carry."""

_FONTS: Final = (("Normal", "宋体", 11), ("Heading 1", "黑体", 16), ("Heading 2", "黑体", 13))
"""A style, its Chinese font and its size in points; Latin letters and digits are in Times New Roman."""

_INK: Final = RGBColor(0x22, 0x26, 0x2B)


def new_document(title: str) -> WordDocument:
    """Return a Word document that holds its title."""
    document = empty_document()
    document.add_heading(writable(title), level=1)
    return document


def empty_document() -> WordDocument:
    """Return a Word document without text."""
    document = Document()
    for name, chinese, points in _FONTS:
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Times New Roman", Pt(points), _INK
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), chinese)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    return document


def writable(text: str) -> str:
    """Return a text with what XML cannot carry replaced, one character by one."""
    return _UNWRITABLE.sub("�", text)


def file_of(document: WordDocument) -> bytes:
    """Return a document as the bytes of a .docx file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
