import pytest

from bot.listing.layout_lists import ItemList, ListForm, laid_out_lists, text_lines, titles_above, topic_of
from tests.bot.listed_report import COUNTY, HOSPITAL, SURVEY, report

REPORTS = [report(COUNTY, "county"), report(HOSPITAL, "hospital"), report(SURVEY, "survey")]

TOPICS = [
    ("聚焦主责主业方面", "主责主业"),
    ("关于“收费不透明”问题", "收费不透明"),
    ("针对“‘三重一大’决策不严”问题", "‘三重一大’决策不严"),
    ("关于学风建设方面的问题", "学风建设"),
    ("县水务局", "县水务局"),
    ("围绕组织建设方面整改情况", "组织建设"),
]


@pytest.mark.parametrize(("title", "topic"), TOPICS, ids=[row[0] for row in TOPICS])
def test_topic_of_a_heading_is_what_it_is_about(title: str, topic: str) -> None:
    assert topic_of(title) == topic


def of_form(form: ListForm, number: int) -> list[ItemList]:
    return [one for one in laid_out_lists(REPORTS[number]) if one.form is form]


def test_rows_that_add_up_are_no_items() -> None:
    tables = of_form(ListForm.ROWS, 0)
    assert [len(one.items) for one in tables] == [3, 2]
    assert tables[1].noun == "房产类别"


def test_headings_of_one_noun_leave_others_out() -> None:
    (nouns,) = {one.noun for one in of_form(ListForm.HEADINGS, 1) if one.items[0].text == "收费不透明"}
    assert nouns == "问题"


def texts(form: ListForm, number: int) -> list[list[str]]:
    return [[item.text for item in one.items] for one in of_form(form, number)]


def test_headings_under_one_heading_are_a_list() -> None:
    assert ["县水务局", "县档案局", "青石镇"] in texts(ListForm.HEADINGS, 0)
    assert ["公益属性", "岗位廉洁风险"] in texts(ListForm.HEADINGS, 1)
    assert ["耗材管理粗放", "设备采购把关不严", "外包监管缺失"] in texts(ListForm.HEADINGS, 1)


def test_heading_alone_is_no_list() -> None:
    one = report("云溪县整改通报\n一、总体情况\n县委逐条销号。\n", "short")
    assert laid_out_lists(one) == ()


def test_rows_of_a_table_are_a_list_with_its_caption_and_headings() -> None:
    fees, houses = of_form(ListForm.ROWS, 0)
    assert [item.text for item in fees.items] == ["青石灌区中心", "白沙供水公司", "云溪水务集团"]
    assert "灌区水费清收情况表" in fees.lead
    assert "清收率" in fees.lead
    assert (fees.noun, houses.noun) == ("单位名称", "房产类别")


def test_organisations_that_paragraphs_begin_with_are_a_list() -> None:
    assert ["云溪理工大学", "省儿童医院", "云溪职业学院"] in texts(ListForm.PARAGRAPHS, 2)


@pytest.mark.parametrize("number", range(len(REPORTS)), ids=[one.id for one in REPORTS])
def test_item_stands_where_the_report_states_it(number: int) -> None:
    one = REPORTS[number]
    for listed in laid_out_lists(one):
        assert listed.whole
        for item in listed.items:
            assert item.text in one.text[item.start : item.end]
            assert item.start < item.end <= item.reach <= len(one.text)


def test_report_without_layout_has_no_lists() -> None:
    assert laid_out_lists(report("云溪县整改情况的通报\n县水务局完成整改20个。\n", "plain")) == ()


def test_titles_above_a_place_stand_outermost_first() -> None:
    hospital = REPORTS[1]
    assert titles_above(hospital, hospital.text.index("停用耗材")).split()[:2] == [
        "问题整改落实情况",
        "聚焦岗位廉洁风险方面",
    ]
    assert titles_above(hospital, 0) == ""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("甲\n\n  乙 \n丙", [(0, "甲"), (5, "乙"), (8, "丙")], id="blank line and spaces"),
        pytest.param("甲", [(0, "甲")], id="no line break"),
        pytest.param(" \n\t\n", [], id="nothing said"),
        pytest.param("", [], id="empty"),
    ],
)
def test_lines_that_say_something_have_their_starts(text: str, lines: list[tuple[int, str]]) -> None:
    assert text_lines(text) == lines
    assert all(text.startswith(line, start) for start, line in lines)
