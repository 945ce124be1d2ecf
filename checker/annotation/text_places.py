"""Where in a file the characters of a draft's text stand: offsets go in, stretches of the file's elements come out."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from corpus.reading.docx_reader import TextPiece


class TextStretch(NamedTuple):
    """The characters ``start`` to ``end`` of the ``number``-th element of text in the part ``part``."""

    part: str
    number: int
    start: int
    end: int


class TextPlaces:
    """Finds a text's characters in the pieces that it was made of.

    Readers join and trim lines, so only characters that are not blank are counted: text and pieces have the
    same ones in the same order.
    """

    def __init__(self, text: str, pieces: Sequence[TextPiece]) -> None:
        self._before = [0, *accumulate(not character.isspace() for character in text)]
        self._pieces = [
            (piece, [place for place, character in enumerate(piece.text) if not character.isspace()])
            for piece in pieces
        ]
        self._ends = list(accumulate(len(places) for _, places in self._pieces))

    def stretches(self, start: int, end: int) -> list[TextStretch]:
        """Return where ``text[start:end]`` stands, a stretch for each element of text, in order."""
        first, last = self._before[start], self._before[end]
        found = []
        number = bisect_right(self._ends, first)
        while first < last and number < len(self._pieces):
            piece, places = self._pieces[number]
            begin = self._ends[number] - len(places)
            inside = places[first - begin : last - begin]
            if inside and piece.number >= 0:
                found.append(TextStretch(piece.part, piece.number, inside[0], inside[-1] + 1))
            first, number = self._ends[number], number + 1
        return found
