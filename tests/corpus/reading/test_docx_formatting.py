import io

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from corpus.reading.docx_reader import read_docx


def text_of(document: Document) -> str:
    buffer = io.BytesIO()
    document.save(buffer)
    return read_docx(buffer.getvalue(), "修订稿.docx")[0]


@pytest.mark.parametrize("mark", ["strike", "double_strike", "hidden"])
def test_marked_run_is_left_out(mark: str) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("约谈")
    setattr(paragraph.add_run("14").font, mark, True)
    paragraph.add_run("11人。")
    assert text_of(document) == "约谈11人。"


def test_style_strikes_out_and_a_run_may_undo_it() -> None:
    document = docx.Document()
    document.styles.add_style("作废", WD_STYLE_TYPE.CHARACTER).font.strike = True
    paragraph = document.add_paragraph("约谈")
    paragraph.add_run("14", style="作废")
    paragraph.add_run("11人。", style="作废").font.strike = False
    assert text_of(document) == "约谈11人。"


def test_style_of_a_paragraph_hides_it_through_its_base() -> None:
    document = docx.Document()
    document.styles.add_style("隐去", WD_STYLE_TYPE.PARAGRAPH).font.hidden = True
    document.styles.add_style("隐去二", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["隐去"]
    document.add_paragraph("通报14人。", style="隐去二")
    document.add_paragraph("约谈11人。")
    assert "14" not in text_of(document)
