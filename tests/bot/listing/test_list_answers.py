import pytest

from bot.answer import Draft
from bot.listing.list_answers import draft_list
from bot.listing.report_lists import ReportLists
from bot.question.understanding import read_question
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory, report_region
from corpus.report import Report
from corpus.statements.statements import read_statements
from tests.bot.listed_report import COUNTY, HOSPITAL, SURVEY, report

REPORTS = [report(COUNTY, "county"), report(HOSPITAL, "hospital"), report(SURVEY, "survey")]


def items(text: str) -> list[str]:
    draft = drafted(text)
    assert draft is not None
    lines = [line.split(". ", 1)[1] for line in draft.text.splitlines() if line[0].isdigit()]
    return [line.rsplit("[", 1)[0] for line in lines]


def drafted(text: str, reports: list[Report] = REPORTS) -> Draft | None:
    directory = Directory.of(reports)
    places = {one.id: Place(one, report_region(one)) for one in reports}
    statements = [statement for one in reports for statement in read_statements(one, directory)]
    return draft_list(read_question(text, directory), places, statements, ReportLists())


LISTS = [
    ("云溪县第三轮巡察点了哪几家单位的整改情况？", ["县水务局", "县档案局", "青石镇"]),
    ("云溪县第三轮巡察了哪些县直单位", ["县水务局", "县档案局"]),
    ("云溪县第三轮巡察了哪两个乡镇党委", ["青石镇", "白沙乡"]),
    ("云溪县建立了哪三张清单", ["问题清单", "任务清单", "责任清单"]),
    ("云溪县组织的三项专项整治是哪三项", ["小水电违规取水整治", "村级工程发包整治", "校园配餐整治"]),
    ("云溪县灌区水费清收表里，清收率90%的是哪些单位", ["青石灌区中心", "云溪水务集团"]),
    ("云溪县灌区水费清收率超过90%的有哪些单位", ["白沙供水公司"]),
    ("云溪县整改率低于100%的有哪些单位", ["县水务局", "青石镇"]),
    ("云溪县灌区水费清收率95%的是哪家单位", ["白沙供水公司"]),
    ("云溪县人民医院整改分几个方面", ["公益属性", "岗位廉洁风险"]),
    ("云溪县闲置房产分哪几类", ["办公用房", "厂房仓库"]),
    ("云溪县人民医院整改聚焦哪两个方面", ["公益属性", "岗位廉洁风险"]),
    (
        "云溪县人民医院岗位廉洁风险方面列了哪几个问题",
        ["耗材管理粗放", "设备采购把关不严", "外包监管缺失"],
    ),
    ("第二轮综述写到了哪几所高校", ["云溪理工大学", "云溪职业学院"]),
    ("第二轮综述点到了哪几家医院", ["省儿童医院"]),
]


@pytest.mark.parametrize(("question", "expected"), LISTS, ids=[row[0] for row in LISTS])
def test_question_for_a_list_is_answered_with_its_items(question: str, expected: list[str]) -> None:
    assert items(question) == expected


@pytest.mark.parametrize("question", [row[0] for row in LISTS])
def test_each_item_cites_a_passage_that_states_it(question: str) -> None:
    draft = drafted(question)
    assert draft is not None
    cited = {citation.n: citation.quote for citation in draft.citations}
    for line in draft.text.splitlines():
        if line[0].isdigit():
            item, n = line.split(". ", 1)[1].rstrip("]").rsplit("[", 1)
            assert item.removesuffix("清单") in cited[int(n)]


def test_citation_is_the_reports_own_text() -> None:
    draft = drafted("云溪县组织的三项专项整治是哪三项")
    assert draft is not None
    texts = {one.id: one.text for one in REPORTS}
    assert all(texts[one.report][one.start : one.end] == one.quote for one in draft.citations)


NO_LISTS = [
    "云溪县完成整改多少个问题",
    "云溪县第三轮巡察哪家单位整改率最高",
    "云溪县水务局反馈了几个问题",
    "云溪县哪些单位引进了海外博士",
    "云溪县开通了哪几条航线",
    "海东市巡察了哪些县直单位",
]


@pytest.mark.parametrize("question", NO_LISTS)
def test_no_list_is_drafted_where_none_is_asked_or_stated(question: str) -> None:
    assert drafted(question) is None


def test_numbers_of_a_list_are_checked_as_claims() -> None:
    draft = drafted("云溪县组织的三项专项整治是哪三项")
    assert draft is not None
    assert len(draft.claims) == len(draft.text)
    assert draft.plainer is not None
    assert draft.plainer.citations == draft.citations
