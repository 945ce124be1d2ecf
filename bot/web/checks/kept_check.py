"""A check as it is kept on the disk and read again: a text with its findings in, JSON out, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Final

from checker.finding import Finding
from checker.verdicts import Verdict
from corpus.figure import Figure, Kind, Qualifier, Statement

_SOURCES: Final = 3
"""Statements that are kept of what a finding rests on."""

_NUMBERS: Final = ("value", "low", "high", "step")


@dataclass(frozen=True, slots=True)
class KeptCheck:
    """A checked draft: its text, the form of its file, the findings in the order of the text, and sentences on its own arithmetic."""

    text: str
    form: str
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...] = ()


def check_record(check: KeptCheck) -> dict[str, Any]:
    """Return a check as JSON takes it; a statement that several findings rest on stands in it once."""
    places: dict[Statement, int] = {}
    for finding in check.findings:
        for statement in finding.evidence[:_SOURCES]:
            places.setdefault(statement, len(places))
    return {
        "text": check.text,
        "form": check.form,
        "remarks": list(check.remarks),
        "statements": [_statement_record(one) for one in places],
        "findings": [_finding_record(one, places) for one in check.findings],
    }


def check_of(record: Mapping[str, Any]) -> KeptCheck:
    """Return the check that ``check_record`` wrote."""
    statements = [_statement_of(one) for one in record["statements"]]
    findings = tuple(_finding_of(one, statements) for one in record["findings"])
    return KeptCheck(record["text"], record["form"], findings, tuple(record["remarks"]))


def _finding_record(finding: Finding, places: Mapping[Statement, int]) -> dict[str, Any]:
    return {
        "figure": _figure_record(finding.figure),
        "verdict": str(finding.verdict),
        "rule": finding.rule,
        "explanation": finding.explanation,
        "evidence": [places[one] for one in finding.evidence[:_SOURCES]],
        "formula": finding.formula,
    }


def _finding_of(record: Mapping[str, Any], statements: Sequence[Statement]) -> Finding:
    return Finding(
        _figure_of(record["figure"]),
        Verdict(record["verdict"]),
        record["rule"],
        record["explanation"],
        tuple(statements[place] for place in record["evidence"]),
        record["formula"],
    )


def _figure_record(figure: Figure) -> dict[str, Any]:
    """Return the fields of a figure that say something."""
    told = {one.name: getattr(figure, one.name) for one in fields(figure)}
    return {
        name: value if isinstance(value, int) else str(value)
        for name, value in told.items()
        if value not in ("", None)
    }


def _figure_of(record: Mapping[str, Any]) -> Figure:
    told = dict(record)
    told |= {name: Decimal(told[name]) for name in _NUMBERS if name in told}
    told |= {"kind": Kind(told["kind"]), "qualifier": Qualifier(told["qualifier"])}
    return Figure(**told)


def _statement_record(statement: Statement) -> dict[str, Any]:
    told = {one.name: getattr(statement, one.name) for one in fields(statement) if one.name != "figure"}
    return {"figure": _figure_record(statement.figure), **told}


def _statement_of(record: Mapping[str, Any]) -> Statement:
    return Statement(**{**record, "figure": _figure_of(record["figure"])})
