"""Calling the Bot API: what a server answers oddly becomes an error with a reason, or costs a line in the log.

A server of one's own, or a test's, does not know every method and answers 404, which the library takes for a
wrong token; others say ``ok: false`` with the status 200, or nothing that is JSON.
"""

import json
import logging
from typing import Any, Final

from telegram.error import TelegramError
from telegram.request import HTTPXRequest

ME: Final = "getMe"
"""The method whose refusal is the token's fault."""

COURTESIES: Final = frozenset({"setMyCommands", "deleteWebhook", "sendChatAction", "answerCallbackQuery"})
"""Methods that a server may not know without anybody missing an answer."""

_MESSAGE: Final = {"message_id": int, "date": int, "chat": dict}

RESULTS: Final[dict[str, tuple[type | tuple[type, ...], dict[str, type]]]] = {
    ME: (dict, {"id": int, "first_name": str, "username": str}),
    "getUpdates": (list, {}),
    "getFile": (dict, {"file_id": str}),
    "sendMessage": (dict, _MESSAGE),
    "sendPhoto": (dict, _MESSAGE),
    "sendDocument": (dict, _MESSAGE),
    "editMessageText": ((dict, bool), _MESSAGE),
}
"""What each method's result is, with the fields that are read of it; of all others it is a truth value."""

_REFUSED: Final = frozenset({401, 404})
_DONE: Final = b'{"ok": true, "result": true}'

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
    wanted, fields = RESULTS.get(method, (bool, {}))
    result = answer.get("result")
    if not isinstance(result, wanted):
        raise OddAnswer(f"{method}: the result is a {type(result).__name__}")
    if isinstance(result, dict):
        for name, kind in fields.items():
            if not isinstance(result.get(name), kind):
                raise OddAnswer(f"{method}: the result has no {name} that is a {kind.__name__}")
    return code


def _read(payload: bytes) -> object:
    try:
        return json.loads(payload)
    except ValueError:
        return None


def _reason(answer: object, otherwise: str) -> str:
    described = answer.get("description") if isinstance(answer, dict) else None
    return described if isinstance(described, str) and described else otherwise
