"""A draft with its findings written into it as a Word document: text and findings in, the file's bytes out.

Beside the readers only this and ``checker.annotation.word_documents`` know python-docx.
"""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph

from checker.annotation.markup import count_verdicts
from checker.annotation.word_documents import file_of, new_document, writable
from checker.finding import Finding
from checker.verdicts import CHINESE_VERDICTS, WRONG, Verdict

_RED, _GREEN, _GREY = RGBColor(0xCF, 0x22, 0x2E), RGBColor(0x1A, 0x7F, 0x37), RGBColor(0x6E, 0x77, 0x81)


def annotate_docx(text: str, findings: Sequence[Finding], title: str = "核对结果") -> bytes:
    """Return the draft as a .docx: each figure in its verdict's colour, with the reason as a comment."""
    document = new_document(title)
    document.add_paragraph(count_verdicts(findings))
    text = writable(text)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = [f for f in findings if start <= f.figure.start and f.figure.end <= end]
        _write_line(document, document.add_paragraph(), text[start:end], start, inside)
        start = end + 1
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
        run.bold = finding.verdict in WRONG
        run.font.color.rgb = _colour(finding.verdict)
        told = f"{CHINESE_VERDICTS[finding.verdict]}：{finding.explanation}"
        document.add_comment(run, writable(told), author="Hedui", initials="H")
        place = last
    paragraph.add_run(line[place:])


def _colour(verdict: Verdict) -> RGBColor:
    if verdict in WRONG:
        return _RED
    return _GREY if verdict is Verdict.NOT_CHECKED else _GREEN
