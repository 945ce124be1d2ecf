import io

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.errors import ScannedFile, UnreadableFile
from corpus.reading.pages.scans import Recogniser, drawn_page, read_picture, scanned_pages
from corpus.room.aided_reading import can_recognise
from tests.one_report import FONT

recognises = pytest.mark.skipif(not can_recognise(), reason="what recognises text is not installed here")
CELLS = (("乡镇", "受理", "办结"), ("东坪镇", "19", ""), ("西岭乡", "", "7"))


def drawn(kind: str = "PNG", **options: int) -> bytes:
    """A picture of a sentence and a table without lines."""
    picture = Image.new("L", (900, 420), 245)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(FONT), 34)
    draw.text((60, 40), "各乡镇办理信访事项36件，办结率97.22%。", 30, font)
    for line, row in enumerate(CELLS):
        for column, cell in enumerate(row):
            draw.text((80 + 240 * column, 150 + 70 * line), cell, 30, font)
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


@recognises
def test_picture_is_read_with_its_table_in_columns() -> None:
    lines = read_picture(drawn(), "a.png", recognise=True).split("\n")
    assert lines == [
        "各乡镇办理信访事项36件，办结率97.22%。",
        "乡镇\t受理\t办结",
        "东坪镇\t19\t",
        "西岭乡\t\t7",
    ]


@recognises
def test_empty_picture_has_no_lines() -> None:
    assert Recogniser().rows(Image.new("L", (300, 200), 255)) == []
    assert scanned_pages(drawn("PDF"), []) == {}


def test_picture_is_a_scan_until_it_is_to_be_recognised() -> None:
    with pytest.raises(ScannedFile) as refused:
        read_picture(drawn(), "a.png")
    assert (refused.value.pages, refused.value.partly) == (1, False)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(drawn()[:70], "损坏", id="cut"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(60), "损坏", id="no picture"),
    ],
)
def test_picture_that_is_no_good_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read_picture(data, "a.png", recognise=True)


def test_picture_that_is_far_too_large_is_refused_before_it_is_drawn() -> None:
    stream = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(stream, "PNG")
    with pytest.raises(UnreadableFile, match="8000×8000"):
        read_picture(stream.getvalue(), "a.png", recognise=True)


def test_page_is_drawn_at_the_resolution_of_scans() -> None:
    document = pypdfium2.PdfDocument(drawn("PDF", resolution=100))
    assert drawn_page(document, 0).size == (1800, 840)
    document.close()
