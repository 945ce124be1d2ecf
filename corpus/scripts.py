"""How a text is typed, read as most texts are, character by character, so that no offset moves.

The traditional script is read as the simplified one, a full stop that is typed as on a keyboard of letters as 。
"""

import re
from typing import Final

from corpus.lexicon.tables import TableRow, read_lexicon

_COLUMNS: Final = ("traditional", "simplified")


def _pairs(row: TableRow) -> dict[int, str]:
    written, read = row["traditional"], row["simplified"]
    if len(written) != len(read):
        raise row.refuse(
            f"繁体{len(written)}字，简体{len(read)}字，应当一一对应",
            f"{len(written)} traditional characters beside {len(read)} simplified ones: write as many of each",
        )
    return {ord(one): other for one, other in zip(written, read, strict=True)}


def _read() -> dict[int, str]:
    found: dict[int, str] = {}
    for row in read_lexicon("traditional.tsv", _COLUMNS):
        found |= _pairs(row)
    return found


TRADITIONAL: Final = _read()
"""The simplified character that each traditional one is read as, by its code point."""


def simplified(text: str) -> str:
    """Return ``text`` in the simplified script, as long as it was (處分2087人: 处分2087人)."""
    return text.translate(TRADITIONAL)


_TYPED_STOP: Final = re.compile(
    r"(?<=[\u4e00-\u9fff%％)）”》])(?<!^[一二三四五六七八九十])(?<!^[一二三四五六七八九十]{2})(?<!^[（(][一二三四五六七八九十][）)])\.(?=[\s\d“（(《①-⑳\u4e00-\u9fff]|\Z)",
    re.MULTILINE,
)
"""A full stop behind a Chinese word; behind the numeral that a line begins with it numbers a heading."""


def with_full_stops(text: str) -> str:
    """Return ``text`` with 。 for the full stops of its sentences, where it types them as points (已整改29个.其余2个……)."""
    typed = _TYPED_STOP.findall(text)
    return _TYPED_STOP.sub("。", text) if len(typed) > text.count("。") else text
