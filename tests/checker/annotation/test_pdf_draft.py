from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from checker.annotation.pdf_draft import annotate_pdf, annotation_text
from checker.check import check
from checker.evidence import Evidence
from corpus.errors import UnreadableFile
from corpus.reading.pages.pdf_reader import read_pages
from corpus.structure.parsing import parse_report
from tests.checker.annotation.pdf_drafts import pdf_of

REPORT = """秋浦县园林局整改情况通报
秋浦县园林局共排查绿地45处，修复围栏812米，拨付养护资金96.4万元。
"""
PAGES = (
    ["秋浦县园林局整改汇报", "秋浦县园林局排查绿地45处，修复围栏821米。"],
    ["秋浦县园林局排查绿地54处。", "秋浦县园林局拨付养护资金96.4万元。"],
)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return Evidence.of_reports([parse_report(REPORT, id="garden", source="garden.txt")])


def marked(evidence: Evidence, data: bytes, *, every: bool = False) -> bytes:
    text, _ = read_pages(data, "draft.pdf")
    return annotate_pdf(data, text, check(text, evidence), every=every)


def annotations(data: bytes) -> Iterator[tuple[int, str, str]]:
    """Yield the page, the text below and the note of each highlight; the text is "" for a note of a page."""
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
                one = pdfium.FPDFPage_GetAnnot(page, index)
                box = pdfium.FS_RECTF()
                pdfium.FPDFAnnot_GetRect(one, box)
                highlight = pdfium.FPDFAnnot_GetSubtype(one) == pdfium.FPDF_ANNOT_HIGHLIGHT
                under = text.get_text_bounded(box.left, box.bottom, box.right, box.top) if highlight else ""
                yield number, under, annotation_text(page, index, "Contents")
                pdfium.FPDFPage_CloseAnnot(one)
            text.close()


def test_wrong_figures_alone_are_highlighted_where_they_stand(evidence: Evidence) -> None:
    made = list(annotations(marked(evidence, pdf_of(*PAGES))))
    placed = [(page, under) for page, under, _ in made if under]
    assert placed == [(0, "821米"), (1, "54处")]
    notes = [note for _, under, note in made if under]
    assert "812米" in notes[0]
    assert "45处" in notes[1]


def test_note_at_the_head_counts_the_figures(evidence: Evidence) -> None:
    heads = [note for _, under, note in annotations(marked(evidence, pdf_of(*PAGES))) if not under]
    assert len(heads) == 1
    assert "2个需要人看" in heads[0]


def test_every_figure_is_highlighted_where_all_are_asked_for(evidence: Evidence) -> None:
    made = annotations(marked(evidence, pdf_of(*PAGES), every=True))
    assert {under for _, under, _ in made} - {""} == {"45处", "821米", "54处", "96.4万元"}


def test_bytes_of_the_draft_stay_as_they_are(evidence: Evidence) -> None:
    data = pdf_of(*PAGES)
    assert marked(evidence, data).startswith(data)


def test_marked_file_reads_as_the_same_text(evidence: Evidence) -> None:
    data = pdf_of(*PAGES)
    assert read_pages(marked(evidence, data), "draft.pdf") == read_pages(data, "draft.pdf")


def test_marks_of_an_earlier_check_are_taken_out(evidence: Evidence) -> None:
    once = marked(evidence, pdf_of(*PAGES))
    assert list(annotations(marked(evidence, once))) == list(annotations(once))


def test_figure_that_is_on_no_page_is_told_at_the_head(evidence: Evidence) -> None:
    text = "秋浦县园林局修复围栏8211米。"
    made = list(annotations(annotate_pdf(pdf_of(*PAGES), text, check(text, evidence))))
    assert [under for _, under, _ in made] == [""]
    assert "8211米" in made[0][2]


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=r"draft\.pdf"):
        annotate_pdf(b"%PDF-nothing", "", [])
