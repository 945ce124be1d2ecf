import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from checker.annotation.docx_comments import annotate_docx
from checker.annotation.markup import annotate_html, annotate_markdown
from checker.annotation.pdf_draft import annotation_text
from checker.annotation.reasons import (
    NO_RULINGS,
    PersonRuling,
    Rulings,
    colour_of,
    needing,
    reason_lines,
    ruling_lines,
    source_of,
    tint,
    to_tell,
)
from checker.annotation.same_document import annotate_same
from checker.check import check
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, Verdict
from corpus.reading.documents import read_bytes
from tests.checker.annotation.pdf_drafts import pdf_of
from tests.checker.reports import evidence_of, finding_on

SOURCE = "省信访局工作通报\n2021年3月2日\n一、化解情况\n省信访局2020年梳理信访矛盾纠纷578件，化解528件。"
CLAIM = "省信访局梳理矛盾纠纷578件，化解538件。"


@pytest.mark.parametrize(("every", "raws"), [(False, ["538件"]), (True, ["578件", "538件"])])
def test_problems_alone_are_told_unless_all_are_asked_for(every: bool, raws: list[str]) -> None:
    findings = check(CLAIM, evidence_of(SOURCE))
    assert [finding.figure.raw for finding in to_tell(findings, every=every)] == raws


def test_lines_name_verdict_reason_sentence_and_source() -> None:
    verdict, why, quote, source = reason_lines(finding_on("538件", CLAIM, SOURCE))
    assert verdict == "538件：不一致"
    assert "528件" in why
    assert quote.startswith("原文：省信访局2020年")
    assert source == "出处：《省信访局工作通报》 · 2021-03-02 · 化解情况 · r1"


def test_source_leaves_out_what_is_not_known() -> None:
    (statement, *_) = finding_on("538件", CLAIM, SOURCE).evidence
    assert source_of(replace(statement, title="", published="", section="")) == "r1"


def test_long_sentence_is_cut_around_the_figure() -> None:
    found = finding_on("538件", CLAIM, SOURCE)
    long = replace(
        found.evidence[0],
        quote="长" * 500 + "化解528件" + "尾" * 500,
        start=0,
        figure=replace(found.evidence[0].figure, start=502, end=506),
    )
    quote = reason_lines(replace(found, evidence=(long,)))[2]
    assert "化解528件" in quote
    assert len(quote) < 300


@pytest.mark.parametrize(
    ("colour", "light"), [("000000", "B8B8B8"), ("ffffff", "FFFFFF"), ("cf222e", "F2C1C4")]
)
def test_tint_is_light(colour: str, light: str) -> None:
    assert tint(colour) == light


PARKS = "云河县园林局2022年排查绿地43处，补种树木610株。"
LINE = "云河县园林局2022年排查绿地45处，补种树木620株。"
TOLD = "数字无误（李科员，2026-01-05 09:30，含在建2处）"


def _decided(text: str) -> tuple[list[Finding], Rulings]:
    findings = check(text, evidence_of(PARKS))
    one = next(one.figure for one in findings if one.figure.raw == "45处")
    return findings, {(one.start, one.end): PersonRuling(TOLD, clears=True)}


def _pdf_notes(data: bytes) -> str:
    page = pypdfium2.PdfDocument(data)[0]
    return "\n".join(annotation_text(page, index, "Contents") for index in range(9))


def _docx(data: bytes) -> str:
    document = Document(BytesIO(data))
    comments = "\n".join(one.text for one in document.comments)
    return comments + "".join(element.text or "" for element in document.element.body.iter())


def _sheets(data: bytes) -> str:
    cells = [cell for sheet in load_workbook(BytesIO(data)) for row in sheet.rows for cell in row]
    notes = (cell.comment.text for cell in cells if cell.comment)
    return "\n".join([*(str(cell.value) for cell in cells), *notes])


def _workbook() -> bytes:
    book = Workbook()
    book.active.append([LINE])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _marked(form: str, data: bytes) -> bytes:
    text = read_bytes(data, f"draft.{form}").text
    findings, rulings = _decided(text)
    return annotate_same(data, form, text, findings, rulings=rulings)


Annotate = Callable[[Sequence[Finding], Rulings], str]

FORMS: dict[str, Annotate] = {
    "html": lambda findings, rulings: annotate_html(LINE, findings, rulings=rulings),
    "md": lambda findings, rulings: annotate_markdown(LINE, findings, rulings=rulings),
    "docx": lambda findings, rulings: _docx(annotate_docx(LINE, findings, rulings=rulings)),
    "xlsx": lambda *_: _sheets(_marked("xlsx", _workbook())),
    "pdf": lambda *_: _pdf_notes(_marked("pdf", pdf_of([LINE]))),
}


@pytest.mark.parametrize("form", FORMS)
def test_checked_document_says_who_decided_what(form: str) -> None:
    told = FORMS[form](*_decided(LINE))
    assert f"审定：{TOLD}" in told
    assert "1个需要人看（不计经人审定数字无误的1个）" in told


def test_figure_that_was_said_to_be_right_needs_nobody() -> None:
    findings, rulings = _decided(LINE)
    assert [one.figure.raw for one in needing(findings)] == ["45处", "620株"]
    assert [one.figure.raw for one in needing(findings, rulings)] == ["620株"]


def test_finding_without_a_ruling_is_told_as_before() -> None:
    findings, rulings = _decided(LINE)
    one = next(one for one in findings if one.figure.raw == "45处")
    assert ruling_lines(one, NO_RULINGS) == []
    assert colour_of(one, NO_RULINGS) == VERDICT_ROWS[Verdict.CONTRADICTED].colour
    assert colour_of(one, rulings) == VERDICT_ROWS[Verdict.NOT_CHECKED].colour


def test_page_marks_a_figure_that_was_said_to_be_right_as_one_that_is_left_alone() -> None:
    findings, rulings = _decided(LINE)
    before, after = annotate_html(LINE, findings), annotate_html(LINE, findings, rulings=rulings)
    assert re.search(r'<mark class="contradicted"[^>]*>45处✗<', before)
    assert re.search(r'<mark class="not_checked"[^>]*>45处<', after)
    assert '<td class="not_checked">不一致</td>' in after
    assert after.count("✗") == before.count("✗") - 1
    assert re.search(r'<mark class="contradicted"[^>]*>620株✗<', after)
