"""Words and clauses of a sentence with their places, for an account of it: a text in, spans out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from corpus.lexicon.function_words import STARTS_OF_VERBS
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.turning import TURNING
from corpus.numerals import NUMERAL_CHARACTERS
from corpus.statements.list_heads import TextSpan
from corpus.words import segmenter

_HEAD: Final = re.compile(
    r"[（(](?:[一二三四五六七八九]|十[一二三四五六七八九]?)[）)](?![个项条件份处人次名位户家宗起])"
)
"""The number of an item within a sentence: （一）."""
_BORDER: Final = re.compile(r"[，,；;：。！？!?（）()\n|]|:(?!(?<=\d:)\d)")
"""A mark between clauses; the one in 20:00 is none."""
_PARTS: Final = re.compile(r"[；;：:。|\n]")
_OF_THESE: Final = re.compile("[^，,；;。0-9]{1,8}?[中里]")
"""What makes of a figure those among whom one is told of (三个标段中二标段最多)."""
_LABELLED: Final = 12
"""Characters that a label and its figure have at most (未完成:5项)."""
_ONLY_LINKS: Final = re.compile(r"[\s有为是达到至只仅共计约]*")
_MARKS: Final = {",": 3, ".": 1}
"""Marks within numerals, each with the digits that stand behind it at least."""
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_DENIED: Final = re.compile("[未没](?![来必免知有时成收落入婚遂满]).")
"""A word that the cutter takes together with its denial: 未办理, 未扣."""
_LINKED: Final = re.compile(r"[达为至到有是成第](?=\d)")
"""A link before a number, which the cutter takes for the end of the word before: 整改率达99.2%, 排名第3."""
_DONE_BEFORE: Final = re.compile(rf"(?:{any_connective('already')})[^，,；;。：:]{{0,12}}$")
"""What says, before a 将, that the deed behind it is done (已于5月将欠缴的收入上缴)."""
_MOVED: Final = re.compile(r"[高低多少升降涨跌增减](?=了)")
"""What says which way something moved, which the cutter takes for the end of a name (上一冬高了)."""
_CONTENT_TAGS: Final = ("n", "v", "a", "j", "l", "i", "z")
_ACTED_ON: Final = ("m", "n", "r")
_LINKS: Final = connectives("link", "light", "taken")
_SHORT_LINKS: Final = frozenset(
    word for word in connectives("link", "doing", "whole", "planning") if len(word) == 1
)
_DENYING: Final = connectives("denying", "pending", "rate")
_MANNER: Final = connectives("manner")
_TURNING: Final = frozenset(TURNING["deed"])
"""Deeds whatever the cutter takes them for."""
_NARROWING: Final = connectives("narrowing")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its tag of part of speech and its place."""

    text: str
    tag: str
    start: int
    end: int

    @property
    def is_content(self) -> bool:
        """Whether it says what something is or what was done, of two characters or more."""
        return (
            len(self.text) > 1
            and self.tag.startswith(_CONTENT_TAGS)
            and self.text not in _LINKS
            and self.text not in _DENYING
            and self.text not in _MANNER
        )

    @property
    def is_deed(self) -> bool:
        """Whether it is a verb that says what was done."""
        if len(self.text) == 1:
            return self.tag == "v" and self.text not in _LINKS and self.text not in _DENYING
        return self.is_content and (self.tag.startswith("v") or self.text in _TURNING)


class WordedText:
    """A normalised text with its words, and where a stretch of it may begin and end.

    A stretch neither cuts a numeral nor, where it is short, a word.
    """

    def __init__(self, text: str, edges: Iterable[int] = ()) -> None:
        """Keep a text; ``edges`` are places where a name or a figure begins or ends, whatever the cutter takes there."""
        self.text = text
        self._edges = frozenset(edges)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words, in order."""
        found: list[Word] = []
        place = 0
        for text, tag in _cut(_SURROGATES.sub("\ufffd", self.text), self._edges):
            end = place + len(text)
            before = found[-1] if found else None
            if _DENIED.match(text):
                found += (Word(text[0], "d", place, place + 1), Word(text[1:], "v", place + 1, end))
            elif before and before.text in STARTS_OF_VERBS and text.isalpha() and not is_numeral(text[0]):
                found[-1] = Word(before.text + text, "v", before.start, end)
            else:
                found.append(Word(text, tag, place, end))
            place = end
        return tuple(found)

    @cached_property
    def disposals(self) -> frozenset[int]:
        """Where a 将 stands that puts what is acted on before the deed, as 把 does, and announces no plan (将61人纳入)."""
        return frozenset(
            word.start
            for word, after in pairwise(self.words)
            if word.text == "将"
            and after.text not in _MANNER
            and (after.tag.startswith(_ACTED_ON) or _DONE_BEFORE.search(self.text, 0, word.start))
        )

    @property
    def plans(self) -> bool:
        """Whether a 将 of it is of another sort."""
        return self.text.count("将") > len(self.disposals)

    @cached_property
    def borders(self) -> frozenset[int]:
        """The places where a word begins or ends."""
        linked = {match.start() for match in _LINKED.finditer(self.text)}
        linked |= {place for match in _MOVED.finditer(self.text) for place in match.span()}
        return frozenset({0, *(word.end for word in self.words)}) | self._edges | linked

    def cuts_numeral(self, place: int) -> bool:
        """Whether a border at ``place`` would part a numeral."""
        if not 0 < place < len(self.text):
            return False
        before, after = self.text[place - 1], self.text[place]
        if before in _MARKS or after in _MARKS:  # a mark parts a numeral only between digits: 1,975
            mark = place - 1 if before in _MARKS else place
            behind = self.text[mark + 1 : mark + 1 + _MARKS[self.text[mark]]]
            digits = behind.isdigit() and len(behind) == _MARKS[self.text[mark]]
            return self.text[mark - 1 : mark].isdigit() and digits
        return is_numeral(before) and is_numeral(after)

    def is_word(self, start: int, end: int) -> bool:
        """Whether both ends are ends of words."""
        return start in self.borders and end in self.borders

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a short piece is a word, or begins or ends with one and has two characters."""
        edges = (start in self.borders) + (end in self.borders)
        return edges >= (1 if end - start > 1 else 2)

    def _is_narrowed(self, place: int) -> bool:
        """Whether the character before ``place`` makes another sort of what stands there (超大班额 is no 大班额)."""
        return self.text[max(0, place - 1) : place] in _NARROWING and place - 1 in self.borders

    def _says_which(self, start: int, end: int) -> bool:
        """Whether a short piece only says what a longer word's thing is of: 整改措施 are measures, 行政处罚 is 处罚."""
        return end - start <= _SHORT and self.borders.isdisjoint(range(start + 1, end + 1))

    def has_content(self, start: int, end: int, known: Sequence[TextSpan]) -> bool:
        """Whether a word with content stands in ``text[start:end]`` that begins in none of the spans ``known``."""
        words = (one for one in self.words if start <= one.start and one.end <= end and one.is_content)
        return any(not any(low <= one.start < high for low, high in known) for one in words)

    def says(self, start: int, end: int, known: Sequence[TextSpan]) -> bool:
        """Whether anything of ``text[start:end]`` is said outside the spans ``known``."""
        borders = [start, *(place for span in sorted(known) for place in span), end]
        outside = zip(borders[::2], borders[1::2], strict=True)
        return any(character.isalnum() for low, high in outside for character in self.text[low:high])

    def has(self, piece: str, *, whole: bool = False) -> bool:
        """Whether ``piece`` stands in the text: short ones at the border of a word, no numeral cut.

        A ``whole`` one is what a longer word is of, where it is short: its end.
        """
        place = self.text.find(piece)
        while place >= 0:
            end = place + len(piece)
            alone = len(piece) > _SHORT or self._stands_alone(place, end)
            alone = alone and not (self._is_narrowed(place) or (whole and self._says_which(place, end)))
            if alone and not self.cuts_numeral(place) and not self.cuts_numeral(end):
                return True
            place = self.text.find(piece, place + 1)
        return False


_SHORT: Final = 2


def _cut(text: str, edges: Iterable[int]) -> Iterator[tuple[str, str]]:
    """Yield the words of a text with their tags; one of two characters that is only guessed ends before a link or behind it.

    只修 and 费中 are no words of the dictionary: 只 and 中 are. No word reaches over one of the ``edges``.
    """
    places = sorted({0, len(text), *(one for one in edges if 0 < one < len(text))})
    words = (one for low, high in pairwise(places) for one in segmenter().tag(text[low:high]))
    for word, tag in words:
        if len(word) == _SHORT and not _SHORT_LINKS.isdisjoint(word) and not is_numeral(word[0]):
            yield from segmenter().tag(word, False)
        else:
            yield word, tag


def is_numeral(character: str) -> bool:
    """Whether a character is a part of a numeral."""
    return character.isnumeric() or character in NUMERAL_CHARACTERS or character in ".,%‰"


def part_start(text: str, place: int) -> int:
    """Return where the part of a sentence begins that a place stands in: behind the last semicolon before it."""
    return max(text.rfind(mark, 0, place) for mark in "；;") + 1


def ends_in_brackets(text: str) -> bool:
    """Whether a bracket of a text is still open at its end."""
    return text.count("(") + text.count("（") > text.count(")") + text.count("）")


def split_clauses(text: str, figures: Sequence[TextSpan]) -> list[TextSpan]:
    """Return the clauses of a sentence; members of a list with a figure each are clauses of their own.

    One that is nothing but a figure (，有12人) is one with a clause before it that has none.
    ``figures`` are the places of the quantities, in order; a border inside one is none.
    """
    borders = [match.span() for match in _HEAD.finditer(text)]
    borders += [
        match.span() for match in _BORDER.finditer(text) if not _inside(match.start(), [*figures, *borders])
    ]
    borders.sort()
    clauses: list[TextSpan] = []
    start = 0
    for low, high in [*borders, (len(text), len(text))]:
        if text[start:low].strip():
            clauses += _split_list(text, start, low, figures)
        start = high
    return _joined(text, clauses, figures)


def _joined(text: str, clauses: Sequence[TextSpan], figures: Sequence[TextSpan]) -> list[TextSpan]:
    found: list[TextSpan] = []
    for start, end in clauses:
        own = [span for span in figures if start <= span[0] < end]
        bare = (
            len(own) == 1
            and not text[own[0][1] : end].strip()
            and _ONLY_LINKS.fullmatch(text, start, own[0][0])
        )
        before = not found or any(
            found[-1][0] <= low < found[-1][1] and not _OF_THESE.match(text, high, found[-1][1])
            for low, high in figures
        )
        label = not before and text[found[-1][1] : start] == ":" and end - found[-1][0] <= _LABELLED
        if bare and not before and (label or not _PARTS.search(text, found[-1][1], start)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _split_list(text: str, start: int, end: int, figures: Sequence[TextSpan]) -> Iterable[TextSpan]:
    own = [span for span in figures if start <= span[0] < end]
    first = start
    for (_, low), (high, _) in pairwise(own):
        place = text.find("、", low, high)
        if place >= 0 and text[place + 1 : high].strip():  # 其余35人、29.2万元正在追缴 is told of both
            yield first, place
            first = place + 1
    yield first, end


def _inside(place: int, spans: Iterable[TextSpan]) -> bool:
    return any(start <= place < end for start, end in spans)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What no source accounts for: ``text[start:end]`` of a sentence, with what it is read as."""

    start: int
    end: int
    raw: str
