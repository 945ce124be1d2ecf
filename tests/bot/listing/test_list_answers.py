import pytest

from bot.answer import Draft
from bot.listing.enumerations import enumerations
from bot.listing.layout_lists import ItemList, ListForm, laid_out_lists, topic_of
from bot.listing.list_answers import draft_list
from bot.listing.list_question import LIST_WAYS, MEMBERS, ListAsked, is_organisation, read_list_question
from bot.listing.report_lists import ReportLists
from bot.question.understanding import read_question
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory, report_region
from corpus.report import Report
from corpus.statements.statements import read_statements
from tests.bot.listed_report import COUNTY, HOSPITAL, SURVEY, report

REPORTS = [report(COUNTY, "county"), report(HOSPITAL, "hospital"), report(SURVEY, "survey")]


def asked(text: str) -> ListAsked | None:
    return read_list_question(read_question(text, Directory.of(REPORTS)))


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


def test_list_that_the_source_leaves_open_says_so() -> None:
    row = next(one for one in enumerations(REPORTS[0]) if "县档案局" in [item.text for item in one.items])
    assert not row.whole


def test_numbers_of_a_list_are_checked_as_claims() -> None:
    draft = drafted("云溪县组织的三项专项整治是哪三项")
    assert draft is not None
    assert len(draft.claims) == len(draft.text)
    assert draft.plainer is not None
    assert draft.plainer.citations == draft.citations


ASKED = [
    ("巡察了哪些县直单位", "县直单位", 0, "department"),
    ("写到了哪两所高校", "高校", 2, "university"),
    ("三项专项整治是哪三项", "专项整治", 3, ""),
    ("建了哪三张清单", "清单", 3, ""),
    ("哪几个乡镇党委受到巡察", "乡镇党委", 0, "town"),
    ("三张清单分别是什么", "清单", 3, ""),
]


@pytest.mark.parametrize(("text", "head", "count", "members"), ASKED, ids=[row[0] for row in ASKED])
def test_question_for_a_list_is_understood(text: str, head: str, count: int, members: str) -> None:
    read = asked(text)
    assert read is not None
    assert (read.head, read.count) == (head, count)
    assert (read.members.name if read.members else "") == members


@pytest.mark.parametrize("way", LIST_WAYS, ids=lambda way: way.name)
def test_each_way_to_ask_matches_its_example(way: object) -> None:
    assert asked(way.example) is not None  # type: ignore[attr-defined]


@pytest.mark.parametrize("members", MEMBERS, ids=lambda one: one.name)
def test_each_type_of_member_is_asked_for_by_its_example(members: object) -> None:
    read = asked(members.example)  # type: ignore[attr-defined]
    assert read is not None
    assert read.members == members


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("县水务局", True),
        ("青石镇党委", True),
        ("三公经费", False),
        ("省农业科学院", True),
        ("整改措施", False),
    ],
)
def test_names_of_organisations_are_told_by_their_ends(name: str, expected: bool) -> None:
    assert is_organisation(name) is expected


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


ROWS = [
    ("市局与海东仲裁院、云溪调解协会签署备忘录。", ["海东仲裁院", "云溪调解协会"]),
    ("形成问题清单、任务清单和责任清单。", ["问题清单", "任务清单", "责任清单"]),
    ("对县水务局、县档案局和县教育局开展巡察。", ["县水务局", "县档案局", "县教育局"]),
    ("建立问题台账、和谐社区名单。", ["问题台账", "和谐社区名单"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_row_of_names_is_cut_where_its_names_begin_and_end(sentence: str, expected: list[str]) -> None:
    found = enumerations(report(f"云溪县巡察通报\n{sentence}\n"))
    assert expected in [[item.text for item in one.items] for one in found]


def test_numbering_of_a_heading_is_no_name() -> None:
    assert enumerations(report("云溪县巡察通报\n一、总体情况\n二、下一步打算\n")) == ()


def of_form(form: ListForm, number: int) -> list[ItemList]:
    return [one for one in laid_out_lists(REPORTS[number]) if one.form is form]


def test_rows_that_add_up_are_no_items() -> None:
    tables = of_form(ListForm.ROWS, 0)
    assert [len(one.items) for one in tables] == [3, 2]
    assert tables[1].noun == "房产类别"


def test_headings_of_one_noun_leave_others_out() -> None:
    (nouns,) = {one.noun for one in of_form(ListForm.HEADINGS, 1) if one.items[0].text == "收费不透明"}
    assert nouns == "问题"
