"""What of a text a person is meant to see: a text in, the same without codes that act on whoever shows it out."""

import re
import unicodedata
from typing import Final

_ESCAPE: Final = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])?|\x9b[0-?]*[ -/]*[@-~]"
)
_ACTING: Final = frozenset({"Cc", "Cf", "Co", "Cs"})
_LAYOUT: Final = frozenset("\n\t")
_MAY_ACT: Final = re.compile(
    r"[^\n\t -~\u00a1-\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\uf900-\ufdff\uff01-\uffef]"
)
"""Any character that might be one; most texts have none, and are returned at once."""


def visible(text: str) -> str:
    """Return a text without escape codes, control characters and characters that are not seen or turn lines round."""
    if not _MAY_ACT.search(text):
        return text
    return "".join(
        character
        for character in _ESCAPE.sub("", text)
        if character in _LAYOUT or unicodedata.category(character) not in _ACTING
    )
