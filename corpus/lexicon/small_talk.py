"""Small talk, read from its table: a text in, the acts of the pieces that it is made of out."""

import re
from typing import Final

from corpus.lexicon.tables import read_sorted_words

SMALL_TALK_COLUMNS: Final = ("word", "act")
"""Columns of the table ``small_talk.tsv``, which explains them."""

SMALL_TALK_ACTS: Final = ("greeting", "thanks", "goodbye", "acknowledgement", "praise", "mood", "filler")
"""What small talk does, as the table explains it."""


def read_small_talk() -> dict[str, str]:
    """Return the act of each piece, in the order of the table ``small_talk.tsv``; raises ``UnusableTable``."""
    rows = read_sorted_words("small_talk.tsv", SMALL_TALK_COLUMNS, SMALL_TALK_ACTS)
    return {row["word"]: row["act"] for row in rows}


_ACTS: Final = read_small_talk()
_BETWEEN: Final = re.compile(r"(?:[^\w]|[啊呀呢吧嘛哦喔噢啦哈咯喽呗哟耶了的您你_])+")
"""What may stand between pieces: punctuation, pictures, and particles that say nothing."""
_BREAK: Final = re.compile(r"(?!(?<=\d)\.\d)[^\w]+")


def small_talk_acts(text: str) -> tuple[str, ...]:
    """Return the acts of the pieces that ``text`` is made of; none where anything else stands in it."""
    return _cover(text.lower().replace("’", "'"), 0)


def is_small_talk_word(word: str) -> bool:
    """Whether ``word`` is a piece of small talk by itself, or stands between such pieces."""
    return word in _ACTS


def _cover(text: str, start: int) -> tuple[str, ...]:
    """Return the acts of the pieces that cover ``text`` from ``start`` on, () where none do."""
    reach: dict[int, tuple[str, ...]] = {start: ()}
    for place in range(start, len(text)):
        if place not in reach:
            continue
        for end, acts in _steps(text, place):
            if not reach.get(end):
                reach[end] = (*reach[place], *acts)
    acts = reach.get(len(text), ())
    return acts or (("acknowledgement",) if len(text) in reach and _is_of_signs(text) else ())


def _steps(text: str, place: int) -> list[tuple[int, tuple[str, ...]]]:
    """Return where the pieces that begin at ``place`` end, the longest first, each with its act."""
    steps: list[tuple[int, tuple[str, ...]]] = []
    if between := _BETWEEN.match(text, place):
        steps.append((between.end(), ()))
        steps += [(end, ()) for end in range(place + 1, between.end())]
    inside = place > 0 and text[place - 1].isascii() and text[place - 1].isalnum()
    for size in range(min(24, len(text) - place), 0, -1):
        word = text[place : place + size]
        act = _ACTS.get(word)
        latin = word[-1].isascii() and word[-1].isalnum()
        after = text[place + size : place + size + 1]
        if act and not (latin and (inside or (after.isascii() and after.isalnum()))):
            steps.append((place + size, () if act == "filler" else (act,)))
    return steps


def _is_of_signs(text: str) -> bool:
    """Whether a picture stands in a text, or nothing but marks that ask for nothing (……)."""
    if any(one in "？?" for one in text):
        return False
    pictures = any(ord(character) > 0x2BFF and not character.isalnum() for character in text)
    return pictures or (bool(text) and not any(map(str.isalnum, text)))


def without_small_talk(text: str) -> str:
    """Return a text without the small talk that it begins and ends with, where a break sets it off: 谢谢 那…."""
    found = True
    while found:
        found = False
        for match in _BREAK.finditer(text):
            head, rest = text[: match.start()], text[match.end() :]
            if rest and head and small_talk_acts(head):
                text, found = rest, True
                break
            if head and rest and small_talk_acts(rest):
                text, found = head, True
                break
    return text
