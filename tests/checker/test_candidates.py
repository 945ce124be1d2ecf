import pytest

from checker.candidates import Candidate
from checker.cases import Case
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of


def candidate(claim: str, source: str, stated: str) -> Candidate:
    evidence = evidence_of(source)
    (figure,) = read_draft(claim, evidence.directory)
    found = Case(figure, evidence)
    return next(c for c in (*found.candidates, *found.elsewhere) if c.figure.raw == stated)


@pytest.mark.parametrize(
    ("claim", "stated", "distinct", "same_thing", "very_same"),
    [
        pytest.param("县粮食局追回资金48.6万元。", "48.6万元", True, True, True, id="the very quantity"),
        pytest.param("县粮食局追回资金51万元。", "48.6万元", False, True, True, id="another quantity"),
        pytest.param("县财政局追回资金48.6万元。", "48.6万元", True, False, False, id="another owner"),
        pytest.param("县粮食局追回资金的48.6人。", "48.6万元", False, False, False, id="another unit"),
    ],
)
def test_candidate_says_what_it_has_in_common(
    claim: str, stated: str, distinct: bool, same_thing: bool, very_same: bool
) -> None:
    found = candidate(claim, "县粮食局追回资金48.6万元。", stated)
    assert (found.is_distinct, found.same_thing, found.very_same) == (distinct, same_thing, very_same)


def test_same_words_are_told() -> None:
    assert candidate("追回资金51万元。", "追回资金48.6万元。", "48.6万元").counts_the_same_words
