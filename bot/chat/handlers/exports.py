"""Exporting: the last answer, summary or check as a document to keep."""

import re
from collections.abc import Sequence
from typing import Any, Final

from bot.answer import Citation
from bot.chat.handlers.checks import check_against, decided_before
from bot.chat.reply import Reply, notice
from bot.chat.request import Ask
from bot.chat.rich_text import rich, shorten
from bot.rendering import source_line, verdict_counts, verdict_name
from bot.review.deciders import people_names, rulings_of
from checker.annotation.docx_comments import annotate_docx
from checker.annotation.markup import annotate_markdown
from checker.annotation.word_documents import file_of, new_document, writable
from checker.verdicts import VERDICT_ROWS, Verdict
from retrieval.chat_catalog.talks import Talk

DocumentSection = tuple[str, Sequence[str]]
"""A heading, "" for none, and paragraphs; a line break in one begins a new line."""

_EXPORTED: Final = ("answer", "summary", "compare", "check")

MANY: Final = 12
"""Findings above which those that the source simply states are counted alone."""


async def export(ask: Ask) -> list[Reply]:
    """Send the last answer or check as a document: Word, or Markdown where ``md`` is asked for."""
    found = await ask.desk.record(
        ask.desk.store.talks.recent, ask.person, chat=ask.chat, kinds=_EXPORTED, limit=1
    )
    if not found:
        return notice(ask.say("export_none"))
    word = ask.text.lower().strip(". ") not in {"md", "markdown"}
    data = await ask.desk.check(_document, ask, found[0], word)
    await ask.audit("export", f"talk {found[0].id}")
    name = f"hedui-{found[0].id}.{'docx' if word else 'md'}"
    return [Reply(rich(ask.say("exported", name=shorten(found[0].question, 100))), file=data, name=name)]


def _document(ask: Ask, talk: Talk, word: bool) -> bytes:
    body = talk.body
    if talk.kind == "check":
        text = body["text"]
        findings = check_against(ask.desk.evidence, text)  # anew: the reports may have changed
        decided = decided_before(ask, text, body.get("name", ""), b"", findings)
        rulings = rulings_of(findings, decided, people_names(ask.desk.store.people))
        if word:
            return annotate_docx(text, findings, rulings=rulings)
        return annotate_markdown(text, findings, rulings=rulings).encode("utf-8", "replace")
    text = body["text"].removeprefix(f"{talk.question}\n")
    sections = [
        ("", [text]),
        (ask.say("export_check"), _findings(body["findings"], ask.language)),
        (ask.say("export_sources"), _sources(body["citations"], ask.language)),
    ]
    return (plain_docx if word else plain_markdown)(talk.question, sections)


def _findings(findings: Sequence[dict[str, str]], language: str) -> list[str]:
    """Return what was found of each figure once; of very many only what is more than that the source says so."""
    rows = {}
    for one in findings:
        verdict = Verdict(one["verdict"])
        rows[f"{one['raw']}　{verdict_name(verdict, language)}：{one['explanation']}"] = verdict
    counts = verdict_counts([Verdict(one["verdict"]) for one in findings], language)
    told = [row for row, verdict in rows.items() if len(rows) <= MANY or not VERDICT_ROWS[verdict].is_stated]
    return [counts, *told] if findings else []


def _sources(citations: Sequence[dict[str, Any]], language: str) -> list[str]:
    return [
        f"{source_line(one, language)}\n{one.quote}" for one in (Citation(**shape) for shape in citations)
    ]


def plain_docx(title: str, sections: Sequence[DocumentSection]) -> bytes:
    """Return a Word document."""
    document = new_document(title)
    for heading, blocks in sections:
        if heading and blocks:
            document.add_heading(writable(heading), level=2)
        for block in blocks:
            for line in writable(block).split("\n"):
                document.add_paragraph(line)
    return file_of(document)


def plain_markdown(title: str, sections: Sequence[DocumentSection]) -> bytes:
    """Return a Markdown document."""
    parts = [f"# {_literal(title)}"]
    for heading, blocks in sections:
        parts += [f"## {_literal(heading)}"] if heading and blocks else []
        parts += [_literal(block).replace("\n", "  \n") for block in blocks]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _literal(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)
