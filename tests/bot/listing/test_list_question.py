import pytest

from bot.listing.list_question import (
    LIST_WAYS,
    MEMBERS,
    ListAsked,
    ListWay,
    Members,
    is_organisation,
    read_list_question,
)
from bot.question.understanding import read_question
from corpus.organisations.directory import Directory
from tests.bot.listed_report import COUNTY, HOSPITAL, SURVEY, report

DIRECTORY = Directory.of([report(COUNTY, "county"), report(HOSPITAL, "hospital"), report(SURVEY, "survey")])


def asked(text: str) -> ListAsked | None:
    return read_list_question(read_question(text, DIRECTORY))


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
def test_each_way_to_ask_matches_its_example(way: ListWay) -> None:
    assert asked(way.example) is not None


@pytest.mark.parametrize("members", MEMBERS, ids=lambda one: one.name)
def test_each_type_of_member_is_asked_for_by_its_example(members: Members) -> None:
    read = asked(members.example)
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


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("完成整改多少个问题", id="how many"),
        pytest.param("哪家单位整改率最高", id="comparison"),
        pytest.param("哪家的问题多还是少", id="the one or the other"),
        pytest.param("谁去检查", id="one, of no type of organisation"),
        pytest.param("整改情况怎么样", id="words"),
        pytest.param("", id="empty"),
    ],
)
def test_what_asks_for_no_list_is_none(text: str) -> None:
    assert asked(text) is None


CONDITIONS = [
    pytest.param("清收率90%的是哪些单位", "90%", "清收率", id="share"),
    pytest.param("清收率超过90%的有哪些单位", "超过90%", "清收率", id="bound"),
    pytest.param("完成整改19个的是哪些单位", "19个", "完成整改", id="count that they share"),
    pytest.param("哪些单位整改了19个问题", "", "", id="count that says no condition"),
]


@pytest.mark.parametrize(("text", "raw", "column"), CONDITIONS)
def test_figure_that_the_items_share_is_the_condition(text: str, raw: str, column: str) -> None:
    read = asked(text)
    assert read is not None
    assert (read.condition.raw if read.condition else "") == raw
    assert read.column == column


@pytest.mark.parametrize(
    ("text", "kinds", "single"),
    [
        pytest.param("闲置房产分哪几类", True, False, id="what it falls into"),
        pytest.param("制度有哪几项", True, False, id="items"),
        pytest.param("哪家企业有负责人被诫勉", False, True, id="one of which something is said"),
        pytest.param("清收率95%的是哪家单位", False, False, id="one by a figure"),
        pytest.param("巡察了哪些单位", False, False, id="several"),
    ],
)
def test_list_is_of_kinds_or_of_one(text: str, kinds: bool, single: bool) -> None:
    read = asked(text)
    assert read is not None
    assert (read.kinds, read.single) == (kinds, single)


def test_words_are_what_else_is_said_of_the_items() -> None:
    read = asked("云溪县第三轮巡察表彰了哪些单位")
    assert read is not None
    assert "表彰" in read.words
    assert not {"云溪县", "第三轮", "单位"} & set(read.words)


def test_organisation_that_no_report_knows_is_a_word() -> None:
    read = asked("海东市表彰了哪些单位")
    assert read is not None
    assert read.words == ("海东市", "表彰")
