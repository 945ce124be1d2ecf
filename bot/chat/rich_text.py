"""Text with its looks, of no platform: words in, runs of characters that look alike out.

A platform writes the runs in a mark-up of its own, or plainly, and ``cut`` cuts them to its limits.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from typing import Final

from corpus.visible_text import visible

_ENDS: Final = ("\n\n", "\n", "。", "；", "，", " ")
"""Where a long text may be cut, best first; the cut comes after them."""


class Style(StrEnum):
    """How characters look; ``MARKED`` is what a reader looks for, ``FOLD`` a quotation that unfolds."""

    BOLD = "bold"
    MARKED = "marked"
    ITALIC = "italic"
    CODE = "code"
    QUOTE = "quote"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look alike: their styles, the outermost first, and the address that they open."""

    text: str
    styles: tuple[Style, ...] = ()
    link: str = ""

    @property
    def marks(self) -> tuple[str, ...]:
        """The styles and the link, the outermost first."""
        return (*self.styles, self.link) if self.link else self.styles


@dataclass(frozen=True, slots=True)
class RichText:
    """A text in runs; ``compose`` and the functions below make one."""

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self.runs)

    def within(self, style: Style) -> "RichText":
        """Return the text with a style around it."""
        return RichText(tuple(Run(run.text, (style, *run.styles), run.link) for run in self.runs))

    def part(self, start: int, end: int) -> "RichText":
        """Return the characters from ``start`` to ``end`` with their looks."""
        found, place = [], 0
        for run in self.runs:
            text = run.text[max(0, start - place) : max(0, end - place)]
            if text:
                found.append(Run(text, run.styles, run.link))
            place += len(run.text)
        return RichText(tuple(found))

    def stripped(self) -> "RichText":
        """Return the text without blanks at its ends."""
        text = self.plain
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return self if (start, end) == (0, len(text)) else self.part(start, end)


Words = str | RichText
"""What stands in a reply: a plain text, or one with its looks."""


def clean_text(text: str) -> str:
    """Return a text as every platform takes it: no control characters, none that turn lines round, no lone surrogates."""
    return visible(text.encode("utf-8", "replace").decode("utf-8"))


def shorten(text: str, longest: int) -> str:
    """Return a text of at most ``longest`` characters on one line, with an ellipsis where it was cut."""
    line = " ".join(clean_text(text).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def rich(words: Words) -> RichText:
    """Return words as a text in runs."""
    if isinstance(words, RichText):
        return words
    text = clean_text(words)
    return RichText((Run(text),) if text else ())


def compose(*parts: Words) -> RichText:
    """Return parts one after the other."""
    return RichText(tuple(run for part in parts for run in rich(part).runs))


def join_words(separator: str, parts: Iterable[Words]) -> RichText:
    """Return parts with a separator between them."""
    found: list[Words] = []
    for part in parts:
        found += [separator, part] if found else [part]
    return compose(*found)


def bold(words: Words) -> RichText:
    """Return words in bold."""
    return rich(words).within(Style.BOLD)


def italic(words: Words) -> RichText:
    """Return words in italics."""
    return rich(words).within(Style.ITALIC)


def code(text: str) -> RichText:
    """Return a text that is to be copied as it stands: an id."""
    return rich(text).within(Style.CODE)


def folded(words: Words) -> RichText:
    """Return a quotation that a reader unfolds."""
    return rich(words).within(Style.FOLD)


def quoted(words: Words) -> RichText:
    """Return a quotation."""
    return rich(words).within(Style.QUOTE)


def link(label: str, address: str) -> RichText:
    """Return a label that opens an address."""
    return RichText((Run(clean_text(label), (), clean_text(address)),)) if label else RichText()


def marked(text: str, spans: Iterable[tuple[int, int]]) -> RichText:
    """Return a text with the parts ``spans`` (offsets, not overlapping) in bold and marked."""
    parts: list[Words] = []
    place = 0
    for start, end in sorted(spans):
        if start < place or end > len(text):
            continue
        parts += [text[place:start], rich(text[start:end]).within(Style.MARKED).within(Style.BOLD)]
        place = end
    return compose(*parts, text[place:])


def cut(
    text: RichText, longest: int, measure: Callable[[str], int] = len, most_marks: int | None = None
) -> list[RichText]:
    """Cut a text into parts of at most ``longest`` by ``measure``, none of them blank.

    ``measure`` tells the length of a text, ``most_marks`` how many stretches of one style a part may have.
    The cut comes after a paragraph, a line or a sentence.
    """
    text = text.stripped()
    letters = text.plain
    if not letters:
        return []
    if measure(letters) <= longest and (most_marks is None or _marks(text) <= most_marks):
        return [text]
    parts, start = [], 0
    while start < len(letters):
        end = _end(text, letters, start, longest, measure, most_marks)
        parts.append(text.part(start, end).stripped())
        start = end
    return [part for part in parts if part.runs]


def shared(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """Return how many marks two runs have in common, from the outermost on."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _marks(text: RichText) -> int:
    count = 0
    open_marks: tuple[str, ...] = ()
    for run in text.runs:
        count += len(run.marks) - shared(open_marks, run.marks)
        open_marks = run.marks
    return count


def _end(
    text: RichText,
    letters: str,
    start: int,
    longest: int,
    measure: Callable[[str], int],
    most_marks: int | None,
) -> int:
    """Return where the part that begins at ``start`` ends."""
    end = _full(text.part(start, len(letters)), longest, measure, most_marks) + start
    if end == len(letters):
        return end
    taken = letters[start:end]
    for mark in _ENDS:
        place = taken.rfind(mark, len(taken) // 2)
        if place >= 0:
            return start + place + len(mark)
    return max(end, start + 1)


def _full(text: RichText, longest: int, measure: Callable[[str], int], most_marks: int | None) -> int:
    """Return how many of the characters of a text go into one part."""
    taken = marks = end = 0
    open_marks: tuple[str, ...] = ()
    for run in text.runs:
        marks += len(run.marks) - shared(open_marks, run.marks)
        open_marks = run.marks
        if most_marks is not None and marks > most_marks:
            return end
        for character in run.text:
            taken += measure(character)
            if taken > longest:
                return end
            end += 1
    return end


_TAGS: Final = {
    "b": Style.BOLD,
    "u": Style.MARKED,
    "i": Style.ITALIC,
    "code": Style.CODE,
    "blockquote": Style.QUOTE,
}


class _Reader(HTMLParser):
    """Reads the few tags in which replies were kept before they were runs."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self._open: list[Style] = []
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "a":
            self._link = named.get("href") or ""
        elif tag in _TAGS:
            self._open.append(Style.FOLD if "expandable" in named else _TAGS[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._link = ""
        elif tag in _TAGS and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, tuple(self._open), self._link))


def read_markup(html: str) -> RichText:
    """Return what HTML of a few tags (b, u, i, code, a, blockquote) says, as replies were kept once."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return RichText(tuple(reader.runs))
