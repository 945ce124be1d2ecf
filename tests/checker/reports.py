"""Small reports and the evidence made of them, for the tests of the checker."""

from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from corpus.structure.parsing import parse_report


def evidence_of(*texts: str) -> Evidence:
    """Return evidence of one report for each text."""
    reports = [parse_report(text, id=f"r{n}", source=f"r{n}.txt") for n, text in enumerate(texts, 1)]
    return Evidence.of_reports(reports)


def finding_on(raw: str, claim: str, *sources: str) -> Finding:
    """Check ``claim`` against reports that say ``sources`` and return the finding on the figure ``raw``."""
    for finding in check(claim, evidence_of(*sources)):
        if finding.figure.raw == raw:
            return finding
    raise AssertionError(f"no figure {raw!r} was found in {claim!r}")
