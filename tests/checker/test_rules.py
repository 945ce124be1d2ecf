import string

import pytest

from checker.rules import RULES, Rule
from tests.checker.reports import finding_on

FIELDS = {"raw", "stated", "quote", "org", "metric", "period", "formula", "searched", "asked"}


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
