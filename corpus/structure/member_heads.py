"""The lines that open what a report tells of one of its members in the lines below: a text in, heads out.

【东山村】 over its own lines, ├ 河口社区（问题13个） over those that a tree hangs on it, 石桥村： alone on its line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.structure.member_labels import LABEL, member_labels
from corpus.table_words import table_words

_LINE: Final = re.compile(r"[^\n]*(?:\n|$)")
_TOTAL: Final = re.compile(rf"[^\w]*[^\W\d]{{0,4}}(?:{'|'.join(map(re.escape, table_words('total')))})")
"""What opens a line on all of the members (四地合计：…)."""
_LONGEST: Final = 60
"""Characters of a line that says little more than whose the lines below it are."""
_SENTENCE: Final = re.compile("[。；;]")


@dataclass(frozen=True, slots=True)
class MemberHead:
    """A line that names a member: what it says, where its first visible character and its text stand, and how far it reaches."""

    name: str
    start: int
    body: int
    until: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def member_heads(text: str, start: int = 0) -> dict[int, MemberHead]:
    """Return the heads from ``start`` on, by the place of their first visible character; none where no line stands under any.

    Two heads or more of one sort make each other out. The last reaches no farther than the longest of the others.
    """
    known = frozenset(member_labels(text))
    if len(known) < 2:
        return {}
    lines = [_Line(one.start(), one.end(), one[0].strip()) for one in _LINE.finditer(text, start) if one[0]]
    named = [(place, match) for place, line in enumerate(lines) if (match := _named(text, line, known))]
    if len(named) < 2:
        return {}
    apart = all(place + 1 < len(lines) and not lines[place + 1].text for place, _ in named)
    places = [place for place, _ in named]
    below = [list(_below(lines, place, until, apart=apart)) for place, until in _pairs(places, len(lines))]
    most = max(map(len, below[:-1]))
    below[-1] = below[-1][:most]
    heads = {}
    for (place, match), under in zip(named, below, strict=True):
        line = lines[place]
        if under:
            first = line.start + text[line.start : line.end].index(line.text[0])
            told = any(character.isdigit() for character in line.text)
            body = match.start("boxed" if match["boxed"] else "plain") if told else line.end
            heads[first] = MemberHead(match["boxed"] or match["plain"], first, body, lines[under[-1]].end)
    return heads


def _named(text: str, line: _Line, known: frozenset[str]) -> re.Match[str] | None:
    """Return how a line names a member and says little more, None where it does not."""
    match = LABEL.match(text, line.start) if line.text and len(line.text) <= _LONGEST else None
    if match is None or (match["boxed"] or match["plain"]) not in known:
        return None
    return None if _SENTENCE.search(text, match.end(), line.end) else match


def _pairs(places: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    return zip(places, (*places[1:], end), strict=True)


def _below(lines: Sequence[_Line], place: int, until: int, *, apart: bool) -> Iterator[int]:
    """Yield the lines under the head at ``place``, up to a blank one unless those stand between all lines."""
    for number in range(place + 1, until):
        if not lines[number].text:
            if apart:
                continue
            return
        if _TOTAL.match(lines[number].text):
            return
        yield number
