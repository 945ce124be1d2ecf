"""What the bot says: ``Reply`` values with buttons, and their form in JSON for the inbox."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label, and what it sends (at most 64 bytes), or the address that it opens."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message in HTML, with rows of buttons, or a file with ``html`` as its caption.

    ``chat`` is where it goes, "" for where the question came from; ``edits`` is the message that it takes the
    place of, 0 for a new one. ``plain`` replies take one call and may come twice when the process is killed
    while sending; the others, which carry answers, are put into a message that is recorded first.
    """

    html: str
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
        "html": reply.html,
        "rows": [[[button.label, button.data, button.url] for button in row] for row in reply.rows],
        "file": b64encode(reply.file).decode(),
        "name": reply.name,
        "chat": reply.chat,
        "edits": reply.edits,
        "plain": reply.plain,
    }


def reply_from(shape: dict[str, Any]) -> Reply:
    """Return the reply that ``reply_shape`` wrote."""
    rows = tuple(tuple(Button(*button) for button in row) for row in shape["rows"])
    return Reply(**(shape | {"rows": rows, "file": b64decode(shape["file"])}))


def notice(text: str) -> list[Reply]:
    """Return a short sentence as the only reply; ``text`` is HTML."""
    return [Reply(text, plain=True)]
