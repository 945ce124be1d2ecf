"""Telegram's HTML and its limits: texts in runs in, HTML or parts that Telegram takes out.

Telegram counts UTF-16 units of the text without its tags, and takes 100 entities in a message.
"""

import re
from html import escape as escape_html
from typing import Final

from bot.chat.rich_text import RichText, Run, Style, clean_text, cut, shared

LONGEST: Final = 4000
"""UTF-16 units of a message's text; Telegram takes 4096."""

LONGEST_CAPTION: Final = 1000
"""UTF-16 units of a caption; Telegram takes 1024."""

MOST_ENTITIES: Final = 90
"""Entities of a message; Telegram takes 100."""

_TAGS: Final = {
    Style.BOLD: ("b", ""),
    Style.MARKED: ("u", ""),
    Style.ITALIC: ("i", ""),
    Style.CODE: ("code", ""),
    Style.QUOTE: ("blockquote", ""),
    Style.FOLD: ("blockquote", " expandable"),
}


_CALLING: Final = re.compile(r"@(?=\w)")
_UNCALLED: Final = "@\u2060"
"""What Telegram takes for a mention calls somebody; nothing that is quoted may."""


def units(text: str) -> int:
    """Return at most how long Telegram counts what ``escape`` makes of a text, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text) + text.count("@")


def escape(text: str) -> str:
    """Return a text as HTML that shows it as it is."""
    return _CALLING.sub(_UNCALLED, escape_html(clean_text(text), quote=False))


def attribute(text: str) -> str:
    """Return a text as the value of an HTML attribute."""
    return escape_html(clean_text(text), quote=True)


def html_of(text: RichText) -> str:
    """Return a text as Telegram's HTML."""
    parts: list[str] = []
    open_marks: tuple[str, ...] = ()
    open_tags: list[str] = []
    for run in (*text.runs, Run("")):
        same = shared(open_marks, run.marks)
        parts += [f"</{tag}>" for tag in reversed(open_tags[same:])]
        del open_tags[same:]
        for mark in run.marks[same:]:
            tag, rest = _TAGS[mark] if isinstance(mark, Style) else ("a", f' href="{attribute(mark)}"')
            parts.append(f"<{tag}{rest}>")
            open_tags.append(tag)
        parts.append(escape(run.text))
        open_marks = run.marks
    return "".join(parts)


def split_text(text: RichText, longest: int = LONGEST) -> list[RichText]:
    """Split a text into messages of at most ``longest`` UTF-16 units and ``MOST_ENTITIES`` entities."""
    return cut(text, longest, units, MOST_ENTITIES)
