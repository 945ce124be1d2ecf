"""Groups of Telegram's: the bot put into one or out of it, a group that gets another id, an album sent."""

from telegram import Update
from telegram.constants import ChatType

from bot.chat.desk import Desk
from bot.chat.handlers.administration import open_room
from bot.chat.reply import Reply, notice
from bot.chat.request import Ask
from bot.chat.roles import Role, may
from bot.telegram.ids import key_of
from bot.telegram.updates import message_of


async def joined(ask: Ask, update: Update) -> list[Reply]:
    """The bot was put into a group, or out of it: an administrator's group is let in. Channels are none."""
    change = update.my_chat_member
    if change is None or change.chat.type not in {ChatType.GROUP, ChatType.SUPERGROUP}:
        return []
    if change.new_chat_member.status in {"left", "kicked"}:
        await ask.desk.record(ask.desk.store.people.close_room, ask.group)
        return []
    known = await ask.desk.record(ask.desk.store.people.room, ask.group)
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


async def refuse_other(ask: Ask, update: Update) -> list[Reply]:
    """Say that this is nothing that can be answered; of an album once."""
    message, _ = message_of(update)
    album = message.media_group_id if message else None
    memory = ask.request.memory
    if album and memory.get("album") == album:
        return []
    memory["album"] = album or ""
    return notice(ask.say("not_text"))
