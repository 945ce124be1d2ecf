"""Sentences out of a stream: pieces of text in, each sentence out as soon as it is sure to be whole."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

_END: Final = re.compile(
    r"(?:[。！？!?]+|\n+|(?<!\A\d)(?<!\A\d\d)(?<=[A-Za-z0-9%)\]])\.(?=\s|$))[”’」』）)]*(?:\s*[\[【]\d[\d\s,，、]{0,20}[\]】])*[。.]?[^\S\n]*"
)
_MAY_GO_ON: Final = "[【”’」』）)。.！？!? \n"
CITED: Final = re.compile(r"\s*[\[【](\d{1,3}(?:\s*[,，、]\s*\d{1,3})*)[\]】]")
"""A citation's numbers in an answer, with the white space before them."""


_TIMES, _ALIKE = 2, 6
"""So often a model may write a sentence, and one that differs in its numbers alone."""
_MOST: Final = 4000
"""Characters of an answer that are listened to."""
_DIGITS: Final = re.compile(r"\d+")


class SentenceStream:
    """Cuts a stream into sentences; the citation numbers behind a full stop belong to the sentence before."""

    def __init__(self) -> None:
        self._waiting = ""

    def feed(self, piece: str) -> Iterator[str]:
        """Take a piece in and yield the sentences that it completes."""
        self._waiting = (self._waiting + piece).lstrip()
        while match := _END.search(self._waiting):
            # What comes next may still belong to the sentence: a citation, a closing quotation mark.
            if match.end() == len(self._waiting) or self._waiting[match.end()] in _MAY_GO_ON:
                return
            sentence, self._waiting = self._waiting[: match.end()], self._waiting[match.end() :].lstrip()
            yield sentence.strip()

    def rest(self) -> Iterator[str]:
        """Yield what is left at the end of the stream, sentence by sentence."""
        while match := _END.search(self._waiting):
            sentence, self._waiting = self._waiting[: match.end()], self._waiting[match.end() :].lstrip()
            yield sentence.strip()
        if self._waiting.strip():
            yield self._waiting.strip()
        self._waiting = ""


def sentences_of(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the sentences of a stream, each once; it is listened to until one comes a third time, or for 4,000 characters.

    Small models go round in a circle, or count on and on, and come to no end by themselves.
    """
    stream = SentenceStream()
    said: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for sentence in chain(chain.from_iterable(map(stream.feed, _begun(pieces))), stream.rest()):
        told = CITED.sub("", sentence)
        shape = _DIGITS.sub("0", told)
        said[told] += 1
        alike[shape] += 1
        if said[told] > _TIMES or alike[shape] > _ALIKE:
            return
        if said[told] == 1:
            yield sentence


def _begun(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces of a stream up to so many characters."""
    length = 0
    for piece in pieces:
        yield piece
        length += len(piece)
        if length >= _MOST:
            return


_ITEM: Final = re.compile(
    r"(?:[(（]?(\d{1,2})[)）.、]|[-*·])(?:\s+(?=\d)|\s*(?=[^\d\s个项条件份处人次名位户家年月日天元轮%]))"
)


def item_end(sentence: str, earlier: str) -> int:
    """Return where the number or the dot in front of an item of a list ends, 0 where a sentence is no item.

    A number is an item's only where it is 1 or follows upon an item ``earlier`` in the answer: any other counts.
    """
    match = _ITEM.match(sentence)
    if match is None:
        return 0
    if match[1] and int(match[1]) > 1:
        before = int(match[1]) - 1
        if not re.search(rf"(?:^|\n)[(（]?{before}[)）.、]", earlier):
            return 0
    return match.end()


def cited_numbers(sentence: str) -> list[int]:
    """Return the citation numbers of a sentence, in order, each once."""
    found = (number for match in CITED.finditer(sentence) for number in re.findall(r"\d+", match[1]))
    return list(dict.fromkeys(int(number) for number in found))


def without_numbers(sentence: str) -> str:
    """Return a sentence with its citation numbers blanked, of the same length."""
    return CITED.sub(lambda match: " " * len(match[0]), sentence)


def with_citations(sentence: str, numbers: list[int]) -> str:
    """Return a sentence with these citation numbers behind it, in place of those that it had."""
    bare = CITED.sub("", sentence).rstrip()
    return bare + "".join(f"[{number}]" for number in numbers)
