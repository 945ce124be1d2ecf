import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.views.marked_text import MarkedText, TextBlock, headings_of
from corpus.report import Section


def told(block: TextBlock) -> list[list[str]]:
    return [["".join(piece.text for piece in cell) for cell in row] for row in block.rows]


def test_marks_part_a_line() -> None:
    (block,) = MarkedText("完成12个，占60%。", [(2, 5), (7, 10)]).blocks()
    assert [(piece.text, piece.mark) for piece in block.line] == [
        ("完成", -1), ("12个", 0), ("，占", -1), ("60%", 1), ("。", -1),
    ]  # fmt: skip


def test_mark_within_another_is_left_out() -> None:
    (block,) = MarkedText("2020年9月", [(0, 7), (5, 7)]).blocks()
    assert [piece.mark for piece in block.line] == [0]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("单位\t数\n甲局\t3\n乙局\t5", [["单位", "数"], ["甲局", "3"], ["乙局", "5"]]),
        ("单位   数\n甲局   3", [["单位", "数"], ["甲局", "3"]]),
        ("单位\t\t数\n甲局\t\t3", [["单位", "", "数"], ["甲局", "", "3"]]),
    ],
    ids=["tabs", "blanks", "empty cell"],
)
def test_lines_with_gaps_are_a_table(text: str, rows: list[list[str]]) -> None:
    (block,) = MarkedText(text, []).blocks()
    assert block.is_table
    assert told(block) == rows


def test_one_line_with_a_gap_is_a_line() -> None:
    first, second = MarkedText("发布时间：2023年　　来源\n甲  乙", []).blocks()
    assert not first.is_table
    assert not second.is_table


def test_figure_with_a_gap_is_not_cut() -> None:
    (block,) = MarkedText("共12  个", [(1, 6)]).blocks()
    assert [piece.text for piece in block.line] == ["共", "12  个"]


def test_cited_passage_begins_once() -> None:
    (block,) = MarkedText("甲乙12个丙丁", [(2, 5)], cited=(1, 6)).blocks()
    assert [(piece.text, piece.cited, piece.first) for piece in block.line] == [
        ("甲", False, False), ("乙", True, True), ("12个", True, False), ("丙", True, False), ("丁", False, False),
    ]  # fmt: skip


def test_heading_has_its_level() -> None:
    first, second = MarkedText("一、组织\n正文", [], headings=[(0, 2)]).blocks()
    assert (first.level, second.level) == (2, 0)


@given(
    st.text("甲乙1 \t\n", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=8)
)
def test_no_character_is_lost_but_gaps(text: str, starts: list[tuple[int, int]]) -> None:
    marks = sorted((start, min(len(text), start + size)) for start, size in starts if start < len(text))
    shown = "".join("".join(map("".join, told(block))) for block in MarkedText(text, marks).blocks())
    assert "".join(shown.split()) == "".join(text.split())


def test_heading_that_begins_a_paragraph_is_none() -> None:
    text = "一、组织情况\n（一）关于学习问题。已学习12次。\n"
    first, second = (Section(title, level, start, body, len(text)) for title, level, start, body in (
        ("组织情况", 1, 0, 6), ("关于学习问题", 2, 7, 17),
    ))  # fmt: skip
    assert headings_of(text, [first, second]) == [(0, 1)]
