import re

import pytest

from checker.arithmetic.derivation import Derivation, comes_to
from checker.arithmetic.forms import FORMS, Form
from checker.cases import Case
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

BY_NAME = {form.name: form for form in FORMS}

PETITIONS = "省信访局2020年梳理矛盾纠纷578件，化解528件，化解率91.35%，与2019年相比提高了7.32个百分点。"
REFUND = "学校向1890名学生退还多收费用47.25万元。"
FUND = "县医保局追回医保基金93.6万元，行政处罚27.8万元。"
INCOME = "2022年集团实现营业收入28.4亿元，上年为26亿元。"
CONTRACTS = "县供销社清理合同165份，比上年减少55份。"
COLLECTED = "县城投公司收回租金84万元，收回率70%。"


def derived(name: str, claim: str, raw: str, source: str) -> list[Derivation]:
    """What the form ``name`` makes of the quantities of ``source`` for the figure ``raw`` of ``claim``."""
    evidence = evidence_of(source)
    statement = next(s for s in read_draft(claim, evidence.directory) if s.figure.raw == raw)
    case = Case(statement, evidence)
    return [
        one for one in BY_NAME[name].reckon(case, evidence.quantities) if comes_to(case, one.value, one.like)
    ]


ROWS = [
    ("difference", "仍有50件矛盾纠纷尚未化解。", "50件", PETITIONS, "578−528=50件"),
    ("sum", "追回医保基金和行政处罚合计121.4万元。", "121.4万元", FUND, "936000+278000=121.4万元"),
    ("share", "矛盾纠纷化解率91.35%。", "91.35%", PETITIONS, "528÷578=91.35%"),
    ("share", "矛盾纠纷化解率91.3%。", "91.3%", PETITIONS, "528÷578=91.3%"),
    ("share", "未化解的矛盾纠纷占8.65%。", "8.65%", PETITIONS, "(578−528)÷578=8.65%"),
    ("complement", "矛盾纠纷未化解率8.65%。", "8.65%", PETITIONS, "100−91.35=8.65%"),
    (
        "relative_change",
        "集团营业收入同比增长9.23%。",
        "9.23%",
        INCOME,
        "(2840000000−2600000000)÷2600000000=9.23%",
    ),
    ("share_of_change", "县供销社清理合同同比下降25%。", "25%", CONTRACTS, "55÷(165+55)=25%"),
    ("whole", "应收租金推算为120万元。", "120万元", COLLECTED, "840000÷70%=120万元"),
    ("average", "向学生退还多收费用，平均每人250元。", "250元", REFUND, "472500÷1890=250元"),
    ("level_before", "省信访局2019年的化解率是84.03%。", "84.03%", PETITIONS, "91.35−7.32=84.03%"),
    ("level_before", "县供销社上年清理合同220份。", "220份", CONTRACTS, "165+55=220份"),
]


@pytest.mark.parametrize(
    ("name", "claim", "raw", "source", "formula"), ROWS, ids=[f"{row[0]} {row[2]}" for row in ROWS]
)
def test_form_reckons(name: str, claim: str, raw: str, source: str, formula: str) -> None:
    found = derived(name, claim, raw, source)
    assert formula in [one.formula for one in found]
    assert {one.form for one in found} == {name}
    assert all(one.terms for one in found)


NEAR = [
    ("difference", "仍有51件矛盾纠纷尚未化解。", "51件", PETITIONS),
    ("difference", "仍有50人尚未化解。", "50人", PETITIONS),
    ("difference", "食堂新增餐位50个。", "50个", "学校新建食堂578平方米，改造宿舍528平方米。"),
    ("sum", "追回医保基金和行政处罚合计121.5万元。", "121.5万元", FUND),
    ("sum", "追回医保基金和行政处罚合计121.4人。", "121.4人", FUND),
    ("share", "矛盾纠纷化解率91.4%。", "91.4%", PETITIONS),
    ("share", "矛盾纠纷化解率提高91.35%。", "91.35%", PETITIONS),
    ("share", "矛盾纠纷满意率91.35%。", "91.35%", "省信访局2020年梳理矛盾纠纷578件，化解528件。"),
    ("complement", "矛盾纠纷化解率8.65%。", "8.65%", PETITIONS),
    ("complement", "矛盾纠纷尚未化解8.65件。", "8.65件", PETITIONS),
    ("relative_change", "集团营业收入同比下降9.23%。", "9.23%", INCOME),
    ("share_of_change", "县供销社清理合同同比下降26%。", "26%", CONTRACTS),
    ("whole", "应收租金推算为121万元。", "121万元", COLLECTED),
    ("average", "向学生退还多收费用，平均每人251元。", "251元", REFUND),
    ("level_before", "省信访局2019年的化解率是98.67%。", "98.67%", PETITIONS),
    ("level_before", "省信访局化解率提高84.03%。", "84.03%", PETITIONS),
]


@pytest.mark.parametrize(("name", "claim", "raw", "source"), NEAR, ids=[f"{row[0]} {row[1]}" for row in NEAR])
def test_form_reckons_nothing(name: str, claim: str, raw: str, source: str) -> None:
    assert derived(name, claim, raw, source) == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_form_reckons_nothing_from_nothing(form: Form) -> None:
    assert derived(form.name, "省信访局矛盾纠纷化解率91.35%。", "91.35%", "没有数字。") == []


def test_forms_have_names_of_their_own() -> None:
    assert len(BY_NAME) == len({form.chinese for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_example_of_a_form_is_a_formula_that_holds(form: Form) -> None:
    left, right = form.example.replace("−", "-").replace("÷", "/").split("=")
    value = float(eval(re.sub(r"([\d.]+)%", r"(\1/100)", left)))
    wanted = float(right.rstrip("%")) / (100 if right.endswith("%") else 1)
    assert value == pytest.approx(wanted, rel=1e-3)


@pytest.mark.parametrize(
    ("name", "clause", "calls"),
    [
        ("difference", "仍有50件尚未化解", True),
        ("difference", "化解50件", False),
        ("sum", "合计121.4万元", True),
        ("share", "化解率91.35%", True),
        ("average", "平均每人250元", True),
        ("average", "退还250元", False),
        ("level_before", "2019年的化解率", True),
        ("level_before", "化解率", False),
        ("whole", "总任务120户", True),
        ("whole", "收回120户", False),
    ],
    ids=str,
)
def test_words_of_the_clause_call_for_a_form(name: str, clause: str, calls: bool) -> None:
    assert bool(BY_NAME[name].cue.search(clause)) is calls
