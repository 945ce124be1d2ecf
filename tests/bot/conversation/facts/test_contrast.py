import pytest

from bot.conversation.facts.contrast import contrasted, sum_of_parts
from corpus.figure import Statement
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT = """栖霞岭镇人民政府关于老街隐患整治情况的通报
发布时间：2023-09-04　来源：栖霞岭镇人民政府
一、整治情况
柳荫村25个改23个，桑园村18个改11个，陶坪村14个改9个。
按单位看，一厂认领31个、二厂24个、三厂17个；到位的，一厂28个、二厂20个、三厂16个。
首批清理440件，办结412件；次批清理365件，办结301件；末批清理228件，办结190件。三批加在一起，清理1033件，办结903件。
已交付5120套。锦园应交付1804套，实际交付1630套；云舍实际交付860套，未交付40套。
| 库房 | 门类 | 实点件数 | 本次定级 |
| 甲字库 | 陶瓷 | 2,410 | 83 |
| 乙字库 | 织绣 | 1,905 | 47 |
| 合计 | | 4,315 | 130 |
来源        交办数    已销号    未销号
市级督办      34        31        3
信访转办      145       141       4
二厂　问题19个　改完17个
三厂　问题12个　改完5个
"""


@pytest.fixture(scope="module")
def statements() -> tuple[Statement, ...]:
    return tuple(read_statements(parse_report(TEXT, id="street", source="street.txt")))


def stated(raw: str, statements: tuple[Statement, ...]) -> Statement:
    return next(one for one in statements if one.figure.raw == raw)


@pytest.mark.parametrize(
    ("raw", "said", "like"),
    [
        pytest.param("23个", "桑园村", "11个", id="pairs in a row"),
        pytest.param("23个", "陶坪村", "9个", id="last of a row"),
        pytest.param("17个", "一厂", "31个", id="who is told first is told with the deed"),
        pytest.param("16个", "一厂", "28个", id="the same names of another deed"),
        pytest.param("412件", "末批", "190件", id="deed behind another figure"),
        pytest.param("412件", "最后一批", "190件", id="ordinal written otherwise"),
        pytest.param("412件", "首批", "412件", id="what was answered"),
        pytest.param("5120套", "锦园", "1630套", id="what is done, not what is due"),
        pytest.param("5120套", "云舍", "860套", id="what is done, not what is left"),
        pytest.param("83", "乙字库", "47", id="row of a table"),
        pytest.param("141", "市级督办", "31", id="column of a deed"),
        pytest.param("5个", "二厂", "17个", id="what was done, not what there was"),
        pytest.param("12个", "二厂", "19个", id="what there was, not what was done"),
    ],
)
def test_another_part_is_told_by_what_differs(
    raw: str, said: str, like: str, statements: tuple[Statement, ...]
) -> None:
    text = parse_report(TEXT, id="street", source="street.txt").text
    found = contrasted(said, stated(raw, statements), statements, text)
    assert found is not None
    assert found.figure.raw == like


def test_figure_behind_that_of_another_is_none_of_its_own() -> None:
    text = "松涛岭大道建设通报\n路面铺装完成81.4%，护坡浇筑完成72.5%，涵洞开挖完成64.3%。\n"
    report = parse_report(text, id="road", source="road.txt")
    told = tuple(read_statements(report))
    found = contrasted("护坡", stated("64.3%", told), told, report.text)
    assert found is None or found.figure.raw == "72.5%"


@pytest.mark.parametrize("said", ["松涛村", "通报", "二"])
def test_what_is_no_part_has_no_figure(said: str, statements: tuple[Statement, ...]) -> None:
    text = parse_report(TEXT, id="street", source="street.txt").text
    assert contrasted(said, stated("412件", statements), statements, text) is None


@pytest.mark.parametrize(("raw", "whole"), [("83", "130"), ("412件", "903件"), ("23个", "")])
def test_sum_is_the_stated_one_of_the_same_deed(
    raw: str, whole: str, statements: tuple[Statement, ...]
) -> None:
    text = parse_report(TEXT, id="street", source="street.txt").text
    found = sum_of_parts(stated(raw, statements), statements, text)
    assert (found.figure.raw if found else "") == whole


@pytest.mark.parametrize(
    ("text", "raw", "said", "like"),
    [
        ("第1党支部补开组织生活会2次，第2党支部补开3次，第3党支部补开4次。", "3次", "第1党支部", "2次"),
        ("柳坡乡、长岭乡整改完成率分别为70.83%和73.33%，低于全县平均水平。", "70.83%", "长岭乡", "73.33%"),
    ],
    ids=["numbered row", "told off"],
)
def test_figure_of_another_is_not_given_again(text: str, raw: str, said: str, like: str) -> None:
    report = parse_report(f"关于整改情况的通报\n{text}", id="row", source="row.txt")
    statements = tuple(read_statements(report))
    found = contrasted(said, stated(raw, statements), statements, report.text)
    assert found is None or found.figure.raw == like  # None leaves it to the whole question


def test_level_that_was_left_is_not_the_like_of_one_that_was_reached() -> None:
    report = parse_report(
        "设备利用情况\n数控设备利用率由38%提高到76%，护理设备利用率由51%提高到79%。\n", id="a", source="a"
    )
    read = tuple(read_statements(report))
    found = contrasted("护理", stated("76%", read), read, report.text)
    assert found is not None
    assert found.figure.raw == "79%"
