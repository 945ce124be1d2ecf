"""Whether a figure was put right since, by the sentence that tells it: a statement in, yes or no out."""

import re

from corpus.figure import Statement
from corpus.lexicon.wording.connectives import any_connective

_SUPERSEDED = re.compile(rf"(?:{any_connective('superseded')})[为是的]?$")
"""What says right before a figure that another has taken its place."""
_CORRECTED = re.compile(
    rf"(?:(?:{any_connective('corrected')})|以(?=[^，,。；;]{{1,12}}为准))(?P<raw>\d[\d.,]*[^\W\d]{{1,2}}?)(?=为准|\W|$)"
)
"""What tells the number that takes the place of the one before."""


def is_superseded(statement: Statement) -> bool:
    """Whether a statement tells a figure that was put right since (原列98.7万元，经复核应为88.7万元; 初稿为26个，以24个为准)."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    unit = statement.quote[end - 1 : end]
    return bool(_SUPERSEDED.search(statement.quote[:start])) or any(
        found["raw"].endswith(unit) for found in _CORRECTED.finditer(statement.quote, end)
    )
