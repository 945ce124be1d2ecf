"""Files go in, their text comes out: plain text, Markdown, HTML, DOCX, XLSX, CSV, PDF, mails and archives.

The format is told from the content first and from the name second, by the table of formats. Whatever cannot
be read is refused with an ``UnreadableFile`` whose one line names the file, says why, and says what would do.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path

from corpus.reading.decoding import decode
from corpus.reading.formats import (
    FORMATS,
    Content,
    Format,
    binary_formats,
    format_by_beginning,
    format_by_suffix,
    is_offered,
    text_format,
)
from corpus.reading.refusals import refuse

MAX_BYTES = 50_000_000
MAX_CHARACTERS = 5_000_000
_LINE_ENDS = re.compile(r"\r\n?")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.I)
_OLD_AS_TEXT = "ÐÏ"
"""How an old office file begins that LibreOffice could not open and took for text."""

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_OTHER_FORMS = ((b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"), (b"\x1f\x8b", "gzip"))


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text of a document: ``form`` is the name of a row of the table of formats.

    ``title_hint`` is a title that the document states beside its text (HTML, DOCX), "" where it has none.
    ``recognised`` says that the text, or some of it, was recognised in pictures of pages.
    Line ends are ``\\n``; offsets of figures and passages index ``text``.
    """

    text: str
    title_hint: str
    form: str
    recognised: bool = False


def read_text(path: Path, max_bytes: int = MAX_BYTES) -> DocumentText:
    """Return the text of the file at ``path``, read in this process; raises ``UnreadableFile``."""
    return read_bytes(file_bytes(path, max_bytes), path.name)


def file_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Return what stands in the file at ``path``, which is not looked into.

    ``max_bytes`` bounds the file's size, looked at before it is opened. Raises ``UnreadableFile`` when the
    file is missing, empty, too large or no file that can be read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refuse("folder", str(path))
        if not stat.S_ISREG(status.st_mode):
            raise refuse("special", str(path))
        _check_size(status.st_size, max_bytes, path.name)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refuse("missing", str(path)) from error
    except PermissionError as error:
        raise refuse("no access", str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        code = errno.errorcode.get(getattr(error, "errno", 0) or 0, type(error).__name__)
        raise refuse("input error", str(path).replace("\0", "?"), detail=code) from error
    _check_size(len(data), max_bytes, path.name)
    return data


def read_bytes(data: bytes, name: str, declared: str = "", *, recognise: bool | None = None) -> DocumentText:
    """Return the text of a document's bytes; ``declared`` is a charset that it came with.

    ``name`` is its file name, with the extension; ``recognise`` says what is done with pictures of pages, as in ``Content``. Raises ``UnreadableFile`` for one that is empty, encrypted,
    damaged, of no known form, in no certain encoding, or of more text than ``MAX_CHARACTERS``.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise refuse("empty", name)
    row = _binary_format(data, name)
    content = Content(data, name, recognise=recognise)
    if row is None:
        charset = _CHARSET.search(data[:4096])
        text = decode(data, name, declared or (charset[1].decode() if charset else ""))
        content, row = Content(data, name, text), text_format(text, name)
    text, title, *recognised = row.read(content)
    text = _LINE_ENDS.sub("\n", text)
    if not text.strip():
        raise refuse("no text", name)
    if text.lstrip().startswith(_OLD_AS_TEXT):
        raise refuse("damaged", name)
    if len(text) > MAX_CHARACTERS:
        raise refuse("too long", name, detail=f"{len(text):,}", limit=f"{MAX_CHARACTERS:,}")
    return DocumentText(text, title, row.name, any(recognised))


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that ``paths`` name, folders expanded to the readable files below them, sorted.

    In folders only known suffixes count, and hidden files and Office's lock files (``~$…``) are skipped; a
    file that is named itself is always returned, readable or not, and so is a path that does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        below: list[Path] = []
        for folder, folders, names in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below += [Path(folder, name) for name in names if _is_wanted(name)]
        found |= dict.fromkeys(sorted(below))
    return list(found)


def _is_wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and is_offered(name)


def _check_size(size: int, limit: int, name: str) -> None:
    if size > limit:
        raise refuse("too large", name, detail=megabytes_text(size), limit=megabytes_text(limit))
    if size == 0:
        raise refuse("empty", name)


def megabytes_text(size: int) -> str:
    """Return a size as messages tell it."""
    return f"{size / 1_000_000:.0f} MB" if size >= 10_000_000 else f"{size / 1_000_000:.1f} MB"


def _binary_format(data: bytes, name: str) -> Format | None:
    """The binary format that a document's bytes say, None for one that may be text; refuses what we cannot read."""
    named = format_by_suffix(name)
    told = [row for row in binary_formats() if row.magic in data[: row.within]]
    parts = _parts(data, name) if any(row.part for row in told) else frozenset()
    for row in told:
        if not row.part or any(one.startswith(row.part) for one in parts):
            if (
                not row.part and named in told
            ):  # a package of another build than we know: its reader says more
                return named
            return row
    if data.startswith(_IMAGES) and b"\0" in data[:256]:
        return next(row for row in FORMATS if row.name == "picture")
    for start, other in _OTHER_FORMS:
        if data.startswith(start):
            raise refuse("other form", name, detail=other)
    if named is not None and named.magic and format_by_beginning(data[:2048].decode("latin-1")) is None:
        raise refuse("damaged", name)
    return None


def _parts(data: bytes, name: str) -> Set[str]:
    from corpus.reading.docx_reader import look_over

    return look_over(data, name)
