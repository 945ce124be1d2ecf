"""Documents of forms that are not read here: their bytes go in, what is to be done with them comes out as a refusal."""

from typing import Final

from corpus.errors import OldForm, UnreadableFile
from corpus.reading.formats import Content
from corpus.reading.refusals import refuse

_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_OUTLOOK: Final = "__properties_version1.0".encode("utf-16-le")
_TARGETS: Final = (
    ("WordDocument".encode("utf-16-le"), "docx"),
    ("Workbook".encode("utf-16-le"), "xlsx"),
    ("Book\0".encode("utf-16-le"), "xlsx"),
    ("PowerPoint Document".encode("utf-16-le"), "pdf"),
    (b"ppt/presentation", "pdf"),
    (b"xl/workbook", "xlsx"),
    (b"xl\\workbook", "xlsx"),
    (b"opendocument.spreadsheet", "xlsx"),
    (b"opendocument.presentation", "pdf"),
)
"""What stands in a document of each kind, and the form that keeps what it shows; any other is a text."""


def refuse_old(content: Content) -> UnreadableFile:
    """Return what is to be raised for an old office file: an ``OldForm`` with its target, unless nothing can read it."""
    if _LOCKED in content.data:
        return refuse("encrypted", content.name)
    if _OUTLOOK in content.data:
        return refuse("other form", content.name, detail="Outlook .msg")
    old = refuse("old office", content.name)
    if isinstance(old, OldForm):
        old.target = next((target for sign, target in _TARGETS if sign in content.data), "docx")
    return old
