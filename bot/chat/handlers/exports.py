"""Exporting: the last answer, summary or check as a document to keep."""

from collections.abc import Sequence
from typing import Any, Final

from bot.answer import Citation
from bot.chat.documents import plain_docx, plain_markdown
from bot.chat.handlers.checks import check_against
from bot.chat.reply import Reply, notice
from bot.rendering import source_line, verdict_counts, verdict_name
from bot.telegram.asking import Ask
from bot.telegram.markup import shorten
from checker.annotation.docx_comments import annotate_docx
from checker.annotation.markup import annotate_markdown
from checker.verdicts import Verdict
from retrieval.chat_catalog.talks import Talk

_EXPORTED: Final = ("answer", "summary", "compare", "check")

MANY: Final = 12
"""Findings above which those that the source simply states are counted alone."""


async def export(ask: Ask) -> list[Reply]:
    """Send the last answer or check as a document: Word, or Markdown where ``md`` is asked for."""
    found = await ask.desk.record(
        ask.desk.store.talks.recent, ask.user.id, chat=ask.chat, kinds=_EXPORTED, limit=1
    )
    if not found:
        return notice(ask.say("export_none"))
    word = ask.text.lower().strip(". ") not in {"md", "markdown"}
    data = await ask.desk.check(_document, ask, found[0], word)
    await ask.audit("export", f"talk {found[0].id}")
    name = f"hedui-{found[0].id}.{'docx' if word else 'md'}"
    return [Reply(ask.say("exported", name=shorten(found[0].question, 100)), file=data, name=name)]


def _document(ask: Ask, talk: Talk, word: bool) -> bytes:
    body = talk.body
    if talk.kind == "check":
        text = body["text"]
        findings = check_against(ask.desk.evidence, text)  # anew: the reports may have changed
        return (
            annotate_docx(text, findings)
            if word
            else annotate_markdown(text, findings).encode("utf-8", "replace")
        )
    text = body["text"].removeprefix(f"{talk.question}\n")
    sections = [
        ("", [text]),
        (ask.say_plain("export_check"), _findings(body["findings"], ask.language)),
        (ask.say_plain("export_sources"), _sources(body["citations"], ask.language)),
    ]
    return (plain_docx if word else plain_markdown)(talk.question, sections)


def _findings(findings: Sequence[dict[str, str]], language: str) -> list[str]:
    """Return what was found of each figure once; of very many only what is more than that the source says so."""
    rows = {
        f"{one['raw']}　{verdict_name(Verdict(one['verdict']), language)}：{one['explanation']}": one[
            "verdict"
        ]
        for one in findings
    }
    counts = verdict_counts([Verdict(one["verdict"]) for one in findings], language)
    told = [row for row, verdict in rows.items() if len(rows) <= MANY or verdict != Verdict.SUPPORTED]
    return [counts, *told] if findings else []


def _sources(citations: Sequence[dict[str, Any]], language: str) -> list[str]:
    return [
        f"{source_line(one, language)}\n{one.quote}" for one in (Citation(**shape) for shape in citations)
    ]
