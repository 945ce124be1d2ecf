import ast
import re
import string
from pathlib import Path

import pytest

from checker import rules
from checker.cases import Case
from checker.check import check
from checker.documentation import pages
from checker.predicates import Ground
from checker.rules import RULES, Rule
from checker.verdicts import Verdict
from tests.checker.reports import evidence_of, finding_on

FIELDS = {"raw", "stated", "quote", "org", "metric", "period", "formula", "said", "searched", "asked"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_holds_for_its_example(rule: Rule) -> None:
    finding = finding_on(rule.figure, rule.claim, rule.source)
    assert (finding.rule, finding.verdict) == (rule.name, rule.verdict)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_explains_itself_in_one_chinese_sentence(rule: Rule) -> None:
    named = {field for _, field, _, _ in string.Formatter().parse(rule.sentence) if field}
    assert named <= FIELDS
    explanation = finding_on(rule.figure, rule.claim, rule.source).explanation
    assert explanation.endswith("。")
    assert "{" not in explanation


def test_names_of_rules_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_position_of_each_rule_is_explained_in_order() -> None:
    tree = ast.parse(Path(rules.__file__).read_text("utf-8"))
    (said,) = [
        after.value.value
        for row, after in zip(tree.body, tree.body[1:], strict=False)
        if isinstance(row, ast.AnnAssign) and ast.unparse(row.target) == "RULES"
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
    ]
    assert isinstance(said, str)
    assert re.findall(r"^``(\w+)``: ", said, re.MULTILINE) == [rule.name for rule in RULES]


def _round_million(case: Case) -> Ground | None:
    """The figure is a suspiciously round sum of money."""
    round_sum = case.figure.unit == "元" and case.figure.value == 100_000_000
    return Ground() if round_sum else None


ADDED = Rule(
    "round_million",
    Verdict.NOT_CHECKED,
    _round_million,
    "“{raw}”太整，不核对。",
    "省信访局投入资金1亿元。",
    "1亿元",
    "省信访局投入资金9900万元。",
)
"""A rule as an office might add one, ahead of those that there are."""


def test_rule_is_one_row() -> None:
    before, (finding,) = (
        check(ADDED.claim, evidence_of(ADDED.source)),
        check(ADDED.claim, evidence_of(ADDED.source), (ADDED, *RULES)),
    )
    assert [one.verdict for one in before] == [Verdict.CONTRADICTED]
    assert (finding.rule, finding.verdict) == ("round_million", Verdict.NOT_CHECKED)
    assert finding.explanation == "“1亿元”太整，不核对。"
    assert "round_million" not in pages()["verdicts.md"]
    page = pages((ADDED, *RULES))["verdicts.md"]
    (row,) = [line for line in page.splitlines() if "`round_million`" in line]
    assert all(said in row for said in (ADDED.claim, ADDED.sentence, ADDED.source, "不核对"))


def test_rule_decides_by_its_place() -> None:
    *others, last = RULES
    (finding,) = check(ADDED.claim, evidence_of(ADDED.source), (*others, ADDED, last))
    assert finding.rule == "contradiction"


def test_last_rule_decides_where_none_holds() -> None:
    (finding,) = check("省信访局收回3件。", evidence_of(ADDED.source), (ADDED,))
    assert finding.rule == "round_million"
