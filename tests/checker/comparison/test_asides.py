import pytest

from checker.comparison.asides import acting_body, brackets_before, is_only_mentioned, member_unsaid
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

OPENING = "针对云岗市委第四巡察组反馈的21个问题，局党组逐条梳理，制定整改措施76条。"
BRACKET = "城建部门（含园林局、河道所）查出问题7项。"


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        pytest.param(OPENING, "云岗市委第四巡察组制定整改措施76条。", True, id="those who inspected"),
        pytest.param(OPENING, "云岗市委制定整改措施76条。", True, id="the committee above"),
        pytest.param(OPENING, "云岗市水务局制定整改措施76条。", False, id="the inspected one itself"),
        pytest.param(OPENING, "云岗市委第四巡察组移交问题76条。", False, id="what inspectors do"),
        pytest.param(
            "县委第三巡察组约谈干部9人。", "县委第三巡察组约谈干部9人。", False, id="their own deed"
        ),
        pytest.param(BRACKET, "园林局查出问题7项。", True, id="one in a bracket"),
        pytest.param(BRACKET, "河道所查出问题7项。", True, id="the next in the bracket"),
        pytest.param(BRACKET, "城建部门查出问题7项。", False, id="the owner of the bracket"),
        pytest.param(BRACKET, "城建部门含园林局查出问题7项。", False, id="both"),
        pytest.param("云岗集团（不含华通公司）清收312万元。", "华通公司清收312万元。", True, id="left out"),
    ],
)
def test_who_is_only_mentioned_owns_no_figure(source: str, text: str, *, expected: bool) -> None:
    stated = read_statements(parse_report(source, id="a", source="a"))[-1]
    claim = read_draft(text)[-1]
    assert is_only_mentioned(claim, stated, acting_body(claim), brackets_before(stated)) is expected


FARMS = (
    "# 宏川农垦集团整改通报\n全集团清退欠款86.4万元。\n红柳农场清退12户，青石农场清退9户。\n"
    "茶业公司收回货款73.5万元；种业公司补缴税款41.2万元。"
)


@pytest.mark.parametrize(
    ("figure", "text", "expected"),
    [
        pytest.param("86.4万元", "红柳农场清退欠款86.4万元。", "红柳农场", id="the whole's told of a member"),
        pytest.param(
            "86.4万元", "宏川农垦红柳农场清退欠款86.4万元。", "红柳农场", id="behind its whole's name"
        ),
        pytest.param("86.4万元", "宏川农垦集团清退欠款86.4万元。", "", id="the whole itself"),
        pytest.param("86.4万元", "白杨农场清退欠款86.4万元。", "", id="none that the report knows"),
        pytest.param("12户", "红柳农场清退12户。", "", id="its own"),
        pytest.param("73.5万元", "种业公司收回货款73.5万元。", "种业公司", id="another's of the sentence"),
        pytest.param("86.4万元", "对红柳农场清退欠款86.4万元。", "", id="an object"),
    ],
)
def test_member_that_no_statement_names_is_told(figure: str, text: str, expected: str) -> None:
    report = read_statements(parse_report(FARMS, id="a", source="a"))
    stated = next(one for one in report if one.figure.raw == figure)
    assert member_unsaid(read_draft(text)[-1], [stated], report) == expected
