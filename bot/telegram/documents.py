"""Documents that the bot makes: answers to keep, and drafts with the findings on their figures."""

import io
import re
from collections.abc import Sequence
from typing import Final

from docx import Document
from docx.shared import RGBColor

from checker.verdicts import WRONG, Verdict

Note = tuple[int, int, Verdict, str]
"""A finding on ``text[start:end]``: start, end, verdict, and why."""

_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot carry."""

_RED, _GREEN, _GREY = RGBColor(0xC0, 0, 0), RGBColor(0, 0x70, 0x30), RGBColor(0x70, 0x70, 0x70)


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


def annotated_docx(text: str, notes: Sequence[Note]) -> bytes:
    """Return a draft as a Word document: each figure in its verdict's colour, with why as a comment."""
    document = Document()
    text = _UNWRITABLE.sub("�", text)
    start = 0
    for line in text.split("\n"):
        paragraph = document.add_paragraph()
        place, end = start, start + len(line)
        for first, last, verdict, why in notes:
            if not (place <= first and last <= end):
                continue
            paragraph.add_run(text[place:first])
            run = paragraph.add_run(text[first:last])
            run.bold = verdict in WRONG
            run.font.color.rgb = _colour(verdict)
            document.add_comment(run, _clean(why), author="Hedui", initials="H")
            place = last
        paragraph.add_run(text[place:end])
        start = end + 1
    return _saved(document)


def annotated_markdown(text: str, notes: Sequence[Note]) -> bytes:
    """Return a draft as Markdown: each figure with a numbered footnote that says why."""
    parts, place = [], 0
    footnotes = []
    for number, (first, last, verdict, why) in enumerate(notes, 1):
        if first < place:
            continue
        mark = "**" if verdict in WRONG else ""
        parts += [text[place:first], f"{mark}{text[first:last]}{mark}[^{number}]"]
        footnotes.append(f"[^{number}]: {_literal(why)}")
        place = last
    whole = "".join([*parts, text[place:]])
    return "\n\n".join([whole, *footnotes, ""]).encode("utf-8", "replace")


def _colour(verdict: Verdict) -> RGBColor:
    if verdict in WRONG:
        return _RED
    return _GREY if verdict is Verdict.NOT_CHECKED else _GREEN


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("�", text)


def _literal(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)


def _saved(document: "Document") -> bytes:  # type: ignore[valid-type]
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()
