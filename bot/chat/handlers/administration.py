"""What administrators do: people, groups, numbers, the audit, a word to everybody."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Final

from bot.chat.handlers.lookups import keep
from bot.chat.reply import Button, Reply, notice
from bot.chat.request import Ask
from bot.chat.rich_text import Words, code, compose, join_words, rich, shorten
from bot.chat.roles import Role, may, role_named
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
    rows = [_row(ask, one.id, f"{ask.say(f'role_{one.role}')} {shorten(one.name, 40)}") for one in people]
    rows += [_row(ask, key, f"{ask.say('role_group')} {shorten(title, 40)}") for key, title in rooms]
    admins = [
        _row(ask, key, ask.say("role_administrator")) for key in sorted(ask.desk.admins, key=_by_number)
    ]
    head = ask.say("users", count=len(people))
    return notice(join_words("\n", [head, *admins, *rows, "", ask.say("users_what")]))


def _by_number(key: str) -> tuple[int, str]:
    """Return what ids are sorted by, so that of one platform's the lower number comes first."""
    return len(key), key


def _row(ask: Ask, key: str, words: str) -> Words:
    return compose("• ", code(ask.shown(key)), f" {words}")


async def _invite(ask: Ask, words: list[str]) -> list[Reply]:
    role = role_named(words[0]) if words else Role.READER
    hours = _hours(words[1]) if len(words) > 1 else float(ask.desk.settings.telegram_invite_hours)
    if role is None or role is Role.BLOCKED or hours is None:
        return notice(ask.say("users_what"))
    secret = await ask.desk.record(
        lambda: ask.desk.store.people.invite(str(role), by=ask.person, hours=hours)
    )
    await ask.audit("invite", f"{role}, {hours:g} h")
    link = ask.platform.invitation(secret)
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
    key = ask.platform.find_person(person)
    if role is None or not key:
        return notice(ask.say("users_what"))
    if key in ask.desk.admins:
        return notice(ask.say("users_first"))
    await ask.desk.record(lambda: ask.desk.store.people.assign(key, str(role), by=ask.person))
    await ask.audit("role", f"{ask.shown(key)} {role}")
    if may(role, Role.READER):
        await ask.publish_commands(key, role)
    return notice(ask.say("users_set", id=ask.shown(key), role=ask.say(f"role_{role}")))


async def _allow(ask: Ask, _: list[str]) -> list[Reply]:
    if not ask.group:
        return notice(ask.say("users_group"))
    return await open_room(ask)


async def open_room(ask: Ask) -> list[Reply]:
    """Let the members of this group ask."""
    title = ask.request.title
    await ask.desk.record(lambda: ask.desk.store.people.open_room(ask.group, title, by=ask.person))
    await ask.audit("group", f"{ask.shown(ask.group)} in")
    return notice(ask.say("group_in", name=ask.desk.name))


async def _close(ask: Ask, words: list[str]) -> list[Reply]:
    group = ask.platform.find_group(words[0]) if words else ask.group
    if not group or not await ask.desk.record(ask.desk.store.people.close_room, group):
        return notice(ask.say("users_group"))
    await ask.audit("group", f"{ask.shown(group)} out")
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
        compose(
            f"{one.at:%m-%d %H:%M} ",
            code(ask.shown(one.person)),
            f" {one.action} {shorten(one.subject, 80)}",
            f"\n  {shorten(one.text, 200)}" if one.text else "",
        )
        for one in entries
    ]
    return notice(join_words("\n", [ask.say("audit"), *rows]))


async def offer_broadcast(ask: Ask) -> list[Reply]:
    """Show what would be said to everybody, and ask."""
    if not ask.text:
        return notice(ask.say("broadcast_what"))
    chats = await _everybody(ask)
    talk = await keep(ask, "broadcast", ask.text, {})
    rows = ((Button(ask.say("button_send"), f"b:{talk}:y"), Button(ask.say("button_cancel"), f"b:{talk}:x")),)
    return [Reply(rich(f"{ask.say('broadcast_sure', count=len(chats))}\n\n{ask.text}"), rows)]


async def decide_broadcast(ask: Ask, talk: Talk, deed: str) -> list[Reply]:
    """Say it to everybody, or to nobody."""
    if talk.kind != "broadcast" or not may(ask.role, Role.ADMINISTRATOR) or talk.person != ask.person:
        await ask.show_notice(ask.say("not_allowed"))
        return []
    await ask.show_notice()
    if deed != "y":
        return [Reply(rich(ask.say("cancelled")), edits=ask.at)]
    chats = await _everybody(ask)
    await ask.audit("broadcast", f"{len(chats)} chats", talk.question)
    told = [Reply(rich(talk.question), chat=chat, plain=True) for chat in chats]
    return [*told, Reply(rich(ask.say("broadcast_done", count=len(chats))), edits=ask.at)]


async def _everybody(ask: Ask) -> list[str]:
    """Return the chats, on this platform, of all who may ask, but for whoever speaks."""
    people = await ask.desk.record(ask.desk.store.people.everybody)
    rooms = await ask.desk.record(ask.desk.store.people.rooms)
    private = [one.id for one in people if may(Role(one.role), Role.READER)]
    chats = {*private, *ask.desk.admins, *(key for key, _ in rooms)} - {ask.person}
    return sorted(chat for chat in chats if chat.startswith(f"{ask.platform.name}:"))
