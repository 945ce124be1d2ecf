from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from checker.annotation.word_documents import file_of, new_document, writable


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("完成整改588个。\t\r\n", "完成整改588个。\t\r\n", id="ordinary text"),
        pytest.param("甲\x00乙", "甲�乙", id="nought"),
        pytest.param("甲\x07乙", "甲�乙", id="a control character"),
        pytest.param("\ud800", "�", id="a lone surrogate"),
        pytest.param("\ufffe\uffff", "��", id="no characters"),
        pytest.param("😀\U0010ffff", "😀\U0010ffff", id="beyond the first plane"),
        pytest.param("\ud7ff\ue000\ufffd", "\ud7ff\ue000\ufffd", id="the edges of what may be written"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_xml_cannot_carry_is_replaced(text: str, written: str) -> None:
    assert writable(text) == written


@given(st.text(st.characters(exclude_categories=())))
def test_replacing_moves_no_offset_and_is_done_once(text: str) -> None:
    assert len(writable(text)) == len(text)
    assert writable(writable(text)) == writable(text)


def test_document_holds_its_title_alone() -> None:
    assert [paragraph.text for paragraph in new_document("核对结果").paragraphs] == ["核对结果"]


@pytest.mark.parametrize("title", ["", "稿\x00一", "<b>&</b>"], ids=["empty", "unwritable", "markup"])
def test_any_title_can_be_saved_and_opened(title: str) -> None:
    opened = Document(BytesIO(file_of(new_document(title))))
    assert opened.paragraphs[0].text == title.replace("\x00", "�")


@pytest.mark.parametrize(
    ("name", "chinese", "points"),
    [("Normal", "宋体", 11), ("Heading 1", "黑体", 16), ("Heading 2", "黑体", 13)],
)
def test_style_has_a_font_for_either_script(name: str, chinese: str, points: int) -> None:
    style = Document(BytesIO(file_of(new_document("题")))).styles[name]
    fonts = style.element.rPr.rFonts
    assert (fonts.get(qn("w:ascii")), fonts.get(qn("w:eastAsia"))) == ("Times New Roman", chinese)
    assert not [key for key in fonts.attrib if "heme" in key]
    assert style.element.rPr.sz_val.pt == points
