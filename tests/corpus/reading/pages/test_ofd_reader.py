"""OFD documents: texts in their places in, paragraphs and rows of tables out."""

import pytest

from corpus.errors import UnreadableFile
from corpus.reading.documents import read_bytes
from corpus.reading.pages.ofd_reader import read_ofd
from tests.one_report import BEFORE, ROWS, TITLE, archive, ofd

HEAD = '<ofd:{0} xmlns:ofd="http://www.ofdspec.org/2016">{1}</ofd:{0}>'
ROOT = HEAD.format("OFD", "<ofd:DocBody><ofd:DocRoot>Document.xml</ofd:DocRoot></ofd:DocBody>")
ONE_PAGE = HEAD.format(
    "Document",
    "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
    '<ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages>',
)


def document(*texts: tuple[str, float, float]) -> bytes:
    """Return a document of one page with texts at millimetres from its left and its top."""
    objects = "".join(
        f'<ofd:TextObject ID="8" Font="3" Size="4" Boundary="{across} {down} 80 4">'
        f'<ofd:TextCode X="0" Y="3.5">{text}</ofd:TextCode></ofd:TextObject>'
        for text, across, down in texts
    )
    page = HEAD.format("Page", f'<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content>')
    parts = (("OFD.xml", ROOT), ("Document.xml", ONE_PAGE), ("Page.xml", page))
    return archive([(name, text.encode()) for name, text in parts])


def test_lines_of_a_paragraph_are_joined() -> None:
    assert {TITLE, *BEFORE} <= set(read_ofd(ofd(), "通报.ofd").split("\n"))


def test_empty_cell_keeps_its_place() -> None:
    assert "\t".join(ROWS[2]) in read_ofd(ofd(), "通报.ofd")


def test_text_printed_twice_or_beside_the_page_is_read_once_or_not() -> None:
    twice = document(("整改问题36个", 20, 30), ("整改问题36个", 20.1, 30), ("草稿", 300, 30))
    assert read_ofd(twice, "a.ofd") == "整改问题36个"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(archive([("OFD.xml", b"<OFD/>")]), "已损坏", id="no document"),
        pytest.param(archive([("OFD.xml", b"<OFD")]), "已损坏", id="cut off"),
        pytest.param(document(), "没有可读的文字", id="pictures alone"),
    ],
)
def test_document_without_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read_bytes(data, "a.ofd")
