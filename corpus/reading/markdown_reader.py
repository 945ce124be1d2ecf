"""A Markdown text goes in, the same text without what it marks as struck out or as a comment comes out."""

import re
from typing import Final

_FENCE: Final = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[^\n]*$|\Z", re.M | re.S)
_STRUCK: Final = re.compile(
    r"(?<![~\\0-9])~~(?=[^\s~])[^\n]*?[^\s~\\]?~~(?!~)|<(s|del|strike)>[^\n]*?</\1>|<!--.*?-->", re.S | re.I
)


def read_markdown(text: str) -> str:
    """Return a Markdown text without struck-out passages (``~~58万元~~``) and comments; all else is kept as it is.

    Tildes after a digit are a range (3~~5件).
    """
    kept, position = [], 0
    for fence in _FENCE.finditer(text):
        kept.append(_STRUCK.sub("", text[position : fence.start()]))
        kept.append(fence[0])
        position = fence.end()
    return "".join(kept)
