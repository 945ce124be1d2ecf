"""Checking drafts: by command with a text, as a reply to a message, or by a file that is sent."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from telegram import Document
from telegram.error import TelegramError

from bot.chat.handlers.lookups import keep
from bot.chat.rendering import MARKS, finding_shape, findings_html
from bot.chat.reply import Button, Reply, notice
from bot.library.evidence_shelf import IndexEvidence
from bot.rendering import counts_text
from bot.telegram.asking import Ask
from bot.telegram.markup import LONGEST_CAPTION, bold, escape, shorten, split_html
from checker.annotation.docx_comments import annotate_docx
from checker.annotation.markup import annotate_markdown
from checker.check import check, worst_first
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.errors import UnreadableFile
from corpus.reading.documents import read_bytes

_FINDINGS_SHOWN: Final = 15
"""Findings that the message shows; the file and the button have them all."""

ANNOTATED: Final = 1500
"""Characters of a draft that is shown whole with its marks."""

_LONGEST_DRAFT: Final = 500_000
"""Characters of a draft."""


async def check_command(ask: Ask) -> list[Reply]:
    """Check what stands behind the command, what it replies to, or the file that it is the caption of."""
    message = ask.message
    if message is not None and message.document is not None:
        return await check_document(ask, message.document)
    if ask.text:
        return await check_draft(ask, ask.text, "")
    answered = message.reply_to_message if message is not None else None
    if answered is not None and answered.document is not None:
        return await check_document(ask, answered.document)
    text = (answered.text or answered.caption or "") if answered is not None else ""
    return await check_draft(ask, text, "") if text.strip() else notice(ask.say("check_what"))


async def check_document(ask: Ask, document: Document) -> list[Reply]:
    """Check a file."""
    name = document.file_name or "draft.txt"
    data = await fetch(ask, document)
    if data is None:
        return notice(ask.say("too_large", name=shorten(name, 80), limit=ask.desk.settings.telegram_file_mb))
    text = (await ask.desk.check(read_bytes, data, name)).text
    return await check_draft(ask, text, name)


async def fetch(ask: Ask, document: Document) -> bytes | None:
    """Return a file's bytes, None for one that is larger than the settings or Telegram allow.

    Raises ``UnreadableFile`` where Telegram does not give it out.
    """
    name = document.file_name or document.file_unique_id
    limit = ask.desk.settings.telegram_file_mb * 1024 * 1024
    if (document.file_size or 0) > limit:
        return None
    try:
        file = await ask.bot.get_file(document.file_id)
        data = bytes(await file.download_as_bytearray())
    except TelegramError as error:
        if "too big" in error.message:
            return None
        raise UnreadableFile(ask.say_plain("not_fetched", name=shorten(name, 80))) from error
    return data if len(data) <= limit else None


async def check_draft(ask: Ask, text: str, name: str) -> list[Reply]:
    """Check a text and report on it; ``name`` is the file that it came from, "" for none."""
    if len(text) > _LONGEST_DRAFT:
        return notice(ask.say("draft_too_long", limit=_LONGEST_DRAFT))
    findings = await ask.desk.check(check_against, ask.desk.evidence, text)
    ask.desk.measures.add("checks")
    body = {
        "text": text,
        "name": name,
        "findings": [finding_shape(finding) for finding in findings],
    }
    title = name or shorten(text, 60)
    talk = await keep(ask, "check", title, body)
    wrong = sum(finding.verdict in WRONG for finding in findings)
    await ask.audit("check", f"talk {talk}, {len(findings)} figures, {wrong} wrong", text)
    if not findings:
        return notice(ask.say("check_none"))
    replies = [Reply(part) for part in split_html(_report(ask, text, name, findings))]
    more = (Button(ask.say("button_findings"), f"c:{talk}"),)
    replies[-1] = Reply(replies[-1].html, (more,))
    if name or len(text) > ANNOTATED:
        replies.append(await ask.desk.check(_annotated_file, ask, text, name, findings))
    return replies


def check_against(evidence: IndexEvidence, text: str) -> list[Finding]:
    """Check a text against all that the index holds about its figures."""
    return check(text, evidence.of(text))


def _report(ask: Ask, text: str, name: str, findings: Sequence[Finding]) -> str:
    """Write what was found: how many of which verdict, those that need a person first, the text with marks."""
    wrong = [finding for finding in worst_first(findings) if finding.verdict in WRONG]
    head = ask.say("check_done", total=len(findings))
    blocks = [f"{head}{counts_text(findings, ask.language)}"]
    if name:
        blocks.insert(0, bold(shorten(name, 100)))
    blocks.append(ask.say("check_wrong", count=len(wrong)) if wrong else ask.say("check_right"))
    blocks += [_paragraph(finding, ask.language) for finding in wrong[:_FINDINGS_SHOWN]]
    if len(wrong) > _FINDINGS_SHOWN:
        blocks.append(ask.say("figures_more", count=len(wrong) - _FINDINGS_SHOWN))
    if not name and len(text) <= ANNOTATED:
        blocks.append(f"<blockquote expandable>{annotated_html(text, findings)}</blockquote>")
    return "\n\n".join(blocks)


def _paragraph(finding: Finding, language: str) -> str:
    html = findings_html([finding_shape(finding)], language)
    if not finding.evidence:
        return html
    first = finding.evidence[0]
    return f"{html}\n<i>{escape(f'《{shorten(first.title, 60)}》')}</i>"


def annotated_html(text: str, findings: Sequence[Finding]) -> str:
    """Return a draft as HTML with each figure in bold and its verdict's mark behind it."""
    parts, place = [], 0
    for finding in findings:
        figure = finding.figure
        if figure.start < place:
            continue
        parts += [escape(text[place : figure.start]), bold(figure.raw), MARKS[finding.verdict]]
        place = figure.end
    return "".join([*parts, escape(text[place:])])


def _annotated_file(ask: Ask, text: str, name: str, findings: Sequence[Finding]) -> Reply:
    """Return the draft with its findings: a .docx for a .docx, else Markdown."""
    stem = PurePath(name.replace("\\", "/")).stem[:80] or "draft"
    told = ask.say("annotated", name=shorten(name, LONGEST_CAPTION // 4))
    if name.lower().endswith((".docx", ".docm")):
        return Reply(told, file=annotate_docx(text, findings, stem), name=f"{stem}.checked.docx")
    marked = annotate_markdown(text, findings).encode("utf-8", "replace")
    return Reply(told, file=marked, name=f"{stem}.checked.md")
