from typing import Any

from docx.oxml.ns import qn

from checker.annotation.word_results import RESULTS_TITLE, results_page
from checker.arithmetic.own_arithmetic import review
from checker.check import check
from corpus.reading.docx_reader import is_results
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

SOURCE = "省信访局2020年梳理信访矛盾纠纷578件，化解528件。"


def said(element: object) -> str:
    return "".join(element.itertext())  # type: ignore[attr-defined]


def content(*given: Any) -> list[Any]:
    """The paragraphs and tables of the page."""
    page = results_page(*given)
    assert is_results(page)
    return list(page.find(qn("w:sdtContent")))


def test_page_begins_anew_counts_and_lists() -> None:
    findings = check("省信访局梳理矛盾纠纷578件，化解538件。", evidence_of(SOURCE))
    head, counts, table, _ = content([(findings[1], "页眉")], findings, [])
    assert (said(head), head.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is None) == (
        RESULTS_TITLE,
        False,
    )
    assert said(counts).startswith("共2个数字，1个需要人看")
    rows = [[said(cell) for cell in row.iter(qn("w:tc"))] for row in table.iter(qn("w:tr"))]
    assert rows[1][:3] == ["538件", "不一致", "页眉"]
    assert "出处：" in rows[1][3]


def test_page_without_rows_has_no_table() -> None:
    assert [said(one) for one in content([], [], [])] == [RESULTS_TITLE, "文中没有数字。"]


def test_remarks_on_the_drafts_own_arithmetic_follow() -> None:
    text = "全县共处分10人，其中党纪处分6人、政务处分5人。"
    remarks = review(read_draft(text))
    page = [said(one) for one in content([], [], remarks)]
    assert len(remarks) == 1
    assert "6+5=11" in page[-1]
