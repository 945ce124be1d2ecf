import pytest

from checker.alignment.contrast import is_numbered_otherwise, is_sibling_meant, is_told_by_it
from checker.alignment.wording import Surroundings, surroundings
from checker.check import check
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of


def around(text: str) -> list[Surroundings]:
    return surroundings([one for one in read_draft(text) if not is_scope(one.figure)])


TOLD = [
    ("its deed", "群众投诉办结416件。", "交办群众投诉438件，办结416件。", True),
    ("the other's deed", "交办群众投诉438件。", "交办群众投诉438件，办结416件。", False),
    ("what both say", "群众投诉438件。", "交办群众投诉438件，办结416件。", False),
    ("the word before the verb", "应更换水表438只。", "已更换水表438只，应更换512只。", True),
    ("the same word", "已更换水表438只。", "已更换水表438只，应更换512只。", False),
    ("its level", "市级发文减少31%。", "县级制发文件减少31%；市级制发文件减少18%。", True),
]


@pytest.mark.parametrize(
    ("claim", "source", "meant"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD]
)
def test_deed_of_a_sibling_is_named(claim: str, source: str, meant: bool) -> None:
    (mine,) = around(claim)
    stated, sibling = around(source)
    assert is_told_by_it(mine, stated, sibling) is meant


def test_name_of_the_owner_tells_no_deed() -> None:
    (mine,) = around("生态环境局受理投诉27件。")
    stated, sibling = around("受理投诉27件，环境案件14件。")
    assert is_told_by_it(mine, stated, sibling)
    assert not is_told_by_it(mine, stated, sibling, mine.led)


def test_things_are_numbered_otherwise() -> None:
    *_, mine = around("第三车间整改31处。")
    one, two = around("第一车间整改31处，第三车间整改42处。")
    assert is_numbered_otherwise(mine, one)
    assert not is_numbered_otherwise(mine, two)
    assert is_sibling_meant(mine, one, two)


WHOLE = [
    ("found for done", "摸排危房317户，完成改造268户。", "危房完成改造317户。", "contradicted"),
    ("done as it is", "摸排危房317户，完成改造268户。", "危房完成改造268户。", "supported"),
    (
        "stock for treated",
        "全市闲置厂房存量41万平方米，已盘活17万平方米。",
        "闲置厂房盘活41万平方米。",
        "contradicted",
    ),
    ("due for done", "企业应缴水费62.3万元，已缴41.7万元。", "企业已缴水费62.3万元。", "contradicted"),
]


@pytest.mark.parametrize(
    ("source", "claim", "verdict"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE]
)
def test_figure_told_of_another_deed_is_caught(source: str, claim: str, verdict: str) -> None:
    (finding,) = check(claim, evidence_of(f"整改情况通报\n{source}"))
    assert finding.verdict == verdict


GROUPS = [
    (
        "another group",
        "按类别分:食品类118个,占39.9%;基建类97个;采购类46个。",
        "采购类占39.9%。",
        "misattributed",
    ),
    ("its own group", "按类别分:食品类118个,占39.9%;基建类97个;采购类46个。", "食品类占39.9%。", "supported"),
    (
        "another quantity",
        "全县通报粮库仓储隐患31处，逐处整改。",
        "全县粮库整改通报的仓储隐患46处。",
        "contradicted",
    ),
    ("a change of it", "月工资从1300元涨到1720元。", "月工资涨了1720元。", "misattributed"),
]


@pytest.mark.parametrize(
    ("source", "claim", "verdict"), [row[1:] for row in GROUPS], ids=[row[0] for row in GROUPS]
)
def test_figure_is_told_of_its_group(source: str, claim: str, verdict: str) -> None:
    (finding,) = [one for one in check(claim, evidence_of(f"整改情况通报\n{source}")) if one.rule != "scope"]
    assert finding.verdict == verdict


UNLIKE_WORDS = [
    ("another wording", "苗木补植6.4万株，查了一遍，成活率在八成五以上。", "补种树苗成活率85%以上。"),
    ("a duration", "4家供应商列入黑名单，期限3年。", "列入黑名单的供应商禁入三年。"),
    ("a label", "交办：57项。\n销号：49项。", "五十七项交办事项销号49项。"),
]


@pytest.mark.parametrize(
    ("source", "claim"), [row[1:] for row in UNLIKE_WORDS], ids=[row[0] for row in UNLIKE_WORDS]
)
def test_right_figure_in_other_words_is_not_cried_over(source: str, claim: str) -> None:
    findings = check(claim, evidence_of(f"整改情况通报\n{source}"))
    assert {str(one.verdict) for one in findings} <= {"supported", "rounded"}


MARKED = "关于堤防隐患整治情况的通报\n砌石松动的34处，已灌浆加固29处。检查报告列出问题268条，泵站占92条，涵闸61条。\n"


@pytest.mark.parametrize(
    ("claim", "raw", "verdict"),
    [
        pytest.param("砌石松动的已加固29处。", "29处", "supported", id="its deed beside the whole's words"),
        pytest.param("砌石松动的已加固34处。", "34处", "contradicted", id="the whole's number"),
        pytest.param(
            "检查报告列出问题268条，泵站最多，有92条。", "92条", "supported", id="a member of the whole"
        ),
        pytest.param(
            "检查报告列出问题268条，泵站最多，有61条。", "61条", "contradicted", id="another member"
        ),
    ],
)
def test_marked_statement_is_not_contradicted_by_its_whole(claim: str, raw: str, verdict: str) -> None:
    findings = check(claim, evidence_of(MARKED))
    assert next(str(one.verdict) for one in findings if one.figure.raw == raw) == verdict


STAGES = (
    "关于涉企收费整治情况的通报\n全市累计检查单位1536家，发现问题578个，退费2914万元。\n"
    "春季检查单位812家，春季发现问题187个，退费733万元。\n一标段发现问题43个，二标段发现问题29个。\n"
)


@pytest.mark.parametrize(
    ("claim", "raw", "verdict"),
    [
        pytest.param("春季检查单位812家，发现问题187个。", "187个", "supported", id="marked a clause before"),
        pytest.param("春季检查单位812家，发现问题185个。", "185个", "contradicted", id="another number"),
        pytest.param("二标段检查出来，发现问题29个。", "29个", "supported", id="numbered a clause before"),
    ],
)
def test_mark_of_a_clause_before_tells_statements_apart(claim: str, raw: str, verdict: str) -> None:
    findings = check(claim, evidence_of(STAGES))
    assert next(str(one.verdict) for one in findings if one.figure.raw == raw) == verdict


WARDS = (
    "明川县医院整改情况\n眼科门诊等候时间由58分钟压减为33分钟。"
    "举办培训班12期，培训村医1860人次，其中眼科740人次、骨科655人次。\n"
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("眼科培训村医740人次。", "supported", id="named before too"),
        pytest.param("骨科培训村医655人次。", "supported", id="named there alone"),
        pytest.param("共培训村医740人次。", "contradicted", id="the whole"),
    ],
)
def test_part_is_told_apart_though_it_is_named_before_the_sentence(claim: str, verdict: str) -> None:
    assert str(check(claim, evidence_of(WARDS))[-1].verdict) == verdict
