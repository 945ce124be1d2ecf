import pytest

from bot.generation.told_figures import is_for_the_account, is_worded_otherwise, told_figure
from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from corpus.figure import Statement
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

SOURCE = "沙河县水利局整改通报\n2024-03-01\n沙河县水利局清查水库41座，已加固33座，另拆除旧泵房6间、改建闸门2座。全年发放补贴318.5万元。"
REPORT = parse_report(SOURCE, id="water", source="water.txt")
DIRECTORY = Directory.of([REPORT])
STATEMENTS = read_statements(REPORT, DIRECTORY)
EVIDENCE = Evidence(STATEMENTS, DIRECTORY)


def _only(text: str, raw: str) -> tuple[Statement, Finding]:
    claims = read_draft(text, DIRECTORY)
    finding = next(one for one in check(text, EVIDENCE) if one.figure.raw == raw)
    return next(one for one in claims if one.figure.raw == raw), finding


@pytest.mark.parametrize(
    ("text", "raw", "passes"),
    [
        pytest.param("清查水库41座，已加固33座，还剩8座。", "8座", True, id="said to be left"),
        pytest.param("清查水库41座，已加固33座，加固率8座。", "8座", False, id="not said to be worked out"),
        pytest.param("水库41座，溃坝9座。", "9座", False, id="nowhere"),
    ],
)
def test_what_is_not_stated_goes_on_where_it_is_said_to_be_reckoned(
    text: str, raw: str, passes: bool
) -> None:
    claim, finding = _only(text, raw)
    assert is_for_the_account(claim, finding) is passes


def test_figure_is_told_with_the_statements_of_its_value_and_unit() -> None:
    claim, finding = _only("发放补贴3185000元。", "3185000元")
    told = told_figure(claim, finding, EVIDENCE.of_value(claim))
    assert [one.figure.raw for one in told.stated] == ["318.5万元"]
    assert not told.reckoned
    assert not told.unsure


def test_word_too_many_is_left_to_the_account() -> None:
    claim, finding = _only("沙河县水利局谎报加固水库33座。", "33座")
    assert is_worded_otherwise(claim, finding)
    assert told_figure(claim, finding, EVIDENCE.of_value(claim)).unsure
    assert not is_worded_otherwise(*_only("沙河县水利局加固水库33座。", "33座"))
