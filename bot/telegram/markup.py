"""Telegram's HTML: escaping, marking, and cutting long texts with their entities intact.

Telegram counts UTF-16 units of the text without its tags, and takes 100 entities in a message.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape as escape_html
from typing import Final

_LONGEST_MESSAGE: Final = 4000
"""UTF-16 units of a message's text; Telegram takes 4096."""

LONGEST_CAPTION: Final = 1000
"""UTF-16 units of a caption; Telegram takes 1024."""

MOST_ENTITIES: Final = 90
"""Entities of a message; Telegram takes 100."""

_TOKEN: Final = re.compile(r"<(/?)([a-z-]+)([^<>]*)>|&(?:lt|gt|amp|quot|#\d+);|.", re.S)
_ENDS: Final = ("\n\n", "\n", "。", "；", "，", " ")
"""Where a long text may be cut, best first; the cut comes after them."""

_CONTROL: Final = re.compile("[\0-\x08\x0b-\x1f\x7f]")


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def plain_text(text: str) -> str:
    """Return a text as Telegram takes it: no control characters, no lone surrogates."""
    return _CONTROL.sub("", text.encode("utf-8", "replace").decode("utf-8"))


def escape(text: str) -> str:
    """Return a text as HTML that shows it as it is."""
    return escape_html(plain_text(text), quote=False)


def attribute(text: str) -> str:
    """Return a text as the value of an HTML attribute."""
    return escape_html(plain_text(text), quote=True)


def bold(text: str) -> str:
    """Return a text in bold, as HTML."""
    return f"<b>{escape(text)}</b>"


def shorten(text: str, longest: int) -> str:
    """Return a text of at most ``longest`` characters on one line, with an ellipsis where it was cut."""
    line = " ".join(plain_text(text).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text as HTML with the parts ``spans`` (offsets, not overlapping) in bold and underlined."""
    parts, place = [], 0
    for start, end in sorted(spans):
        if start < place or end > len(text):
            continue
        parts += [escape(text[place:start]), "<b><u>", escape(text[start:end]), "</u></b>"]
        place = end
    return "".join([*parts, escape(text[place:])])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A visible character with its HTML, and the tags that are open over it, outermost first."""

    shown: str
    html: str
    tags: tuple[tuple[str, str], ...]


def split_html(html: str, longest: int = _LONGEST_MESSAGE) -> list[str]:
    """Split HTML into messages of at most ``longest`` UTF-16 units and ``MOST_ENTITIES`` entities.

    The cut comes after a paragraph, a line or a sentence; tags open at a cut are closed before it and
    opened again after it. ``html`` must be well formed.
    """
    pieces = _pieces(html)
    parts: list[str] = []
    start = 0
    while start < len(pieces):
        end = _cut(pieces, start, longest)
        part = _written(pieces[start:end]).strip()
        if "".join(piece.shown for piece in pieces[start:end]).strip():
            parts.append(part)
        start = end
    return parts


def _pieces(html: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    tags: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(html):
        closing, tag, rest = match[1], match[2], match[3]
        if tag is None:
            shown = match[0] if len(match[0]) == 1 else "&"
            pieces.append(_Piece(shown, match[0], tuple(tags)))
        elif closing:
            tags.pop()
        else:
            tags.append((tag, rest))
    return pieces


def _cut(pieces: list[_Piece], start: int, longest: int) -> int:
    """Return where the message that begins at ``start`` ends."""
    taken, entities, end = 0, 0, start
    open_tags: tuple[tuple[str, str], ...] = ()
    while end < len(pieces):
        piece = pieces[end]
        taken += units(piece.shown)
        entities += len(piece.tags) - _shared(open_tags, piece.tags)
        open_tags = piece.tags
        if taken > longest or entities > MOST_ENTITIES:
            break
        end += 1
    if end == len(pieces):
        return end
    text = "".join(piece.shown for piece in pieces[start:end])
    for mark in _ENDS:
        place = text.rfind(mark, len(text) // 2)
        if place >= 0:
            return start + place + len(mark)
    return max(end, start + 1)


def _shared(first: tuple[tuple[str, str], ...], second: tuple[tuple[str, str], ...]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _written(pieces: list[_Piece]) -> str:
    parts: list[str] = []
    tags: tuple[tuple[str, str], ...] = ()
    for piece in [*pieces, _Piece("", "", ())]:
        same = _shared(tags, piece.tags)
        parts += [f"</{tag}>" for tag, _ in reversed(tags[same:])]
        parts += [f"<{tag}{rest}>" for tag, rest in piece.tags[same:]]
        parts.append(piece.html)
        tags = piece.tags
    return "".join(parts)
