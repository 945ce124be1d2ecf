"""What Telegram refuses, as the fake Bot API server refuses it: its own words where the bot reads them."""

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
MOST_BUTTONS = 100
LONGEST_DATA = 64

_TAGS = frozenset("b strong i em u ins s strike del a code pre blockquote tg-spoiler".split())
_ATTRIBUTES = {"a": r'href="[^"]+"', "blockquote": "(?:expandable)?", "code": r'(?:class="language-[^"]+")?'}
_LINK = re.compile(r"(?:https?|tg)://[^\s]+$")
_COMMAND = re.compile("[a-z0-9_]{1,32}$")
_SECRET = re.compile("[A-Za-z0-9_-]{1,256}$")
ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note".split()
)
_TAG = re.compile(r"<(/?)([a-z-]+)((?:\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\s*>")
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-fA-F]+|lt|gt|amp|quot);")


class Refusal(Exception):
    """What the server answers instead of a result."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> Refusal:
    return Refusal(400, f"Bad Request: {description}")


def units(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text without its mark-up, and its entities: (type, the text that it covers, an attribute)."""

    text: str
    entities: list[tuple[str, str, str]] = field(default_factory=list)


def parse_html(html: str) -> Parsed:
    """Parse HTML as strictly as Telegram does, or more so."""
    text, entities = "", []
    stack: list[tuple[str, int, str]] = []
    position = 0
    while position < len(html):
        match: re.Match[str] | None = None
        if html[position] == "<":
            match = _TAG.match(html, position)
            if match is None or match[2] not in _TAGS:
                raise bad(f"can't parse entities: Unsupported start tag at byte offset {position}")
            if not match[1]:
                stack.append((match[2], len(text), _opened(match, stack)))
            elif not stack or stack[-1][0] != match[2]:
                raise bad(f"can't parse entities: Unexpected end tag at byte offset {position}")
            else:
                tag, start, attribute = stack.pop()
                if text[start:]:
                    entities.append((tag, text[start:], attribute))
        elif html[position] == "&":
            match = _ENTITY.match(html, position)
            if match is None:
                raise bad(f"can't parse entities: unsupported entity at byte offset {position}")
            text += unescape(match[0])
        elif html[position] == ">":
            raise bad(f"can't parse entities: unescaped > at byte offset {position}")
        else:
            text += html[position]
        position = match.end() if match else position + 1
    if stack:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag {stack[-1][0]}")
    return Parsed(text, entities)


def _opened(match: re.Match[str], stack: list[tuple[str, int, str]]) -> str:
    """Return the attributes of a tag that opens; refuse those that do not nest or that the tag does not have."""
    tag, attributes, open_tags = match[2], match[3].strip(), {name for name, _, _ in stack}
    if tag == "blockquote" and tag in open_tags:
        raise bad("can't parse entities: nested blockquote")
    if open_tags & {"code", "pre"} and not (tag == "code" and open_tags == {"pre"}):
        raise bad("can't parse entities: code holds no other entities")
    if not re.fullmatch(_ATTRIBUTES.get(tag, ""), attributes):
        raise bad(f"can't parse entities: <{tag} {attributes}>")
    return unescape(attributes)


def parse_text(text: str, mode: str | None, longest: int = LONGEST_TEXT, *, caption: bool = False) -> Parsed:
    """Parse what is to be sent in its mode, and refuse what is empty, too long or has too many entities."""
    if mode not in {None, "HTML"}:
        raise bad("unsupported parse_mode")
    parsed = parse_html(text) if mode else Parsed(text)
    if not parsed.text.strip() and not caption:
        raise bad("message text is empty")
    if units(parsed.text) > longest:
        raise bad("message caption is too long" if caption else "message is too long")
    if len(parsed.entities) > MOST_ENTITIES:
        # Telegram drops what is over; a test should hear of it.
        raise bad("too many entities")
    if "\0" in text:
        raise bad("strings must be encoded in UTF-8")
    return parsed


def check_markup(markup: dict[str, Any] | None) -> None:
    """Refuse buttons that Telegram refuses."""
    if not markup:
        return
    rows = markup.get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS or any(not 1 <= len(row) <= 8 for row in rows):
        raise bad("reply markup is too long")
    for button in buttons:
        if not button.get("text"):
            raise bad("inline keyboard button text is empty")
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= LONGEST_DATA:
            raise bad("BUTTON_DATA_INVALID")
        if "url" in button and not _LINK.match(button["url"]):
            raise bad("inline keyboard button URL is invalid")
        if not {"callback_data", "url", "switch_inline_query_current_chat"} & set(button):
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def check_commands(commands: list[dict[str, str]]) -> None:
    """Refuse a menu that Telegram refuses."""
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not _COMMAND.match(one["command"]) or not 1 <= units(one["description"]) <= 256:
            raise bad("BOT_COMMAND_INVALID")


def check_results(results: list[dict[str, Any]]) -> None:
    """Refuse inline results that Telegram refuses."""
    if len(results) > 50 or len({one["id"] for one in results}) != len(results):
        raise bad("RESULT_ID_DUPLICATE")
    for one in results:
        if not 1 <= len(one["id"].encode()) <= 64 or one["type"] != "article" or not one.get("title"):
            raise bad("RESULT_ID_INVALID")
        content = one["input_message_content"]
        parse_text(content["message_text"], content.get("parse_mode"))
        check_markup(one.get("reply_markup"))


def check_webhook(data: dict[str, Any]) -> None:
    """Refuse a webhook that Telegram refuses."""
    if not data["url"].startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.match(data.get("secret_token", "none")):
        raise bad("secret token contains unallowed characters")
    if not 1 <= data.get("max_connections", 40) <= 100:
        raise bad("max_connections is out of range")


def read_value(value: str) -> Any:
    """Read a parameter: JSON where it is some, else the text."""
    try:
        return json.loads(value)
    except ValueError:
        return value
