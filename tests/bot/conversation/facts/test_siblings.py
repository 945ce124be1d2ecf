from collections.abc import Iterator

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.facts.siblings import Parts, told_alike
from bot.conversation.turns.member_sorts import sort_of
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import heard_last
from tests.retrieval.fictional import LetterEmbedder

ROADS = """梧岭县交通运输局关于农村公路专项整治情况的通报
发布时间：2023-08-02　来源：梧岭县交通运输局
梧岭县交通运输局对三个标段开展检查，现将情况通报如下。
一、检查情况
一标段发现隐患41处，已治理38处；二标段发现隐患57处，已治理50处；三标段发现隐患26处，已治理26处。
一标段、二标段、三标段分别扣减工程款12万元、31万元、7万元。
二、补助发放
其中栗坪镇拿到养护补助64.5万元、沙埠乡52.1万元、新塘乡38.4万元。
涉及养护员218户、503人，发放工资146万元。
逾期办结诉求17件，较去年同期的29件减少12件。
按街道看，投诉量最多的是柳荫街道91件，其次为新桥街道64件、南苑街道38件。
去年多收停车费86万元，退了51万元。
截至11月底办结率87.6%，比上年同期（83.2%）高4.4个百分点。
按类别看，热线工单中占道类386件、渣土类241件、噪声类198件。
| 类别 | 问题数 | 已整改 | 涉及金额 | 已整改金额 |
| 客运站点 | 31 | 25 | 6215 | 5407 |
| 超限治理 | 46 | 42 | 14870 | 13925 |
其中：桥涵类病害44处，占61.1%；路面类28处，占38.9%。
刑侦庭办得最多，办了22起；民商庭16起、行审庭8起。
"""

TOWNS = """松陵县委巡察办关于十四届县委第二轮巡察整改情况的综述
发布时间：2023-10-20　来源：松陵县委巡察办
本轮巡察共发现问题301个，完成整改287个。各乡镇情况如下：

▶ 枫桥镇（6个村）
发现问题121个，完成整改118个。

▶ 双河乡（5个村）
发现问题97个，完成整改92个。

▶ 白石镇（4个村）
发现问题83个，完成整改77个。
"""

PIERS = """梅洲市港航局关于码头环保专项整治情况的通报
发布时间：2023-11-20　来源：梅洲市港航局
本次整治共检查码头47座，发现问题163个，船舶污水接收率81.6%。
一、分类情况
类别|检查座数|发现问题|已整改|罚款(万元)
散货码头|19|84|71|36.5
客运码头|12|28|26|4.2
油品码头|16|51|49|58.7
合计|47|163|146|99.4
二、逐月情况
7月：检查16座，取缔岸电违建5处
8月：检查21座，取缔岸电违建11处
9月：检查10座，取缔岸电违建8处
三、其他
轮机学院上缴6.4万元，航海学院上缴11.9万元，港工学院上缴9.3万元。
向327名船员退还体检费5.86万元，人均179元。
清退押金43.7万元。
蓝湾县船舶污水接收许可仅12件，蓝湾县港口所停办业务9天。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Index.open(tmp_path_factory.mktemp("parts"), load=LetterEmbedder) as index:
        index.add(parse_report(ROADS, id="roads", source="roads.txt"))
        index.add(parse_report(TOWNS, id="towns", source="towns.txt"))
        index.add(parse_report(PIERS, id="piers", source="piers.txt"))
        yield Answerer(index)


@pytest.mark.parametrize(
    ("report", "name", "raw", "like"),
    [
        ("roads", "二标段", "41处", {"一标段": "41处", "二标段": "57处", "三标段": "26处"}),
        ("roads", "二标段", "12万元", {"一标段": "12万元", "二标段": "31万元", "三标段": "7万元"}),
        ("roads", "沙埠乡", "64.5万元", {"栗坪镇": "64.5万元", "沙埠乡": "52.1万元", "新塘乡": "38.4万元"}),
        (
            "roads",
            "新桥街道",
            "38件",
            {"柳荫街道": "91件", "新桥街道": "64件", "南苑街道": "38件"},
        ),
        ("roads", "民商庭", "16起", {}),
        ("towns", "白石镇", "121个", {"枫桥镇": "121个", "双河乡": "97个", "白石镇": "83个"}),
    ],
    ids=["clause", "row", "list", "ranked", "one is unclear", "head"],
)
def test_figure_has_its_like_of_each_part(
    answerer: Answerer, report: str, name: str, raw: str, like: dict[str, str]
) -> None:
    sort = sort_of(name)
    assert sort
    parts = Parts(report, sort, answerer.knowledge)
    anchor = next(one for one in answerer.knowledge.statements([report]) if one.figure.raw == raw)
    assert {one.name: one.statement.figure.raw for one in parts.like(anchor)} == like


def test_figure_that_is_under_no_part_has_no_name(answerer: Answerer) -> None:
    sort = sort_of("枫桥镇")
    assert sort
    whole = next(one for one in answerer.knowledge.statements(["towns"]) if one.figure.raw == "301个")
    assert not Parts("towns", sort, answerer.knowledge).name_of(whole)


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("梧岭县交通运输局一标段发现多少处隐患", "那二标段呢"), "57处"),
        (("梧岭县交通运输局一标段发现多少处隐患", "那二标段呢", "三标段"), "26处"),
        (("栗坪镇拿到多少养护补助", "沙埠乡呢"), "52.1万元"),
        (("客运站点整改几个", "超限治理呢"), "42"),
        (("多收停车费多少", "退了多少", "还差多少"), "35万元"),
    ],
)
def test_turn_that_names_another_part_gets_its_figure(
    answerer: Answerer, turns: tuple[str, ...], figure: str
) -> None:
    heard = heard_last(answerer, turns)
    assert heard.answer.direct
    assert heard.answer.direct.raw == figure


def test_turn_that_asks_of_all_parts_gets_the_most_and_its_name(answerer: Answerer) -> None:
    heard = heard_last(answerer, ("梧岭县交通运输局一标段发现多少处隐患", "哪个标段隐患最多"))
    assert heard.answer.text.startswith("最多（最高）的是二标段")


@pytest.mark.parametrize("turn", ["热线工单总共多少件", "办结率提高多少件"])
def test_one_of_a_list_is_no_whole_and_a_rate_no_number(answerer: Answerer, turn: str) -> None:
    heard = heard_last(answerer, ("梧岭县交通运输局一标段发现多少处隐患", turn))
    assert heard.answer.direct is None or heard.answer.direct.raw != "386件"


def test_parts_are_added_up_where_a_turn_asks_for_all_of_them(answerer: Answerer) -> None:
    heard = heard_last(answerer, ("梧岭县交通运输局一标段发现多少处隐患", "三个标段加起来"))
    assert heard.answer.text.startswith("124处")


def test_part_that_no_report_names_is_refused(answerer: Answerer) -> None:
    heard = heard_last(answerer, ("梧岭县交通运输局一标段发现多少处隐患", "那五标段呢"))
    assert heard.answer.refused


@pytest.mark.parametrize(
    ("raw", "like"),
    [
        ("36.5", {"散货码头": "36.5", "客运码头": "4.2", "油品码头": "58.7"}),
        ("11处", {"7月": "5处", "8月": "11处", "9月": "8处"}),
        ("6.4万元", {"轮机学院": "6.4万元", "航海学院": "11.9万元", "港工学院": "9.3万元"}),
        ("43.7万元", {}),
    ],
    ids=["rows", "lines", "clauses", "alone"],
)
def test_what_is_told_in_one_form_is_alike(answerer: Answerer, raw: str, like: dict[str, str]) -> None:
    statements = answerer.knowledge.statements(["piers"])
    anchor = next(one for one in statements if one.figure.raw == raw)
    text = answerer.knowledge.place("piers").report.text
    assert {one.name: one.statement.figure.raw for one in told_alike(anchor, statements, text)} == like


@pytest.mark.parametrize(
    ("turns", "most"),
    [
        (("轮机学院上缴多少", "航海学院呢", "哪个学院最少"), "最少（最低）的是轮机学院"),
        (("梅洲市港航局7月取缔岸电违建多少处", "9月呢", "哪个月最多"), "最多（最高）的是8月"),
        (("客运码头罚款多少", "散货码头呢", "哪个码头最高"), "最多（最高）的是油品码头"),
    ],
)
def test_most_is_of_all_that_is_told_and_not_of_what_was_answered(
    answerer: Answerer, turns: tuple[str, ...], most: str
) -> None:
    assert heard_last(answerer, turns).answer.text.startswith(most)


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("梅洲市港航局发现问题多少个", "客运码头呢"), "28"),
        (("客运码头发现问题多少个", "罚款多少"), "4.2"),
        (("梅洲市港航局清退押金多少万元", "退还船员的呢"), "5.86万元"),
    ],
    ids=["column", "row", "kind"],
)
def test_what_a_turn_leaves_out_is_as_in_the_last_answer(
    answerer: Answerer, turns: tuple[str, ...], figure: str
) -> None:
    direct = heard_last(answerer, turns).answer.direct
    assert direct
    assert direct.raw == figure


def test_place_that_the_report_tells_of_is_not_given_the_figure_of_all(answerer: Answerer) -> None:
    heard = heard_last(answerer, ("梅洲市港航局船舶污水接收率是多少", "蓝湾县呢"))
    assert heard.answer.direct is None or heard.answer.direct.raw != "81.6%"
