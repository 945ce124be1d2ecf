import pytest

from checker.alignment.joint import Together
from checker.candidates import Candidate, strongest
from checker.cases import Case
from checker.check import check
from checker.comparison.agreement import Agreement, UnitRelation
from checker.evidence import Evidence
from checker.verdicts import Verdict
from corpus.statements.statements import read_draft
from corpus.structure.parsing import parse_report
from tests.checker.reports import evidence_of

SOURCE = (
    "省信访局2020年梳理信访矛盾纠纷578件，化解528件，化解率91.35%，与2019年相比提高了7.32个百分点。"
    "省财政厅细化措施199项。"
)


def case(claim: str, raw: str, *sources: str) -> Case:
    evidence = evidence_of(*(sources or (SOURCE,)))
    statement = next(s for s in read_draft(claim, evidence.directory) if s.figure.raw == raw)
    return Case(statement, evidence)


def candidate(claim: str, raw: str, stated: str, *sources: str) -> Candidate:
    found = case(claim, raw, *sources)
    return next(c for c in (*found.candidates, *found.elsewhere) if c.figure.raw == stated)


@pytest.mark.parametrize(
    ("claim", "raw", "stated", "units", "agreement"),
    [
        pytest.param("化解纠纷528件。", "528件", "528件", UnitRelation.SAME, Agreement.EQUAL, id="equal"),
        pytest.param(
            "化解纠纷538件。", "538件", "528件", UnitRelation.SAME, Agreement.DIFFERENT, id="another"
        ),
        pytest.param(
            "化解纠纷近530件。", "近530件", "528件", UnitRelation.SAME, Agreement.ROUNDED, id="rounded"
        ),
        pytest.param(
            "化解纠纷528人。", "528人", "528件", UnitRelation.OTHER_UNIT, Agreement.EQUAL, id="another unit"
        ),
    ],
)
def test_candidate_says_how_the_numbers_relate(
    claim: str, raw: str, stated: str, units: UnitRelation, agreement: Agreement
) -> None:
    found = candidate(claim, raw, stated)
    assert (found.units, found.agreement) == (units, agreement)


@pytest.mark.parametrize(
    ("claim", "raw", "stated", "owner", "thing"),
    [
        pytest.param("省信访局2020年化解528件。", "528件", "528件", True, True, id="the same"),
        pytest.param("省信访局2018年化解528件。", "528件", "528件", False, False, id="another year"),
        pytest.param("省教育厅化解528件。", "528件", "528件", False, False, id="another organisation"),
        pytest.param("省信访局尚未化解528件。", "528件", "528件", True, False, id="not done"),
        pytest.param("省信访局化解528人。", "528人", "528件", True, False, id="another unit"),
    ],
)
def test_candidate_says_whether_it_counts_the_same_thing(
    claim: str, raw: str, stated: str, owner: bool, thing: bool
) -> None:
    found = candidate(claim, raw, stated)
    assert (found.same_owner, found.same_thing) == (owner, thing)


@pytest.mark.parametrize(
    ("source", "claim", "raw", "distinct"),
    [
        pytest.param("化解纠纷528件。", "化解纠纷528件。", "528件", True, id="three digits"),
        pytest.param("化解纠纷52件。", "化解纠纷52件。", "52件", False, id="two digits"),
        pytest.param("化解纠纷5200件。", "化解纠纷5200件。", "5200件", False, id="two digits and noughts"),
        pytest.param("化解纠纷528件。", "化解纠纷529件。", "529件", False, id="another number"),
    ],
)
def test_quantity_is_distinct_by_its_digits(source: str, claim: str, raw: str, distinct: bool) -> None:
    assert case(claim, raw, source).candidates[0].is_distinct is distinct


def test_candidates_come_strongest_first_and_are_weighed_once() -> None:
    found = case("省信访局化解矛盾纠纷528件。", "528件")
    strengths = [c.strength for c in found.candidates]
    assert strengths == sorted(strengths, reverse=True)
    assert found.candidates[0].figure.raw == "528件"
    same = {id(c.statement): c for c in found.candidates}
    assert all(same.get(id(c.statement), c) is c for c in (*found.related, *found.elsewhere))


def test_related_adds_what_shares_the_sentence_alone() -> None:
    found = case("省财政厅在化解矛盾纠纷的同时，培训教师12人。", "12人")
    assert found.candidates == ()
    assert {c.figure.raw for c in found.related} == {"578件", "528件", "91.35%", "7.32个百分点"}


def test_related_begins_with_the_candidates_and_names_each_once() -> None:
    found = case("省信访局化解矛盾纠纷528件。", "528件")
    assert found.related[: len(found.candidates)] == found.candidates
    assert len({id(c.statement) for c in found.related}) == len(found.related)


def test_sentence_taken_word_for_word_is_quoted() -> None:
    sentence = "省财政厅细化措施199项。"
    quoted = case(sentence, "199项").quoted
    assert quoted is not None
    assert quoted.figure.raw == "199项"
    assert case("省财政厅细化措施198项。", "198项").quoted is None


@pytest.mark.parametrize(
    ("claim", "raw", "agreeing", "contradicting"),
    [
        pytest.param("省信访局化解矛盾纠纷528件。", "528件", "528件", "", id="stated so"),
        pytest.param("省信访局2020年化解信访矛盾纠纷538件。", "538件", "", "528件", id="stated otherwise"),
        pytest.param("省信访局实现利润3.6亿元。", "3.6亿元", "", "", id="not stated"),
        pytest.param("省教育厅化解528件。", "528件", "", "", id="another's"),
    ],
)
def test_case_finds_what_agrees_and_what_contradicts(
    claim: str, raw: str, agreeing: str, contradicting: str
) -> None:
    found = case(claim, raw)
    assert (found.agreeing.figure.raw if found.agreeing else "") == agreeing
    assert (found.contradicting.figure.raw if found.contradicting else "") == contradicting


@pytest.mark.parametrize(
    ("claim", "raw", "elsewhere"),
    [
        pytest.param("海南师范大学细化措施199项。", "199项", ["199项"], id="another organisation's"),
        pytest.param("省教育厅化解528件。", "528件", ["528件"], id="another's"),
        pytest.param("省信访局化解率提高7.32%。", "7.32%", ["7.32个百分点"], id="of another kind"),
        pytest.param("省信访局化解527件。", "527件", [], id="no such value"),
    ],
)
def test_case_finds_the_value_elsewhere(claim: str, raw: str, elsewhere: list[str]) -> None:
    assert [c.figure.raw for c in case(claim, raw).elsewhere] == elsewhere


def test_small_number_elsewhere_is_chance() -> None:
    source = "省信访局办结信访件5件。"
    assert case("省教育厅新建学校5所。", "5所", source).elsewhere == ()


@pytest.mark.parametrize(
    ("claim", "raw", "told"),
    [
        pytest.param("省财政厅细化措施199项。", "199项", True, id="the same sentence"),
        pytest.param("本市今年新建学校12所。", "12所", False, id="another sentence"),
    ],
)
def test_sentence_told_in_the_same_words_is_found(claim: str, raw: str, told: bool) -> None:
    assert (case(claim, raw).told_in_the_same_words is not None) is told


@pytest.mark.parametrize(
    ("text", "total"),
    [
        pytest.param("追回和罚款合计121.4万元。", True, id="合计"),
        pytest.param("两项加起来121.4万元。", True, id="加起来"),
        pytest.param("共处分12人。", True, id="共"),
        pytest.param("处分12人。", False, id="no such word"),
        pytest.param("合计追回3万元，罚款12万元。", False, id="another clause"),
    ],
)
def test_total_is_announced_in_the_claims_clause(text: str, total: bool) -> None:
    assert Case(read_draft(text)[-1], Evidence([])).says_total is total


@pytest.mark.parametrize(
    ("claim", "raw", "source"),
    [
        pytest.param(
            "全市约谈镇村干部145人，问责镇村干部318人。",
            "145人",
            "全市约谈镇村干部318人，问责镇村干部145人。",
            id="exchanged",
        ),
        pytest.param(
            "西山片区更换管网512米。",
            "512米",
            "东山片区巡查井盖73处，更换管网512米；西山片区巡查井盖44处，更换管网86米。",
            id="what-is-carried",
        ),
        pytest.param(
            "清水市对餐饮企业行政处罚77.4万元。",
            "77.4万元",
            "清水市对19家餐饮企业行政处罚30.2万元；对58家物流企业行政处罚77.4万元。",
            id="the-object",
        ),
    ],
)
def test_number_of_a_sibling_vouches_for_nothing(claim: str, raw: str, source: str) -> None:
    found = case(claim, raw, source)
    assert found.agreeing is None
    assert found.contradicting is not None


def test_claims_whose_numbers_are_exchanged_are_known() -> None:
    source = "审计查出违规金额811.5万元，管理不规范金额4096.3万元。"
    evidence = evidence_of(source)
    claims = read_draft("审计局查出违规金额4096.3万元，管理不规范金额811.5万元。", evidence.directory)
    together = Together(claims, evidence)
    assert all(Case(claim, evidence, together).is_exchanged for claim in claims)
    right = read_draft(source, evidence.directory)
    assert not any(Case(claim, evidence, Together(right, evidence)).is_exchanged for claim in right)


ROWS = """乌河州审计局专项审计公告
            塔合县    库木市    东勒县
问题数(个)    34        21        28
已整改(个)    29        21        22

合计问题83个，已整改72个，整改率86.75%。
"""


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("塔合县整改问题29个。", Verdict.SUPPORTED, id="its own, in fewer words"),
        pytest.param("塔合县问题34个，整改29个，整改率85.29%。", Verdict.DERIVED, id="reckoned of its own"),
    ],
)
def test_statement_of_the_very_owner_goes_before_one_of_nobody(text: str, verdict: Verdict) -> None:
    evidence = Evidence.of_reports([parse_report(ROWS, id="a", source="a")])
    assert check(text, evidence)[-1].verdict is verdict


def test_only_what_has_a_like_unit_and_owner_is_compared_word_by_word() -> None:
    found = case("省信访局化解纠纷528件。", "528件")
    assert [one.figure.raw for one in found.fitting] == ["528件"]
    weighed = {one.figure.raw: found.weigh(one) for one in found.evidence.quantities}
    assert "metric" in vars(weighed["528件"].likeness)
    assert "metric" not in vars(weighed["199项"].likeness)  # another's
    assert "metric" not in vars(weighed["91.35%"].likeness)


def test_strongest_of_equals_is_the_first() -> None:
    one, other = (candidate("化解纠纷528件。", "528件", "528件") for _ in range(2))
    assert strongest([one, other]) is one
    assert strongest([]) is None
