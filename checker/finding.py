"""What the checker found of one figure: ``Finding``, and its form in JSON."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from checker.verdicts import Verdict
from corpus.figure import Figure, Statement


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on ``figure`` (offsets into the checked text), the rule that gave it, and why.

    ``explanation`` is one Chinese sentence; ``evidence`` are the statements it rests on, the weightiest
    first; ``formula`` is set for derived figures (``528÷578=91.35%``).
    """

    figure: Figure
    verdict: Verdict
    rule: str
    explanation: str
    evidence: tuple[Statement, ...] = ()
    formula: str = ""


def figure_json(figure: Figure) -> dict[str, Any]:
    """Return the fields of ``figure`` as the command line prints them; decimals as plain strings."""
    return {
        "raw": figure.raw,
        "start": figure.start,
        "end": figure.end,
        "value": plain_number(figure.value),
        "low": plain_number(figure.low),
        "high": plain_number(figure.high),
        "unit": figure.unit,
        "kind": str(figure.kind),
        "qualifier": str(figure.qualifier),
        "metric": figure.metric,
        "org": figure.org,
        "period": figure.period,
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return ``finding`` as the command line prints it: the figure's fields, the verdict and its reasons."""
    return figure_json(finding.figure) | {
        "verdict": str(finding.verdict),
        "rule": finding.rule,
        "explanation": finding.explanation,
        "evidence": [
            {
                "report": statement.report,
                "title": statement.title,
                "quote": statement.quote,
                "start": statement.start,
                "end": statement.end,
                "figure": statement.figure.raw,
            }
            for statement in finding.evidence
        ],
        "formula": finding.formula or None,
    }


def plain_number(value: Decimal | None) -> str | None:
    """Return ``value`` without an exponent and without trailing zeros (``23510000``, ``91.35``), or None."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
