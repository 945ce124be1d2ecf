"""Receiving: updates as Telegram sends them; one that the library cannot read keeps back no other.

The library gives up all updates that came together where one of them lacks a field that it wants, asks for the
same ones again, and so never gets past them.
"""

import json
import logging
from typing import Any, Final

from telegram import Update
from telegram.request import HTTPXRequest

from bot.telegram.calling import Calling

_UNREADABLE: Final = (TypeError, KeyError, ValueError, AttributeError)
"""What the library raises for an update of a form that it does not know."""

_OUT: Final = frozenset({"left", "kicked"})

logger = logging.getLogger(__name__)


class Receiving(Calling):
    """Fetches updates in a form that can be read."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return an answer of the server's; raises ``TelegramError`` for what is no JSON."""
        answer = HTTPXRequest.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            numbered = [
                update
                for update in answer["result"]
                if isinstance(update, dict) and isinstance(update.get("update_id"), int)
            ]
            if len(numbered) < len(answer["result"]):
                logger.warning("what has no update's number is passed over")
            answer["result"] = [readable(update) for update in numbered]
        return answer


def readable(update: dict[str, Any]) -> dict[str, Any]:
    """Return an update, or as much of it as can be read: at least its number, so that it can be confirmed."""
    for form in (update, _with_bare_members(update)):
        try:
            Update.de_json(form)
        except _UNREADABLE:
            continue
        return form
    logger.warning("update %s is of a form that cannot be read, and is passed over", update.get("update_id"))
    return {"update_id": update["update_id"]}


def _with_bare_members(update: dict[str, Any]) -> dict[str, Any]:
    """Return an update whose members of a chat are in it or out of it, without their many rights."""
    bare: dict[str, Any] = json.loads(json.dumps(update))
    change = bare.get("my_chat_member")
    if not isinstance(change, dict):
        return bare
    for side in ("old_chat_member", "new_chat_member"):
        member = change.get(side)
        if isinstance(member, dict):
            status = "left" if member.get("status") in _OUT else "member"
            change[side] = {"user": member.get("user"), "status": status}
    return bare
