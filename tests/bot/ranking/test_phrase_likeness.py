from collections.abc import Callable, Sequence

import pytest

from bot.question.question import Sought
from bot.ranking.phrase_likeness import clause_with_heads, likest_phrase, phrase_of
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

CLAUSES = ("列支教师餐费5.6万元", "退还家长3.1万元")
FITS = {"kind": 1.0}


def cosines(*values: float) -> Callable[[str, Sequence[str]], Sequence[float]]:
    return lambda phrase, clauses: values


@pytest.mark.parametrize(
    ("values", "first", "score", "place"),
    [
        pytest.param((0.94, 0.91), FITS, 0.2, 0, id="far ahead"),
        pytest.param((0.94, 0.938), FITS, 0.2, None, id="another as like"),
        pytest.param((0.89, 0.85), FITS, 0.2, None, id="not like at all"),
        pytest.param((0.94, 0.91), {"kind": 0.6}, 0.2, None, id="another kind of figure"),
        pytest.param((0.94, 0.91), FITS | {"negated": 1.0}, 0.2, None, id="the contrary"),
        pytest.param((0.94, 0.91), FITS | {"unnumbered": 1.0}, 0.2, None, id="another of the row"),
        pytest.param((0.94, 0.91), FITS, 0.01, None, id="much against it"),
    ],
)
def test_likest_phrase_is_meant_where_nothing_speaks_against_it(
    values: tuple[float, float], first: dict[str, float], score: float, place: int | None
) -> None:
    assert likest_phrase("老师吃饭花了", CLAUSES, (first, FITS), (score, 0.1), cosines(*values)) == place


def test_one_clause_alone_leads_nothing() -> None:
    assert likest_phrase("老师吃饭花了", CLAUSES[:1], (FITS,), (0.2,), cosines(0.95)) is None


def test_phrase_has_no_names() -> None:
    assert phrase_of(Sought(None, "", clause="　　　老师吃饭花了　")) == "老师吃饭花了"


def test_clause_stands_below_its_heading_without_its_owner() -> None:
    report = parse_report("一、食堂管理\n云岭县实验小学列支教师餐费5.6万元。", id="r", source="r.txt")
    (one,) = read_statements(report)
    assert clause_with_heads(one, "云岭县实验小学列支教师餐费5.6万元") == "食堂管理：列支教师餐费5.6万元" or (
        one.figure.org not in clause_with_heads(one, one.quote)
    )
