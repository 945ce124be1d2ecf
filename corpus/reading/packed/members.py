"""The files within a mail or an archive: its bytes go in, the files that can be read come out, by their names.

A name leads through what holds the file (``附件.zip/2023/通报.docx``). Nothing is unpacked onto the disk, and how many
files, how deep and how large they may be is bounded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from corpus.errors import OldForm
from corpus.reading.documents import file_bytes, read_bytes
from corpus.reading.formats import Content, format_by_suffix, is_offered
from corpus.reading.packed.archives import archived_files
from corpus.reading.packed.mails import mailed_files
from corpus.reading.refusals import refuse

MOST_MEMBERS: Final = 500
_DEEPEST: Final = 3
"""Mails and archives within each other, the outermost counted."""

_MOST_BYTES: Final = 200_000_000
_OPENERS: Final = {"mail": mailed_files, "zip": archived_files}


@dataclass(frozen=True, slots=True)
class Member:
    """A file within another: its name with what leads to it, and its bytes."""

    name: str
    data: bytes


def is_container(name: str) -> bool:
    """Whether a file's name says that it holds other files."""
    row = format_by_suffix(name)
    return row is not None and row.name in _OPENERS


def members(data: bytes, name: str) -> list[Member]:
    """Return the files of a mail or an archive that can be read, in their order; ``name`` says which it is.

    Raises ``UnreadableFile`` for one that is damaged or encrypted, holds too much, or holds nothing to be read.
    """
    found: list[Member] = []
    size = 0
    for member in _opened(data, name, name, 1):
        size += len(member.data)
        if len(found) == MOST_MEMBERS or size > _MOST_BYTES:
            raise refuse("holds too much", name, limit=f"{MOST_MEMBERS}")
        found.append(member)
    if not found:
        raise refuse("holds nothing", name)
    return found


def member_names(path: str, name: str) -> list[str]:
    """Return the names of the files that the one at ``path`` holds; done by a reader in the room."""
    return [member.name for member in _read(path, name)]


def member_bytes(path: str, name: str, wanted: str) -> bytes:
    """Return the bytes of the file ``wanted`` within the one at ``path``; done by a reader in the room."""
    for member in _read(path, name):
        if member.name == wanted:
            return member.data
    raise refuse("missing", f"{name}/{wanted}")


def read_single(content: Content) -> tuple[str, str, bool]:
    """Return text and title of the one file that a mail or an archive holds; refuse one of several."""
    held = members(content.data, content.name)
    if len(held) > 1:
        raise refuse("holds several", content.name, detail=str(len(held)))
    try:
        document = read_bytes(held[0].data, PurePosixPath(held[0].name).name, recognise=content.recognise)
    except OldForm as error:  # it is to be turned into another form by itself
        raise refuse("holds several", content.name, detail="1") from error
    return document.text, document.title_hint, document.recognised


def _read(path: str, name: str) -> list[Member]:
    return members(file_bytes(Path(path)), name)


def _opened(data: bytes, name: str, outermost: str, depth: int) -> Iterator[Member]:
    """Yield the readable files of one mail or archive, those of the ones within it in their place."""
    if depth > _DEEPEST:
        raise refuse("too deep", outermost)
    row = format_by_suffix(name)
    told = (
        "zip" if data.startswith(b"PK") else "mail"
    )  # whatever the name says: a mail that was saved as a text
    for inner, held in _OPENERS.get(row.name if row else "", _OPENERS[told])(data, name):
        if is_container(inner):
            yield from (
                Member(f"{inner}/{one.name}", one.data) for one in _opened(held, inner, outermost, depth + 1)
            )
        elif is_offered(inner):
            yield Member(inner, held)
