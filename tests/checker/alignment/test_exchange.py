"""Tests of numbers that were exchanged within a sentence: which claims have another's."""

from checker.alignment.aligned import Aligned
from checker.alignment.exchange import is_exchanged, is_found_by_another, is_number_of_another
from corpus.figure import Statement
from corpus.statements.statements import read_draft


def _two(text: str) -> tuple[Statement, Statement]:
    one, other = read_draft(text)
    return one, other


STATED = _two("收回租金71万元，清退押金46万元。")
SWAPPED = _two("收回租金46万元，清退押金71万元。")


def _found(statement: Statement, score: float = 0.9, *, equal: bool = False) -> Aligned:
    return Aligned(statement, score, equal, -1.0, None, 0.0)


def test_numbers_of_two_claims_are_exchanged() -> None:
    aligned = dict(zip(SWAPPED, map(_found, STATED), strict=True))
    assert all(is_exchanged(claim, aligned) for claim in SWAPPED)
    assert is_exchanged(SWAPPED[0], {SWAPPED[0]: _found(STATED[0], 0.5), SWAPPED[1]: _found(STATED[1], 0.7)})


def test_number_alone_or_told_from_afar_is_not_exchanged() -> None:
    assert not is_exchanged(SWAPPED[0], {SWAPPED[0]: _found(STATED[0])})
    assert not is_exchanged(SWAPPED[0], {SWAPPED[0]: _found(STATED[0], 0.3), SWAPPED[1]: _found(STATED[1])})
    right = {claim: _found(stated, equal=True) for claim, stated in zip(STATED, STATED, strict=True)}
    assert not is_exchanged(STATED[0], right)


def test_number_that_another_claim_has_is_its_own() -> None:
    right = {claim: _found(stated, equal=True) for claim, stated in zip(STATED, STATED, strict=True)}
    assert is_number_of_another(STATED[0], STATED[1], right)
    assert not is_number_of_another(STATED[0], STATED[0], right)


def test_claim_that_has_its_number_on_its_own_side_finds_no_other_ones() -> None:
    stated = _two("细化举措71项，完成46项。")
    right = _two("举措71项完成46项。")
    nearer = {right[1]: _found(stated[0])}
    assert is_found_by_another(right[0], stated[0], nearer)
    assert not is_found_by_another(right[0], stated[0], nearer, stated)
    wrong = _two("举措46项完成71项。")
    assert is_found_by_another(wrong[1], stated[1], {wrong[0]: _found(stated[1])}, stated)
