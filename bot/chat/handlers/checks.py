"""Checking drafts: by command with a text, as a reply to a message, or by a file that is sent."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from bot.chat.handlers.lookups import keep
from bot.chat.platform import NotFetched, UploadedFile
from bot.chat.rendering import finding_shape, rich_findings
from bot.chat.reply import Button, Reply, notice
from bot.chat.request import Ask
from bot.chat.rich_text import RichText, Words, bold, compose, folded, italic, join_words, rich, shorten
from bot.library.evidence_shelf import IndexEvidence
from bot.library.readings import read_document
from bot.messages import say
from bot.rendering import counts_text
from bot.review.deciders import people_names, rulings_of
from bot.review.draft_review import DraftReview, judged_figures
from bot.review.reading_back import read_back
from checker.annotation.markup import annotate_markdown
from checker.annotation.reasons import NO_RULINGS, Rulings, marked_as, needing, ruling_on
from checker.annotation.same_document import SAME_FORMS, annotate_same
from checker.annotation.word_replies import word_replies
from checker.check import check, worst_first
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.errors import UnreadableFile
from corpus.figure import Statement
from corpus.reading.formats import format_by_suffix, listed_suffixes
from retrieval.chat_catalog.decisions import Decision

_FINDINGS_SHOWN: Final = 15
"""Findings that the message shows; the file and the button have them all."""

ANNOTATED: Final = 1500
"""Characters of a draft that is shown whole with its marks."""

LONGEST_DRAFT: Final = 500_000
"""Characters of a draft."""

LONGEST_NAME: Final = 250
"""Characters of a file's name in its caption."""


async def check_command(ask: Ask) -> list[Reply]:
    """Check what stands behind the command, what it replies to, or the file that it is the caption of."""
    request = ask.request
    if request.file is not None:
        return await check_file(ask, request.file)
    if ask.text:
        return await check_draft(ask, ask.text, "")
    if request.quoted_file is not None:
        return await check_file(ask, request.quoted_file)
    text = request.quoted
    return (
        await check_draft(ask, text, "")
        if text.strip()
        else notice(ask.say("check_what", suffixes=listed_suffixes()))
    )


async def check_file(ask: Ask, file: UploadedFile) -> list[Reply]:
    """Check a file."""
    name = file.name or "draft.txt"
    data = await fetch(ask, file)
    if data is None:
        return notice(ask.say("too_large", name=shorten(name, 80), limit=ask.desk.settings.telegram_file_mb))
    return await check_bytes(ask, name, data)


async def check_bytes(ask: Ask, name: str, data: bytes) -> list[Reply]:
    """Check a file's bytes."""
    read = await ask.desk.check(read_document, data, name, ask.desk.room)
    return await check_draft(ask, read.text, name, data, read.statements)


async def fetch(ask: Ask, file: UploadedFile) -> bytes | None:
    """Return a file's bytes, None for one that is larger than the settings or the platform allow.

    Raises ``UnreadableFile`` where the platform does not give it out.
    """
    limit = ask.desk.settings.telegram_file_mb * 1024 * 1024
    if file.size > limit:
        return None
    try:
        data = await ask.platform.fetch(file, limit)
    except NotFetched as error:
        name = shorten(file.name or file.key, 80)
        raise UnreadableFile(ask.say("not_fetched", name=name)) from error
    return data if data is not None and len(data) <= limit else None


async def check_draft(
    ask: Ask, text: str, name: str, data: bytes = b"", stated: Sequence[Statement] | None = None
) -> list[Reply]:
    """Check a text and report on it; ``name`` and ``data`` are the file that it came from, "" for none.

    ``stated`` are its statements, where they were read with it.
    """
    if len(text) > LONGEST_DRAFT:
        return notice(ask.say("draft_too_long", limit=LONGEST_DRAFT))
    findings = await ask.desk.check(check_against, ask.desk.evidence, text, name, stated)
    ask.desk.measures.add("checks")
    body = {
        "text": text,
        "name": name,
        "findings": [finding_shape(finding) for finding in findings],
        "places": [(one.start, one.end, one.verdict) for one in judged_figures(findings)],
    }
    title = name or shorten(text, 60)
    talk = await keep(ask, "check", title, body)
    decided = await ask.desk.check(decided_before, ask, text, name, data, findings)
    names = await ask.desk.record(people_names, ask.desk.store.people) if decided else {}
    rulings = rulings_of(findings, decided, names)
    wrong = sum(finding.verdict in WRONG for finding in findings)
    await ask.audit("check", f"talk {talk}, {len(findings)} figures, {wrong} wrong", text)
    if not findings:
        return notice(ask.say("check_none"))
    more = (Button(ask.say("button_findings"), f"c:{talk}"),)
    told = rulings_of(findings, decided, names, ask.language)
    replies = [Reply(_report(ask, text, name, findings, told), (more,))]
    if name or len(text) > ANNOTATED:
        replies.append(await ask.desk.check(_annotated_file, ask, text, name, data, findings, rulings))
    return replies


def check_against(
    evidence: IndexEvidence, text: str, name: str = "", stated: Sequence[Statement] | None = None
) -> list[Finding]:
    """Check a text, of the file ``name`` where it is one, against all that the index holds about its figures."""
    return check(text, evidence.of(text, name) if stated is None else evidence.about(stated))


def decided_before(
    ask: Ask, text: str, name: str, data: bytes, findings: Sequence[Finding]
) -> dict[int, Decision]:
    """Return what reviewers decided on a draft's findings, by their numbers from 1; replies in a Word file are read back."""
    review = DraftReview(ask.desk.store.decisions, text, judged_figures(findings), name=name)
    named = format_by_suffix(name)
    if data and named is not None and named.name == "docx":
        read_back(review, ask.desk.room.read(name, word_replies, data, text, findings))
    return review.decisions()


def _report(ask: Ask, text: str, name: str, findings: Sequence[Finding], rulings: Rulings) -> RichText:
    """Write what was found: how many of which verdict, those that need a person first, the text with marks."""
    wrong = needing(worst_first(findings), rulings)
    head = ask.say("check_done", total=len(findings))
    blocks: list[Words] = [f"{head}{counts_text(findings, ask.language)}"]
    if name:
        blocks.insert(0, bold(shorten(name, 100)))
    blocks.append(ask.say("check_wrong", count=len(wrong)) if wrong else ask.say("check_right"))
    if rulings:
        blocks.append(_decided(findings, rulings, ask.language))
    blocks += [_paragraph(finding, ask.language) for finding in wrong[:_FINDINGS_SHOWN]]
    if len(wrong) > _FINDINGS_SHOWN:
        blocks.append(ask.say("figures_more", count=len(wrong) - _FINDINGS_SHOWN))
    if not name and len(text) <= ANNOTATED:
        blocks.append(folded(rich_draft(text, findings, rulings)))
    return join_words("\n\n", blocks)


def _decided(findings: Sequence[Finding], rulings: Rulings, language: str) -> str:
    """Say what reviewers decided on the draft, in this version or an earlier one, and who."""
    made = [(one.figure.raw, ruling_on(one, rulings)) for one in findings]
    told = [f"{raw} {ruling.told}" for raw, ruling in made if ruling][:_FINDINGS_SHOWN]
    return say("telegram.decided_before", language, count=len(rulings), decisions="；".join(told))


def _paragraph(finding: Finding, language: str) -> RichText:
    told = rich_findings([finding_shape(finding)], language)
    if not finding.evidence:
        return told
    first = finding.evidence[0]
    return compose(told, "\n", italic(f"《{shorten(first.title, 60)}》"))


def rich_draft(text: str, findings: Sequence[Finding], rulings: Rulings = NO_RULINGS) -> RichText:
    """Return a draft with each figure in bold and the mark behind it of the verdict as which it is marked."""
    parts: list[Words] = []
    place = 0
    for finding in findings:
        figure = finding.figure
        if figure.start < place:
            continue
        parts += [text[place : figure.start], bold(figure.raw), marked_as(finding, rulings).mark]
        place = figure.end
    return compose(*parts, text[place:])


def _annotated_file(
    ask: Ask, text: str, name: str, data: bytes, findings: Sequence[Finding], rulings: Rulings
) -> Reply:
    """Return the draft with its findings: Word, workbook and PDF as the document that it is, else Markdown.

    What is written into it is Chinese, ``rulings`` too.
    """
    stem = PurePath(name.replace("\\", "/")).stem[:80] or "draft"
    told = rich(ask.say("annotated", name=shorten(name, LONGEST_NAME)))
    named = format_by_suffix(name)
    if data and named is not None and named.name in SAME_FORMS:
        form = named.name
        made = ask.desk.room.read(
            name, annotate_same, data, form, text, findings, every=True, rulings=rulings
        )
        return Reply(told, file=made, name=f"{stem}.checked.{form}")
    marked = annotate_markdown(text, findings, rulings=rulings).encode("utf-8", "replace")
    return Reply(told, file=marked, name=f"{stem}.checked.md")
