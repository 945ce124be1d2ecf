"""What stands around the text of a Word document, its headers, footers and notes: a document in, their lines out."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

_PARTS = ("/header", "/footer", "/footnotes", "/endnotes")
_NOTES = (qn("w:footnote"), qn("w:endnote"))
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_SAYS_SOMETHING = re.compile(r"(?!第?\s*\d*\s*页?\s*[/共]?\s*\d*\s*页?$).*[\u4e00-\u9fffA-Za-z]")


def around_text(document: Document, lines_of: Callable[[Any], list[str]]) -> list[str]:
    """Return the lines of headers, footers and notes, each once; ``lines_of`` reads those of a part's element.

    Page numbers say nothing and are left out.
    """
    lines = (line.strip() for element in _elements(document) for line in lines_of(element))
    return list(dict.fromkeys(line for line in lines if _SAYS_SOMETHING.match(line)))


def _elements(document: Document) -> Iterator[Any]:
    relations = sorted(document.part.rels.values(), key=lambda relation: relation.rId)
    for kind in _PARTS:
        for relation in relations:
            if not relation.reltype.endswith(kind) or relation.is_external:
                continue
            part = relation.target_part
            root = getattr(part, "element", None)
            root = parse_xml(part.blob) if root is None else root
            if kind in ("/header", "/footer"):
                yield root
                continue
            yield from (note for note in root.iter(*_NOTES) if note.get(qn("w:type")) not in _SEPARATORS)
