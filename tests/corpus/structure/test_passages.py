from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.report import Passage, Report
from corpus.scripts import simplified
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages

SENTENCE = "各单位党组织把整改作为重要任务，逐项对照、逐条落实，确保件件有着落。"


def report(text: str) -> Report:
    return parse_report(text, id="r", source="r.txt")


def assert_whole(text: str, passages: tuple[Passage, ...], size: int) -> None:
    """The passages are exact, in order, within size, and hold everything that is not white space."""
    position = 0
    for passage in passages:
        assert passage.text == text[passage.start : passage.end]
        assert 0 < len(passage.text) <= size
        assert text[position : passage.start].strip() == ""
        position = passage.end
    assert text[position:].strip() == ""


def test_short_report_is_one_passage() -> None:
    text = f"情况通报\n一、甲\n{SENTENCE}"
    assert [passage.text for passage in split_passages(report(text))] == [text]


def test_passages_end_at_sentence_ends() -> None:
    passages = split_passages(report("情况通报\n" + SENTENCE * 40))
    assert len(passages) > 2
    assert all(passage.text.endswith("。") for passage in passages)


def test_passages_of_one_section_are_about_as_long() -> None:
    lengths = [len(passage.text) for passage in split_passages(report("情况通报\n" + SENTENCE * 16))]
    assert max(lengths) - min(lengths) <= 2 * len(SENTENCE)


def test_passages_do_not_cross_outermost_sections() -> None:
    text = f"情况通报\n一、甲\n{SENTENCE * 4}\n二、乙\n{SENTENCE * 4}"
    first, second = split_passages(report(text))
    assert first.text.endswith(SENTENCE)
    assert second.text.startswith("二、乙")
    assert (first.section, second.section) == ("", "乙")


def test_very_short_outermost_sections_share_a_passage() -> None:
    text = "规定\n" + "\n".join(f"第{number}条　公开。" for number in "一二三四五六")
    assert len(split_passages(report(text))) == 1


def test_headings_go_with_the_text_below_them() -> None:
    text = f"情况通报\n一、甲\n{SENTENCE * 13}\n二、乙\n（一）丙方面\n1．关于丁。{SENTENCE * 8}"
    last = next(passage for passage in split_passages(report(text)) if "二、乙" in passage.text)
    assert last.text.startswith("二、乙\n（一）丙方面\n1．关于丁。各单位")


def test_small_sections_share_a_passage_up_to_the_size() -> None:
    text = "情况通报\n一、甲\n" + "\n".join(f"（{n}）丙{n}。{SENTENCE * 2}" for n in "一二三四五六")
    passages = split_passages(report(text), size=200)
    assert [passage.text.count("（") for passage in passages] == [2, 2, 2]
    assert passages[1].section == "甲"


def test_passage_names_its_section_and_context() -> None:
    title = "中共某市财政局党组关于整改情况的通报"
    text = f"{title}\n2023年7月18日\n一、甲\n{SENTENCE * 3}\n（一）乙\n{SENTENCE * 13}"
    last = split_passages(report(text))[-1]
    assert last.section == "甲 > 乙"
    assert last.context == f"{title}（2023-07-18）\n甲 > 乙"


def test_context_names_an_issuer_that_the_title_does_not() -> None:
    (passage,) = split_passages(replace(report("整改\n" + SENTENCE), title="整改", organisation="某市财政局"))
    assert passage.context == "整改 某市财政局"


def test_rows_of_a_long_table_carry_its_header() -> None:
    header = "单位名称\t应收回金额\t已收回金额"
    rows = [f"第{number}单位\t{number}60.00\t{number}8.10" for number in range(1, 40)]
    text = "\n".join(["情况通报", "附表1　收回情况表（单位：万元）", header, *rows, "某市财政局"])
    first, *others = split_passages(report(text), size=300)
    assert header in first.text
    assert header not in first.context
    assert others
    assert all(header in passage.context for passage in others if not passage.text.startswith("某市"))


CUTS = [
    ("semicolon", "甲" * 30 + "；" + "乙" * 30 + "，" + "丙" * 60, "甲" * 30 + "；"),
    ("comma", "甲" * 40 + "，" + "乙" * 80, "甲" * 40 + "，"),
    ("not the comma of a number", "甲" * 30 + "，" + "乙" * 10 + "1,268" + "丙" * 60, "甲" * 30 + "，"),
    ("not within a number", "甲" * 48 + "12345678" + "乙" * 60, "甲" * 48),
    ("nowhere", "甲" * 120, "甲" * 50),
]


@pytest.mark.parametrize(("text", "first"), [row[1:] for row in CUTS], ids=[row[0] for row in CUTS])
def test_a_sentence_that_is_too_long_is_cut(text: str, first: str) -> None:
    passages = split_passages(report(text), size=50)
    assert passages[0].text == first
    assert_whole(text, passages, 50)


@pytest.mark.parametrize("size", [19, 0, -1])
def test_size_without_room_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match=str(size)):
        split_passages(report(SENTENCE), size=size)


@pytest.mark.parametrize("text", ["", " \n\n"], ids=["empty", "blank"])
def test_nothing_makes_no_passage(text: str) -> None:
    assert split_passages(report(text)) == ()


LINES = st.sampled_from(
    [
        "一、甲",
        "（一）乙",
        "1．丙。" + SENTENCE,
        SENTENCE,
        SENTENCE * 3,
        "甲\t1\t2",
        "",
        "  ",
        "附表1　表",
        "字" * 70,
    ]
)


@given(st.lists(LINES, max_size=30).map("\n".join) | st.text(), st.integers(20, 300))
def test_passages_cover_any_text(text: str, size: int) -> None:
    assert_whole(simplified(text), split_passages(report(text), size=size), size)
