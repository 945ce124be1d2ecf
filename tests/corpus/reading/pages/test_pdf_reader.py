import io
import zlib
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from corpus.errors import ScannedFile, UnreadableFile
from corpus.reading.documents import read_bytes
from corpus.reading.pages.pdf_reader import read_pages
from tests.checker.annotation.pdf_drafts import pdf_of

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
BODY = ParagraphStyle(
    "body", fontName="STSong-Light", fontSize=12, leading=18, firstLineIndent=24, wordWrap="CJK"
)
HEAD = ParagraphStyle("head", parent=BODY, fontSize=20, leading=28, alignment=1, firstLineIndent=0)
PARAGRAPHS = [
    "根据市委统一部署，2022年9月19日至12月9日，市委第三巡察组对市财政局党组开展了常规巡察，现将整改进展情况予以公布。"
    * 2,
    "一、巡察整改组织落实情况",
    "截至2023年6月30日，31个问题已完成整改29个，追回资金386.4万元，交付率91.35%，提升23.2个百分点。" * 3,
]


def read_pdf(data: bytes, name: str) -> str:
    return read_pages(data, name)[0]


def built(story: list[Flowable], foot: Callable[[Canvas], None] | None = None) -> bytes:
    stream = io.BytesIO()
    SimpleDocTemplate(stream).build(
        story,
        onFirstPage=lambda canvas, _: foot(canvas) if foot else None,
        onLaterPages=lambda canvas, _: foot(canvas) if foot else None,
    )
    return stream.getvalue()


def drawn(draw: Callable[[Canvas], None], **options: str) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, **options)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def page_number(canvas: Canvas) -> None:
    canvas.setFont("STSong-Light", 9)
    canvas.drawCentredString(300, 30, f"— {canvas.getPageNumber()} —")


def test_paragraphs_are_put_together() -> None:
    document = read_bytes(built([Paragraph(text, BODY) for text in PARAGRAPHS]), "a.pdf")
    assert document.text.split("\n") == PARAGRAPHS
    assert document.form == "pdf"


def test_title_of_another_size_is_its_own_line() -> None:
    text = read_pdf(built([Paragraph("关于整改情况的通报", HEAD), Paragraph(PARAGRAPHS[0], BODY)]), "a.pdf")
    assert text.split("\n") == ["关于整改情况的通报", PARAGRAPHS[0]]


def test_page_numbers_and_ends_of_pages_leave_no_trace() -> None:
    texts = [PARAGRAPHS[2]] * 14
    text = read_pdf(built([Paragraph(text, BODY) for text in texts], page_number), "a.pdf")
    assert text.split("\n") == texts


def test_running_heads_are_dropped() -> None:
    def head(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(72, 810, f"某市财政局整改通报 第{canvas.getPageNumber()}期")

    story: list[Flowable] = []
    for text in ("甲" * 60, "乙" * 60, "丙" * 60):
        story += [Paragraph(text + "。", BODY), PageBreak()]
    assert read_pdf(built(story, head), "a.pdf").split("\n") == [
        "甲" * 60 + "。",
        "乙" * 60 + "。",
        "丙" * 60 + "。",
    ]


def test_table_rows_are_lines_with_tabs() -> None:
    cells = [
        ["单位名称", "应收回", "已收回"],
        ["市教育局", "1260.00", "1178.10"],
        ["市卫生健康委员会", "842.50", "758.25"],
    ]
    table = Table(cells, style=[("FONTNAME", (0, 0), (-1, -1), "STSong-Light")])
    text = read_pdf(built([Paragraph(PARAGRAPHS[0], BODY), table]), "a.pdf")
    assert text.split("\n")[1:] == ["\t".join(row) for row in cells]


def test_one_digit_cells_of_a_ruled_table_stay_apart() -> None:
    cells = [["林班", "问题（个）", "处分（人）"], ["甲林班", "9", ""], ["乙林班", "7", "1"]]
    lines = [("FONTNAME", (0, 0), (-1, -1), "STSong-Light"), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    text = read_pdf(built([Paragraph("各林班情况如下。", HEAD), Table(cells, style=lines)]), "a.pdf")
    assert text.split("\n") == ["各林班情况如下。", *("\t".join(row) for row in cells)]


def test_empty_cell_of_a_table_without_lines_keeps_its_place() -> None:
    cells = [["林班", "问题（个）", "处分（人）"], ["甲林班", "9", ""], ["乙林班", "", "1"]]
    table = Table(cells, style=[("FONTNAME", (0, 0), (-1, -1), "STSong-Light")])
    assert read_pdf(built([table]), "a.pdf").split("\n") == ["\t".join(row) for row in cells]


def test_struck_out_text_is_left_out() -> None:
    text = read_pdf(built([Paragraph("约谈<strike>14</strike>11人，全部为在职人员。", BODY)]), "a.pdf")
    assert text == "约谈11人，全部为在职人员。"


def test_page_with_thousands_of_strokes_is_a_drawing() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(72, 700, "完成整改49个，约谈11人。")
        for number in range(3_000):
            canvas.line(
                50 + number % 60 * 8, 60 + number // 60 * 8, 58 + number % 60 * 8, 60 + number // 60 * 8
            )
            canvas.line(
                50 + number % 60 * 8, 60 + number // 60 * 8, 50 + number % 60 * 8, 68 + number // 60 * 8
            )

    assert read_pdf(drawn(draw), "a.pdf") == "完成整改49个，约谈11人。"


def test_columns_are_read_one_after_the_other() -> None:
    def columns(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 12)
        for number in range(12):
            canvas.drawString(60, 760 - 18 * number, "左" * 18)
            canvas.drawString(330, 760 - 18 * number, "右" * 18)
        canvas.drawString(200, 790, "题目在两栏之上且跨过中线")

    text = read_pdf(drawn(columns), "a.pdf")
    assert "".join(text.split()) == "题目在两栏之上且跨过中线" + "左" * 216 + "右" * 216


def test_english_lines_are_joined_with_a_space() -> None:
    words = "The office resolved five hundred and twenty eight petitions in the year before the review. " * 3
    style = ParagraphStyle("english", fontName="Helvetica", fontSize=11, leading=14)
    assert read_pdf(built([Paragraph(words, style)]), "a.pdf") == words.strip()


def test_encrypted_pdf_is_named_as_such() -> None:
    data = drawn(lambda canvas: canvas.drawString(72, 700, "secret text in here"), encrypt="password")
    with pytest.raises(UnreadableFile, match=r"锁\.pdf：文件已加密"):
        read_pdf(data, "锁.pdf")


def test_pdf_without_text_is_taken_for_a_scan() -> None:
    data = drawn(lambda canvas: canvas.rect(72, 72, 300, 300))
    with pytest.raises(UnreadableFile, match="没有文字层，可能是扫描件"):
        read_pdf(data, "scan.pdf")


def test_pdf_with_page_numbers_only_is_taken_for_a_scan() -> None:
    def pages(canvas: Canvas) -> None:
        for _ in range(3):
            page_number(canvas)
            canvas.showPage()

    with pytest.raises(UnreadableFile, match="没有文字层"):
        read_pdf(drawn(pages), "scan.pdf")


WHOLE = built([Paragraph(text, BODY) for text in PARAGRAPHS])
BOMB = (
    b"%PDF-1.4\n1 0 obj\n<</Length 1>>\nstream\n"
    + zlib.compress(b"0 " * 40_000_000, 9)
    + b"\nendstream\nendobj\n"
)

DAMAGED = [
    ("head only", b"%PDF-1.7\n", "损坏"),
    ("noise", b"%PDF-1.7\n" + bytes(range(256)) * 20, "损坏"),
    ("bomb", BOMB, "解压后体积异常"),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_read_pdf_refuses(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_pdf(data, "坏.pdf")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_cut_off_pdf_is_read_whole_or_refused(share: float) -> None:
    with pytest.raises(UnreadableFile):
        read_pdf(WHOLE[: int(len(WHOLE) * share)], "坏.pdf")


def test_text_that_is_printed_again_for_bold_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 14)
        for shift in (0, 0.6, 1.2, 1.8):
            canvas.drawString(80 + shift, 700, "退还资金1177.11万元，收回11处。")

    assert read_pdf(drawn(draw), "a.pdf") == "退还资金1177.11万元，收回11处。"


def test_words_that_only_stand_apart_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        left = 80.0
        canvas.setFont("Helvetica", 12)
        for word in ("Repaid", "in", "2023:", "588"):
            canvas.drawString(left, 700, word)
            left += canvas.stringWidth(word, "Helvetica", 12) + 3

    assert read_pdf(drawn(draw), "a.pdf") == "Repaid in 2023:588"


def test_page_that_is_a_picture_is_told_from_pages_with_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(80, 700, "完成整改21个，退还资金7.5万元。")
        canvas.showPage()
        canvas.drawInlineImage(Image.new("L", (60, 80), 200), 0, 0, *A4)

    data = drawn(draw)
    with pytest.raises(ScannedFile) as refused:
        read_pages(data, "a.pdf")
    assert (refused.value.pages, refused.value.partly) == (1, True)
    assert read_pages(data, "a.pdf", recognise=False) == ("完成整改21个，退还资金7.5万元。", False)


def test_page_whose_letters_are_drawn_is_to_be_recognised() -> None:
    with pytest.raises(ScannedFile) as refused:
        read_pages(drawn(lambda canvas: canvas.line(80, 700, 90, 720)), "a.pdf")
    assert (refused.value.pages, refused.value.partly) == (1, False)


@pytest.mark.parametrize(
    ("line", "raised", "read"),
    [
        pytest.param("退还补贴共45户。", "3", "退还补贴共45户。", id="number of a note"),
        pytest.param("退还补贴共45户。", "12", "退还补贴共45户。", id="number of two digits"),
        pytest.param("拆除围栏812m", "2", "拆除围栏812m2", id="a power"),
    ],
)
def test_raised_number_of_a_note_is_left_out(line: str, raised: str, read: str) -> None:
    assert "".join(read_pdf(pdf_of([line, "二"], raised=raised), "a.pdf").split()) == f"{read}二"
