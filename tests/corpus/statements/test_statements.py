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
    "unit", ["省信访局化解528件，", "完成整改588个。", "（一）县教育局。反馈问题24个。\n"]
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
