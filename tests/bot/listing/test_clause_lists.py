import pytest

from bot.listing.clause_lists import clause_lists
from bot.listing.list_answers import draft_list
from bot.listing.report_lists import ReportLists
from bot.question.understanding import read_question
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory, report_region
from corpus.report import Report
from corpus.statements.statements import read_statements
from tests.bot.listed_report import report

HOLDINGS = report(
    """中共澜溪市国有资产监督管理委员会关于六届市委第三轮巡察整改进展情况的通报
发布日期：2023-05-18　来源：澜溪市国资委
2022年9月5日至11月10日，市委第四巡察组对澜溪市国有资产监督管理委员会（以下简称“市国资委”）党委开展了巡察。
一、整改总体情况
市国资委党委建立问题、责任、时限“三张清单”，出台《市属企业采购办法》《投资后评价办法》和《外派财务总监管理细则》3项制度，对城建集团、水务集团和粮食集团3家企业开展延伸检查。
二、具体整改情况
（一）关于“主责主业聚焦不够”的问题。澜溪城建集团退出房地产项目4个，收回资金2.1亿元；澜溪水务集团剥离酒店2家，收回资金3600万元；澜溪粮食集团注销空壳公司7家，2名负责人被诫勉。
（二）关于“应收账款居高不下”的问题。截至2023年4月底，城建集团清收率75%，水务集团清收率91%，粮食集团清收率75%，文旅集团清收率88%。资产负债率方面，城建集团下降1.2个百分点，水务集团下降0.3个百分点，粮食集团下降0.5个百分点。
（三）关于“分公司管理松散”的问题。排水分公司认领问题6个，办结6个；供热分公司认领问题9个，办结7个。
三、下一步安排
对华拓建设、新宇工程2家企业作出禁入处理。
""",
    "holdings",
)
ROUND = report(
    """白沙县委第五轮巡察整改情况综述
2023-10-11　白沙县委巡察办
十三届白沙县委第五轮巡察派出4个巡察组，对县教育局、县卫健局2个县直部门和青山镇、河口镇、石桥乡3个乡镇开展巡察。
▲县教育局　反馈问题31个，完成整改29个，退还违规收费42.6万元。
▲县卫健局　反馈问题26个，完成整改26个，追回医保基金18.3万元。
▲青山镇　反馈问题22个，完成整改20个，1名村支书被免职。
▲河口镇　反馈问题19个，完成整改19个，修复水渠7.2公里。
县委对整改不力的县教育局、石桥乡主要负责人进行了约谈。下一轮将对县住建局、县水务局和县供销社开展巡察。
""",
    "round",
)
REPORTS = [HOLDINGS, ROUND]


def items(text: str) -> list[str]:
    directory = Directory.of(REPORTS)
    places = {one.id: Place(one, report_region(one)) for one in REPORTS}
    statements = [statement for one in REPORTS for statement in read_statements(one, directory)]
    draft = draft_list(read_question(text, directory), places, statements, ReportLists())
    lines = draft.text.splitlines() if draft else []
    return [line.split(". ", 1)[1].rsplit("[", 1)[0] for line in lines if line[0].isdigit()]


LISTS = [
    ("澜溪国资委哪几家分公司认领了问题", ["排水分公司", "供热分公司"]),
    ("市国资委清收率75%的是哪几家集团", ["城建集团", "粮食集团"]),
    ("市国资委清收率超过80%的是哪些企业", ["水务集团", "文旅集团"]),
    ("市国资委资产负债率下降超过0.4个百分点的是哪几家", ["城建集团", "粮食集团"]),
    ("市国资委收回资金的是哪几家集团", ["澜溪城建集团", "澜溪水务集团"]),
    ("市国资委哪家企业有负责人被诫勉", ["澜溪粮食集团"]),
    ("澜溪国资委建了哪三张清单", ["问题清单", "责任清单", "时限清单"]),
    (
        "澜溪市国资委出台了哪三项制度",
        ["《市属企业采购办法》", "《投资后评价办法》", "《外派财务总监管理细则》"],
    ),
    ("哪两家企业被市国资委禁入", ["华拓建设", "新宇工程"]),
    ("白沙第五轮巡察了哪两个县直部门", ["县教育局", "县卫健局"]),
    ("白沙第五轮巡察点了哪三个乡镇", ["青山镇", "河口镇", "石桥乡"]),
    ("白沙县委约谈了哪两家单位的负责人", ["县教育局", "石桥乡"]),
    ("白沙下一轮要巡察哪些单位", ["县住建局", "县水务局", "县供销社"]),
    ("白沙哪些乡镇完成整改19个", ["河口镇"]),
    ("白沙第五轮巡察哪家单位有村支书被免职", ["青山镇"]),
]


@pytest.mark.parametrize(("question", "expected"), LISTS, ids=[row[0] for row in LISTS])
def test_list_of_a_sentence_its_clauses_or_paragraphs_answers(question: str, expected: list[str]) -> None:
    assert items(question) == expected


@pytest.mark.parametrize(
    "question",
    ["市国资委哪家企业引进了博士后", "市国资委清收率超过95%的是哪些企业", "白沙县委表彰了哪两家单位的负责人"],
)
def test_list_that_no_report_states_is_not_drafted(question: str) -> None:
    assert items(question) == []


def names(one: Report) -> list[list[str]]:
    return [[item.text for item in found.items] for found in clause_lists(one)]


def test_clauses_with_one_verb_after_their_names_are_a_list() -> None:
    assert ["排水分公司", "供热分公司"] in names(HOLDINGS)


def test_paragraphs_opened_by_a_name_are_a_list() -> None:
    assert ["县教育局", "县卫健局", "青山镇", "河口镇"] in names(ROUND)


@pytest.mark.parametrize(
    "line",
    [
        "已整改问题6个；未整改问题2个。",
        "收回欠款6万元，抽取村12个，全县下降3个。",
        "本公司认领问题6个，其他单位认领问题2个。",
    ],
)
def test_clauses_that_name_nobody_are_no_list(line: str) -> None:
    assert names(report(f"澜溪市水务集团整改情况的通报\n2023年5月18日\n{line}\n", "none")) == []


def test_item_reaches_to_the_end_of_its_own_clause() -> None:
    found = next(one for one in clause_lists(HOLDINGS) if one.items[0].text == "排水分公司")
    told = HOLDINGS.text[found.items[0].start : found.items[0].reach]
    assert told.endswith("办结6个")
