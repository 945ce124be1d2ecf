import pytest

from bot.answer import Citation
from bot.generation.told_figures import equal_statements, is_for_the_account, told_as_stated, told_figure
from checker.check import check
from checker.comparison.features import FeatureReader
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
    assert is_for_the_account(claim, finding, EVIDENCE.of_value(claim)) is passes


def test_figure_is_told_with_the_statements_of_its_value_and_unit() -> None:
    claim, finding = _only("发放补贴3185000元。", "3185000元")
    told = told_figure(claim, finding, EVIDENCE.of_value(claim))
    assert [one.figure.raw for one in told.stated] == ["318.5万元"]
    assert not told.reckoned
    assert not told.unsure


def test_word_too_many_is_left_to_the_account() -> None:
    claim, finding = _only("沙河县水利局谎报加固水库33座。", "33座")
    equal = EVIDENCE.of_value(claim)
    assert is_for_the_account(claim, finding, equal)
    assert told_figure(claim, finding, equal).unsure


PASSAGE = Citation(1, "water", REPORT.title, "", "", SOURCE, 0, len(SOURCE))


@pytest.mark.parametrize(
    ("text", "raw", "stated"),
    [
        pytest.param("沙河县水利局修好水库33座。", "33座", ["33座"], id="in other words"),
        pytest.param("尚未加固33座。", "33座", ["33座"], id="denied, which words decide"),
        pytest.param("青林县水利局加固水库33座。", "33座", [], id="of another"),
        pytest.param("加固水库33户。", "33户", [], id="in another unit"),
        pytest.param("加固水库超过33座。", "超过33座", [], id="bounded"),
    ],
)
def test_words_decide_on_a_stated_quantity_that_owner_time_and_unit_speak_for(
    text: str, raw: str, stated: list[str]
) -> None:
    claim, _ = _only(text, raw)
    found = equal_statements(claim, EVIDENCE.of_value(claim), [PASSAGE], FeatureReader())
    assert [one.figure.raw for one in found] == stated


def test_number_that_was_worked_out_is_also_held_as_a_stated_one() -> None:
    claim, finding = _only("清查水库41座，已加固33座，还剩8座。", "8座")
    told = told_figure(claim, finding, [])
    assert told.reckoned
    assert told_as_stated(told, []) == told
    again = told_as_stated(told, EVIDENCE.of_value(_only("改建闸门2座。", "2座")[0]))
    assert again.unsure
    assert not again.reckoned


def test_plan_is_no_statement_of_what_there_is() -> None:
    source = "沙河县水利局整改通报\n2024-03-01\n全县建成蓄水池61座，力争2025年底达到94座。"
    report = parse_report(source, id="pool", source="pool.txt")
    stated = read_statements(report, DIRECTORY)
    passage = Citation(1, "pool", report.title, "", "", source, 0, len(source))
    for text, known in (("全县蓄水池已达94座。", []), ("全县力争蓄水池达到94座。", ["94座"])):
        claim = next(one for one in read_draft(text, DIRECTORY) if one.figure.raw == "94座")
        found = equal_statements(claim, stated, [passage], FeatureReader())
        assert [one.figure.raw for one in found] == known
