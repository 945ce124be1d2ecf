"""Putting reports in and taking them out: by a file and a button that confirms, by a command and a button."""

from pathlib import Path
from typing import Final

from bot.chat.handlers.checks import check_bytes, check_file, fetch
from bot.chat.handlers.lookups import keep
from bot.chat.platform import UploadedFile
from bot.chat.reply import Button, Reply, notice
from bot.chat.request import Ask
from bot.chat.rich_text import Words, clean_text, rich, shorten
from bot.chat.roles import Role, may
from bot.library.ingesting import ingest
from bot.library.opening import chosen_reports
from bot.library.previews import preview_file, upload_place
from corpus.structure.parsing import report_id
from retrieval.chat_catalog.talks import Talk

_LONGEST_NAME: Final = 80


async def take_file(ask: Ask) -> list[Reply]:
    """Take a file: a reviewer's is checked; an administrator says what is to be done with theirs."""
    file = ask.request.file
    if file is None:
        return notice(ask.say("not_text"))
    if may(ask.role, Role.ADMINISTRATOR):
        return await offer(ask, file)
    return await check_file(ask, file)


async def offer_command(ask: Ask) -> list[Reply]:
    """Offer to put in the file whose caption the command is, or that it replies to."""
    file = ask.request.file or ask.request.quoted_file
    return await offer(ask, file) if file is not None else notice(ask.say("ingest_what"))


async def offer(ask: Ask, file: UploadedFile) -> list[Reply]:
    """Say what stands in a file, and ask whether to put it in."""
    data = await fetch(ask, file)
    name = safe_name(file.name or "report.txt")
    if data is None:
        return notice(ask.say("too_large", name=shorten(name, 80), limit=ask.desk.settings.telegram_file_mb))
    place = upload_place(ask.desk.settings.home, data, name)
    preview = await ask.desk.check(_preview, ask, data, place)
    talk = await keep(ask, "upload", name, {"path": str(place)})
    rows = (
        (Button(ask.say("button_ingest"), f"u:{talk}:i"), Button(ask.say("button_check"), f"u:{talk}:c")),
        (Button(ask.say("button_cancel"), f"u:{talk}:x"),),
    )
    return [Reply(rich(preview), rows)]


def safe_name(name: str) -> str:
    """Return a file's name without folders, control characters or endless length; its extension stays."""
    base = clean_text(name).replace("\\", "/").rpartition("/")[2].replace("\n", " ").strip().lstrip(".")
    stem, dot, suffix = base.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{suffix[:8]}" if stem else (base[:_LONGEST_NAME] or "report.txt")


def _preview(ask: Ask, data: bytes, place: Path) -> str:
    """Say what stands in a file; raises ``UnreadableFile``."""
    found = preview_file(ask.desk.index, ask.desk.room, data, place)
    return ask.say(
        "ingest_preview",
        title=shorten(found.title, 200),
        date=found.published or "—",
        passages=found.passages,
        figures=found.figures,
        known=ask.say(f"ingest_{found.outcome}_preview", name=found.report),
    )


async def decide_upload(ask: Ask, talk: Talk, deed: str) -> list[Reply]:
    """Put a file in, check it instead, or leave it, as the administrator pressed."""
    if talk.kind != "upload" or not await _confirmed(ask, talk):
        return []
    path = Path(talk.body["path"])
    if deed == "x":
        await ask.desk.check(path.unlink, missing_ok=True)
        return _replaced(ask, ask.say("cancelled"))
    if not path.is_file():
        return _replaced(ask, ask.say("gone"))
    if deed == "c":
        data = await ask.desk.check(path.read_bytes)
        return await check_bytes(ask, path.name, data)
    done = await ask.desk.check(ingest, ask.desk.index, [str(path)], lambda *_: None, ask.desk.room)
    if done.failed:
        return _replaced(ask, ask.say("error", error=done.failed[0][1]))
    await ask.audit("ingest", f"{report_id(path.name)}, {done.passages} passages, {done.figures} figures")
    key = "ingest_unchanged" if done.unchanged else "ingest_done"
    return _replaced(ask, ask.say(key, name=path.name, passages=done.passages, figures=done.figures))


async def offer_removal(ask: Ask) -> list[Reply]:
    """Ask whether to take a report out."""
    if not ask.text:
        return notice(ask.say("remove_what"))
    (name,) = await ask.desk.check(chosen_reports, ask.desk.index, (ask.text,))
    report = await ask.desk.check(ask.desk.index.report, name)
    talk = await keep(ask, "removal", name, {})
    question = ask.say("remove_sure", title=shorten(report.title, 200), name=name)
    rows = (
        (Button(ask.say("button_remove"), f"d:{talk}:y"), Button(ask.say("button_cancel"), f"d:{talk}:x")),
    )
    return [Reply(rich(question), rows)]


async def decide_removal(ask: Ask, talk: Talk, deed: str) -> list[Reply]:
    """Take a report out, or leave it."""
    if talk.kind != "removal" or not await _confirmed(ask, talk):
        return []
    if deed != "y":
        return _replaced(ask, ask.say("cancelled"))
    await ask.desk.check(ask.desk.index.remove, talk.question)
    await ask.audit("remove", talk.question)
    return _replaced(ask, ask.say("removed", name=talk.question))


async def _confirmed(ask: Ask, talk: Talk) -> bool:
    """Return whether the button is pressed by an administrator, the one who was asked."""
    if may(ask.role, Role.ADMINISTRATOR) and talk.person == ask.person:
        await ask.show_notice()
        return True
    ask.desk.measures.add("denied")
    await ask.audit("denied", talk.kind)
    await ask.show_notice(ask.say("not_allowed"))
    return False


def _replaced(ask: Ask, words: Words) -> list[Reply]:
    """Return what takes the place of the question that carried the buttons."""
    return [Reply(rich(words), edits=ask.at)]
