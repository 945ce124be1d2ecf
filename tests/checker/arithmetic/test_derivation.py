from decimal import Decimal

import pytest

from checker.arithmetic.derivation import comes_to, reckoned, size_of, written_size
from checker.cases import Case
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

SOURCE = "县财政局发现问题71个，整改66个，追回资金1.5万元。"


def case_of(claim: str) -> Case:
    evidence = evidence_of(SOURCE)
    return Case(next(iter(read_draft(claim, evidence.directory))), evidence)


@pytest.mark.parametrize(
    ("claim", "value", "holds"),
    [
        pytest.param("整改率93%。", "92.96", True, id="rounded"),
        pytest.param("整改率92%。", "92.96", False, id="cut off"),
        pytest.param("整改率超过九成。", "92.96", True, id="bound"),
        pytest.param("余下5个。", "5", True, id="equal"),
        pytest.param("余下6个。", "5", False, id="another"),
    ],
)
def test_value_comes_to_the_claim(claim: str, value: str, holds: bool) -> None:
    case = case_of(claim)
    assert comes_to(case, Decimal(value), case.figure) is holds


def test_derivation_ends_its_formula_with_the_claim() -> None:
    case = case_of("余下5个。")
    whole, part, _ = case.evidence.quantities
    found = reckoned("difference", case, "71−66", (whole, part), Decimal(5), whole, (part,))
    assert (found.formula, found.like, found.told) == ("71−66=5个", whole.figure, (part,))


def test_sizes_are_told_in_base_units() -> None:
    money = case_of("余下5个。").evidence.quantities[-1]
    assert (size_of(money), written_size(money)) == (Decimal(15000), "15000")
