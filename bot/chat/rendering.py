"""How answers, passages and findings look in a chat: values in, texts in runs out."""

from collections.abc import Sequence
from typing import Any, Final

from bot.answer import CheckedAnswer, Citation
from bot.chat.reply import Button, Reply
from bot.chat.rich_text import RichText, Words, bold, compose, folded, join_words, link, marked, rich, shorten
from bot.messages import language_of, say
from bot.rendering import check_mark, source_line, verdict_name
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, Verdict
from corpus.report import Report

_SHOWN_AROUND: Final = 160
"""Characters shown on either side of a cited passage."""

MOST_SOURCES: Final = 16
"""Sources that get a button."""

FEW_SOURCES: Final = 3
"""Sources that get a line each."""

MANY_FINDINGS: Final = 6
"""Findings above which those that the source simply states are folded."""

LONGEST_LABEL: Final = 60
"""Characters of a button's label."""


def rich_answer(answer: CheckedAnswer) -> RichText:
    """Return an answer: its text with the direct figure in bold, the check's mark, the sources."""
    blocks = [_with_direct(answer), rich(check_mark(answer))]
    if answer.citations:
        blocks.append(rich_sources(answer.citations, language_of(answer.question)))
    return join_words("\n\n", (block for block in blocks if block.runs))


def _with_direct(answer: CheckedAnswer) -> RichText:
    raw = answer.direct.raw if answer.direct else ""
    place = answer.text.find(raw) if raw else -1
    return marked(answer.text, [(place, place + len(raw))] if place >= 0 else [])


def rich_sources(citations: Sequence[Citation], language: str) -> RichText:
    """Return what an answer rests on: a line each, or, of many, by report in a quotation that unfolds."""
    head = say("answer.sources", language)
    if len(citations) <= FEW_SOURCES:
        rows = [_linked(source_line(one, language), one.source) for one in citations]
        return join_words("\n", [head, *rows])
    listed: list[Words] = [head]
    for report in dict.fromkeys(one.report for one in citations):
        own = [one for one in citations if one.report == report]
        places = [_numbered(own, section) for section in dict.fromkeys(one.section for one in own)]
        title = f"《{own[0].title}》 {own[0].date}".rstrip()
        if len(places) == 1:  # one line is enough
            listed.append(_linked(f"{title} {places[0]}", own[0].source))
        else:
            listed += [_linked(title, own[0].source), *places]
    return folded(join_words("\n", listed))


def _numbered(citations: Sequence[Citation], section: str) -> str:
    """Return the numbers of what stands in a section, with the last part of its name."""
    numbers = "".join(f"[{one.n}]" for one in citations if one.section == section)
    return f"{numbers} {shorten(section.rpartition(' > ')[2], 60)}".rstrip()


def _linked(line: str, source: str) -> RichText:
    return link(line, source) if source.startswith(("http://", "https://")) else rich(line)


def answer_replies(answer: CheckedAnswer, talk: int, follow_ups: Sequence[str], language: str) -> list[Reply]:
    """Return the message that says an answer, with its buttons."""
    if answer.choices:
        return [Reply(rich(answer.text), choice_rows(talk, [choice.name for choice in answer.choices]))]
    rows = answer_rows(talk, len(answer.citations), follow_ups, language, refused=answer.refused)
    return [Reply(rich_answer(answer), rows)]


def answer_rows(
    talk: int, sources: int, follow_ups: Sequence[str], language: str, *, refused: bool
) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons under an answer: sources, the check, more, questions that go on from it, opinions."""
    numbered = [Button(f"📄 {n}", f"s:{talk}:{n}") for n in range(1, min(sources, MOST_SOURCES) + 1)]
    rows = [tuple(numbered[start : start + 8]) for start in range(0, len(numbered), 8)]
    deeds = [] if refused and not sources else [Button(say("telegram.button_check", language), f"c:{talk}")]
    rows.append((*deeds, Button(say("telegram.button_more", language), f"m:{talk}")))
    rows += [
        (Button("❓ " + shorten(question, LONGEST_LABEL), f"q:{talk}:{n}"),)
        for n, question in enumerate(follow_ups)
    ]
    return (*rows, (Button("👍", f"+:{talk}"), Button("👎", f"-:{talk}")))


def choice_rows(talk: int, names: Sequence[str]) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each name that a question may mean; it asks the question that names it in full."""
    return tuple((Button(shorten(name, LONGEST_LABEL), f"q:{talk}:{n}"),) for n, name in enumerate(names))


def citation_shapes(citations: Sequence[Citation]) -> list[dict[str, Any]]:
    """Return citations as JSON takes them, to open them later."""
    return [
        {name: getattr(citation, name) for name in Citation.__dataclass_fields__} for citation in citations
    ]


def finding_shape(finding: Finding) -> dict[str, str]:
    """Return what is shown of a finding."""
    return {
        "raw": finding.figure.raw,
        "verdict": str(finding.verdict),
        "explanation": finding.explanation,
    }


def rich_passage(citation: dict[str, Any], report: Report | None, figures: Sequence[str]) -> RichText:
    """Return a cited passage with its surroundings as a quotation that unfolds, its figures marked.

    ``report`` is the report as it stands in the index, None where it has gone: the quotation is shown alone.
    """
    quote, start, end = citation["quote"], citation["start"], citation["end"]
    head = bold(f"[{citation['n']}] {citation['title']}")
    place = " · ".join(filter(None, (citation["date"], shorten(citation["section"], 120))))
    before = after = ""
    if report is not None and report.text[start:end] == quote:
        before = report.text[max(0, start - _SHOWN_AROUND) : start].lstrip()
        after = report.text[end : end + _SHOWN_AROUND].rstrip()
    text = f"{'…' if before else ''}{before}{quote}{after}{'…' if after else ''}"
    body = folded(marked(text, _places(text, quote, figures)))
    parts = (head, rich(place), body, _source(citation["source"]))
    return join_words("\n", (part for part in parts if part.runs))


def _places(text: str, quote: str, figures: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the figures stand in the quotation within ``text``; the quotation itself where none does."""
    first = text.find(quote)
    last = first + len(quote)
    found: list[tuple[int, int]] = []
    for figure in sorted(set(figures), key=len, reverse=True):
        place = text.find(figure, first, last)
        while figure and place >= 0:
            if not any(start < place + len(figure) and place < end for start, end in found):
                found.append((place, place + len(figure)))
            place = text.find(figure, place + len(figure), last)
    return found or [(first, last)]


def _source(source: str) -> RichText:
    """Return a source's link, or its file name: a path of the machine is nobody's business."""
    if source.startswith(("http://", "https://")):
        return compose("🔗 ", link(shorten(source, 80), source))
    name = source.replace("\\", "/").rpartition("/")[2]
    return rich(f"📎 {name}" if name else "")


def rich_findings(findings: Sequence[dict[str, str]], language: str) -> RichText:
    """Return findings, one paragraph each: the mark, the figure, its verdict and why; what is said twice once.

    Of many, those that the source simply states come last, in a quotation that unfolds.
    """
    rows: dict[RichText, bool] = {}
    for finding in findings:
        verdict = Verdict(finding["verdict"])
        told = f" {verdict_name(verdict, language)}\n{finding['explanation']}"
        shown = VERDICT_ROWS[verdict]
        row = compose(f"{shown.mark} ", bold(finding["raw"]), told)
        rows[row] = shown.is_stated
    if len(rows) <= MANY_FINDINGS:
        return join_words("\n\n", rows)
    parts = [row for row, stated in rows.items() if not stated]
    stated = join_words("\n\n", (row for row, stated in rows.items() if stated))
    return join_words("\n\n", [*parts, folded(stated)] if stated.runs else parts)
