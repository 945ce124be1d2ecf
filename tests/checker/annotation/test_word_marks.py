from typing import Any

import pytest
from docx.oxml.ns import qn

from checker.annotation.word_marks import anchor, body_run, comment, cut_out, shade, word_element, word_run


def paragraph(*runs: Any) -> Any:
    return word_element("p", *runs)


def texts(element: Any) -> list[str]:
    return ["".join(text.text for text in run.iter(qn("w:t"))) for run in element.iter(qn("w:r"))]


@pytest.mark.parametrize(
    ("start", "end", "runs"),
    [
        pytest.param(0, 6, ["排查45座。"], id="whole"),
        pytest.param(2, 5, ["排查", "45座", "。"], id="inside"),
        pytest.param(0, 2, ["排查", "45座。"], id="at the beginning"),
        pytest.param(5, 6, ["排查45座", "。"], id="at the end"),
    ],
)
def test_run_is_cut_at_the_edges_and_looks_the_same(start: int, end: int, runs: list[str]) -> None:
    made = paragraph(word_run("排查45座。", word_element("b")))
    text = next(made.iter(qn("w:t")))
    found = cut_out(text, start, end)
    assert texts(made) == runs
    assert "".join(found.itertext()) == "排查45座。"[start:end]
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in made)


def test_other_texts_of_the_run_keep_their_order() -> None:
    run = word_element(
        "r", word_element("t", "甲1"), word_element("tab"), word_element("t", "乙2丙"), word_element("br")
    )
    made = paragraph(run)
    found = cut_out(list(made.iter(qn("w:t")))[1], 1, 2)
    assert [child.tag.partition("}")[2] for run in made for child in run] == ["t", "tab", "t", "t", "t", "br"]
    assert "".join(found.itertext()) == "2"
    assert texts(made) == ["甲1乙", "2", "丙"]


def test_shade_takes_the_place_of_colours_and_stands_before_a_tracked_change() -> None:
    run = word_run("45座", word_element("highlight", val="yellow"), word_element("rPrChange", id="1"))
    shade(run, "FFEEDD")
    shade(run, "F2C1C4")
    assert [child.tag for child in run.find(qn("w:rPr"))] == [qn("w:shd"), qn("w:rPrChange")]
    bare = word_element("r", word_element("t", "45座"))
    shade(bare, "F2C1C4")
    assert bare[0].find(qn("w:shd")).get(qn("w:fill")) == "F2C1C4"


def test_body_run_is_the_one_that_holds_a_text_box() -> None:
    inner = word_run("45座")
    outer = word_element("r", word_element("drawing", word_element("txbxContent", paragraph(inner))))
    paragraph(outer)
    assert body_run(inner) is outer
    assert body_run(outer) is outer


def test_comment_reaches_from_the_first_run_to_the_last() -> None:
    runs = [word_run(text) for text in "甲乙丙"]
    made = paragraph(*runs)
    anchor(runs[0], runs[1], "4")
    tags = [child.tag.partition("}")[2] for child in made]
    assert tags == ["commentRangeStart", "r", "r", "commentRangeEnd", "r", "r"]
    assert made[4][0].tag == qn("w:commentReference")


def test_comment_has_a_paragraph_for_each_line_without_what_xml_cannot_carry() -> None:
    made = comment("3", ["45座：不一致", "原文\x07是43座"])
    assert ["".join(one.itertext()) for one in made] == ["45座：不一致", "原文�是43座"]
    assert made.get(qn("w:author")) == "Hedui"
