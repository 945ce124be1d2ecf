import inspect

import pytest

from checker import predicates
from checker.alignment.joint import Together
from checker.cases import Case
from checker.check import judge, meant_instead
from checker.predicates import Ground
from checker.rules import RULES, Rule
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

SOURCE = (
    "省信访局2020年梳理信访矛盾纠纷578件，化解528件，化解率91.35%，与2019年相比提高了7.32个百分点。"
    "免税城开业当天销售额超过2351万元。下一步，学校力争毕业去向落实率达到93%。"
)
PREDICATES = [
    member
    for name, member in inspect.getmembers(predicates, inspect.isfunction)
    if member.__module__ == predicates.__name__ and not name.startswith("_")
]


def case(claim: str, raw: str, source: str = SOURCE) -> Case:
    evidence = evidence_of(source)
    claims = read_draft(claim, evidence.directory)
    statement = next(s for s in claims if s.figure.raw == raw)
    together = Together(claims, evidence)
    together.meant = dict(meant_instead(claims, [judge(Case(one, evidence, together)) for one in claims]))
    return Case(statement, evidence, together)


def stated(ground: Ground | None) -> str | None:
    """The figure that a ground rests on, "" for a ground without one, None where the rule does not hold."""
    if ground is None:
        return None
    return ground.statements[0].figure.raw if ground.statements else ""


def test_every_predicate_is_of_one_rule() -> None:
    own = [rule.holds for rule in RULES if rule.holds.__module__ == predicates.__name__]
    assert set(own) == set(PREDICATES)
    assert len(own) == len(PREDICATES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_predicate_holds_for_its_rules_example(rule: Rule) -> None:
    assert rule.holds(case(rule.claim, rule.figure, rule.source)) is not None


ROWS = [
    ("idiom", "增强“四个意识”。", "四个意识", ""),
    ("idiom", "完成四个项目。", "四个", None),
    ("document_number", "对照第十五条办理。", "第十五条", ""),
    ("document_number", "办理十五件。", "十五件", None),
    ("plan", "力争化解率达到95%。", "95%", ""),
    ("plan", "化解率达到95%。", "95%", None),
    ("example", "假设收回资金50万元。", "50万元", ""),
    ("example", "收回资金50万元。", "50万元", None),
    ("marked_differs", "学校力争毕业去向落实率达到95%。", "95%", "93%"),
    ("marked_differs", "学校力争毕业去向落实率达到93%。", "93%", None),
    ("marked_differs", "学校毕业去向落实率达到95%。", "95%", None),
    ("scope", "2020年化解528件。", "2020年", "2020年"),
    ("scope", "2014年化解528件。", "2014年", None),
    ("scope", "化解528件。", "528件", None),
    ("scope_differs", "2014年化解528件。", "2014年", None),
    ("scope_unknown", "2014年化解528件。", "2014年", ""),
    ("scope_unknown", "化解528件。", "528件", None),
    ("same", "省信访局化解矛盾纠纷528件。", "528件", "528件"),
    ("same", "省信访局化解矛盾纠纷529件。", "529件", None),
    ("same", "学校毕业去向落实率达到93%。", "93%", None),
    ("bound_as_point", "免税城销售额2351万元。", "2351万元", "超过2351万元"),
    ("bound_as_point", "免税城销售额超过2351万元。", "超过2351万元", None),
    ("rounding", "省信访局梳理信访矛盾纠纷近600件。", "近600件", "578件"),
    ("rounding", "省信访局梳理信访矛盾纠纷近700件。", "近700件", None),
    ("contradiction", "省信访局2020年化解信访矛盾纠纷538件。", "538件", "528件"),
    ("contradiction", "省信访局2020年化解信访矛盾纠纷528件。", "528件", None),
    ("contradiction", "省信访局新建学校538所。", "538所", None),
    ("same_but_kind", "省信访局化解率比上年提高7.32%。", "7.32%", "7.32个百分点"),
    ("same_but_kind", "省信访局化解率比上年提高7.32个百分点。", "7.32个百分点", None),
    ("arithmetic", "省信访局仍有50件矛盾纠纷尚未化解。", "50件", "578件"),
    ("arithmetic", "省信访局仍有60件矛盾纠纷尚未化解。", "60件", None),
    ("planned_there", "学校毕业去向落实率达到93%。", "93%", "93%"),
    ("planned_there", "省信访局化解矛盾纠纷528件。", "528件", None),
    ("other_kind", "省信访局矛盾纠纷涉及群众578人。", "578人", "578件"),
    ("other_kind", "省信访局矛盾纠纷578件。", "578件", None),
    ("other_organisation", "省教育厅化解积案528件。", "528件", "528件"),
    ("other_organisation", "省信访局化解积案528件。", "528件", None),
    ("other_period", "省信访局2018年梳理信访矛盾纠纷578件。", "578件", "578件"),
    ("other_period", "省信访局2020年梳理信访矛盾纠纷578件。", "578件", None),
    ("other_metric", "省信访局新建学校578件。", "578件", "578件"),
    ("other_metric", "省信访局新建学校577件。", "577件", None),
    ("total", "省信访局办结528件。", "528件", None),
    ("named_otherwise", "省信访局化解矛盾纠纷528件。", "528件", None),
    ("nowhere", "省信访局实现利润3.6亿元。", "3.6亿元", ""),
]


@pytest.mark.parametrize(
    ("name", "claim", "raw", "expected"), ROWS, ids=[f"{name}: {claim}" for name, claim, _, _ in ROWS]
)
def test_predicate_holds_or_not(name: str, claim: str, raw: str, expected: str | None) -> None:
    rule = next(rule for rule in RULES if rule.name == name)
    assert stated(rule.holds(case(claim, raw))) == expected


def test_derived_ground_has_its_formula() -> None:
    ground = predicates.arithmetic(case("省信访局仍有50件矛盾纠纷尚未化解。", "50件"))
    assert ground is not None
    assert ground.formula == "578−528=50件"
    assert [term.figure.raw for term in ground.statements] == ["578件", "528件"]


def test_total_sums_what_the_claim_names() -> None:
    source = "县医保局追回医保基金93.6万元，行政处罚27.8万元。"
    ground = predicates.total(case("追回医保基金和行政处罚合计121.4万元。", "121.4万元", source))
    assert ground is not None
    assert ground.formula == "936000+278000=121.4万元"
    assert predicates.total(case("追回医保基金和行政处罚合计121.5万元。", "121.5万元", source)) is None


def test_ground_of_a_rule_without_evidence_is_empty() -> None:
    assert Ground() == Ground((), "")
