"""The one table of file formats: how a format is told, which reader takes it, whether a folder offers it.

A new format is a reader and a row. Everything that names formats or their suffixes (reading, folders, ids of
reports, refusals, messages) asks this table.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader is given: the ``data`` of the file ``name``, and its ``text`` where the format is text.

    ``recognise`` says what is done with pictures of pages: they are recognised, left out, or (None) raise
    ``ScannedFile``.
    """

    data: bytes
    name: str
    text: str = ""
    recognise: bool | None = None


Reader = Callable[[Content], tuple[str, str] | tuple[str, str, bool]]
"""Returns the text, the title stated beside it ("" for none), and whether it was recognised in pictures; raises
``UnreadableFile``.
"""


@dataclass(frozen=True, slots=True)
class Format:
    """A row: ``name`` is what a document's ``form`` says.

    A binary format has ``magic``, which stands in its first ``within`` bytes, and ``part`` where it is a ZIP
    package: how the name of a file begins that the package holds. A format without magic is text: it is told by ``begins``, which
    matches its decoded text whatever the file's name is, else by its suffix. ``in_folders`` says whether
    files of these suffixes are taken when their folder is named.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Reader
    magic: bytes = b""
    within: int = 0
    part: str = ""
    begins: re.Pattern[str] | None = None
    in_folders: bool = True


def _read_pdf(content: Content) -> tuple[str, str, bool]:
    from corpus.reading.pages.pdf_reader import read_pages  # here: the readers' libraries are slow to import

    text, recognised = read_pages(content.data, content.name, recognise=content.recognise)
    return text, "", recognised


def _read_ofd(content: Content) -> tuple[str, str]:
    from corpus.reading.pages.ofd_reader import read_ofd

    return read_ofd(content.data, content.name), ""


def _read_picture(content: Content) -> tuple[str, str, bool]:
    from corpus.reading.pages.scans import read_picture

    return read_picture(content.data, content.name, recognise=content.recognise), "", True


def _read_xlsx(content: Content) -> tuple[str, str]:
    from corpus.reading.sheets.xlsx_reader import read_xlsx

    return read_xlsx(content.data, content.name), ""


def _read_docx(content: Content) -> tuple[str, str]:
    from corpus.reading.docx_reader import read_docx

    return read_docx(content.data, content.name)


def _read_html(content: Content) -> tuple[str, str]:
    from corpus.reading.html_reader import read_html

    return read_html(content.text)


def _read_markdown(content: Content) -> tuple[str, str]:
    from corpus.reading.markdown_reader import read_markdown

    return read_markdown(content.text), ""


def _read_csv(content: Content) -> tuple[str, str]:
    from corpus.reading.sheets.csv_reader import read_csv

    return read_csv(content.text), ""


def _read_packed(content: Content) -> tuple[str, str, bool]:
    from corpus.reading.packed.members import read_single

    return read_single(content)


def _read_old(content: Content) -> tuple[str, str]:
    from corpus.reading.old_forms import refuse_old

    raise refuse_old(content)


def _read_plain(content: Content) -> tuple[str, str]:
    return content.text, ""


_PACKAGE = b"PK\x03\x04"
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.I | re.S
)

_MAIL_START = re.compile(
    r"(?=[\s\S]{0,20000}?^MIME-Version:)(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3}", re.I | re.M
)

FORMATS: tuple[Format, ...] = (
    Format("pdf", (".pdf",), _read_pdf, b"%PDF-", 1024),
    Format("xlsb", (".xlsb",), _read_old, _PACKAGE, 4, part="xl/workbook.bin"),
    Format("xlsx", (".xlsx", ".xlsm"), _read_xlsx, _PACKAGE, 4, part="xl/workbook."),
    Format("docx", (".docx", ".docm"), _read_docx, _PACKAGE, 4, part="word/document"),
    Format(
        "office",
        (".doc", ".wps", ".xls", ".et", ".ppt", ".dps"),
        _read_old,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        8,
    ),
    Format("rtf", (".rtf",), _read_old, b"{\\rtf", 5),
    Format("pptx", (".pptx",), _read_old, _PACKAGE, 4, part="ppt/presentation"),
    Format("odf", (".odt", ".ods", ".odp"), _read_old, _PACKAGE, 4, part="content.xml"),
    Format("ofd", (".ofd",), _read_ofd, _PACKAGE, 4, part="OFD.xml"),
    Format(
        "picture",
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"),
        _read_picture,
        b"\x89PNG",
        4,
        in_folders=False,
    ),
    Format("zip", (".zip",), _read_packed, _PACKAGE, 4),
    Format("mail", (".eml",), _read_packed, begins=_MAIL_START),
    Format("html", (".html", ".htm", ".xhtml"), _read_html, begins=_HTML_START),
    Format("markdown", (".md", ".markdown"), _read_markdown),
    Format("csv", (".csv", ".tsv"), _read_csv),
    Format("text", (".txt", ".text"), _read_plain),
)
"""The table of formats; its last row of text takes what no other does."""


def listed_suffixes(*, in_folders: bool = False) -> str:
    """Return the suffixes as messages list them (``.pdf .xlsx .docx …``): all, or those a folder's files have."""
    return " ".join(suffix for row in FORMATS if row.in_folders or not in_folders for suffix in row.suffixes)


def first_suffixes() -> str:
    """Return the usual suffix of each format as messages name what to convert to: ``pdf, xlsx, docx …``."""
    return ", ".join(row.suffixes[0].removeprefix(".") for row in FORMATS)


def binary_formats() -> list[Format]:
    """Return the formats that have magic, packages with a part of their own before packages of any parts."""
    return sorted((row for row in FORMATS if row.magic), key=lambda row: not row.part)


def format_by_beginning(text: str) -> Format | None:
    """Return the format whose beginning ``text`` has, whatever its file is called."""
    return next((row for row in FORMATS if row.begins is not None and row.begins.match(text)), None)


def text_format(text: str, name: str) -> Format:
    """Return the format of a decoded text: by its beginning, else by its file's name, else plain text."""
    named = format_by_suffix(name)
    if named is None or named.magic:
        named = [row for row in FORMATS if not row.magic][-1]
    return format_by_beginning(text) or named


def format_by_suffix(name: str) -> Format | None:
    """Return the format that a file's name says, None where it says none of ours."""
    lowered = name.lower()
    return next((row for row in FORMATS if lowered.endswith(row.suffixes)), None)


def is_offered(name: str) -> bool:
    """Whether a file of this name is taken where only what holds it is named: its folder, an archive or a mail."""
    row = format_by_suffix(name)
    return row is not None and row.in_folders


def without_suffix(name: str) -> str:
    """Return ``name`` without the suffix of a format of ours, where it has one."""
    row = format_by_suffix(name)
    endings = row.suffixes if row is not None else ()
    return next((name[: -len(ending)] for ending in endings if name.lower().endswith(ending)), name)
