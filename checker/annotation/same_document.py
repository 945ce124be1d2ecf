"""A draft's own document given back with its findings: Word, workbook or PDF, the document that it was but for its marks."""

from collections.abc import Sequence
from typing import Final

from checker.annotation.reasons import NO_RULINGS, Rulings
from checker.arithmetic.own_arithmetic import Remark
from checker.finding import Finding

SAME_FORMS: Final = ("docx", "xlsx", "pdf")
"""The formats, by the names of the table of formats, whose documents are marked themselves."""


def annotate_same(
    data: bytes,
    form: str,
    text: str,
    findings: Sequence[Finding],
    remarks: Sequence[Remark] = (),
    *,
    every: bool = False,
    rulings: Rulings = NO_RULINGS,
) -> bytes:
    """Return the document ``data`` of one of ``SAME_FORMS``, whose text is ``text``, marked at the figures that need a person.

    With ``every``, at all figures; ``rulings`` on them are told with them. Raises ``UnreadableFile`` as reading it does.
    """
    if form == "docx":  # here: the libraries of one form are slow to import for the others
        from checker.annotation.word_draft import annotate_word as annotate
    elif form == "xlsx":
        from checker.annotation.sheet_draft import annotate_workbook as annotate
    else:
        from checker.annotation.pdf_draft import annotate_pdf as annotate
    return annotate(data, text, findings, remarks, every=every, rulings=rulings)
