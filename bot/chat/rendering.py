"""How answers, passages and findings look in Telegram: values in, HTML out."""

from collections.abc import Sequence
from typing import Any, Final

from bot.answer import CheckedAnswer, Citation
from bot.chat.reply import Button, Reply
from bot.messages import language_of, say
from bot.rendering import check_mark, source_line, verdict_name
from bot.telegram.markup import attribute, bold, escape, marked, shorten, split_html
from checker.finding import Finding
from checker.verdicts import Verdict
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

MARKS: Final = {
    Verdict.SUPPORTED: "✅",
    Verdict.ROUNDED: "✅",
    Verdict.DERIVED: "🧮",
    Verdict.CONTRADICTED: "❌",
    Verdict.MISATTRIBUTED: "❌",
    Verdict.UNSUPPORTED: "⚠️",
    Verdict.NOT_CHECKED: "➖",
}
"""A verdict at a glance."""


def answer_html(answer: CheckedAnswer) -> str:
    """Return an answer as HTML: its text with the direct figure in bold, the check's mark, the sources."""
    blocks = [_with_direct(answer), escape(check_mark(answer))]
    if answer.citations:
        blocks.append(sources_html(answer.citations, language_of(answer.question)))
    return "\n\n".join(block for block in blocks if block)


def _with_direct(answer: CheckedAnswer) -> str:
    raw = answer.direct.raw if answer.direct else ""
    place = answer.text.find(raw) if raw else -1
    return marked(answer.text, [(place, place + len(raw))]) if place >= 0 else escape(answer.text)


def sources_html(citations: Sequence[Citation], language: str) -> str:
    """Return what an answer rests on: a line each, or, of many, by report in a quotation that unfolds."""
    head = escape(say("answer.sources", language))
    if len(citations) <= FEW_SOURCES:
        rows = [_linked(source_line(one, language), one.source) for one in citations]
        return "\n".join([head, *rows])
    rows = [head]
    for report in dict.fromkeys(one.report for one in citations):
        own = [one for one in citations if one.report == report]
        places = [_numbered(own, section) for section in dict.fromkeys(one.section for one in own)]
        title = f"《{own[0].title}》 {own[0].date}".rstrip()
        if len(places) == 1:  # one line is enough
            rows.append(_linked(f"{title} {places[0]}", own[0].source))
        else:
            rows += [_linked(title, own[0].source), *map(escape, places)]
    listed = "\n".join(rows)
    return f"<blockquote expandable>{listed}</blockquote>"


def _numbered(citations: Sequence[Citation], section: str) -> str:
    """Return the numbers of what stands in a section, with the last part of its name."""
    numbers = "".join(f"[{one.n}]" for one in citations if one.section == section)
    return f"{numbers} {shorten(section.rpartition(' > ')[2], 60)}".rstrip()


def _linked(line: str, source: str) -> str:
    if source.startswith(("http://", "https://")):
        return f'<a href="{attribute(source)}">{escape(line)}</a>'
    return escape(line)


def answer_replies(answer: CheckedAnswer, talk: int, follow_ups: Sequence[str], language: str) -> list[Reply]:
    """Return the messages that say an answer; the last one carries the buttons."""
    if answer.choices:
        return [Reply(escape(answer.text), choice_rows(talk, [choice.name for choice in answer.choices]))]
    parts = split_html(answer_html(answer))
    rows = answer_rows(talk, len(answer.citations), follow_ups, language, refused=answer.refused)
    return [*(Reply(part) for part in parts[:-1]), Reply(parts[-1], rows)]


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


def passage_html(citation: dict[str, Any], report: Report | None, figures: Sequence[str]) -> str:
    """Return a cited passage with its surroundings as an expandable quotation, its figures marked.

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
    body = f"<blockquote expandable>{marked(text, _places(text, quote, figures))}</blockquote>"
    return "\n".join(filter(None, (head, escape(place), body, _link(citation["source"]))))


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


def _link(source: str) -> str:
    """Return a source's link, or its file name: a path of the machine is nobody's business."""
    if source.startswith(("http://", "https://")):
        return f'🔗 <a href="{attribute(source)}">{escape(shorten(source, 80))}</a>'
    name = source.replace("\\", "/").rpartition("/")[2]
    return f"📎 {escape(name)}" if name else ""


def findings_html(findings: Sequence[dict[str, str]], language: str) -> str:
    """Return findings, one paragraph each: the mark, the figure, its verdict and why; what is said twice once.

    Of many, those that the source simply states come last, in a quotation that unfolds.
    """
    rows: dict[str, bool] = {}
    for finding in findings:
        verdict = Verdict(finding["verdict"])
        row = f"{MARKS[verdict]} {bold(finding['raw'])} {escape(verdict_name(verdict, language))}"
        rows[f"{row}\n{escape(finding['explanation'])}"] = verdict is Verdict.SUPPORTED
    if len(rows) <= MANY_FINDINGS:
        return "\n\n".join(rows)
    parts = [row for row, stated in rows.items() if not stated]
    stated = "\n\n".join(row for row, stated in rows.items() if stated)
    return "\n\n".join([*parts, f"<blockquote expandable>{stated}</blockquote>" if stated else ""]).strip()
