"""Names of places that a text lists with a figure each: a text in, the names out, that no gazetteer knows.

其中望岭县18座、桐埠区15座 names two: that two and more words of one sentence end as places do and stand each right
before a figure is evidence enough. Kinds of places (中心村3个、自然村12个) are none: their stems are common words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.words import begins_with_verb, is_common_word

END_OF_PLACE: Final = re.compile(r"新区|开发区|高新区|经开区|街道|社区|[市县区旗州镇乡村]")
"""How names of places end."""
_LONGEST_NAME: Final = 8
_LONGEST_DEED: Final = 8
"""Characters between a place's name and its figure (城关区追发工资5620万元)."""

_LEAST_NAMES: Final = 2
_WHOLE_END: Final = 3
"""An end of so many characters is a name by itself (高新区)."""
_LEVELLED: Final = re.compile(r"[省市县区州][^\W\d]{3}")
"""What begins with its level is one of that place (市殡仪馆)."""
_NOBODY: Final = re.compile(r"[全我本各该]")
_LISTED: Final = re.compile(
    r"(?:^|[：:，,、；;）)])(?:[^\W\d]{0,12}?(?:其中|当中|包括|[是为]))?([^\W\d]{2,16})(?=\d)"
)
_SENTENCE: Final = re.compile(r"[^。！？\n]+")


def listed_names(text: str) -> tuple[str, ...]:
    """Return the names of places that the sentences of ``text`` list with a figure each, in order."""
    found: dict[str, None] = {}
    for sentence in _SENTENCE.finditer(text):
        words = _LISTED.findall(sentence[0])
        if len(words) >= _LEAST_NAMES:
            names = list(dict.fromkeys(_listed_in(words)))
            if len(names) >= _LEAST_NAMES and are_names(names):
                found.update(dict.fromkeys(names))
    return tuple(found)


def _listed_in(words: Sequence[str]) -> Iterator[str]:
    for one in words:
        if length := place_name_end(one):
            yield one[:length]


def place_name_end(words: str) -> int:
    """Return how many characters of what stands before a figure are a place's name; 0 where none is."""
    if not words or len(words) > _LONGEST_NAME + _LONGEST_DEED or not words.isalpha():
        return 0
    for match in reversed(list(END_OF_PLACE.finditer(words))):
        deed = words[match.end() :]
        named = match.start() if len(match[0]) < _WHOLE_END else len(words)
        if not 1 <= named <= _LONGEST_NAME or _NOBODY.match(words):
            continue
        if not deed or begins_with_verb(deed):
            return match.end()
    return 0


def ends_as_place(name: str) -> bool:
    """Whether a name ends as those of places do."""
    return any(end.end() == len(name) for end in END_OF_PLACE.finditer(name))


def are_names(names: Sequence[str]) -> bool:
    """Whether most of ``names`` have a stem that is no common word, and all differ."""
    stems = [END_OF_PLACE.sub("", name) or name for name in names]
    proper = [
        stem
        for stem, name in zip(stems, names, strict=True)
        if _LEVELLED.match(name) or not is_common_word(stem)
    ]
    return len(set(names)) == len(names) and len(proper) * 2 >= len(names)
