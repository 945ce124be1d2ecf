"""The JSON shapes of the contract with programs, by the command line and the web alike: values in, plain dictionaries out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bot.answer import CheckedAnswer, Citation
from checker.arithmetic.own_arithmetic import Remark
from checker.explain import Explanation
from checker.finding import Finding, figure_json, finding_json
from checker.verdicts import Verdict
from corpus.figure import Statement
from corpus.report import Report
from retrieval.hit import Hit

if TYPE_CHECKING:
    from bot.summary.summary import Point, Summary
    from retrieval.catalog.versions import Version
    from retrieval.chat_catalog.decisions import Decision


def statement_shape(statement: Statement) -> dict[str, Any]:
    """Return a figure with the report and the sentence that state it."""
    return {
        **figure_json(statement.figure),
        "report": statement.report,
        "title": statement.title,
        "section": statement.section,
        "quote": statement.quote,
    }


def remark_shape(remark: Remark) -> dict[str, Any]:
    """Return a figure that a report's own terms contradict, with where it stands and what they come to."""
    statement = remark.statement
    return {
        "raw": statement.figure.raw,
        "start": statement.figure.start,
        "end": statement.figure.end,
        "reckoned": str(remark.reckoned),
        "terms": [term.figure.raw for term in remark.terms],
        "formula": remark.formula,
        "explanation": remark.explanation,
        "report": statement.report,
        "quote": statement.quote,
    }


def explanation_shape(explanation: Explanation) -> dict[str, Any]:
    """Return a finding and every candidate that was weighed for it."""
    return {
        **finding_json(explanation.finding),
        "considered": [
            {
                "raw": one.statement.figure.raw,
                "report": one.statement.report,
                "quote": one.statement.quote,
                "strength": one.strength,
                "won": one.won,
                "reason": one.reason,
            }
            for one in explanation.considered
        ],
    }


def citation_shape(citation: Citation) -> dict[str, Any]:
    """Return a citation."""
    return {
        "n": citation.n,
        "report": citation.report,
        "title": citation.title,
        "date": citation.date,
        "section": citation.section,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "source": citation.source,
    }


def answer_shape(answer: CheckedAnswer) -> dict[str, Any]:
    """Return what ``hedui ask --json`` prints."""
    return {
        "question": answer.question,
        "answer": answer.text,
        "refused": answer.refused,
        "direct": None if answer.direct is None else figure_json(answer.direct),
        "findings": [finding_json(finding) for finding in answer.findings],
        "citations": [citation_shape(citation) for citation in answer.citations],
        "mode": answer.mode,
        "seconds": round(answer.seconds, 3),
        **({"choices": [one.name for one in answer.choices]} if answer.choices else {}),
    }


def hit_shape(hit: Hit) -> dict[str, Any]:
    """Return one passage that a search found."""
    return {
        "report": hit.report,
        "title": hit.title,
        "section": hit.section,
        "text": hit.text,
        "start": hit.start,
        "end": hit.end,
        "score": round(hit.score, 4),
        "found_by": list(hit.found_by),
    }


def report_shape(report: Report) -> dict[str, Any]:
    """Return what ``hedui reports`` says of a report."""
    return {
        "report": report.id,
        "title": report.title,
        "date": report.published.isoformat() if report.published else "",
        "publisher": report.publisher,
        "organisation": report.organisation,
        "source": report.source,
        "characters": len(report.text),
    }


def version_shape(version: "Version") -> dict[str, object]:
    """Return what is printed of an older version of a report."""
    return {
        "title": version.title,
        "date": version.published.isoformat() if version.published else "",
        "source": version.source,
        "replaced": version.replaced_at.isoformat(),
        "text": version.text,
    }


def check_shape(
    text: str,
    findings: Sequence[Finding],
    seconds: float,
    remarks: Sequence[Remark],
    decided: Mapping[int, "Decision"] = MappingProxyType({}),
    names: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, object]:
    """Return what ``hedui check --json`` prints; ``decided`` are the decisions by the findings' numbers, from 1.

    ``names`` are people's by their ids.
    """
    counts = Counter(finding.verdict for finding in findings)
    return {
        "findings": [
            finding_json(one) | decided_shape(decided.get(number), names)
            for number, one in enumerate(findings, 1)
        ],
        "counts": {str(verdict): counts[verdict] for verdict in Verdict if counts[verdict]},
        "characters": len(text),
        "seconds": round(seconds, 3),
        "own_arithmetic": [remark_shape(remark) for remark in remarks],
    }


def decision_shape(decision: "Decision", names: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """Return a decision as the command line and the interface for programs give it; ``names`` are people's by their ids."""
    from bot.review.deciders import who_decided

    return {
        "choice": decision.choice,
        "note": decision.note,
        "by": decision.person,
        "who": who_decided(decision.person, names),
        "at": decision.at.isoformat(timespec="seconds"),
        "verdict": decision.verdict,
        "raw": decision.place.raw,
        "quote": decision.quote,
    }


def decided_shape(
    decision: "Decision | None", names: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Any]:
    """Return what the shape of a finding has more where something was decided on it."""
    return {"decision": decision_shape(decision, names)} if decision else {}


def summary_shape(summary: "Summary") -> dict[str, Any]:
    """Return what ``hedui summary --json`` prints."""
    return {
        "title": summary.title,
        "key_figures": [
            {**figure_json(one.figure), "text": one.text, "citation": citation_shape(one.citation)}
            for one in summary.key_figures
        ],
        "points": [_point_shape(point) for point in summary.points],
        "plans": [_point_shape(point) for point in summary.plans],
        "findings": [finding_json(finding) for finding in summary.findings],
        "text": summary.text,
    }


def _point_shape(point: "Point") -> dict[str, Any]:
    return {
        "aspect": point.aspect,
        "text": point.text,
        "citations": [citation_shape(citation) for citation in point.citations],
    }
