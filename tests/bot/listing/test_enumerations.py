import pytest

from bot.listing.enumerations import enumerations
from bot.listing.layout_lists import ItemList, ListForm
from tests.bot.listed_report import COUNTY, report


def lists_of(sentence: str) -> tuple[ItemList, ...]:
    return enumerations(report(f"云溪县巡察通报\n{sentence}\n", "one"))


def texts(sentence: str) -> list[list[str]]:
    return [[item.text for item in one.items] for one in lists_of(sentence)]


ROWS = [
    ("市局与海东仲裁院、云溪调解协会签署备忘录。", ["海东仲裁院", "云溪调解协会"]),
    ("形成问题清单、任务清单和责任清单。", ["问题清单", "任务清单", "责任清单"]),
    ("对县水务局、县档案局和县教育局开展巡察。", ["县水务局", "县档案局", "县教育局"]),
    ("建立问题台账、和谐社区名单。", ["问题台账", "和谐社区名单"]),
    ("形成“问题、任务、责任”三张清单。", ["问题清单", "任务清单", "责任清单"]),
    (
        "逐条、逐项整改，出台《采购办法》《评价办法》和《管理细则》3项制度。",
        ["《采购办法》", "《评价办法》", "《管理细则》"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_row_of_names_is_cut_where_its_names_begin_and_end(sentence: str, expected: list[str]) -> None:
    assert expected in texts(sentence)


def test_numbering_of_a_heading_is_no_name() -> None:
    assert enumerations(report("云溪县巡察通报\n一、总体情况\n二、下一步打算\n")) == ()


def test_two_counted_rows_of_one_sentence_are_two_lists() -> None:
    rows = texts("对县教育局、县卫健局2个县直部门和青山镇、河口镇、石桥乡3个乡镇开展巡察。")
    assert ["县教育局", "县卫健局"] in rows
    assert ["青山镇", "河口镇", "石桥乡"] in rows


def test_all_rows_of_a_sentence_are_one_more_list() -> None:
    rows = texts("对县教育局、县卫健局2个县直部门和青山镇、河口镇、石桥乡3个乡镇开展巡察。")
    assert rows[-1] == ["县教育局", "县卫健局", "青山镇", "河口镇", "石桥乡"]


def test_list_that_the_source_leaves_open_says_so() -> None:
    row = next(
        one
        for one in enumerations(report(COUNTY, "county"))
        if "县档案局" in [item.text for item in one.items]
    )
    assert not row.whole


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        pytest.param("县委对县水务局、县档案局等5个单位开展巡察。", False, id="fewer than it counts"),
        pytest.param("县委对县水务局、县档案局等2个单位开展巡察。", True, id="as many as it counts"),
        pytest.param("县委对县水务局、县档案局开展巡察。", True, id="no 等"),
    ],
)
def test_list_is_whole_unless_the_report_says_that_there_are_more(sentence: str, whole: bool) -> None:
    (found,) = lists_of(sentence)
    assert [item.text for item in found.items] == ["县水务局", "县档案局"]
    assert found.whole is whole


STEPS = [
    pytest.param(
        "县委组织3项整治。一是小水电违规整治，清退6座；二是村级发包整治，约谈9人；三是校园配餐整治，退费。",
        ["小水电违规整治", "村级发包整治", "校园配餐整治"],
        id="一是",
    ),
    pytest.param(
        "县委做到：（1）建立台账；（2）逐条销号。", ["建立台账", "逐条销号"], id="numbers in brackets"
    ),
    pytest.param("县委一是建立台账，逐条销号。", [], id="one step"),
]


@pytest.mark.parametrize(("sentence", "steps"), STEPS)
def test_steps_that_a_sentence_counts_are_a_list(sentence: str, steps: list[str]) -> None:
    found = [one for one in lists_of(sentence) if one.form is ListForm.SEQUENCE]
    assert [[item.text for item in one.items] for one in found] == ([steps] if steps else [])


def test_item_stands_in_its_sentence() -> None:
    county = report(COUNTY, "county")
    for one in enumerations(county):
        for item in one.items:
            assert 0 <= item.start < item.end == item.reach <= len(county.text)
            assert county.text[item.end - 1] in "。；：\n" or item.end == len(county.text)


@pytest.mark.parametrize("sentence", ["县水务局完成整改。", "县水务局和县档案局完成整改。", ""])
def test_sentence_without_a_row_has_no_list(sentence: str) -> None:
    assert lists_of(sentence) == ()
