"""Whether a figure was put right since, by the sentence that tells it: a statement in, yes or no out."""

import re

from corpus.figure import Statement
from corpus.lexicon.wording.connectives import any_connective

_FORMER = re.compile(any_connective("superseded"))
_SUPERSEDED = re.compile(rf"(?:{any_connective('superseded')})[为是的]?$")
"""What says right before a figure that another has taken its place."""
_CORRECTED = re.compile(
    rf"(?:(?:{any_connective('corrected')})|以(?=[^，,。；;]{{1,12}}为准))(?P<raw>\d[\d.,]*[^\W\d]{{1,2}}?)(?=为准|\W|$)"
)
"""What tells the number that takes the place of the one before."""


_GROUP = re.compile("[；;。]")


def is_superseded(statement: Statement) -> bool:
    """Whether a statement tells a figure that was put right since (原列98.7万元，经复核应为88.7万元; 初稿为26个，以24个为准)."""
    start = statement.figure.start - statement.start
    return bool(_SUPERSEDED.search(statement.quote[:start]) or corrected_to(statement))


def corrected_to(statement: Statement) -> str:
    """Return the number that took the place of a statement's own, as it is written up to the next semicolon; "" where none did."""
    end = statement.figure.end - statement.start
    unit = statement.quote[end - 1 : end]
    told = _GROUP.split(statement.quote[end:])[0]
    return next((found["raw"] for found in _CORRECTED.finditer(told) if found["raw"].endswith(unit)), "")


def unsuperseded(counted: str) -> str:
    """Return what is counted without what says that its number was put right since: 整改完成 of 原公布整改完成."""
    return _FORMER.sub("", counted)
