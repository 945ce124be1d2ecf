"""The members that a report tells of line by line, each line opened by its name (红柳农场：…): a text in, names out."""

import re
from collections import defaultdict
from typing import Final

from corpus.lexicon.organisation_names import MEMBER_ENDS

_ENDS: Final = sorted(MEMBER_ENDS, key=len, reverse=True)
_LABEL: Final = re.compile(
    rf"^[ \t\u3000]*(?:[·•●▪■◆*-][ \t]*)?(?:[【\[](?P<boxed>[一-鿿]{{1,10}}(?:{'|'.join(_ENDS)}))[】\]]"
    rf"|(?P<plain>[一-鿿]{{1,10}}(?:{'|'.join(_ENDS)}))[：:])",
    re.MULTILINE,
)
_SHORTEST: Final = 3
_NO_NAME: Final = re.compile(
    r"[的了各等和与及或]|^(?:其他|全部|部分|有关|相关|发文|公开|发布|来源|信息|责任|联系|主办|承办|制发)"
)


def member_labels(text: str) -> tuple[str, ...]:
    """Return the names that open lines of ``text``, in order, where two or more end alike.

    A single label is none: what opens a line before a colon may be anything, but what is set beside others of its
    sort is one of them.
    """
    alike: dict[str, dict[str, None]] = defaultdict(dict)
    for match in _LABEL.finditer(text):
        name = match["boxed"] or match["plain"]
        if len(name) >= _SHORTEST and not _NO_NAME.search(name):
            alike[next(end for end in _ENDS if name.endswith(end))][name] = None
    return tuple(name for names in alike.values() if len(names) > 1 for name in names)
