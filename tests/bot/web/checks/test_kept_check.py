import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.web.checks.kept_check import KeptCheck, check_of, check_record
from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import Verdict
from corpus.figure import Figure, Kind, Qualifier, Statement
from tests.retrieval.fictional import WATER, report

NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=3)
FIGURES = st.builds(
    Figure,
    raw=st.text(min_size=1, max_size=9),
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    kind=st.sampled_from(Kind),
    value=NUMBERS,
    low=NUMBERS,
    high=NUMBERS,
    unit=st.text(max_size=3),
    measure=st.text(max_size=3),
    qualifier=st.sampled_from(Qualifier),
    step=NUMBERS,
    metric=st.text(max_size=5),
    org=st.text(max_size=5),
    period=st.text(max_size=5),
    change=st.sampled_from(["", "up", "down"]),
)
STATEMENTS = st.builds(
    Statement,
    FIGURES,
    st.text(max_size=4),
    st.text(max_size=4),
    st.text(max_size=9),
    st.integers(0, 9),
    st.integers(0, 9),
)
FINDINGS = st.builds(
    Finding,
    FIGURES,
    st.sampled_from(Verdict),
    st.just("stated"),
    st.text(max_size=9),
    st.lists(STATEMENTS, max_size=3).map(tuple),
    st.text(max_size=9),
)


@given(st.lists(FINDINGS, max_size=4).map(tuple), st.lists(st.text(max_size=9), max_size=2).map(tuple))
def test_check_is_read_again_as_it_was_kept(findings: tuple[Finding, ...], remarks: tuple[str, ...]) -> None:
    kept = KeptCheck("一段文字", "docx", findings, remarks)
    assert check_of(json.loads(json.dumps(check_record(kept)))) == kept


def test_source_of_several_findings_is_kept_once() -> None:
    text = "市水务局反馈问题36个，已完成整改33个，整改完成率91.67%。"
    findings = check(text, Evidence.of_reports([report(WATER)]))
    record = check_record(KeptCheck(text, "text", tuple(findings)))
    assert len(record["statements"]) == len({json.dumps(one, sort_keys=True) for one in record["statements"]})
    (first, *_) = check_of(record).findings
    assert first.figure.value == Decimal(36)
