"""Documents that the bot makes of its answers, to keep."""

import io
import re
from collections.abc import Sequence
from typing import Final

from docx import Document

_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot carry."""


def plain_docx(title: str, blocks: Sequence[str]) -> bytes:
    """Return a Word document with a title and paragraphs; a line break begins a new paragraph."""
    document = Document()
    document.add_heading(_clean(title), level=1)
    for block in blocks:
        for line in _clean(block).split("\n"):
            document.add_paragraph(line)
    return _saved(document)


def plain_markdown(title: str, blocks: Sequence[str]) -> bytes:
    """Return a Markdown document with a title and paragraphs."""
    body = "\n\n".join(_literal(block).replace("\n", "  \n") for block in blocks)
    return f"# {_literal(title)}\n\n{body}\n".encode("utf-8", "replace")


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("�", text)


def _literal(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)


def _saved(document: "Document") -> bytes:  # type: ignore[valid-type]
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()
