import io

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.text.paragraph import CT_P

from corpus.reading.docx_numbering import Numbering
from corpus.reading.docx_reader import read_docx


def lines(document: Document) -> list[str]:
    stream = io.BytesIO()
    document.save(stream)
    return read_docx(stream.getvalue(), "a.docx")[0].split("\n")


def test_list_numbers_are_written_out() -> None:
    document = docx.Document()
    for text, style in (("甲", "List Number"), ("乙", "List Number"), ("丙", "List Bullet")):
        document.add_paragraph(text, style=style)
    assert lines(document) == ["1. 甲", "2. 乙", "丙"]


def chinese_list(document: Document, items: list[tuple[int, str]]) -> None:
    """Number paragraphs 一、 and （一） as Word does, with its own numbering part."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, text in enumerate(("%1、", "（%2）"))
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for depth, text in items:
        properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = 90
        properties.get_or_add_ilvl().val = depth


def test_chinese_numbers_are_written_out_and_start_again_below_each_heading() -> None:
    document = docx.Document()
    chinese_list(document, [(0, "甲"), (1, "子"), (1, "丑"), (0, "乙"), (1, "寅")])
    assert lines(document) == ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅"]


def test_chinese_numbers_go_past_ten() -> None:
    document = docx.Document()
    chinese_list(document, [(0, "项")] * 21)
    assert [line[:-2] for line in lines(document)][9:] == [
        *"十",
        *(f"十{n}" for n in "一二三四五六七八九"),
        "二十",
        "二十一",
    ]


def numbered(form: str, text: str, start: int = 1) -> Document:
    """A document with a numbering definition of one level; its paragraphs are still to be added."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="91"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="91"/></w:num>'))
    return document


def add(document: Document, number: int = 91) -> CT_P:
    paragraph = document.add_paragraph("项")._p
    properties = paragraph.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = number
    properties.get_or_add_ilvl().val = 0
    return paragraph


def labels(document: Document, count: int) -> list[str]:
    paragraphs = [add(document) for _ in range(count)]
    numbering = Numbering(document)
    return [numbering.label(paragraph, "Normal") for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("form", "text", "start", "label"),
    [
        pytest.param("decimal", "%1.", 3, "3. ", id="digits"),
        pytest.param("decimal", "%1", 3, "3 ", id="digits alone"),
        pytest.param("decimal", "（%1）", 3, "（3）", id="digits in brackets"),
        pytest.param("chineseCounting", "%1、", 10, "十、", id="ten"),
        pytest.param("chineseCounting", "%1、", 99, "九十九、", id="ninety-nine"),
        pytest.param("japaneseCounting", "%1、", 20, "二十、", id="another name of the same"),
        pytest.param("decimalEnclosedCircleChinese", "%1", 20, "⑳ ", id="the last circled"),
        pytest.param("lowerLetter", "%1)", 26, "z)", id="the last letter"),
        pytest.param("upperLetter", "%1)", 1, "A)", id="capitals"),
        pytest.param("lowerRoman", "%1)", 9, "ix)", id="small Roman"),
        pytest.param("upperRoman", "%1)", 39, "XXXIX)", id="the last Roman"),
        pytest.param("bullet", "•", 1, "", id="a bullet is no number"),
        pytest.param("none", "%1", 1, "", id="none"),
    ],
)
def test_label_is_written_as_word_writes_it(form: str, text: str, start: int, label: str) -> None:
    assert labels(numbered(form, text, start), 1) == [label]


def test_labels_count_on_from_the_start() -> None:
    assert labels(numbered("decimal", "%1.", 9), 3) == ["9. ", "10. ", "11. "]


def test_paragraph_without_a_number_has_no_label_and_does_not_count() -> None:
    document = numbered("chineseCounting", "%1、")
    first, other, second = add(document), document.add_paragraph("文")._p, add(document)
    numbering = Numbering(document)
    assert [numbering.label(one, "Normal") for one in (first, other, second)] == ["一、", "", "二、"]


@pytest.mark.parametrize("number", [0, 4711], ids=["taken away", "not defined"])
def test_number_that_leads_nowhere_has_no_label(number: int) -> None:
    document = numbered("decimal", "%1.")
    paragraph = add(document, number)
    assert Numbering(document).label(paragraph, "Normal") == ""


def test_style_lends_its_number() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("甲", style="List Number")._p
    style = document.styles["List Number"].style_id
    numbering = Numbering(document)
    assert [numbering.label(paragraph, style), numbering.label(paragraph, style)] == ["1. ", "2. "]
    assert numbering.label(paragraph, "Normal") == ""
