import pytest

from bot.listing.siblings import siblings_of
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report


def sets(text: str) -> list[dict[str, str]]:
    report = parse_report(f"整改情况通报\n{text}", id="r", source="r.txt")
    found = siblings_of(report, read_statements(report))
    return [{member.name: member.statement.figure.raw for member in one.members} for one in found]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "追回资金82万元，其中柏树村41万元、上河村29万元、其余3个村12万元。",
            {"柏树村": "41万元", "上河村": "29万元", "其余3个村": "12万元"},
            id="list with a rest",
        ),
        pytest.param(
            "改造分三个标段：一标段5公里、二标段4公里、三标段3公里。",
            {"一标段": "5公里", "二标段": "4公里", "三标段": "3公里"},
            id="numbered list",
        ),
        pytest.param(
            "完成率前两位：柏树镇（96.3%）、东河乡（91.2%）。",
            {"柏树镇": "96.3%", "东河乡": "91.2%"},
            id="list with brackets",
        ),
        pytest.param(
            "柏树村、上河村白条入账金额分别为3.1万元、1.8万元。",
            {"柏树村": "3.1万元", "上河村": "1.8万元"},
            id="told apart by 分别",
        ),
        pytest.param(
            "恒远第1分公司整改问题21个，收回资金22万元。恒远第2分公司整改问题23个，收回资金31万元。",
            {"恒远第1分公司": "22万元", "恒远第2分公司": "31万元"},
            id="second deed of sentences",
        ),
        pytest.param(
            "集团下属的东港分公司退还多收运费12.6万元，西港分公司退还8.3万元。",
            {"东港分公司": "12.6万元", "西港分公司": "8.3万元"},
            id="a lead before the first, whose object the others leave out",
        ),
        pytest.param(
            "经理周某挪用备用金3.2万元，出纳陈某某挪用1.8万元。",
            {"周某": "3.2万元", "陈某某": "1.8万元"},
            id="people whose names are kept back",
        ),
        pytest.param("餐饮科立案16起，药械科立案9起。", {"餐饮科": "16起", "药械科": "9起"}, id="sections"),
        pytest.param(
            "【第一批】\n罚款合计22.6万元。\n【第二批】\n罚款合计15.9万元。",
            {"第一批": "22.6万元", "第二批": "15.9万元"},
            id="headed sections",
        ),
        pytest.param(
            "| 县 | 交办件数 | 罚款（万元） |\n|---|---|---|\n| 柏县 | 31 | 4.5 |\n| 河县 | 29 | 8.1 |\n| 合计 | 60 | 12.6 |",
            {"柏县": "4.5", "河县": "8.1"},
            id="column of a table without its sum",
        ),
    ],
)
def test_figures_that_say_the_same_of_several_are_a_set(text: str, members: dict[str, str]) -> None:
    assert members in sets(text)


def test_other_deeds_of_one_member_are_no_set() -> None:
    assert sets("全县立案12件，移送5件。") == []
