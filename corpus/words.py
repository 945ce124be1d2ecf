"""Words of Chinese text: a text in, its words out, with their tags where they are asked for.

The only home of rjieba. Two dictionaries are in use, and neither is ever changed: the library's own, which the
terms of lexical search are made with, and that with the compounds of rectification reports, which figures,
names and questions are read with.
"""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Final, Protocol

import rjieba

from corpus.lexicon.function_words import COMPOUND_NOUNS

_FREQUENCY: Final = 10_000
"""How often a compound counts as seen: often enough that it is never cut."""

_COMMON: Final = "vadbmrpuncf"
"""First letters of the tags of words that are no names."""
_PROPER: Final = ("nr", "ns", "nz", "nt")


class Cut(Protocol):
    """Cuts a text; ``hmm`` says whether words that the dictionary lacks are guessed."""

    def __call__(self, text: str, hmm: bool = True, /) -> list[str]:
        """Return the words of ``text``, in order."""


class Tag(Protocol):
    """Cuts a text and says of what part of speech each word is (n, v, m …)."""

    def __call__(self, text: str, hmm: bool = True, /) -> list[tuple[str, str]]:
        """Return (word, tag) for each word of ``text``, in order."""


@dataclass(frozen=True, slots=True)
class Segmenter:
    """Cuts and tags by one dictionary, which is set when it is made: no reader can add to another's words.

    ``cut_for_search`` also gives the words that compounds are made of; ``name`` is the library with its version,
    to be recorded beside what is kept of the words.
    """

    name: str
    cut: Cut
    cut_for_search: Cut
    tag: Tag


@cache
def segmenter() -> Segmenter:
    """Return what cuts reports and questions: the compounds of rectification reports are one word each.

    Made once for the process, a fifth of a second.
    """
    words = rjieba.Jieba()
    for compound in COMPOUND_NOUNS:
        words.add_word(compound, _FREQUENCY, "n")
    return Segmenter(_name(), words.cut, words.cut_for_search, words.tag)


def is_common_word(text: str) -> bool:
    """Whether ``text`` is one word of the dictionary that is no name (建议, 房屋), and not 松坪, 北京 or 建议书写."""
    tagged = segmenter().tag(text, False)
    return len(tagged) == 1 and tagged[0][1][:1] in _COMMON and tagged[0][1] not in _PROPER


def is_common_phrase(text: str) -> bool:
    """Whether ``text`` is made of common words alone (职业学院, 组建医疗集团), and not 岷东学院, 交投集团 or 附属第二医院."""
    tagged = segmenter().tag(text, False)
    opens = bool(tagged) and tagged[0][1].startswith("v")
    words = (
        tagged[1:] if opens else tagged
    )  # a verb of one character is a word, another may be part of a name
    return bool(tagged) and all(
        len(word) > 1 and tag[:1] in _COMMON and tag not in _PROPER and not word.startswith("第")
        for word, tag in words
    )


def begins_with_verb(text: str) -> bool:
    """Whether the first word of ``text``, which has one, is a verb, a noun that one begins (统计学院) included."""
    return segmenter().tag(text)[0][1].startswith("v")


def is_deed(text: str) -> bool:
    """Whether ``text`` is a verb with what it is done to (组建医疗集团), and not a noun that one begins (统计学院)."""
    tagged = segmenter().tag(text, False)
    return len(tagged) > 2 and tagged[0][1].startswith("v")


@cache
def dictionary_segmenter() -> Segmenter:
    """Return what cuts the terms of an index, by the library's own dictionary: what is indexed must stay as it is."""
    return Segmenter(_name(), rjieba.cut, rjieba.cut_for_search, rjieba.tag)


def _name() -> str:
    return f"rjieba {version('rjieba')}"


def character_pairs(text: str) -> frozenset[str]:
    """Return the pairs of characters that stand next to each other in a text."""
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))
