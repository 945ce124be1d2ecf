"""Calling the Bot API: what a server answers oddly becomes an error with a reason, or costs a line in the log.

A server of one's own, or a test's, does not know every method and answers 404, which the library takes for a
wrong token; others say ``ok: false`` with the status 200, or nothing that is JSON. An update that the library
cannot read keeps back no other: the library gives up all that came together where one lacks a field that it wants,
asks for the same ones again, and so never gets past them.
"""

import json
import logging
from typing import Any, Final

from telegram import Update
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

ME: Final = "getMe"
"""The method whose refusal is the token's fault."""

COURTESIES: Final = frozenset({"setMyCommands", "deleteWebhook", "sendChatAction", "answerCallbackQuery"})
"""Methods that a server may not know without anybody missing an answer."""

_MESSAGE: Final = {"message_id": int, "date": int, "chat": dict, "chat.id": int, "chat.type": str}

_RESULTS: Final[dict[str, tuple[type | tuple[type, ...], dict[str, type]]]] = {
    ME: (dict, {"id": int, "is_bot": bool, "first_name": str, "username": str}),
    "getUpdates": (list, {}),
    "getFile": (dict, {"file_id": str, "file_unique_id": str}),
    "sendMessage": (dict, _MESSAGE),
    "sendPhoto": (dict, _MESSAGE),
    "sendDocument": (dict, _MESSAGE),
    "editMessageText": ((dict, bool), _MESSAGE),
}
"""What each method's result is, with the fields that are read of it; of all others it is a truth value."""

_REFUSED: Final = frozenset({401, 404})
_DONE: Final = b'{"ok": true, "result": true}'

_UNREADABLE: Final = (TypeError, KeyError, ValueError, AttributeError)
"""What the library raises for an update of a form that it does not know."""

_OUT: Final = frozenset({"left", "kicked"})

logger = logging.getLogger(__name__)


class UnknownMethod(TelegramError):
    """A method that the server does not know."""


class OddAnswer(TelegramError):
    """An answer of the server's that is none of the Bot API's."""


class Calling(HTTPXRequest):
    """Makes the calls; raises ``UnknownMethod`` and ``OddAnswer`` with the method and the reason in a line."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what ``HTTPXRequest`` takes."""
        super().__init__(*args, **options)
        self._missed: set[str] = set()

    async def do_request(self, url: str, *args: Any, **options: Any) -> tuple[int, bytes]:
        """Make a call and return the status and the answer, which is one of the Bot API's."""
        code, payload = await super().do_request(url, *args, **options)
        if "/file/bot" in url:
            return code, payload
        method = url.rpartition("/")[2]
        answer = _read(payload)
        if 200 <= code < 300:
            code = _checked(method, code, answer)
        if code in _REFUSED and method != ME:
            return self._unknown(method, code, answer)
        return code, payload if isinstance(answer, dict) else b"{}"

    def _unknown(self, method: str, code: int, answer: object) -> tuple[int, bytes]:
        """Go on without a courtesy, noting it once; raise for what cannot be done without."""
        if code == 401:
            raise OddAnswer(f"{method}: {_reason(answer, '401')}")
        if method not in COURTESIES:
            raise UnknownMethod(f"{method}: 404")
        if method not in self._missed:
            self._missed.add(method)
            logger.warning("the server does not know %s; going on without", method)
        return 200, _DONE


def _checked(method: str, code: int, answer: object) -> int:
    """Return the status of an answer, or the one that a no names; raises ``OddAnswer`` for what is neither."""
    if not isinstance(answer, dict):
        raise OddAnswer(f"{method}: the answer is no JSON object")
    if answer.get("ok") is not True:
        status = answer.get("error_code")
        if isinstance(status, int) and 400 <= status < 600:
            return status
        raise OddAnswer(f"{method}: {_reason(answer, 'ok: false')}")
    wanted, fields = _RESULTS.get(method, (bool, {}))
    result = answer.get("result")
    if not isinstance(result, wanted):
        raise OddAnswer(f"{method}: the result is a {type(result).__name__}")
    if isinstance(result, dict):
        for name, kind in fields.items():
            if not isinstance(_field(result, name), kind):
                raise OddAnswer(f"{method}: the result has no {name} that is a {kind.__name__}")
    return code


def _field(result: dict[str, Any], name: str) -> object:
    """Return a field of a result by its name, a field of a field by ``field.field``; None where there is none."""
    first, _, rest = name.partition(".")
    value = result.get(first)
    return _field(value, rest) if rest and isinstance(value, dict) else value


def _read(payload: bytes) -> object:
    try:
        return json.loads(payload)
    except ValueError:
        return None


def _reason(answer: object, otherwise: str) -> str:
    described = answer.get("description") if isinstance(answer, dict) else None
    return described if isinstance(described, str) and described else otherwise


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
