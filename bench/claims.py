"""Check labelled claims and print how often the verdict is right, beside a checker that only looks for the number.

Run ``python -m bench.claims FOLDER`` where FOLDER holds ``claims.jsonl`` and ``reports/*.txt``; ``--show`` prints what missed.
The peer is what most assistants do: a figure is supported when its digits stand anywhere in the evidence.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.report import Report
from corpus.structure.parsing import parse_report

RIGHT = frozenset({"supported", "rounded", "derived"})


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every figure that missed its label")
    options = parser.parse_args()
    began = perf_counter()
    ours, peer = count_claims(options.folder, show=options.show)
    seconds = perf_counter() - began
    f1 = 2 * ours["pairs"] / (ours["found"] + ours["labelled"])
    print(f"figures found F1 {f1:.4f}; {ours['pairs']} figures in {seconds:.1f} s")
    print(f"{'':<14}{'verdict':>10}{'wrong called':>14}{'cried over':>12}")
    for name, counts in (("hedui", ours), ("digits only", peer)):
        verdict, caught, cried = claim_shares(counts)
        print(f"{name:<14}{verdict:>10.4f}{caught:>14.4f}{cried:>12.4f}")


def count_claims(folder: Path, *, show: bool = False) -> tuple[Counter[str], Counter[str]]:
    """Check the claims of ``folder`` and return what is counted of our verdicts and of the peer's; ``show`` prints misses."""
    ours: Counter[str] = Counter()
    peer: Counter[str] = Counter()
    for claim, findings, reports in _checked(folder):
        labels = claim["figures"]
        ours["found"] += len(findings)
        ours["labelled"] += len(labels)
        for finding, label in _pairs(findings, labels):
            _count(ours, label["verdict"], str(finding.verdict))
            _count(peer, label["verdict"], _peer(label["raw"], reports))
            if show and finding.verdict != label["verdict"]:
                told = f"{label['raw']}: {label['verdict']} ({label['note']}), not {finding.verdict}"
                print(f"{claim['id']} {told}: {finding.explanation}", file=sys.stderr)
    return ours, peer


def claim_shares(counts: Counter[str]) -> tuple[float, float, float]:
    """Return the shares of verdicts that are right, of wrong figures called wrong, and of right ones cried over."""
    return (
        counts["equal"] / counts["pairs"],
        counts["caught"] / counts["wrong"],
        counts["cried"] / counts["right"],
    )


def _checked(folder: Path) -> Iterator[tuple[dict[str, Any], list[Finding], tuple[Report, ...]]]:
    every = {
        file.name: parse_report(file.read_text("utf-8"), id=file.stem, source=file.name)
        for file in sorted((folder / "reports").glob("*.txt"))
    }

    @cache
    def evidence(names: tuple[str, ...]) -> tuple[Evidence, tuple[Report, ...]]:
        reports = tuple(every[name] for name in names or every)
        return Evidence.of_reports(reports), reports

    for line in (folder / "claims.jsonl").read_text("utf-8").splitlines():
        claim = json.loads(line)
        known, reports = evidence(tuple(claim["reports"]))
        yield claim, check(claim["text"], known), reports


def _pairs(findings: list[Finding], labels: list[dict[str, Any]]) -> Iterator[tuple[Finding, dict[str, Any]]]:
    matcher = SequenceMatcher(
        None, [f.figure.raw for f in findings], [f["raw"] for f in labels], autojunk=False
    )
    for block in matcher.get_matching_blocks():
        yield from zip(findings[block.a :][: block.size], labels[block.b :][: block.size], strict=True)


def _count(counts: Counter[str], label: str, verdict: str) -> None:
    wrong = {str(name) for name in WRONG}
    counts["pairs"] += 1
    counts["equal"] += label == verdict
    if label in wrong:
        counts["wrong"] += 1
        counts["caught"] += verdict in wrong
    if label in RIGHT:
        counts["right"] += 1
        counts["cried"] += verdict in wrong


def _peer(raw: str, reports: tuple[Report, ...]) -> str:
    digits = re.findall(r"\d+(?:\.\d+)?", unicodedata.normalize("NFKC", raw).replace(",", ""))
    text = "\n".join(unicodedata.normalize("NFKC", report.text).replace(",", "") for report in reports)
    stands = all(re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", text) for number in digits) and digits
    return "supported" if stands else "unsupported"


if __name__ == "__main__":
    main()
