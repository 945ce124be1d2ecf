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

_TAGS = {
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "strike",
    "del",
    "a",
    "code",
    "pre",
    "blockquote",
    "tg-spoiler",
}
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
    """Return the attributes of a tag that opens; refuse those that do not nest or say nothing."""
    if match[2] == "blockquote" and any(name == "blockquote" for name, _, _ in stack):
        raise bad("can't parse entities: nested blockquote")
    if match[2] == "a" and 'href="' not in match[3]:
        raise bad("can't parse entities: a link without an address")
    return unescape(match[3].strip())


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
    if len(buttons) > MOST_BUTTONS or any(len(row) > 8 for row in rows):
        raise bad("reply markup is too long")
    for button in buttons:
        if not button.get("text"):
            raise bad("inline keyboard button text is empty")
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= LONGEST_DATA:
            raise bad("BUTTON_DATA_INVALID")
        if not {"callback_data", "url", "switch_inline_query_current_chat"} & set(button):
            raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def read_value(value: str) -> Any:
    """Read a parameter: JSON where it is some, else the text."""
    try:
        return json.loads(value)
    except ValueError:
        return value
