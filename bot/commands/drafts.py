"""Drafts under check as files: read with what they were, written with their findings."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.library.readings import read_document
from bot.messages import say_both
from checker.annotation.reasons import NO_RULINGS, Rulings
from checker.annotation.same_document import SAME_FORMS, annotate_same
from checker.arithmetic.own_arithmetic import Remark
from checker.finding import Finding
from corpus.errors import UnusableInput
from corpus.reading.documents import file_bytes
from corpus.room.reading_room import ReadingRoom

ANNOTATED_FORMS: Final = ("html", "md", *SAME_FORMS)
"""The forms in which a draft is given back with its findings."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft's ``text``, and the file ``path`` of the format ``form`` that held it as ``data``; None for standard input."""

    text: str
    path: Path | None = None
    form: str = "text"
    data: bytes = b""


def read_draft_file(file: str) -> DraftFile:
    """Return the draft in a file, read within the room's limits; ``-`` is standard input, in UTF-8."""
    if file != "-":
        path = Path(file)
        with ReadingRoom(readers=1) as room:
            read = read_document(file_bytes(path), path.name, room)
        return DraftFile(read.text, path, read.document.form, read.data)
    try:
        return DraftFile(sys.stdin.buffer.read().decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise UnusableInput(*say_both("error.input_encoding")) from error


def annotated(
    form: str,
    draft: DraftFile,
    findings: Sequence[Finding],
    remarks: Sequence[Remark],
    *,
    every: bool,
    rulings: Rulings = NO_RULINGS,
) -> bytes:
    """Return the draft with its findings as a file of one of ``ANNOTATED_FORMS``.

    A document of one of ``SAME_FORMS`` stays what it is; it is marked, within the room's limits, where a person must
    look, with ``every`` at every figure, and says what was decided (``rulings``). Raises ``UnusableInput`` for a workbook or a PDF of a draft that is none.
    """
    if form == draft.form and form in SAME_FORMS:
        name = draft.path.name if draft.path else form
        with ReadingRoom(readers=1) as room:
            return room.read(
                name,
                annotate_same,
                draft.data,
                form,
                draft.text,
                findings,
                remarks,
                every=every,
                rulings=dict(rulings),
            )
    if form in SAME_FORMS and form != "docx":
        raise UnusableInput(*say_both("error.not_same_form", form=form))
    if form == "docx":
        from checker.annotation.docx_comments import annotate_docx

        return annotate_docx(draft.text, findings, remarks, every=every, rulings=rulings)
    from checker.annotation.markup import annotate_html, annotate_markdown

    annotate = annotate_html if form == "html" else annotate_markdown
    return annotate(draft.text, findings, remarks=remarks, rulings=rulings).encode("utf-8", "replace")


def write_out(data: bytes, output: str) -> None:
    """Write ``data`` to standard output, or whole to the file ``output``: never half of it."""
    if not output:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    place = Path(output)
    if not place.parent.is_dir():
        raise UnusableInput(*say_both("error.no_output_folder", file=output, folder=place.parent))
    partial = place.with_name(f"{place.name}.partial")
    try:
        partial.write_bytes(data)
        partial.replace(place)
    except OSError as error:
        raise UnusableInput(*say_both("error.cannot_write", file=output, reason=error.strerror)) from error
