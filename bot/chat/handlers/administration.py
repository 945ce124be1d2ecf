"""What administrators do: people, groups, numbers, the audit, a word to everybody."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Final

from telegram import Update
from telegram.constants import ChatType

from bot.chat.command_table import publish_commands
from bot.chat.desk import Desk
from bot.chat.handlers.lookups import keep
from bot.chat.reply import Button, Reply, notice
from bot.chat.roles import Role, may, role_named
from bot.telegram.asking import Ask, show_notice
from bot.telegram.ids import key_of, number_of
from bot.telegram.markup import escape, shorten, split_html
from retrieval.chat_catalog.talks import Talk

LONGEST_INVITATION: Final = 24.0 * 90
"""Hours that an invitation may last."""

MOST_ROWS: Final = 100
"""Rows of the audit that are shown at once."""


async def users(ask: Ask) -> list[Reply]:
    """List people and groups, or do what the words behind the command say."""
    verb, *rest = ask.text.split() or [""]
    deed = _DEEDS.get(verb.lower())
    if not verb:
        return await _list(ask)
    return await deed(ask, rest) if deed is not None else notice(ask.say("users_what"))


async def _list(ask: Ask) -> list[Reply]:
    people = await ask.desk.record(ask.desk.store.people.everybody)
    rooms = await ask.desk.record(ask.desk.store.people.rooms)
    rows = [
        f"• <code>{number_of(one.id)}</code> {ask.say(f'role_{one.role}')} {escape(shorten(one.name, 40))}"
        for one in people
    ]
    rows += [
        f"• <code>{number_of(key)}</code> {ask.say('role_group')} {escape(shorten(title, 40))}"
        for key, title in rooms
    ]
    admins = [
        f"• <code>{key}</code> {ask.say('role_administrator')}"
        for key in sorted(map(number_of, ask.desk.admins))
    ]
    parts = split_html(
        "\n".join([ask.say("users", count=len(people)), *admins, *rows, "", ask.say("users_what")])
    )
    return [Reply(part, plain=True) for part in parts]


async def _invite(ask: Ask, words: list[str]) -> list[Reply]:
    role = role_named(words[0]) if words else Role.READER
    hours = _hours(words[1]) if len(words) > 1 else float(ask.desk.settings.telegram_invite_hours)
    if role is None or role is Role.BLOCKED or hours is None:
        return notice(ask.say("users_what"))
    code = await ask.desk.record(lambda: ask.desk.store.people.invite(str(role), by=ask.person, hours=hours))
    await ask.audit("invite", f"{role}, {hours:g} h")
    link = f"https://t.me/{ask.desk.name}?start={code}"
    return notice(ask.say("invited", link=link, role=ask.say(f"role_{role}"), hours=f"{hours:g}"))


def _hours(word: str) -> float | None:
    if not (word.isascii() and word.isdecimal()) or not 0 < int(word) <= LONGEST_INVITATION:
        return None
    return float(word)


async def _assign(ask: Ask, words: list[str]) -> list[Reply]:
    role = role_named(words[1]) if len(words) > 1 else None
    return await _give(ask, words[0] if words else "", role)


async def _block(ask: Ask, words: list[str]) -> list[Reply]:
    return await _give(ask, words[0] if words else "", Role.BLOCKED)


async def _give(ask: Ask, person: str, role: Role | None) -> list[Reply]:
    if role is None or not (person.isascii() and person.isdecimal() and len(person) < 16):
        return notice(ask.say("users_what"))
    key = int(person)
    if key_of(key) in ask.desk.admins:
        return notice(ask.say("users_first"))
    await ask.desk.record(lambda: ask.desk.store.people.assign(key_of(key), str(role), by=ask.person))
    await ask.audit("role", f"{key} {role}")
    if may(role, Role.READER):
        await publish_commands(ask.bot, key, role)
    return notice(ask.say("users_set", id=str(key), role=ask.say(f"role_{role}")))


async def _allow(ask: Ask, _: list[str]) -> list[Reply]:
    if not ask.group:
        return notice(ask.say("users_group"))
    return await open_room(ask)


async def open_room(ask: Ask) -> list[Reply]:
    """Let the members of this group ask."""
    chat = ask.update.effective_chat
    title = (chat.title or "") if chat else ""
    await ask.desk.record(lambda: ask.desk.store.people.open_room(key_of(ask.group), title, by=ask.person))
    await ask.audit("group", f"{ask.group} in")
    return notice(ask.say("group_in", name=ask.desk.name))


async def _close(ask: Ask, words: list[str]) -> list[Reply]:
    word = words[0] if words else str(ask.group)
    if not word.lstrip("-").isdecimal() or not await ask.desk.record(
        ask.desk.store.people.close_room, key_of(int(word))
    ):
        return notice(ask.say("users_group"))
    await ask.audit("group", f"{word} out")
    return notice(ask.say("group_out"))


_DEEDS: Final[dict[str, Callable[[Ask, list[str]], Awaitable[list[Reply]]]]] = {
    "invite": _invite,
    "邀请": _invite,
    "role": _assign,
    "角色": _assign,
    "block": _block,
    "屏蔽": _block,
    "allow": _allow,
    "开放": _allow,
    "close": _close,
    "关闭": _close,
}


async def joined(ask: Ask) -> list[Reply]:
    """The bot was put into a group, or out of it: an administrator's group is let in. Channels are none."""
    change = ask.update.my_chat_member
    if change is None or change.chat.type not in {ChatType.GROUP, ChatType.SUPERGROUP}:
        return []
    if change.new_chat_member.status in {"left", "kicked"}:
        await ask.desk.record(ask.desk.store.people.close_room, key_of(ask.group))
        return []
    known = await ask.desk.record(ask.desk.store.people.room, key_of(ask.group))
    if known or change.old_chat_member.status not in {"left", "kicked"}:
        return []
    if may(ask.role, Role.ADMINISTRATOR):
        return await open_room(ask)
    return notice(ask.say("group_stranger"))


async def follow_group(desk: Desk, update: Update) -> None:
    """Let a group stay let in when it becomes a supergroup and thereby gets another id."""
    message = update.effective_message
    if message is None:
        return
    old, new = message.migrate_from_chat_id, message.migrate_to_chat_id
    if old or new:
        here = message.chat.id
        await desk.record(desk.store.people.move_room, key_of(old or here), key_of(new or here))


async def show_stats(ask: Ask) -> list[Reply]:
    """Say how much there is and how much was asked."""
    desk = ask.desk
    reports, passages, figures = await desk.check(desk.index.catalog.count)
    day = datetime.now(UTC) - timedelta(days=1)
    counts = await desk.record(desk.store.audit.counts, day)
    marks = await desk.record(desk.store.talks.marks)
    waiting = len(await desk.record(desk.store.inbox.pending))
    asked = await desk.record(desk.store.talks.count)
    return notice(
        ask.say(
            "stats",
            reports=reports,
            passages=passages,
            figures=figures,
            talks=asked,
            up=marks.get("up", 0),
            down=marks.get("down", 0),
            waiting=waiting,
            hours=f"{(monotonic() - desk.measures.began) / 3600:.1f}",
            day="，".join(f"{action} {count}" for action, count in sorted(counts.items())) or "—",
        )
    )


async def show_audit(ask: Ask) -> list[Reply]:
    """Show the newest rows of the audit."""
    number = int(ask.text) if ask.text.isascii() and ask.text.isdecimal() and len(ask.text) < 5 else 20
    entries = await ask.desk.record(ask.desk.store.audit.newest, min(max(number, 1), MOST_ROWS))
    rows = [
        f"{one.at:%m-%d %H:%M} <code>{number_of(one.person)}</code> {escape(one.action)} {escape(shorten(one.subject, 80))}"
        + (f"\n  {escape(shorten(one.text, 200))}" if one.text else "")
        for one in entries
    ]
    parts = split_html("\n".join([ask.say("audit"), *rows]))
    return [Reply(part, plain=True) for part in parts]


async def offer_broadcast(ask: Ask) -> list[Reply]:
    """Show what would be said to everybody, and ask."""
    if not ask.text:
        return notice(ask.say("broadcast_what"))
    chats = await _everybody(ask)
    talk = await keep(ask, "broadcast", ask.text, {})
    rows = ((Button(ask.say("button_send"), f"b:{talk}:y"), Button(ask.say("button_cancel"), f"b:{talk}:x")),)
    *first, last = split_html(f"{ask.say('broadcast_sure', count=len(chats))}\n\n{escape(ask.text)}")
    return [*(Reply(part, plain=True) for part in first), Reply(last, rows)]


async def decide_broadcast(ask: Ask, talk: Talk, deed: str) -> list[Reply]:
    """Say it to everybody, or to nobody."""
    if talk.kind != "broadcast" or not may(ask.role, Role.ADMINISTRATOR) or talk.person != ask.person:
        await show_notice(ask, ask.say("not_allowed"))
        return []
    await show_notice(ask)
    if deed != "y":
        return [Reply(ask.say("cancelled"), edits=ask.at)]
    chats = await _everybody(ask)
    await ask.audit("broadcast", f"{len(chats)} chats", talk.question)
    parts = split_html(escape(talk.question))
    told = [Reply(part, chat=chat, plain=True) for chat in chats for part in parts]
    return [*told, Reply(ask.say("broadcast_done", count=len(chats)), edits=ask.at)]


async def _everybody(ask: Ask) -> list[str]:
    """Return the chats of all who may ask, but for whoever speaks."""
    people = await ask.desk.record(ask.desk.store.people.everybody)
    rooms = await ask.desk.record(ask.desk.store.people.rooms)
    private = [one.id for one in people if may(Role(one.role), Role.READER)]
    return sorted({*private, *ask.desk.admins, *(key for key, _ in rooms)} - {ask.person}, key=number_of)
