from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.text.run import Run

from checker.annotation.docx_comments import annotate_docx
from checker.check import check
from checker.finding import Finding
from tests.checker.reports import evidence_of

SOURCE = "省信访局2020年梳理信访矛盾纠纷578件，化解528件。"
DRAFT = "省信访局梳理矛盾纠纷578件<b>、化解538件&#42;。\n\n另有**利润**3.6亿元。\x07"


def annotated(draft: str, findings: list[Finding] | None = None, title: str = "核对结果") -> WordDocument:
    found = check(draft, evidence_of(SOURCE)) if findings is None else findings
    return Document(BytesIO(annotate_docx(draft, found, title)))


def run_of(document: WordDocument, text: str) -> Run:
    runs = (run for paragraph in document.paragraphs for run in paragraph.runs)
    return next(run for run in runs if run.text == text)


def test_word_file_has_a_comment_on_each_figure() -> None:
    findings = check(DRAFT, evidence_of(SOURCE))
    document = Document(BytesIO(annotate_docx(DRAFT, findings)))
    body = [paragraph.text for paragraph in document.paragraphs][2:]
    assert "\n".join(body) == DRAFT.replace("\x07", "�")
    assert [comment.text[:3] for comment in document.comments] == ["一致：", "不一致", "查无出"]


@pytest.mark.parametrize(
    ("draft", "raw", "colour", "bold"),
    [
        pytest.param("省信访局梳理矛盾纠纷578件。", "578件", "1A7F37", False, id="confirmed"),
        pytest.param("省信访局化解矛盾纠纷538件。", "538件", "CF222E", True, id="wrong"),
        pytest.param("各单位增强“四个意识”。", "四个意识", "6E7781", False, id="not checked"),
    ],
)
def test_figure_has_its_verdicts_colour(draft: str, raw: str, colour: str, bold: bool) -> None:
    run = run_of(annotated(draft), raw)
    assert (str(run.font.color.rgb), bool(run.bold)) == (colour, bold)


def test_comment_says_verdict_and_reason() -> None:
    (comment,) = annotated("省信访局化解矛盾纠纷538件。").comments
    assert comment.text.startswith("不一致：原文是528件")
    assert comment.author == "Hedui"


def test_title_and_summary_stand_before_the_draft() -> None:
    title, summary, first, *_ = (
        paragraph.text for paragraph in annotated(DRAFT, title="稿\x07一").paragraphs
    )
    assert title == "稿�一"
    assert summary.startswith("共3个数字，2个需要人看")
    assert first == DRAFT.split("\n", maxsplit=1)[0]


@pytest.mark.parametrize("draft", ["", "没有数字。", "\n\n"], ids=["empty", "no figures", "blank lines"])
def test_draft_without_figures_is_written_as_it_is(draft: str) -> None:
    document = annotated(draft)
    assert "\n".join(paragraph.text for paragraph in document.paragraphs[2:]) == draft
    assert list(document.comments) == []


def test_figure_over_another_is_marked_once() -> None:
    draft = "省信访局化解矛盾纠纷538件。"
    (finding,) = check(draft, evidence_of(SOURCE))
    document = annotated(draft, [finding, finding])
    assert document.paragraphs[2].text == draft
    assert len(list(document.comments)) == 1
