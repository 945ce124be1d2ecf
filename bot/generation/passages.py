"""The passages that a model writes from: hits in, numbered and fenced passages and narrowed citations out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.answer import Citation
from checker.finding import Finding
from corpus.figure import Statement
from corpus.statements.metrics import is_scope
from prompts.loader import fill, neutral
from retrieval.hit import Hit

PASSAGES: Final = 8
"""Passages that a model reads."""


def numbered(hits: Sequence[Hit], cited: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return the passages that a model reads, numbered from 1: the best hits, then what was cited without it."""
    passages = [
        Citation(
            n, hit.report, hit.title, hit.published, hit.section, hit.text, hit.start, hit.end, hit.source
        )
        for n, hit in enumerate(hits[:PASSAGES], 1)
    ]
    for one in cited:
        if not any(p.report == one.report and p.start <= one.start and one.end <= p.end for p in passages):
            passages.append(replace(one, n=len(passages) + 1))
    return tuple(passages)


def fenced(passages: Iterable[Citation]) -> str:
    """Return passages as a model reads them: each in a fence that it cannot end."""
    return "\n".join(
        fill(
            "passage",
            number=one.n,
            title=neutral(one.title),
            date=f"（{one.date}）" if one.date else "",
            section=f"，{neutral(one.section)}" if one.section else "",
            text=neutral(one.quote),
        )
        for one in passages
    )


def cut_to_findings(passage: Citation, findings: Iterable[Finding]) -> Citation:
    """Return a passage cut to the sentences that the findings rest on, whole where none stands in it."""
    spans = [
        (one.start, one.end)
        for finding in findings
        if not is_scope(finding.figure)
        for one in finding.evidence[:1]
        if is_in(one, [passage])
    ]
    if not spans:
        return passage
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    quote = passage.quote[start - passage.start : end - passage.start]
    return replace(passage, quote=quote, start=start, end=end)


def is_in(statement: Statement, passages: Iterable[Citation]) -> bool:
    """Whether a statement's figure stands in one of these passages."""
    figure = statement.figure
    return any(
        one.report == statement.report and one.start <= figure.start and figure.end <= one.end
        for one in passages
    )
