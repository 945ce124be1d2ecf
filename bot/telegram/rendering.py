"""How an answer looks in Telegram: a ``CheckedAnswer`` in, messages in HTML out, none longer than allowed."""

from html import escape
from typing import Final

from bot.answer import CheckedAnswer
from bot.rendering import rendered_answer

LONGEST: Final = 4000
"""UTF-16 units of a message's text; Telegram takes 4096, after its entities are parsed."""

_ENDS: Final = ("\n\n", "\n", "。", "；", "，", " ")
"""Where a long text may be cut, best first; the cut comes after them."""


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def messages_of(answer: CheckedAnswer) -> list[str]:
    """Return the messages that say an answer, in HTML."""
    return [escape(part, quote=False) for part in split_text(rendered_answer(answer))]


def split_text(text: str, longest: int = LONGEST) -> list[str]:
    """Split a text into parts of at most ``longest`` UTF-16 units, after a paragraph, a line or a sentence."""
    parts: list[str] = []
    rest = text.strip()
    while units(rest) > longest:
        fitting = _fitting(rest, longest)
        cut = next(
            (place + len(end) for end in _ENDS if (place := rest.rfind(end, fitting // 2, fitting)) >= 0),
            fitting,
        )
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [part for part in [*parts, rest] if part]


def _fitting(text: str, longest: int) -> int:
    """Return how many characters of ``text`` make at most ``longest`` UTF-16 units."""
    taken = 0
    for place, character in enumerate(text):
        taken += 1 + (character > "\uffff")
        if taken > longest:
            return place
    return len(text)
