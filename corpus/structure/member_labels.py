"""The members that a report tells of line by line or row by row: a text in, names out.

Each line is opened by its name (红柳农场：…, 2. 云溪区：…), each row of a table labelled with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Final

from corpus.grids import find_grids
from corpus.lexicon.organisation_names import HEADS, MEMBER_ENDS
from corpus.listed_names import END_OF_PLACE, are_names, ends_as_place
from corpus.table_words import table_words

_ENDS: Final = sorted(MEMBER_ENDS, key=len, reverse=True)
_NAME: Final = rf"[一-鿿]{{1,10}}(?:{'|'.join(_ENDS)}|{END_OF_PLACE.pattern})"
LIST_MARKS: Final = "·•●○▪■□◆◇▲△▼★☆※*-"
"""Marks that open a line of a list, ready to stand in a class of characters (the hyphen last)."""
_TREE: Final = "┌├└│┃┠┗┏─━▶►→◎◇"
"""Marks that hang a line on a tree or point to it."""
LABEL: Final = re.compile(
    rf"^[ \t\u3000]*(?:(?P<mark>[{_TREE}{LIST_MARKS}]+)[ \t\u3000]*|[（(]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[)）.．、][ \t]*)?"
    rf"(?:[【\[](?P<boxed>{_NAME})[】\]]|(?P<plain>{_NAME})(?:[：:]|——|\u3000+(?=\S)|[ \t\u3000]*$"
    r"|[（(][^（）()\n]{1,40}[）)][：:]?[ \t\u3000]*$|(?(mark)[ \t]+(?=\S)|(?!))))",
    re.MULTILINE,
)
"""A line that opens with the name of one that it may tell of, in brackets or before what ends a label."""
_BODY: Final = re.compile(
    rf"{_NAME}|[一-鿿]{{1,10}}(?:{'|'.join(end for head in HEADS for end in head.suffixes)})"
)
_TOTAL_ROWS: Final = table_words("total")
_SHORTEST: Final = 3
_PLACE: Final = "place"
_NO_NAME: Final = re.compile(
    r"[的了各等和与及或]|^(?:其他|全部|部分|有关|相关|发文|公开|发布|来源|信息|责任|联系|主办|承办|制发)|(?:小|[老主]城|[灾郊市辖地])区$"
)


def member_labels(text: str) -> tuple[str, ...]:
    """Return the names that open lines of ``text`` or label rows of its tables, where two or more end alike.

    A single label is none: what opens a line before a colon may be anything, but what is set beside others of its
    sort is one of them. Places are of one sort (云溪区, 石门县), where their stems are names.
    """
    alike: dict[str, dict[str, None]] = defaultdict(dict)
    for name in chain(_opening(text), _labelling(text)):
        if not _may_be_name(name):
            continue
        for end in (next(filter(name.endswith, _ENDS), ""), _PLACE if ends_as_place(name) else ""):
            if end:
                alike[end][name] = None
    several = [
        list(names)
        for end, names in alike.items()
        if len(names) > 1 and (end != _PLACE or are_names(list(names)))
    ]
    return tuple(dict.fromkeys(chain(*several, *_columns(text))))


def _opening(text: str) -> Iterator[str]:
    for match in LABEL.finditer(text):
        yield match["boxed"] or match["plain"]


def _may_be_name(label: str) -> bool:
    return len(label) >= _SHORTEST and not _NO_NAME.search(label)


def _columns(text: str) -> Iterator[list[str]]:
    """Yield the labels of each column of a table that are all names of bodies, whatever their sorts (后勤处, 实训中心)."""
    for grid in find_grids(text):
        for column in zip(*grid.row_labels, strict=False):
            names = [label for label in dict.fromkeys(column) if label not in _TOTAL_ROWS]
            if len(names) > 1 and all(_may_be_name(one) and _BODY.fullmatch(one) for one in names):
                yield names


def _labelling(text: str) -> Iterator[str]:
    for grid in find_grids(text):
        yield from chain.from_iterable(grid.row_labels)
