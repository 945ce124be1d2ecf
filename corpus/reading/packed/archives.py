"""A ZIP archive goes in, its files come out; one that would unpack to far more than it is, or is locked, is refused."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from corpus.reading.docx_reader import look_over
from corpus.reading.refusals import refuse

_UTF_8: Final = 0x800
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_SYSTEM: Final = ("__MACOSX", ".", "~$")
"""How names begin that no person gave."""


def archived_files(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield (name, bytes) of each file of an archive; names in GB 18030, as Windows writes them, are read as such.

    Raises ``UnreadableFile`` for an archive that is damaged, encrypted or expands too far.
    """
    look_over(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                written = _name_of(entry)
                if not entry.is_dir() and not any(part.startswith(_SYSTEM) for part in written.split("/")):
                    yield written, archive.read(entry)
    except _DAMAGE as error:
        raise refuse("damaged", name) from error


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The name of an archive's file with its folders, as it was meant; never one that leads out of the archive."""
    written = entry.filename
    if not entry.flag_bits & _UTF_8:
        raw = written.encode("cp437", "replace")
        written = next((text for code in ("utf-8", "gb18030") if (text := _decoded(raw, code))), written)
    parts = PurePosixPath(written.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in {"/", ".."})


def _decoded(raw: bytes, code: str) -> str:
    try:
        return raw.decode(code)
    except UnicodeDecodeError:
        return ""
