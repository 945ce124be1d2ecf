"""A draft with its findings written into it as a Word document: text and findings in, the file's bytes out.

Beside the readers only this and ``checker.annotation.word_documents`` know python-docx.
"""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from checker.annotation.markup import OWN_ARITHMETIC, count_verdicts, own_arithmetic_lines
from checker.annotation.word_documents import file_of, new_document, writable
from checker.arithmetic.own_arithmetic import Remark
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS


def annotate_docx(
    text: str, findings: Sequence[Finding], title: str = "核对结果", remarks: Sequence[Remark] = ()
) -> bytes:
    """Return the draft as a .docx: each figure in its verdict's colour, with the reason as a comment.

    ``remarks`` on the draft's own arithmetic follow the draft.
    """
    document = new_document(title)
    document.add_paragraph(count_verdicts(findings))
    text = writable(text)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = [f for f in findings if start <= f.figure.start and f.figure.end <= end]
        _write_line(document, document.add_paragraph(), text[start:end], start, inside)
        start = end + 1
    if remarks:
        document.add_heading(OWN_ARITHMETIC, 2)
    for line in own_arithmetic_lines(remarks):
        document.add_paragraph(writable(line))
    return file_of(document)


def _write_line(
    document: WordDocument, paragraph: Paragraph, line: str, start: int, findings: Sequence[Finding]
) -> None:
    place = 0
    for finding in findings:
        first, last = finding.figure.start - start, finding.figure.end - start
        if first < place:
            continue
        paragraph.add_run(line[place:first])
        run = paragraph.add_run(line[first:last])
        row = VERDICT_ROWS[finding.verdict]
        run.bold = row.is_wrong
        run.font.color.rgb = RGBColor.from_string(row.colour.upper())
        told = f"{row.chinese}：{finding.explanation}"
        document.add_comment(run, writable(told), author="Hedui", initials="H")
        place = last
    paragraph.add_run(line[place:])
