"""Documents that the bot makes of its answers, to keep: a title and sections in, the file's bytes out."""

import re
from collections.abc import Sequence

from checker.annotation.word_documents import file_of, new_document, writable

DocumentSection = tuple[str, Sequence[str]]
"""A heading, "" for none, and paragraphs; a line break in one begins a new line."""


def plain_docx(title: str, sections: Sequence[DocumentSection]) -> bytes:
    """Return a Word document."""
    document = new_document(title)
    for heading, blocks in sections:
        if heading and blocks:
            document.add_heading(writable(heading), level=2)
        for block in blocks:
            for line in writable(block).split("\n"):
                document.add_paragraph(line)
    return file_of(document)


def plain_markdown(title: str, sections: Sequence[DocumentSection]) -> bytes:
    """Return a Markdown document."""
    parts = [f"# {_literal(title)}"]
    for heading, blocks in sections:
        parts += [f"## {_literal(heading)}"] if heading and blocks else []
        parts += [_literal(block).replace("\n", "  \n") for block in blocks]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _literal(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)
