from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from checker.annotation.docx_comments import annotate_docx
from checker.check import check
from checker.finding import Finding
from tests.checker.reports import evidence_of

SOURCE = "省信访局2020年梳理信访矛盾纠纷578件，化解528件。"
DRAFT = "省信访局梳理矛盾纠纷578件<b>、化解538件&#42;。\n\n另有**利润**3.6亿元。\x07\x1c尾"


def annotated(draft: str, *, every: bool = True) -> WordDocument:
    findings: list[Finding] = check(draft, evidence_of(SOURCE))
    return Document(BytesIO(annotate_docx(draft, findings, every=every)))


def test_draft_is_a_document_with_a_comment_on_each_figure() -> None:
    document = annotated(DRAFT)
    body = [paragraph.text for paragraph in document.paragraphs]
    assert "\n".join(body[:3]) == DRAFT.replace("\x07", "�").replace("\x1c", "�")
    told = [comment.paragraphs[0].text for comment in document.comments]
    assert told == ["578件：一致", "538件：不一致", "3.6亿元：查无出处"]


def test_problems_alone_are_commented_where_that_is_asked_for() -> None:
    assert len(list(annotated(DRAFT, every=False).comments)) == 2


@pytest.mark.parametrize("draft", ["", "没有数字。", "\n\n"], ids=["empty", "no figures", "blank lines"])
def test_draft_without_figures_is_written_as_it_is(draft: str) -> None:
    document = annotated(draft)
    assert "\n".join(paragraph.text for paragraph in document.paragraphs) == draft
    last = list(document.element.iter(qn("w:t")))[-1]
    assert last.text == "文中没有数字。"
    assert list(document.comments) == []
