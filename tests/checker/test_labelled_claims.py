"""The labelled claims on fictional reports, as floors that no change may fall through.

``sample_reports`` rests on those in ``corpus/reports``; the others are sets of the same kind on reports of their own,
written without sight of the checker (``tests/data/README.md``).
"""

import json
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.structure.parsing import parse_report
from tests.checker.reports import evidence_of

DATA = Path(__file__).parents[1] / "data"
SAMPLES = Path(__file__).parents[2] / "corpus" / "reports"
RIGHT = {"supported", "rounded", "derived"}
OTHER_THING = re.compile(r"^原文里[^：]*?说的是“(.*?)”：")
OTHER_NUMBER = re.compile(r"^原文(?:这里)?是(.+?)，不是(.+?)：")


@dataclass(frozen=True)
class Floor:
    """What a set must reach: figures found (F1), equal verdicts, wrong called wrong, right cried over."""

    figures: float
    verdicts: float
    wrong: float
    cried: float


FLOORS = {
    "sample_reports": Floor(0.99, 0.96, 0.98, 0.02),
    "wangchuan_province": Floor(0.99, 0.96, 0.98, 0.02),
    "chengjiang_province": Floor(0.99, 0.94, 0.97, 0.04),
}


@dataclass(frozen=True)
class Judged:
    """The findings that fall on a labelled figure, and how many findings and labels there are in all."""

    pairs: tuple[tuple[Finding, dict[str, Any]], ...]
    total: int

    def share(self, labels: set[str], verdicts: set[str]) -> float:
        """The share of the figures labelled with one of ``labels`` whose verdict is one of ``verdicts``."""
        chosen = [finding for finding, label in self.pairs if label["verdict"] in labels]
        assert len(chosen) > 30
        return sum(finding.verdict in verdicts for finding in chosen) / len(chosen)


@cache
def evidence(folder: Path, names: tuple[str, ...]) -> Evidence:
    files = [folder / name for name in names] or sorted(folder.glob("*.txt"))
    return Evidence.of_reports(parse_report(f.read_text("utf-8"), id=f.stem, source=f.name) for f in files)


@pytest.fixture(scope="module", params=FLOORS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def judged(name: str) -> Judged:
    folder = DATA / name / "reports" if (DATA / name / "reports").is_dir() else SAMPLES
    pairs: list[tuple[Finding, dict[str, Any]]] = []
    total = 0
    for line in (DATA / name / "claims.jsonl").read_text("utf-8").splitlines():
        claim = json.loads(line)
        findings = check(claim["text"], evidence(folder, tuple(claim["reports"])))
        labels = claim["figures"]
        total += len(findings) + len(labels)
        matcher = SequenceMatcher(None, [f.figure.raw for f in findings], [f["raw"] for f in labels], False)
        for block in matcher.get_matching_blocks():
            told = [label | {"text": claim["text"]} for label in labels[block.b :][: block.size]]
            pairs += zip(findings[block.a :][: block.size], told, strict=True)
    return Judged(tuple(pairs), total)


def test_figures_of_claims_are_found(name: str, judged: Judged) -> None:
    assert 2 * len(judged.pairs) / judged.total >= FLOORS[name].figures


def test_verdicts_equal_the_labels(name: str, judged: Judged) -> None:
    equal = sum(finding.verdict == label["verdict"] for finding, label in judged.pairs)
    assert equal / len(judged.pairs) >= FLOORS[name].verdicts


def test_wrong_figures_are_called_wrong(name: str, judged: Judged) -> None:
    assert judged.share({str(v) for v in WRONG}, {str(v) for v in WRONG}) >= FLOORS[name].wrong


def test_right_figures_are_not_cried_over(name: str, judged: Judged) -> None:
    assert judged.share(RIGHT, {str(v) for v in WRONG}) <= FLOORS[name].cried


def test_no_explanation_says_what_the_claim_says_itself(name: str, judged: Judged) -> None:
    for finding, label in judged.pairs:
        if told := OTHER_THING.search(finding.explanation):
            assert told[1] not in label["text"], (name, label, finding.explanation)
        if told := OTHER_NUMBER.match(finding.explanation):
            assert told[1] != told[2], (name, label, finding.explanation)


SHORT = [
    json.loads(line) for line in (DATA / "short_claims" / "claims.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("row", SHORT, ids=[row["id"] for row in SHORT])
def test_claim_on_a_short_report_is_judged(row: dict[str, Any]) -> None:
    findings = check(row["text"], evidence_of(*row["sources"]))
    for label in row["figures"]:
        start = row["text"].index(label["raw"])
        said = [
            str(one.verdict)
            for one in findings
            if one.figure.start < start + len(label["raw"]) and one.figure.end > start
        ]
        assert said, label["raw"]
        assert set(said) & set(label["verdicts"]), (label["raw"], said)
