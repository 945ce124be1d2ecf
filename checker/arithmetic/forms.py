"""The forms of arithmetic that a figure may follow by: a case and its terms in, ``Derivation``s out, whatever the claim says.

Every form is a row of ``FORMS`` with the words in the claim that call for it. The formula is written as a person
would write it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.arithmetic.changes import (
    levels_before,
    movements,
    multiples_of_before,
    relative_changes,
    shares_of_change,
)
from checker.arithmetic.couples import exact, levels
from checker.arithmetic.derivation import Derivation, reckoned, size_of, summed, written_size
from checker.arithmetic.parts import averages, complements, of_that_time, remainders, shares, whole_of_share
from checker.arithmetic.words import any_arithmetic_word
from checker.cases import Case
from checker.comparison.agreement import UnitRelation, relate_units
from corpus.figure import Statement

_AGAIN = re.compile(rf"(?:{any_arithmetic_word('again')})[^\W\d_]*[完整办化解治追收建改]")


@dataclass(frozen=True, slots=True)
class Form:
    """A way to reckon a figure from others: its name in Chinese, the cue in the claim's clause, an example."""

    name: str
    chinese: str
    cue: re.Pattern[str]
    reckon: Callable[[Case, Sequence[Statement]], Iterator[Derivation]]
    example: str


def _difference(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """What moved between two times, or what is left of a whole."""
    yield from movements(case, group)
    yield from remainders(case, group)


def _sum(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    alike = [
        s
        for s in of_that_time(case, exact(group))
        if relate_units(case.figure, s.figure) is UnitRelation.SAME
        and s.figure.change == case.figure.change
        and (case.features(s).negated or not case.mine.denied)
    ]
    for count in (2, 3, 4):
        for start in range(len(alike) - count + 1):
            yield summed(case, tuple(alike[start : start + count]))


def _continued(case: Case, group: Sequence[Statement]) -> Iterator[Derivation]:
    """What was done before and what a source says was done again: 完成13座，今年又完成5座."""
    for one, other in pairwise(levels(group)):
        if relate_units(one.figure, other.figure) is UnitRelation.SAME and _AGAIN.search(other.clause):
            value = size_of(one) + size_of(other)
            formula = f"{written_size(one)}+{written_size(other)}"
            yield reckoned("continued", case, formula, (one, other), value, one, (one,))


FORMS: tuple[Form, ...] = (
    Form(
        "difference",
        "相减",
        re.compile(
            rf"up|down|{any_arithmetic_word('rest', 'more', 'less')}|仍|尚|净|非|新增|压|缩|[涨退]|百分点"
        ),
        _difference,
        "578−528=50",
    ),
    Form("sum", "相加", re.compile(any_arithmetic_word("sum")), _sum, "11+12=23"),
    Form("continued", "续加", re.compile(r"已|共|累计|截至|目前"), _continued, "13+5=18"),
    Form(
        "share",
        "占比",
        re.compile(".*", re.DOTALL),
        shares,
        "528÷578=91.35%",
    ),
    Form("complement", "补数", re.compile(r"未|没|不|其余|剩|另"), complements, "100−91.35=8.65"),
    Form(
        "relative_change",
        "变动幅度",
        re.compile(r"up|down|增|减|降|升|压|缩|涨|跌|幅"),
        relative_changes,
        "(28.4−26)÷26=9.23%",
    ),
    Form(
        "share_of_change",
        "变动占比",
        re.compile(r"up|down|增|减|降|升|压|缩|涨|跌|幅"),
        shares_of_change,
        "55÷(165+55)=25%",
    ),
    Form(
        "multiple",
        "倍数",
        re.compile(".*", re.DOTALL),
        multiples_of_before,
        "1200÷480=2.5",
    ),
    Form(
        "whole", "由部分推总量", re.compile(r"推算|总|任务|应|计划数|全部|目标"), whole_of_share, "84÷70%=120"
    ),
    Form("average", "平均", re.compile(r"平均|均|每"), averages, "472500÷1890=250"),
    Form(
        "level_before",
        "前期数",
        re.compile(r"去年|上年|同期|前|原|年初|上月|季度|20\d\d|推算|一年|基期"),
        levels_before,
        "91.35−7.32=84.03",
    ),
)
