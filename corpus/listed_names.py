"""Names of places and bodies that a text lists with a figure each: a text in, the names out, that no gazetteer knows.

其中望岭县18座、桐埠区15座 names two, and so do 路桥公司反馈22个, 物流公司反馈11个: that two and more words of one sentence
end as places or alike and stand each before a figure is evidence enough. Kinds of places (中心村3个、自然村12个) are none:
their stems are common words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.lexicon.organisation_names import MEMBER_ENDS
from corpus.words import begins_with_verb, is_common_word

END_OF_PLACE: Final = re.compile(r"新区|开发区|高新区|经开区|街道|社区|[市县区旗州镇乡村]")
"""How names of places end."""
_BODY_ENDS: Final = re.compile(
    "|".join(
        (
            *(
                "局",
                "委",
                "(?<![交承督查主协催转])办",
                "(?<![好用益害坏各等])处(?![理分置于罚级罪在长室所以境方女暑警决])",
                "院",
                "校",
                "馆",
                "集团",
                "支队",
                "大队",
            ),
            *(end for end in MEMBER_ENDS if end not in "库场"),
        )
    )
)
_BODY: Final = re.compile(rf"[^\W\d]{{1,8}}(?:{_BODY_ENDS.pattern})")
"""What is named in a list of places and is none itself (梅垅县41件、市住建局22件)."""
_NUMBERED: Final = re.compile(r"[第各一二三四五六七八九十\dA-Z甲乙丙丁]")
_LONGEST_NAME: Final = 8
_LONGEST_DEED: Final = 8
"""Characters between a place's name and its figure (城关区追发工资5620万元)."""

_LEAST_NAMES: Final = 2
_LEAST_OF_ALL_SORTS: Final = 3
"""Bodies that are listed without anything between name and figure, from which on they need not be of one sort."""
_WHOLE_END: Final = 3
"""An end of so many characters is a name by itself (高新区)."""
_LEVELLED: Final = re.compile(r"[省市县区州][^\W\d]{3}")
"""What begins with its level is one of that place (市殡仪馆)."""
_NOBODY: Final = re.compile(r"[全我本各该]")
_PASSIVE: Final = "被"
"""What stands between a place's name and what was done to it."""
_LISTED: Final = re.compile(
    r"(?:^|[：:，,、；;）)])(?:[^\W\d]{0,12}?(?:其中|当中|包括|[是为]))?([^\W\d]{2,16})(?=\d)"
)
_SENTENCE: Final = re.compile(r"[^。！？\n]+")


def listed_names(text: str) -> tuple[str, ...]:
    """Return the names that the sentences of ``text`` list with a figure each, of places or of bodies of a sort, in order."""
    found: dict[str, None] = {}
    for sentence in _SENTENCE.finditer(text):
        words = _LISTED.findall(sentence[0])
        if len(words) < _LEAST_NAMES:
            continue
        places = [one[:length] for one in words if (length := place_name_end(one))]
        for listed in (places, *_bodies(words)):
            names = list(dict.fromkeys(listed))
            if len(names) >= _LEAST_NAMES and are_names(names):
                found.update(dict.fromkeys(names))
        bodies = [one for one in words if body_name_end(one) == len(one)]
        found.update(dict.fromkeys(bodies if are_bodies(bodies) else ()))
    return tuple(found)


def _bodies(words: Sequence[str]) -> Iterator[list[str]]:
    """Yield the names of bodies with which ``words`` begin, sort by sort."""
    named = [one[:length] for one in words if (length := body_name_end(one))]
    for sort in dict.fromkeys(map(body_sort, named)):
        alike = [one for one in named if body_sort(one) == sort]
        if are_of_a_sort(alike) and not all(map(begins_with_verb, alike)):
            yield alike


def are_of_a_sort(names: Sequence[str]) -> bool:
    """Whether all names are of bodies of one sort: 路桥公司, 养护公司 and 物流公司, but no numbered ones (二标段)."""
    sorts = set(map(body_sort, names))
    return len(sorts) == 1 and len(sorts.pop()) > 1 and not any(map(_NUMBERED.match, names))


def are_bodies(names: Sequence[str]) -> bool:
    """Whether names that stand each right before a figure are enough to be a list of bodies of several sorts.

    财务处15个；科研院26个；后勤集团17个.
    """
    named = set(names)
    several = len(named) >= _LEAST_OF_ALL_SORTS and len(set(map(body_sort, names))) > 1
    return several and not any(map(_NUMBERED.match, names)) and not any(map(_NOBODY.match, names))


def body_sort(name: str) -> str:
    """Return the end of a name that says what sort of body it is, "" where none does."""
    return next((end[0] for end in _BODY_ENDS.finditer(name) if end.end() == len(name)), "")


def body_name_end(words: str) -> int:
    """Return how many characters of what stands before a figure are the name of a body, before what it did; 0 for none."""
    if not words.isalpha() or not _BODY.match(words):
        return 0
    ends = (len(words), *reversed([end.end() for end in _BODY_ENDS.finditer(words)]))
    return next(
        (
            end
            for end in ends
            if _BODY.fullmatch(words, 0, end) and (end == len(words) or begins_with_verb(words[end:]))
        ),
        0,
    )


def place_name_end(words: str) -> int:
    """Return how many characters of what stands before a figure are a place's name; 0 where none is."""
    if not words or len(words) > _LONGEST_NAME + _LONGEST_DEED or not words.isalpha():
        return 0
    for match in reversed(list(END_OF_PLACE.finditer(words))):
        deed = words[match.end() :]
        named = match.start() if len(match[0]) < _WHOLE_END else len(words)
        if not 1 <= named <= _LONGEST_NAME or _NOBODY.match(words):
            continue
        if not deed or begins_with_verb(deed.removeprefix(_PASSIVE) or deed):
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
