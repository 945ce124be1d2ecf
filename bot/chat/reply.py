"""What the bot says: ``Reply`` values with buttons, where they go, and their form in JSON for the inbox."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.chat.rich_text import RichText, Run, Style, Words, read_markup, rich


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label, and what it sends (at most 64 bytes), or the address that it opens."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where replies go: ``thread`` is 0 outside topics, ``reply_to`` 0 for no message in particular.

    ``update`` is the request that is answered; ``group`` tells a group from a private chat.
    """

    update: str
    chat: str
    thread: int = 0
    reply_to: int = 0
    language: str = "zh"
    group: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One message, with rows of buttons, or a file with ``text`` as its caption.

    ``chat`` is where it goes, "" for where the question came from; ``edits`` is the message that it takes the
    place of, 0 for a new one. ``plain`` replies take one call and may come twice when the process is killed
    while sending; the others, which carry answers, are put into a message that is recorded first.
    """

    text: RichText
    rows: tuple[tuple[Button, ...], ...] = ()
    file: bytes = b""
    name: str = ""
    chat: str = ""
    edits: int = 0
    plain: bool = False

    @property
    def is_photo(self) -> bool:
        """Whether the file is a picture to look at."""
        return self.name.endswith(".png")


def reply_shape(reply: Reply) -> dict[str, Any]:
    """Return a reply as JSON takes it."""
    return {
        "text": [[run.text, list(run.styles), run.link] for run in reply.text.runs],
        "rows": [[[button.label, button.data, button.url] for button in row] for row in reply.rows],
        "file": b64encode(reply.file).decode(),
        "name": reply.name,
        "chat": reply.chat,
        "edits": reply.edits,
        "plain": reply.plain,
    }


def reply_from(shape: dict[str, Any]) -> Reply:
    """Return the reply that ``reply_shape`` wrote, or an earlier version, which kept ``html`` and numbers."""
    return Reply(
        text=read_markup(shape["html"]) if "html" in shape else _text_from(shape["text"]),
        rows=tuple(tuple(Button(*button) for button in row) for row in shape["rows"]),
        file=b64decode(shape["file"]),
        name=shape["name"],
        chat=str(shape["chat"] or ""),
        edits=shape["edits"],
        plain=shape["plain"],
    )


def _text_from(runs: list[tuple[str, list[str], str]]) -> RichText:
    return RichText(tuple(Run(text, tuple(map(Style, styles)), link) for text, styles, link in runs))


def notice(words: Words) -> list[Reply]:
    """Return a short sentence as the only reply."""
    return [Reply(rich(words), plain=True)]


def split_reply(reply: Reply, texts: Sequence[RichText]) -> list[Reply]:
    """Return a reply in as many messages as it was cut into texts, as ``Platform.split`` says."""
    if len(texts) < 2:
        return [replace(reply, text=texts[0])] if texts else [reply]
    first, *rest = texts
    whole = replace(reply, text=first, rows=())
    further = [Reply(text, chat=reply.chat, plain=reply.plain or bool(reply.file)) for text in rest]
    return [whole, *further[:-1], replace(further[-1], rows=reply.rows)]
