import pytest

from checker.annotation.text_places import TextPlaces, TextStretch
from corpus.reading.docx_reader import TextPiece

PIECES = [
    TextPiece("一、"),
    TextPiece("排查 45", "d", 0),
    TextPiece("\t"),
    TextPiece("", "d", 1),
    TextPiece(" 座 ", "d", 2),
    TextPiece("3%", "n", 0),
]
TEXT = "一、排查45\n座\t3%"


@pytest.mark.parametrize(
    ("found", "stretches"),
    [
        pytest.param("45", [("d", 0, 3, 5)], id="inside one"),
        pytest.param("45\n座", [("d", 0, 3, 5), ("d", 2, 1, 2)], id="over two"),
        pytest.param("排查45", [("d", 0, 0, 5)], id="a blank that the text leaves out"),
        pytest.param("3%", [("n", 0, 0, 2)], id="another part"),
        pytest.param("一、", [], id="what no element holds"),
        pytest.param("一、排", [("d", 0, 0, 1)], id="partly what no element holds"),
        pytest.param("\n", [], id="a blank"),
    ],
)
def test_characters_are_found_in_their_elements(
    found: str, stretches: list[tuple[str, int, int, int]]
) -> None:
    start = TEXT.index(found)
    places = TextPlaces(TEXT, PIECES)
    assert places.stretches(start, start + len(found)) == [TextStretch(*one) for one in stretches]
