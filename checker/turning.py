"""A claim turned into another statement by one word that no statement of its quantity has: a case in, a ground out."""

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from checker.cases import Case
from checker.predicates import Ground
from corpus.figure import Statement
from corpus.lexicon.wording.paraphrases import says
from corpus.lexicon.wording.turning import TURNING
from corpus.words import segmenter

_BORDER: Final = re.compile(r"[，,；;。：:！？\n（）()“”《》]")
_SCOPE: Final = re.compile(r"全(?:国|([省市县区州镇乡]))(?!民|资|员|程|额|文|会|委)")
_BEFORE: Final = re.compile("|".join((*TURNING["deed"], *TURNING["rate"], *TURNING["time"])))
_DEED: Final = re.compile("|".join(TURNING["deed"]))
_DOUBT: Final = re.compile("|".join(TURNING["doubt"]))
_NUMBER: Final = re.compile(r"\d")


def turned(case: Case) -> Ground | None:
    """The claim's clause has a deed, a rate, a time or a scope that no statement of its quantity is told with."""
    best = case.agreeing
    found = best.statement if best else case.aligned.nearest_equal if case.aligned else None
    if found is None or case.quoted is not None:
        return None
    words = list(_turning_words(case.claim))
    if not words:
        return None
    told = [_around(one) for one in (found, *case.evidence.of_value(case.claim))]
    word = next((one for one in words if not any(_stands(one, text) for text in told)), None)
    return Ground((found,), said=word) if word else None


def _turning_words(claim: Statement) -> Iterable[str]:
    """Yield the words that turn the figure's own clause, or take back behind it what was said.

    追缴套取的资金 has a deed of its own: what follows only says which.
    """
    start, end = claim.figure.start - claim.start, claim.figure.end - claim.start
    before = _BORDER.split(claim.quote[:start])[-1]
    yield from (match[0] for match in _BEFORE.finditer(before) if not _has_deed(before[: match.start()]))
    yield from (match[0] for match in _SCOPE.finditer(before))
    behind = list(takewhile(lambda one: not _NUMBER.search(one), _BORDER.split(claim.quote[end:])))
    if behind and not _has_deed(before):
        yield from (match[0] for match in _DEED.finditer(behind[0]))
    yield from (match[0] for clause in behind for match in _DOUBT.finditer(clause))


def _has_deed(text: str) -> bool:
    return any(len(word) > 1 and tag.startswith("v") for word, tag in segmenter().tag(text))


def _around(statement: Statement) -> str:
    """Return all that may say of a statement whose and what it is."""
    return f"{statement.quote}|{statement.section}|{statement.title}|{statement.figure.org}"


def _stands(word: str, text: str) -> bool:
    scope = _SCOPE.fullmatch(word)
    if scope and scope[1]:
        return scope[1] in text
    return says(text, word)
