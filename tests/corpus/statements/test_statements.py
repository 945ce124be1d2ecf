import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.figure import Statement
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

REPORT = """十三届青岚县委第六轮巡察整改情况通报
发布时间：2023-11-08　来源：青岚县委巡察办
2023年2月20日至4月28日，县委派出6个巡察组，对县教育局、县民政局等5个单位开展巡察。
一、总体情况
本轮巡察共发现问题203个。
二、部分单位整改情况
（一）县教育局。反馈问题24个，完成整改22个。
（二）云岭乡。排查矛盾纠纷136起，化解128起。
"""


def by_raw(text: str) -> dict[str, Statement]:
    report = parse_report(text, id="r", source="r.txt")
    return {statement.figure.raw: statement for statement in read_statements(report)}


@pytest.mark.parametrize(
    ("raw", "org", "metric"),
    [
        pytest.param("24个", "青岚县教育局", "反馈问题", id="section"),
        pytest.param("22个", "青岚县教育局", "完成整改问题", id="section, object left out"),
        pytest.param("136起", "云岭乡", "排查矛盾纠纷", id="section named after a place"),
    ],
)
def test_figure_has_organisation_and_metric(raw: str, org: str, metric: str) -> None:
    figure = by_raw(REPORT)[raw].figure
    assert org in {figure.org, f"青岚县{figure.org}"}
    assert figure.metric == metric


def test_units_that_are_inspected_do_not_own_the_count_of_teams() -> None:
    assert "教育局" not in by_raw(REPORT)["6个"].figure.org


def test_statement_has_its_sentence_and_section() -> None:
    statement = by_raw(REPORT)["136起"]
    assert REPORT[statement.start : statement.end] == statement.quote
    assert statement.quote.endswith("化解128起。")
    assert "云岭乡" in statement.section
    assert statement.published == "2023-11-08"


def test_subject_holds_until_another_is_named() -> None:
    text = "省信访局党组扛起担当。2020年全省梳理矛盾纠纷578件。省财政厅细化措施199项。"
    found = by_raw(text)
    assert "信访局" in found["578件"].figure.org
    assert "财政厅" in found["199项"].figure.org


def test_a_time_holds_past_a_semicolon_for_its_own_organisation_only() -> None:
    found = by_raw("省信访局2020年化解528件；受理600件；省财政厅细化措施199项。")
    periods = [found[raw].figure.period for raw in ("528件", "600件", "199项")]
    assert periods == ["2020年", "2020年", ""]


def test_draft_has_no_issuer() -> None:
    (statement,) = read_draft("完成整改588个。")
    assert (statement.report, statement.title, statement.figure.org) == ("", "", "")


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.sampled_from(
            [
                "省信访局化解528件。",
                "2020年",
                "完成整改588个，",
                "\n",
                "（一）县教育局。",
                "率为91.35%",
                "𠮷\ud800",
            ]
        ),
        max_size=12,
    )
)
def test_any_text_is_read_with_exact_offsets(parts: list[str]) -> None:
    text = "".join(parts)
    for statement in read_draft(text):
        assert text[statement.figure.start : statement.figure.end] == statement.figure.raw
        assert text[statement.start : statement.end] == statement.quote
        assert statement.start <= statement.figure.start < statement.figure.end <= statement.end


@pytest.mark.parametrize(
    "unit",
    [
        "省信访局化解528件，",
        "完成整改588个。",
        "（一）县教育局。反馈问题24个。\n",
        "2022年来信91件、办结84件，2021年为77件、70件；",
        "县教育局　　24　　22\n",
    ],
)
def test_cost_grows_with_length_not_with_its_square(unit: str) -> None:
    """Counted in calls, not in time: ten times the text may take at most fifteen times the calls."""

    def calls(text: str) -> int:
        count = 0

        def tick(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += event == "call"

        sys.setprofile(tick)
        try:
            read_draft(text)
        finally:
            sys.setprofile(None)
        return count

    read_draft(unit)
    assert calls(unit * 300) < 15 * calls(unit * 30)


def test_member_of_a_list_owns_nothing_behind_the_list() -> None:
    text = "全市检修电梯318台，其中梅岭县96台、柳坪县22台。抽查复核150台，罚款6.2万元。"
    owners = {one.figure.raw: one.figure.org for one in read_draft(text)}
    assert owners["22台"] == "柳坪县"
    assert (owners["150台"], owners["6.2万元"]) == ("", "")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        pytest.param(
            "梅岭镇、柳坪镇、荷湾乡分别退还押金3.1万元、2.4万元、8.8万元。",
            {"3.1万元": "梅岭镇", "2.4万元": "柳坪镇", "8.8万元": "荷湾乡"},
            id="places-that-nobody-knows",
        ),
        pytest.param(
            "梅岭镇、柳坪镇、荷湾乡分别打井9眼、7眼、5眼。灌溉保证率达到93.6%。",
            {"9眼": "梅岭镇", "5眼": "荷湾乡", "93.6%": ""},
            id="owning-nothing-behind-the-list",
        ),
        pytest.param(
            "查出隐患分别为：梅岭县31个、柳坪县24个，已整改分别为28个、20个。",
            {"31个": "梅岭县", "28个": "梅岭县", "20个": "柳坪县"},
            id="of-the-list-before",
        ),
        pytest.param(
            "查出隐患依次为：县医院9个、妇保院4个，已整改依次为7个、3个。",
            {"7个": "县医院", "3个": "妇保院"},
            id="of-members-in-the-list-before",
        ),
        pytest.param(
            "市水务局对梅岭镇、柳坪镇分别罚款3.1万元、2.4万元。",
            {"3.1万元": "市水务局", "2.4万元": "市水务局"},
            id="objects",
        ),
    ],
)
def test_share_is_owned_by_its_own_head(text: str, owners: dict[str, str]) -> None:
    found = {one.figure.raw: one.figure.org for one in read_draft(text)}
    assert {raw: found[raw] for raw in owners} == owners


def test_base_of_a_comparison_has_its_own_time() -> None:
    found = {
        one.figure.raw: one.figure
        for one in read_draft("2021年放贷3.2亿元，比2020年的2.8亿元、1011户均有增长。")
    }
    assert [found[raw].period for raw in ("3.2亿元", "2.8亿元", "1011户")] == ["2021年", "2020年", "2020年"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        pytest.param("检查物业公司19家，退费48.6万元。", "检查物业公司", id="a-verb-before-it"),
        pytest.param("组建医疗集团19家，下派医生48.6万元。", "组建医疗集团", id="with-the-end-of-a-firm"),
        pytest.param("共建产业学院19家，学员48.6万元。", "共建产业学院", id="with-the-end-of-a-school"),
    ],
)
def test_common_noun_that_is_counted_owns_nothing(text: str, metric: str) -> None:
    found = by_raw(f"青泊市城管局关于巡察整改情况的通报\n{text}\n")
    assert found["19家"].figure.metric == metric
    assert found["48.6万元"].figure.org == "青泊市城管局"


@pytest.mark.parametrize("topic", ["附属医院收费混乱", "服务中心建设滞后", "行业商会乱收费"])
def test_topic_of_a_heading_owns_nothing(topic: str) -> None:
    found = by_raw(f"青泊市水务局关于巡察整改情况的通报\n（一）{topic}\n退费213万元，处理7人。\n")
    assert {found[raw].figure.org for raw in ("213万元", "7人")} == {"青泊市水务局"}


def test_earlier_round_owns_nothing_behind_it() -> None:
    found = by_raw("青泊市水务局关于巡察整改情况的通报\n上轮巡察指出药房11家未脱钩。此次收回本金653万元。\n")
    assert found["653万元"].figure.org == "青泊市水务局"
