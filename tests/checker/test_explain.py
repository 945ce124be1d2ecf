import pytest

from checker.explain import Explanation, explain
from checker.verdicts import Verdict
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

SOURCE = """关于省委第八轮巡视整改进展情况的通报
发布时间：2021-11-05
省信访局2020年梳理信访矛盾纠纷578件，化解528件，化解率91.35%，与2019年相比提高了7.32个百分点。
省财政厅党组将反馈的24个具体问题细化为199项措施。海南师范大学党委制定了26个相关制度。
"""
DRAFT = "省信访局2020年梳理信访矛盾纠纷578件、化解538件，化解率91.35%，提高7.32%；海南师范大学细化措施199项。"


def explained(draft: str, raw: str, most: int = 20) -> Explanation:
    evidence = evidence_of(SOURCE)
    claim = next(s for s in read_draft(draft, evidence.directory) if s.figure.raw == raw)
    return explain(claim, evidence, most)


def reasons(draft: str, raw: str) -> dict[str, str]:
    return {c.statement.figure.raw: c.reason for c in explained(draft, raw).considered}


def test_explanation_shows_the_winner_and_the_losers() -> None:
    evidence = evidence_of(SOURCE)
    claim = next(s for s in read_draft(DRAFT, evidence.directory) if s.figure.raw == "538件")
    explanation = explain(claim, evidence)
    assert [c.statement.figure.raw for c in explanation.considered if c.won] == ["528件"]
    assert any(c.statement.figure.raw == "578件" and not c.won for c in explanation.considered)
    assert all(c.reason for c in explanation.considered)


def test_strongest_candidate_stands_first() -> None:
    strengths = [c.strength for c in explained(DRAFT, "538件").considered]
    assert strengths == sorted(strengths, reverse=True)


@pytest.mark.parametrize("most", [0, 1, 2])
def test_no_more_candidates_are_shown_than_asked_for(most: int) -> None:
    assert len(explained(DRAFT, "538件", most).considered) == most


@pytest.mark.parametrize(
    ("draft", "raw", "stated", "told"),
    [
        pytest.param(DRAFT, "538件", "528件", "数不同", id="another number"),
        pytest.param(DRAFT, "578件", "578件", "数相符", id="the same number"),
        pytest.param(DRAFT, "199项", "199项", "单位不同（海南省财政厅）", id="another organisation"),
        pytest.param(DRAFT, "7.32%", "7.32个百分点", "量不同（7.32个百分点）", id="another kind"),
        pytest.param("省信访局2018年化解528件。", "528件", "528件", "时间不同（2020年）", id="another time"),
        pytest.param(
            "省信访局尚未化解528件。", "528件", "528件", "一个是已办的，一个是未办的", id="not done"
        ),
        pytest.param(
            "省信访局化解率降低7.32个百分点。", "7.32个百分点", "7.32个百分点", "方向相反", id="direction"
        ),
    ],
)
def test_reason_says_what_speaks_for_or_against(draft: str, raw: str, stated: str, told: str) -> None:
    reason = reasons(draft, raw)[stated]
    assert told in reason
    assert reason.startswith("口径相似度")


def test_what_agrees_is_not_said_to_differ() -> None:
    reason = reasons(DRAFT, "578件")["578件"]
    assert not {"单位不同", "时间不同", "量不同", "数不同"} & {part[:4] for part in reason.split("，")}


def test_claim_of_nothing_known_has_a_finding_and_no_winner() -> None:
    explanation = explained("省信访局实现利润3.6亿元。", "3.6亿元")
    assert explanation.finding.verdict is Verdict.UNSUPPORTED
    assert not any(c.won for c in explanation.considered)
