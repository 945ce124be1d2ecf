from decimal import Decimal

from checker.alignment.joint import Together
from checker.arithmetic.derivation import reckoned
from checker.arithmetic.weighing import Weighing
from checker.cases import Case
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

SOURCE = "云江县整改情况\n全县排查隐患90处，整改84处；受理投诉70件，办结64件。\n"


def test_terms_that_the_claim_names_weigh_more() -> None:
    evidence = evidence_of(SOURCE)
    claim = next(iter(read_draft("还有6处隐患没有整改。", evidence.directory)))
    case = Case(claim, evidence)
    found, mended, taken, closed = evidence.quantities
    named = reckoned("difference", case, "90−84", (found, mended), Decimal(6), found, (mended,))
    other = reckoned("difference", case, "70−64", (taken, closed), Decimal(6), taken, (closed,))
    crossed = reckoned("difference", case, "90−64", (found, closed), Decimal(26), found, (closed,))
    weighing = Weighing(case, evidence.quantities)
    assert weighing.weigh(named) > max(weighing.weigh(other), weighing.weigh(crossed))


def test_rate_of_a_deed_is_no_share_of_what_was_done() -> None:
    source = "云江县第三中学整改报告\n以课后服务名义收取高一高二学生费用117.6万元。已退还109.2万元，奖金退还63.5万元。"
    evidence = evidence_of(source)
    claims = read_draft("云江县第三中学退还课后费109.2万元，退还率92.9%。", evidence.directory)
    case = Case(claims[1], evidence, Together(claims, evidence))
    taken, returned, bonus = evidence.quantities
    meant = reckoned("share", case, "", (returned, taken), Decimal(93), claims[1], (returned,))
    other = reckoned("share", case, "", (bonus, returned), Decimal(58), claims[1], (bonus,))
    weighing = Weighing(case, evidence.quantities)
    assert weighing.weigh(meant) > weighing.weigh(other)


def test_one_quantity_at_two_times_weighs_as_much_wherever_it_is_told() -> None:
    near = "2024年化解152件，化解率91.02%，2023年化解率84.58%。"
    far = "2024年化解152件，化解率91.02%。2023年化解181件，化解率84.58%。"
    weights = []
    for told in (near, far):
        evidence = evidence_of(f"云江县整改情况\n{told}\n")
        claim = next(iter(read_draft("化解率同比提高6.44个百分点。", evidence.directory)))
        later, earlier = [one for one in evidence.quantities if one.figure.raw.endswith("%")]
        found = reckoned(
            "difference", Case(claim, evidence), "", (later, earlier), Decimal(6), later, (earlier, later)
        )
        weights.append(Weighing(Case(claim, evidence), evidence.quantities).weigh(found))
    assert min(weights) > 0.2
    assert max(weights) - min(weights) < 0.1


def test_weight_does_not_look_at_the_number() -> None:
    evidence = evidence_of(SOURCE)
    weights = set()
    for number in (6, 7, 26):
        claim = next(iter(read_draft(f"还有{number}处隐患没有整改。", evidence.directory)))
        case = Case(claim, evidence)
        found, mended, *_ = evidence.quantities
        derivation = reckoned("difference", case, "90−84", (found, mended), Decimal(6), found, (mended,))
        weights.add(Weighing(case, evidence.quantities).weigh(derivation))
    assert len(weights) == 1
