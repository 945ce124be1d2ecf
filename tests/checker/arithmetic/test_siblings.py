"""Sums of siblings, and what holds for every derivation: of one template with n running over a range, no wrong n passes."""

import random
from collections.abc import Callable

import pytest

from checker.check import check
from checker.verdicts import CONFIRMED, Verdict
from tests.checker.reports import evidence_of, finding_on

STAGES = "关于燃气隐患整治情况的通报\n第一阶段排查餐饮场所820家，罚款31.5万元。\n\n第二阶段排查餐饮场所640家，罚款12.3万元。\n"
TOWNS = "柏溪县整改情况\n石门镇立案12件，梅林镇立案31件，河口镇立案8件。\n"
TOTAL = "柏溪县整改情况\n全县立案51件，其中石门镇立案12件，梅林镇立案31件，河口镇立案8件。\n"


@pytest.mark.parametrize(
    ("claim", "raw", "source", "formula"),
    [
        pytest.param(
            "整治中累计排查场所1460家，罚款43.8万元。",
            "43.8万元",
            STAGES,
            "315000+123000=43.8万元",
            id="stages",
        ),
        pytest.param("共立案51件。", "51件", TOWNS, "12+31+8=51件", id="towns"),
    ],
)
def test_all_siblings_are_added_where_none_is_named(claim: str, raw: str, source: str, formula: str) -> None:
    found = finding_on(raw, claim, source)
    assert (found.verdict, found.formula) == (Verdict.DERIVED, formula)


@pytest.mark.parametrize(
    ("claim", "raw", "source"),
    [
        pytest.param("第二阶段罚款43.8万元。", "43.8万元", STAGES, id="a named stage"),
        pytest.param("梅林镇立案51件。", "51件", TOWNS, id="a named town"),
        pytest.param("共立案102件。", "102件", TOTAL, id="a total among them"),
        pytest.param("共立案43件。", "43件", TOWNS, id="some of them"),
    ],
)
def test_siblings_are_not_added(claim: str, raw: str, source: str) -> None:
    assert finding_on(raw, claim, source).verdict not in CONFIRMED


def _values(seed: int, count: int) -> list[int]:
    """Return different numbers between 20 and 60, greatest first, no two of them with one sum or difference."""
    return sorted(random.Random(seed).sample(range(20, 60), count), reverse=True)


RANGES: dict[str, tuple[str, str, Callable[[int, int, int], int]]] = {
    "the level before": (
        "全县信访投诉{1}件，比上年同期的{0}件明显减少，化解{2}件。\n",
        "信访投诉比上年同期减少{n}件。",
        lambda a, b, c: a - b,
    ),
    "a bracketed base": (
        "全县新收来访{1}件次（去年同期{0}件次），回访{2}件次。\n",
        "新收来访比去年同期少{n}件次。",
        lambda a, b, c: a - b,
    ),
    "points": (
        "办结率{0}%，巡察前的办结率为{1}%，回访{2}件。\n",
        "办结率提高了{n}个百分点。",
        lambda a, b, c: a - b,
    ),
}


@pytest.mark.parametrize("template", RANGES)
@pytest.mark.parametrize("seed", [3, 11])
def test_of_all_numbers_only_the_true_one_passes(template: str, seed: int) -> None:
    source, claim, reckon = RANGES[template]
    values = _values(seed, 3)
    evidence = evidence_of("柏溪县整改情况通报\n" + source.format(*values))
    passed = [n for n in range(1, 131) if check(claim.format(n=n), evidence)[-1].verdict in CONFIRMED]
    assert passed == [reckon(values[0], values[1], values[2])]


@pytest.mark.parametrize("seed", [5, 17])
def test_of_all_rates_only_the_true_one_passes(seed: int) -> None:
    found, done, other = _values(seed, 3)
    evidence = evidence_of(
        f"柏溪县整改情况通报\n巡察反馈的4个方面、{found}个具体问题，制定措施{found * 3}条。截至目前，完成整改{done}个，约谈{other}人。\n"
    )
    passed = [
        n
        for n in range(1, 101)
        if check(f"巡察反馈的{found}个问题完成整改{done}个，占{n}%。", evidence)[-1].verdict in CONFIRMED
    ]
    assert passed == [int(done * 100 / found + 0.5)]
