"""Organisations in English questions: words of a name in English in, the Chinese name that the reports know out.

A name is read word by word: each English word of it must have one of its Chinese words in the name, after the
place in pinyin. What fits no name, or several alike, stays unread.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from pypinyin import Style, lazy_pinyin
from pypinyin import pinyin as readings

from corpus.organisations.directory import Directory
from corpus.organisations.name_parts import name_parts

_WORDS: Final = Path(__file__).parents[1] / "catalogues" / "organisation_words.txt"
_WORD: Final = re.compile(r"[a-z][a-z'-]*")
_LINKS: Final = frozenset("of and the for & provincial municipal city county district province".split())
_SPELLED: Final = re.compile(r"\b([a-z]{4,})\b(?:'s)?")
_LEVELS: Final = {
    "county": "县",
    "city": "市",
    "district": "区",
    "prefecture": "州",
    "town": "镇",
    "province": "省",
}
"""What a place in pinyin is called behind its name."""
_LEVEL: Final = re.compile(rf"(?:'s)? ({'|'.join(_LEVELS)})(?:'s)?\b")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_BETWEEN: Final = re.compile(r"[^\s'&-]")
_STEM: Final = range(2, 5)
"""Characters of a place, or of what else begins a name."""
_UNIT: Final = 16
"""Characters behind it that may belong to the name."""
_SPAN: Final = 9
"""Words before and after a place that may belong to the name."""


@cache
def organisation_words() -> dict[str, tuple[str, ...]]:
    """Return English words of organisations' names with the Chinese words that may stand for each."""
    rows = (line.split("=") for line in _WORDS.read_text("utf-8").splitlines() if "=" in line)
    return {word.strip(): tuple(chinese.split()) for english, chinese in rows for word in english.split(",")}


@lru_cache(maxsize=16_384)
def pinyin(name: str) -> str:
    """Return a name in pinyin without tones or spaces, as English texts write places."""
    return "".join(lazy_pinyin(name))


def find_names(text: str, places: list[str], directory: Directory) -> tuple[str, list[str]]:
    """Return a question in lower case without the names of organisations in it, and those names in Chinese."""
    found: list[str] = []
    for place in places:
        for match in list(re.finditer(rf"\b{pinyin(place)}\b", text)):
            after = _name_words([match, *_WORD.finditer(text, match.end())][: _SPAN + 1])
            before = _name_words([match, *list(_WORD.finditer(text[: match.start()]))[: -_SPAN - 1 : -1]])
            for words in (after, before):
                if name := _fitting([bare for bare, _ in words], place, directory):
                    found.append(name)
                    for start, end in [match.span(), *(span for _, span in words)]:
                        text = text[:start] + " " * (end - start) + text[end:]
                    break
    return text, list(dict.fromkeys(found))


def titled_names(text: str, titles: str) -> Iterator[tuple[int, int, str]]:
    """Yield where English ``text`` in lower case names in pinyin what stands in ``titles``, and what stands there.

    Words of organisations behind the place belong to its name, and each has to stand behind it in the title.
    """
    sounds = _sounds(titles)
    for match in _SPELLED.finditer(text):
        words = _name_words([match, *_WORD.finditer(text, match.end())][: _SPAN + 1])
        found = ((start, end) for start in range(len(titles)) for end in _ends_read(match[1], sounds, start))
        for start, end in found:
            if end - start not in _STEM:
                continue
            rest = titles[end : end + _UNIT]
            ends = [_end_in(rest, bare) for bare, _ in words]
            if 0 not in ends:
                level = _LEVEL.match(text, match.end())
                of_it = level is not None and titles[end : end + 1] == _LEVELS[level[1]]
                last = words[-1][1][1] if words else level.end() if level and of_it else match.end()
                yield match.start(), last, titles[start : end + max(of_it, *ends, 0)]
                break


def _ends_read(spelled: str, sounds: Sequence[frozenset[str]], start: int) -> Iterator[int]:
    """Yield where that ends, from ``start`` on, which is read as is ``spelled``; ``sounds`` are those of a text."""
    if not spelled:
        yield start
    elif start < len(sounds):
        for sound in sounds[start]:
            if spelled.startswith(sound):
                yield from _ends_read(spelled.removeprefix(sound), sounds, start + 1)


def _sounds(text: str) -> list[frozenset[str]]:
    """Return how each character of a text may be read, without tones: 长 as chang and zhang; what is none, in no way."""
    known = {
        one: frozenset(readings(one, style=Style.NORMAL, heteronym=True)[0])
        for one in set(_HAN.findall(text))
    }
    return [known.get(one, frozenset()) for one in text]


def _end_in(rest: str, word: str) -> int:
    """Return where what an English word stands for ends in what follows upon a place, 0 where it is not there."""
    return max(
        (rest.index(chinese) + len(chinese) for chinese in organisation_words()[word] if chinese in rest),
        default=0,
    )


def _name_words(words: list[re.Match[str]]) -> list[tuple[str, tuple[int, int]]]:
    """Return the words that names are made of with their places, from the first one's neighbour up to the first that none is."""
    kept: list[tuple[str, tuple[int, int]]] = []
    for before, word in pairwise(words):
        ends = sorted((*before.span(), *word.span()))
        if _BETWEEN.search(words[0].string, ends[1], ends[2]):  # Mingshan County 34 people
            break
        bare = word[0].removesuffix("'s")
        if bare in organisation_words():
            kept.append((bare, word.span()))
        elif bare not in _LINKS:
            break
        if bare not in (word[0], "people"):
            break
    return kept


def _fitting(words: list[str], place: str, directory: Directory) -> str:
    """Return the one known name of ``place`` that has all ``words``, the shortest; "" for none."""
    if not words:
        return ""
    fits = []
    for name in directory.names:
        unit = name.removeprefix(place)
        if not name.startswith(place) or not name_parts(name).unit:
            continue
        if all(any(chinese in unit for chinese in organisation_words()[word]) for word in words):
            fits.append(name)
    fits.sort(key=len)
    same_length = len(fits) > 1 and len(fits[0]) == len(fits[1])
    return fits[0] if fits and not same_length else ""
