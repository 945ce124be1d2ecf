import pytest

from checker.alignment.joint import Together
from checker.check import check
from checker.evidence import Evidence
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

REPORT = (
    "县委第三轮巡察派出6个巡察组，对17个村（社区）党组织开展常规巡察。"
    "全县约谈领导干部43人，问责领导干部19人。对化工企业处罚31.5万元；对商贸企业处罚88.2万元。"
)


def together(claim: str, evidence: Evidence) -> Together:
    claims = read_draft(claim, evidence.directory)
    return Together(claims, evidence)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        pytest.param("约谈领导干部43人，问责领导干部19人。", ["43人", "19人"], id="as stated"),
        pytest.param("约谈领导干部19人，问责领导干部43人。", ["43人", "19人"], id="exchanged"),
        pytest.param("问责19人，约谈43人。", ["19人", "43人"], id="the other way round"),
    ],
)
def test_figures_of_a_sentence_find_their_statements_together(claim: str, found: list[str]) -> None:
    aligned = together(claim, evidence_of(REPORT)).aligned
    assert [
        one.statement.figure.raw for _, one in sorted(aligned.items(), key=lambda pair: pair[0].figure.start)
    ] == found


def test_each_statement_is_assigned_once() -> None:
    aligned = together("处罚31.5万元，处罚31.5万元。", evidence_of(REPORT)).aligned
    found = [one.statement.figure.start for one in aligned.values()]
    assert len(found) == len(set(found))


def test_claim_that_says_nothing_finds_nothing() -> None:
    assert together("43人。", evidence_of(REPORT)).aligned == {}


def test_what_stands_around_is_read_once() -> None:
    evidence = evidence_of(REPORT)
    first = evidence.quantities[0]
    assert evidence.source.around(first) is evidence.source.around(first)


def test_nearest_statements_share_words_or_value() -> None:
    evidence = evidence_of(REPORT)
    (claim,) = read_draft("对商贸企业处罚88.2万元。", evidence.directory)
    assert evidence.nearest(claim, 1)[0].figure.raw == "88.2万元"
    assert len(evidence.nearest(claim, 2)) == 2


@pytest.mark.parametrize(
    ("source", "claim", "raw", "rule"),
    [
        pytest.param(
            "一车间整改隐患14处，二车间整改隐患22处。", "二车间整改隐患14处。", "14处", "sibling", id="number"
        ),
        pytest.param(
            "第四督查组移交线索27条。",
            "第五督查组移交线索27条。",
            "27条",
            "other_number",
            id="no such number",
        ),
        pytest.param(
            "一车间整改隐患14处，二车间整改隐患22处。", "二车间整改隐患22处。", "22处", "same", id="right"
        ),
    ],
)
def test_siblings_are_told_apart(source: str, claim: str, raw: str, rule: str) -> None:
    finding = next(one for one in check(claim, evidence_of(source)) if one.figure.raw == raw)
    assert finding.rule == rule


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        pytest.param(
            "一是修订制度12项；二是开展培训7场；三是约谈干部31人。", "二是约谈干部31人。", id="list words"
        ),
        pytest.param(
            "第三批主题教育中出台一批制度，修订制度12项。", "第三批主题教育中修订制度12项。", id="a batch of"
        ),
        pytest.param(
            "甲标段完成投资31万元，乙标段完成投资42万元。",
            "甲、乙标段分别完成投资31万元、42万元。",
            id="respectively",
        ),
        pytest.param(REPORT, "县委第三轮巡察派出6个巡察组，巡察17个村（社区）党组织。", id="another's rival"),
    ],
)
def test_right_figures_are_not_told_apart(source: str, claim: str) -> None:
    findings = check(claim, evidence_of("通报\n" + source))
    assert [one.verdict for one in findings if one.rule != "scope"] == [
        "supported" for one in findings if one.rule != "scope"
    ]
