"""A Markdown text goes in, the same text without what it marks as struck out comes out."""

import re
from typing import Final

_FENCE: Final = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[^\n]*$|\Z", re.M | re.S)
_STRUCK: Final = re.compile(
    r"(?<![~\\0-9])~~(?=[^\s~])[^\n~]{0,400}~~(?!~)|<(s|del|strike)>[^\n<>]{0,400}</\1>", re.IGNORECASE
)
"""What is struck out within a line; bounded, so that any text is read in time that grows with it."""


def read_markdown(text: str) -> str:
    """Return a Markdown text without struck-out passages (``~~58万元~~``); all else is kept as it is.

    Tildes after a digit are a range (3~~5件).
    """
    kept, position = [], 0
    for fence in _FENCE.finditer(text):
        kept.append(_STRUCK.sub("", text[position : fence.start()]))
        kept.append(fence[0])
        position = fence.end()
    return "".join(kept)
