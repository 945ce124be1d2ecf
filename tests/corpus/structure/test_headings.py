import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.headings import find_sections, is_table_row

BODY = "各单位党组织把整改作为重要任务，逐项对照、逐条落实，确保件件有着落、事事有回音。"


def outline(text: str) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in find_sections(text)]


NO_HEADINGS = [
    ("decimal", "1.5万件商品售出，" + BODY),
    ("date", "2023.7.5发布的通报指出，" + BODY),
    ("ordinal name", "第三巡察组进驻后开展工作，" + BODY),
    ("article in running text", "第十五条规定，应当公开招标。"),
    ("year", "2023年，全县整改完成率达到九成。"),
    ("doubled one", "一是一，二是二，绝不含糊。"),
    ("short line after unfinished line", "各单位党组织高度\n重视巡视整改\n" + BODY),
    ("signature", BODY + "\n中共某县教育局党组\n2023年7月18日"),
    ("contact", BODY + "\n监督电话 一二三\n" + BODY),
    ("table row", BODY + "\n市教育局    1260.00    90.00\n" + BODY),
    ("line of contents", "一、总体情况........3\n（一）甲\t12\n"),
    ("dateline", f"{BODY}\n新华社某市七月三十日电\n{BODY}"),
    ("marker alone", "一、\n"),
]


@pytest.mark.parametrize("text", [row[1] for row in NO_HEADINGS], ids=[row[0] for row in NO_HEADINGS])
def test_no_section_in(text: str) -> None:
    assert outline(text) == []


def test_numbered_paragraph_is_a_section_whose_body_follows_its_title() -> None:
    text = "（一）县教育局。反馈问题24个，完成整改22个。"
    (section,) = find_sections(text)
    assert section.title == "县教育局"
    assert text[section.body : section.end] == "反馈问题24个，完成整改22个。"


def test_title_keeps_the_stops_that_are_quoted() -> None:
    (section,) = find_sections("1．关于“学习不深。落实不够”问题。一是健全制度。")
    assert section.title == "关于“学习不深。落实不够”问题"


def test_heading_that_states_a_figure_is_body_too() -> None:
    text = "（一）县教育局反馈问题24个。已改22个。"
    (section,) = find_sections(text)
    assert text[section.body :] == "县教育局反馈问题24个。已改22个。"


def test_long_item_without_a_title_still_opens_a_section() -> None:
    text = f"（一）县教育局。甲。\n（二）县民政局反馈问题十九个，{BODY * 2}"
    assert [title for _, title in outline(text)] == ["县教育局", "县民政局反馈问题十九个"]


OUTLINES = [
    (
        "usual order",
        "一、总体\n（一）甲方面\n1．子项\n2．子项二\n（二）乙方面\n3．子项三\n二、打算\n",
        [(1, "总体"), (2, "甲方面"), (3, "子项"), (3, "子项二"), (2, "乙方面"), (3, "子项三"), (1, "打算")],
    ),
    (
        "arabic outside han",
        "1. 总体\n一、甲\n二、乙\n2. 打算\n一、丙\n",
        [(1, "总体"), (2, "甲"), (2, "乙"), (1, "打算"), (2, "丙")],
    ),
    (
        "a list before the chapters",
        "1. 引子\n2. 引子二\n一、甲\n1. 子\n二、乙\n",
        [(1, "引子"), (1, "引子二"), (1, "甲"), (2, "子"), (1, "乙")],
    ),
    ("markdown", "# 总体\n## 甲\n### 子\n# 打算\n", [(1, "总体"), (2, "甲"), (3, "子"), (1, "打算")]),
    ("indented", "　　一、总体\n　　（一）甲\n", [(1, "总体"), (2, "甲")]),
    ("bold", "**一、总体**\n**（一）甲**\n", [(1, "总体"), (2, "甲")]),
    (
        "plain headings",
        f"{BODY}\n紧盯民生 靶向发力\n{BODY}\n严肃问责 标本兼治\n{BODY}",
        [(1, "紧盯民生 靶向发力"), (1, "严肃问责 标本兼治")],
    ),
    (
        "plain above numbered",
        f"整改成效明显提升\n一、甲\n{BODY}\n二、乙\n{BODY}\n下一步工作打算\n{BODY}",
        [(1, "甲"), (1, "乙"), (1, "下一步工作打算")],
    ),
    (
        "appendix",
        f"三、打算\n{BODY}\n附表1　情况表（单位：万元）\n甲    1    2",
        [(1, "打算"), (1, "附表1　情况表（单位：万元）")],
    ),
    (
        "enumeration",
        f"1．关于某问题。{BODY}\n一是学习。{BODY}\n二是培训。{BODY}",
        [(1, "关于某问题"), (2, "学习"), (2, "培训")],
    ),
    ("decimal depth", "1 总则\n1.1 目的\n1.2 范围\n", [(1, "目的"), (1, "范围")]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in OUTLINES], ids=[row[0] for row in OUTLINES]
)
def test_sections_nest(text: str, expected: list[tuple[int, str]]) -> None:
    assert outline(text) == expected


def test_a_section_ends_where_the_next_of_its_level_starts() -> None:
    text = "一、甲\n（一）子\n内容。\n二、乙\n结束。"
    first, child, second = find_sections(text)
    assert first.end == child.end == second.start == text.index("二、")
    assert text[first.body :].startswith("（一）")
    assert second.end == len(text)


def test_sections_start_after_the_head() -> None:
    assert [section.title for section in find_sections("一、题目\n一、甲\n", start=5)] == ["甲"]


MEMBERS = [
    ("a round and when", "第一轮（2022年4月反馈）\n整改9个。\n第二轮（2023年5月反馈）\n整改7个。", ["第一轮（2022年4月反馈）", "第二轮（2023年5月反馈）"]),
    ("in brackets", "【第三批】（9月前）\n整改9个。\n【第四批】\n整改7个。", ["【第三批】（9月前）", "【第四批】"]),
    ("lettered lots", "A. 一标段（施工单位：甲公司）\n整改9个。\nB. 二标段\n整改7个。", ["一标段（施工单位", "二标段"]),
    ("a sentence", "第一轮整改共销号问题33个，第二轮销号21个。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), [row[1:] for row in MEMBERS], ids=[row[0] for row in MEMBERS])
def test_a_line_that_names_one_of_several_is_a_heading(text: str, titles: list[str]) -> None:
    assert [section.title for section in find_sections(text)] == titles


def test_a_heading_of_one_of_several_is_over_the_lines_right_below() -> None:
    text = "第一轮（2022年）\n整改9个。\n追回3万元。\n\n两轮共整改16个。"
    (first,) = find_sections(text)
    assert text[first.body : first.end].strip() == "整改9个。\n追回3万元。"


def test_a_heading_set_apart_is_over_all_that_follows() -> None:
    text = "第一轮（2022年）\n\n整改9个。\n\n追回3万元。"
    (first,) = find_sections(text)
    assert first.end == len(text)


TABLE_ROWS = [
    ("甲    1    2", True),
    ("甲\t1", True),
    ("甲|1|2", True),
    ("扛起主责 一抓到底", False),
    ("甲    乙", False),
]


@pytest.mark.parametrize(("line", "expected"), TABLE_ROWS, ids=[row[0] for row in TABLE_ROWS])
def test_is_table_row(line: str, expected: bool) -> None:
    assert is_table_row(line) is expected


@given(st.text(alphabet=st.sampled_from("一二三、（）()1.2#第章条轮是附表 \n\t\u3000甲。：“”")) | st.text())
def test_sections_of_any_text_nest(text: str) -> None:
    ends: list[int] = []
    previous = -1
    for section in find_sections(text):
        assert previous < section.start <= section.body <= section.end <= len(text)
        ends = [end for end in ends if end > section.start]
        assert section.level == len(ends) + 1
        assert all(section.end <= end for end in ends)
        ends.append(section.end)
        previous = section.start
