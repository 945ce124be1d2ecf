"""What only the program may write, taken out of a model's sentence: marks, labels, links, mentions, control characters.

A person trusts ✓, ⚠ and 原文 because the program puts them there. So nothing of that sort that a model writes is
shown, whether it made it up or was told to by a report.
"""

import re
from typing import Final

from corpus.visible_text import visible

_MARKS: Final = re.compile("[✓✔☑✅✗✘✖❌❎⚠⛔🛑🔴🟢🟡❗❕‼📄📎🔗❓👍👎\ufe0e\ufe0f\u20e3]+")
_VOUCHING: Final = re.compile(r"^\s*(?:[-*>#]\s*)*[✓✔☑✅✗✘✖❌❎⚠⛔]")
"""A line that begins with a mark of the check: the whole of it is the program's to write."""
_LABEL: Final = re.compile(
    r"^\s*(?:原文|出处|来源|引用|Sources?|Source text|Citations?|References?)\s*[:：]\s*", re.IGNORECASE
)
_ECHO: Final = re.compile("<<<|>>>|^\\s*出自《")
"""A line of the prompt, between whose fences a model is given the passages: small models write on from it."""
_TURN: Final = re.compile(r"<\|[^<>|\n]{1,40}\|>|\[/?INST\]")
"""What ends a turn of a talk in the form of some model, where its server does not take it for the end."""
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{1,200})\]\([^()\n]{0,500}\)")
_ADDRESS: Final = re.compile(
    r"<?\b(?:[a-z][a-z0-9+.-]{1,12}://|www\.|mailto:|javascript:|data:text)[^\s<>，。；、）)】」”]*>?|\bt\.me/\w+",
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    r"</?[a-zA-Z!][^<>\n]{0,300}>|&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.IGNORECASE
)
_MENTION: Final = re.compile(r"(?<![\w.])[@＠][\w.]{1,64}|(?<![\w/])/[a-z_]{2,32}@\w+")
_EMPHASIS: Final = re.compile(r"\*{1,3}|_{2,3}|~{2}|`{1,3}|^\s*(?:#{1,6}\s+|>\s*)|\|{2}")
_ODD_CITATION: Final = re.compile(
    r"\s*[\[［【〔](?:\s*\^?\s*\d{1,4}\s*(?:[-–—~～至到]\s*\d{1,4}\s*)+|\^\s*\d{1,4}|\s*)[\]］】〕]"
)
"""A range of citations ([1-8]) or a footnote's mark ([^1]), which no one can open."""
_WIDE_CITATION: Final = re.compile(r"［\s*(\d{1,3})\s*］")
_CITATIONS: Final = re.compile(r"[\[【][\d\s,，、]*[\]】]")
_GAP: Final = re.compile(r"[^\S\n]+(?=[，。；：！？、）])")


def without_furniture(sentence: str) -> str:
    """Return a model's sentence without what is the program's to write; "" where nothing else was in it."""
    text = visible(sentence)
    if _VOUCHING.match(text) or _ECHO.search(text):
        return ""
    text = _LINK.sub(r"\1", text)
    for pattern in (_TURN, _ADDRESS, _TAG, _MENTION, _ODD_CITATION, _MARKS, _EMPHASIS):
        text = pattern.sub("", text)
    text = _GAP.sub("", text)
    text = _LABEL.sub("", _WIDE_CITATION.sub(r"[\1]", text)).strip()
    return text if any(character.isalnum() for character in _CITATIONS.sub("", text)) else ""
