"""The JSON shapes of the command line's contract: values in, plain dictionaries out."""

from typing import TYPE_CHECKING, Any

from bot.answer import CheckedAnswer, Citation
from checker.arithmetic.own_arithmetic import Remark
from checker.explain import Explanation
from checker.finding import figure_json, finding_json
from corpus.figure import Statement
from corpus.report import Report
from retrieval.hit import Hit

if TYPE_CHECKING:
    from retrieval.catalog.versions import Version


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
