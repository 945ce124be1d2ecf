"""A draft that is no Word document given as one, with its findings: text and findings in, the file's bytes out."""

from collections.abc import Sequence

from checker.annotation.reasons import NO_RULINGS, Rulings
from checker.annotation.word_documents import empty_document, file_of, writable
from checker.annotation.word_draft import annotate_word
from checker.arithmetic.own_arithmetic import Remark
from checker.finding import Finding


def annotate_docx(
    text: str,
    findings: Sequence[Finding],
    remarks: Sequence[Remark] = (),
    *,
    every: bool = True,
    rulings: Rulings = NO_RULINGS,
) -> bytes:
    """Return the draft as a .docx, marked as ``annotate_word`` marks one: at every figure, or at the problems alone."""
    document = empty_document()
    text = writable(text)
    for line in text.split("\n"):
        document.add_paragraph(line)
    return annotate_word(file_of(document), text, findings, remarks, every=every, rulings=rulings)
