"""Deeds that only say when a figure was so (治理后还有3个): a sentence in, their places out.

The figure counts what the one before it does, and not the deed.
"""

import re
from collections.abc import Iterator
from typing import Final

from corpus.lexicon.wording.connectives import any_connective
from corpus.statements.list_heads import TextSpan

STILL: Final = any_connective("still", "leaving", "rest")
"""What says that a level is so when the report is written, as the source of an expression."""
BEHIND: Final = "(?<![以之此])后"
"""What stands behind a deed that says when, as the source of an expression."""
_AFTER: Final = re.compile(
    rf"(?<![\u4e00-\u9fffA-Za-z\d%])[\u4e00-\u9fff]{{2,6}}{BEHIND}(?=(?:{STILL}|只|仅|现|降|减|升|增|提|压)|[有为达]\d)"
)


def find_times_of_deeds(sentence: str) -> Iterator[TextSpan]:
    """Yield where ``sentence`` says behind which deed a level was so."""
    return (match.span() for match in _AFTER.finditer(sentence))
