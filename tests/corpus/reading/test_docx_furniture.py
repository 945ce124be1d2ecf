"""Tests of what stands around a Word document's text: headers, footers and notes are read after it."""

import io

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from corpus.reading.documents import read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _lines(document: Document) -> list[str]:
    stream = io.BytesIO()
    document.save(stream)
    return read_bytes(stream.getvalue(), "a.docx").text.split("\n")


def _with_notes(document: Document, kind: str, *notes: str) -> Document:
    body = "".join(f'<w:{kind} w:id="{at}">{note}</w:{kind}>' for at, note in enumerate(notes, 2))
    separator = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:t>——线</w:t></w:r></w:p></w:{kind}>'
    part = Part(
        PackURI(f"/word/{kind}s.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml",
        f"<w:{kind}s {W}>{separator}{body}</w:{kind}s>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind}s".upper()))
    return document


def test_header_and_footer_follow_the_text_once() -> None:
    document = docx.Document()
    document.add_paragraph("东岭镇整改18个问题。")
    section = document.sections[0]
    section.header.paragraphs[0].text = "东岭镇简报 认领问题22个"
    section.footer.paragraphs[0].text = "东岭镇简报 认领问题22个"
    assert _lines(document) == ["东岭镇整改18个问题。", "东岭镇简报 认领问题22个"]


@pytest.mark.parametrize("written", ["- 1 -", "第 1 页", "第1页 共3页", "1/3"])
def test_number_of_a_page_is_no_text(written: str) -> None:
    document = docx.Document()
    document.add_paragraph("东岭镇整改18个问题。")
    document.sections[0].footer.paragraphs[0].text = written
    assert _lines(document) == ["东岭镇整改18个问题。"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_follow_the_text_without_their_rule(kind: str) -> None:
    document = docx.Document()
    document.add_paragraph("东岭镇整改18个问题。")
    note = "<w:p><w:r><w:t>不含转办的4件。</w:t></w:r></w:p>"
    assert _lines(_with_notes(document, kind, note)) == ["东岭镇整改18个问题。", "不含转办的4件。"]
