"""The labelled claims on the fictional reports, as a floor that no change may fall through."""

import json
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.parsing import parse_report

CLAIMS = Path(__file__).parents[1] / "data" / "claims.jsonl"
REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
Pair = tuple[Finding, dict[str, Any]]


@cache
def evidence(names: tuple[str, ...]) -> Evidence:
    files = [REPORTS / name for name in names] or sorted(REPORTS.glob("*.txt"))
    return Evidence.of_reports(parse_report(f.read_text("utf-8"), id=f.stem, source=f.name) for f in files)


@pytest.fixture(scope="module")
def judged() -> tuple[list[Pair], int]:
    """The findings that fall on a labelled figure, and how many findings and labels there are."""
    pairs: list[Pair] = []
    total = 0
    for line in CLAIMS.read_text("utf-8").splitlines():
        claim = json.loads(line)
        findings = check(claim["text"], evidence(tuple(claim["reports"])))
        labels = claim["figures"]
        total += len(findings) + len(labels)
        matcher = SequenceMatcher(None, [f.figure.raw for f in findings], [f["raw"] for f in labels], False)
        for block in matcher.get_matching_blocks():
            pairs += zip(findings[block.a :][: block.size], labels[block.b :][: block.size], strict=True)
    return pairs, total


def test_figures_of_claims_are_found(judged: tuple[list[Pair], int]) -> None:
    pairs, total = judged
    assert 2 * len(pairs) / total >= 0.99


def test_verdicts_equal_the_labels(judged: tuple[list[Pair], int]) -> None:
    pairs, _ = judged
    equal = sum(finding.verdict == label["verdict"] for finding, label in pairs)
    assert equal / len(pairs) >= 0.96


def test_wrong_figures_are_called_wrong(judged: tuple[list[Pair], int]) -> None:
    wrong = [finding for finding, label in judged[0] if label["verdict"] in WRONG]
    assert len(wrong) > 50
    assert sum(finding.verdict in WRONG for finding in wrong) / len(wrong) >= 0.98


def test_right_figures_are_not_cried_over(judged: tuple[list[Pair], int]) -> None:
    right = [f for f, label in judged[0] if label["verdict"] in {"supported", "rounded", "derived"}]
    assert len(right) > 50
    assert sum(finding.verdict in WRONG for finding in right) / len(right) <= 0.02
