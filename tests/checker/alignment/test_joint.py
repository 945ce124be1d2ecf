import pytest

from checker.alignment.joint import Together
from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import Verdict
from corpus.statements.statements import read_draft
from corpus.structure.parsing import parse_report
from tests.checker.reports import evidence_of, finding_on

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


OWN_WORDS = (
    "临河水库管理处党委关于巡察整改情况的通报\n巡察反馈5个方面58个问题，管理处党委制定整改措施126条。\n"
)
BRANCHES = (
    "关于供水公司巡察整改情况的通报\n第二党支部（营业所）：认领8个，完成6个；闲置门面收回19间，补收租金47.2万元。\n"
    "\n第三党支部（水厂）：认领5个，完成5个；补收租金12.6万元。\n"
)
WORKS = "关于索道检修情况的通报\n一号索道电机大修一台次，停运检修23天；二号索道停运检修14天。\n"
TWICE = "关于矿山整改情况的通报\n按单位看，一矿认领26个、二矿18个、三矿15个；到位的，一矿24个、二矿18个、三矿13个。\n"


@pytest.mark.parametrize(
    ("claim", "raw", "source", "verdict"),
    [
        pytest.param(
            "管理处党委对反馈的58个问题逐条研究。", "58个", OWN_WORDS, "supported", id="words of the owner"
        ),
        pytest.param(
            "第二党支部补收租金47.2万元。", "47.2万元", BRANCHES, "supported", id="a lead over semicolons"
        ),
        pytest.param(
            "第三党支部补收租金47.2万元。", "47.2万元", BRANCHES, "contradicted", id="under another lead"
        ),
        pytest.param(
            "二号索道换下部件41个；一号线停运检修23天。",
            "23天",
            WORKS,
            "supported",
            id="a number of another thing before",
        ),
        pytest.param(
            "其中一矿到位24个，二矿到位18个。", "18个", TWICE, "supported", id="a number stated twice"
        ),
    ],
)
def test_claim_means_what_its_own_words_mark(claim: str, raw: str, source: str, verdict: str) -> None:
    assert str(finding_on(raw, claim, source).verdict) == verdict


SIBLINGS = """松川县人民法院关于巡察整改情况的通报
2024年4月2日

发放救助金58.4万元，救助33人（2022年为37.6万元、21人）。
追回重复发放的耕地补贴4.17万元，涉及26户；清退死亡人员高龄津贴1.93万元，涉及7人。
查出违规收费金额31.5万元，已退还152户共22.8万元。
对11个庭室开展评估，评为“好”3个，“较好”6个，“一般”2个。
2023年11月6日，巡察组巡察县人民法院及所属诉讼服务中心。截至2024年3月底，院机关完成24个，诉讼服务中心完成13个。
"""


@pytest.mark.parametrize(
    ("draft", "supported"),
    [
        pytest.param("松川县法院2022年救助33人。", False, id="of the year in the bracket"),
        pytest.param("松川县法院2022年救助21人。", True, id="its own year"),
        pytest.param(
            "人已不在了还在领的高龄津贴，松川县法院收回4.17万元。", False, id="what stands before the deed"
        ),
        pytest.param(
            "松川县法院违规收费已退还152户，金额31.5万元。",
            False,
            id="an amount goes on with the deed before",
        ),
        pytest.param("松川县法院违规收费已退还152户，金额22.8万元。", True, id="its own amount"),
        pytest.param("松川县法院评为较好的庭室有3个。", False, id="good is not rather good"),
        pytest.param("松川县法院评为较好的庭室有6个。", True, id="rather good"),
        pytest.param("松川县法院诉讼服务中心完成13个。", True, id="whose clause names it"),
        pytest.param("松川县法院诉讼服务中心完成24个。", False, id="the whole's own part"),
    ],
)
def test_siblings_are_told_apart_by_time_topic_and_grade(draft: str, *, supported: bool) -> None:
    evidence = Evidence.of_reports([parse_report(SIBLINGS, id="a", source="a")])
    assert (check(draft, evidence)[-1].verdict is Verdict.SUPPORTED) is supported
