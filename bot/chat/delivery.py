"""Delivery: replies out to a platform, each answer once, whatever was killed in between.

A message's number is known only after it was sent, so a process that is killed in between cannot tell whether it
was. An answer is therefore put into a message that says "one moment" and whose number is recorded first: putting
it in again changes nothing, and a kill leaves at worst a "one moment" too many.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.chat.desk import Desk
from bot.chat.platform import ChatMoved, ChatShut, Platform
from bot.chat.reply import Destination, Reply
from bot.chat.rich_text import rich
from bot.messages import say

logger = logging.getLogger(__name__)


async def deliver(
    desk: Desk, platform: Platform, to: Destination, replies: Sequence[Reply], sent: Sequence[int] = ()
) -> list[int]:
    """Send the replies that were not yet sent and return all their messages' numbers.

    ``sent`` are the messages that are known to carry the first replies, or to be about to. Raises
    ``Undelivered`` when what stops it lasts too long.
    """
    held = list(sent)
    for number, reply in enumerate(replies):
        here = replace(to, chat=reply.chat, thread=0, reply_to=0) if reply.chat else to
        try:
            held = await _deliver_one(desk, platform, here, reply, held, number)
        except ChatMoved as moved:
            await desk.record(desk.store.people.move_room, here.chat, moved.to)
            to = replace(here, chat=moved.to, thread=0, reply_to=0)
            held = await _deliver_one(desk, platform, to, reply, held[:number], number)
        except ChatShut:
            logger.info("chat %s takes no messages of ours", here.chat)
            held = [*held[:number], 0]
            await desk.record(desk.store.inbox.record, to.update, held)
    return held


async def _deliver_one(
    desk: Desk, platform: Platform, to: Destination, reply: Reply, held: list[int], number: int
) -> list[int]:
    """Send one reply; ``held[number]`` is its message where one is known."""
    if number < len(held) and (reply.plain or reply.file):
        return held
    recorded = held
    if reply.plain or reply.file:
        held = [*held, await platform.send(to, reply)]
    elif reply.edits or number < len(held):
        place = held[number] if number < len(held) else reply.edits
        # What stands after it is kept: a file that was sent before a kill is not sent again.
        held = [*held[:number], await platform.edit(to, reply, place), *held[number + 1 :]]
    else:
        recorded = held = await hold(desk, platform, to, held)
        held = [*held[:number], await platform.edit(to, reply, held[number])]
    if held != recorded:
        await desk.record(desk.store.inbox.record, to.update, held)
    return held


async def hold(desk: Desk, platform: Platform, to: Destination, held: Sequence[int]) -> list[int]:
    """Send a message that an answer will be put into, record it after those in ``held``, and return them all."""
    place = await platform.send(to, Reply(rich(say("telegram.waiting", to.language))))
    await desk.record(desk.store.inbox.record, to.update, [*held, place])
    return [*held, place]
