import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.organisations.directory import Directory, organisations_of
from corpus.organisations.mention import Mention, MentionKind
from corpus.organisations.mentions import find_organisations
from corpus.organisations.report_regions import report_region
from corpus.report import Report

HOSPITAL = """中共云泽市中心医院委员会关于五届市委第三轮巡察整改进展情况的通报
根据市委统一部署，市委第二巡察组对云泽市中心医院党委进行了巡察。医院党委高度重视，退费3万元。
市财政局、市卫生健康委员会配合检查。联系地址：西岭省云泽市人民路1号。
中共云泽市中心医院委员会"""
GROUP = """中共西岭省能源投资集团有限公司委员会关于六届省委第二轮巡视整改进展情况的通报
省委第四巡视组对西岭省能源投资集团有限公司（以下简称“西能集团”）党委开展了巡视。
省信访局、省财政厅和西岭师范大学参加会议，全省推广。西岭省临江市有关单位到会。"""
COUNTY = """十届南川县委第四轮巡察整改情况通报
县委派出3个巡察组，对县教育局、县民政局和石湾镇党委开展巡察。石湾镇。反馈问题12个。石湾镇修订制度。"""


AUTONOMOUS = """十二届自治区党委第三轮巡视整改进展情况综述
自治区党委派出8个巡视组。广西壮族自治区民政厅党组修订制度12项，自治区财政厅收回资金。自治区信访局办结12件。"""


def report(text: str) -> Report:
    return Report("r", text.partition("\n")[0], text, "r.txt", "")


@pytest.fixture
def directory() -> Directory:
    return Directory.of(report(text) for text in (HOSPITAL, GROUP, COUNTY))


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (HOSPITAL, "云泽市"),
        (GROUP, "西岭省"),
        (COUNTY, "南川县"),
        (AUTONOMOUS, "广西壮族自治区"),
        ("今天天气很好。", ""),
    ],
    ids=["city", "province", "county", "autonomous", "none"],
)
def test_report_region_is_of_the_reports_own_level(text: str, region: str) -> None:
    assert report_region(report(text)) == region


@pytest.mark.parametrize(
    ("name", "region", "full"),
    [
        ("云泽中心医院", "", "云泽市中心医院"),
        ("市中心医院", "云泽市", "云泽市中心医院"),
        ("市卫健委", "云泽市", "云泽市卫生健康委员会"),
        ("西能集团", "", "西岭省能源投资集团有限公司"),
        ("能投集团", "", "西岭省能源投资集团有限公司"),
        ("西师大", "", "西岭师范大学"),
        ("西岭师大", "", "西岭师范大学"),
        ("省信访局", "西岭省", "西岭省信访局"),
        ("西岭信访局", "", "西岭省信访局"),
        ("县教育局", "南川县", "南川县教育局"),
        ("县委", "南川县", "南川县委"),
        ("西岭", "", "西岭省"),
        ("全省", "西岭省", "西岭省"),
        ("石湾镇", "南川县", "石湾镇"),
        ("云泽市中心医院", "", "云泽市中心医院"),
    ],
)
def test_canonical_completes_a_short_name(directory: Directory, name: str, region: str, full: str) -> None:
    assert directory.canonical(name, region) == full


@pytest.mark.parametrize(
    ("name", "region", "full"),
    [
        ("省信访局", "海南省", "海南省信访局"),
        ("县教育局", "柳湾县", "柳湾县教育局"),
        ("财政局", "", "财政局"),
        ("县民政局", "云泽市", "县民政局"),
        ("市医院", "", "市医院"),
        ("", "西岭省", ""),
    ],
)
def test_canonical_never_moves_a_name_to_another_region(
    directory: Directory, name: str, region: str, full: str
) -> None:
    assert directory.canonical(name, region) == full


def test_canonical_leaves_an_ambiguous_name_alone() -> None:
    directory = Directory()
    directory.add_name("西岭省信访局")
    directory.add_name("东川省信访局")
    assert directory.canonical("省信访局") == "省信访局"
    assert directory.canonical("省信访局", "东川省") == "东川省信访局"


@given(
    st.lists(st.text(alphabet="省市县东原海南财政教育局委医院大学公司集团", max_size=10), max_size=6),
    st.text(max_size=6),
)
def test_any_names_can_be_added_and_resolved(names: list[str], region: str) -> None:
    directory = Directory()
    for name in names:
        directory.add_name(name)
    for name in names:
        assert bool(directory.canonical(name, region)) is bool(name)


def test_phrases_teach_no_places() -> None:
    directory = Directory.of(
        [report("简报\n支持乡镇卫生院建设。围绕市委部署，加快市场监管局改革，报道市民政局工作。")]
    )
    assert not any(directory.is_place(word) for word in ("支持", "围绕", "加快", "报道"))


@pytest.mark.parametrize(
    "explanation",
    ["（以下简称“华石厂”）", "（以下简称华石厂或本厂）", "（简称：华石厂）", "(下称“华石厂”)"],
)
def test_an_explained_short_name_stands_for_the_full_one(explanation: str) -> None:
    directory = Directory.of([report(f"简报\n巡察组对云泽市华石机械有限公司{explanation}开展巡察。")])
    assert directory.canonical("华石厂") == "云泽市华石机械有限公司"


def test_a_place_named_before_lends_itself_to_what_follows(directory: Directory) -> None:
    text = "云泽市中心医院和市财政局，西岭省信访局、财政厅"
    mentions = find_organisations(text, known=directory)
    assert directory.canonical_names(mentions) == [
        "云泽市中心医院",
        "云泽市财政局",
        "西岭省信访局",
        "西岭省财政厅",
    ]


def test_canonical_names_leave_anaphors_as_they_are(directory: Directory) -> None:
    mentions = [Mention(0, 2, "该局", MentionKind.ANAPHOR)]
    assert directory.canonical_names(mentions, "云泽市") == ["该局"]


def test_organisations_of_lists_each_once_in_full(directory: Directory) -> None:
    assert organisations_of(report(HOSPITAL), directory) == [
        "云泽市中心医院",
        "云泽市委",
        "云泽市财政局",
        "云泽市卫生健康委员会",
    ]


def test_a_name_first_seen_short_gives_way_to_the_full_one() -> None:
    directory = Directory()
    directory.add_name("西岭省一中院")
    directory.add_name("西岭省第一中级人民法院")
    assert directory.names == ("西岭省第一中级人民法院",)
    assert directory.canonical("西岭省一中院") == "西岭省第一中级人民法院"


def test_name_that_is_explained_by_itself_stays_known() -> None:
    directory = Directory()
    directory.add_short_name("澜江省水务局", "澜江省水务局")
    directory.add_short_name("澜江水务", "澜江省水务局")
    assert directory.canonical("澜江水务") == "澜江省水务局"
    assert "澜江省水务局" in directory.names


def test_full_names_alone_are_in_it() -> None:
    directory = Directory()
    directory.add_short_name("澜江水务", "澜江省水务局")
    assert "澜江省水务局" in directory
    assert "澜江水务" not in directory
    assert "澜江省教育厅" not in directory
