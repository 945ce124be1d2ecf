import pytest

from bot.generation.faults import fault_of, moved, told_twice
from checker.finding import Finding
from checker.verdicts import Verdict
from corpus.figure import Figure, Kind, Statement

SENTENCE = "漏损率由16.2%降至11.9%。"


def stated(raw: str, kind: Kind = Kind.PERCENT) -> Statement:
    start = SENTENCE.index(raw)
    figure = Figure(raw, start, start + len(raw), kind)
    return Statement(figure, "water", "通报", SENTENCE, 0, len(SENTENCE))


FIRST, SECOND = stated("16.2%"), stated("11.9%")


def row(claim: Statement, *evidence: Statement, why: str = "") -> tuple[Statement, Finding, str]:
    return claim, Finding(claim.figure, Verdict.SUPPORTED, "", "", evidence), why


def test_fault_stands_where_its_claim_does() -> None:
    _, finding, _ = row(SECOND, SECOND)
    fault = fault_of(SECOND, finding, "why_contradicted")
    assert SENTENCE[fault.start : fault.end] == fault.raw == "11.9%"
    assert (fault.why, fault.finding, fault.claim) == ("why_contradicted", finding, SECOND)


@pytest.mark.parametrize(
    ("judged", "raws"),
    [
        pytest.param([row(FIRST, FIRST), row(SECOND, SECOND)], [], id="each on its own"),
        pytest.param([row(FIRST, SECOND), row(SECOND, SECOND)], ["16.2%", "11.9%"], id="both on one"),
        pytest.param(
            [row(FIRST, SECOND), row(SECOND, SECOND, why="why_derived")], [], id="one at fault already"
        ),
        pytest.param([row(FIRST), row(SECOND)], [], id="on nothing"),
        pytest.param([], [], id="none"),
    ],
)
def test_level_told_twice_is_a_fault(judged: list[tuple[Statement, Finding, str]], raws: list[str]) -> None:
    faults = told_twice(judged)
    assert [one.raw for one in faults] == raws
    assert {one.why for one in faults} <= {"why_misattributed"}


def test_time_may_be_told_twice() -> None:
    time = stated("16.2%", Kind.DATE)
    assert told_twice([row(time, SECOND), row(time, SECOND)]) == []


@pytest.mark.parametrize("by", [3, 0, -4])
def test_moved_finding_is_the_same_further_on(by: int) -> None:
    _, finding, _ = row(SECOND, SECOND)
    after = moved(finding, by)
    assert (after.figure.start, after.figure.end) == (SECOND.figure.start + by, SECOND.figure.end + by)
    assert (after.verdict, after.evidence, after.figure.raw) == (finding.verdict, finding.evidence, "11.9%")
