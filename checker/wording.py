"""Whether a claim is told in the source's own words, and what was exchanged in them: two statements in."""

from difflib import SequenceMatcher
from functools import lru_cache

from checker.alikeness import compare_owners, compare_periods
from corpus.figure import Statement
from corpus.organisations import MentionKind, find_organisations
from corpus.periods import PeriodRelation, find_periods
from corpus.sameness import Sameness

_LEAST_SHARED = 0.7
_LONGEST = 600
_NAMED = frozenset({MentionKind.ORGANISATION, MentionKind.REGION})


def is_verbatim(claim: Statement, stated: Statement) -> bool:
    """Whether the claim's whole sentence stands in the source, this figure at the same place in it.

    A claim whose organisation comes from elsewhere in the draft is not verbatim: its sentence may be put
    into another's mouth.
    """
    quote = claim.quote.strip()
    place = stated.quote.find(quote)
    if place < 0 or claim.figure.raw != stated.figure.raw:
        return False
    lead = len(claim.quote) - len(claim.quote.lstrip())
    offset = claim.figure.start - claim.start - lead
    if stated.quote[place + offset :][: len(claim.figure.raw)] != claim.figure.raw:
        return False
    if place + offset != stated.figure.start - stated.start:
        return False
    org = claim.figure.org
    return not org or org[-3:] in quote


@lru_cache(maxsize=4096)
def renamed(claim: Statement, stated: Statement) -> bool:
    """Whether the claim tells the source's sentence, but with another organisation or another time in it."""
    mine, theirs = claim.quote.strip(), stated.quote.strip()
    if mine == theirs or max(len(mine), len(theirs)) > _LONGEST or not _close(mine, theirs):
        return False
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.ratio() < _LEAST_SHARED:
        return False
    mine_names, their_names = _names(mine), _names(theirs)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "replace":
            continue
        for one, one_kind in _touching(mine_names, start, end):
            for other, other_kind in _touching(their_names, other_start, other_end):
                if one_kind == other_kind and one not in theirs and other not in mine and _apart(one, other, one_kind):
                    return True
    return False


def _close(mine: str, theirs: str) -> bool:
    """Whether two sentences share most of their pairs of characters: a cheap sieve before the comparison."""
    one = {mine[i : i + 2] for i in range(len(mine) - 1)}
    other = {theirs[i : i + 2] for i in range(len(theirs) - 1)}
    return len(one & other) >= _LEAST_SHARED * 0.8 * max(1, min(len(one), len(other)))


def _names(text: str) -> list[tuple[int, int, str, str]]:
    found = [(m.start, m.end, m.name, "name") for m in find_organisations(text) if m.kind in _NAMED]
    return found + [(m.start, m.end, m.text, "time") for m in find_periods(text)]


def _touching(names: list[tuple[int, int, str, str]], start: int, end: int) -> list[tuple[str, str]]:
    return [(name, kind) for first, last, name, kind in names if first < end and last > start]


def _apart(one: str, other: str, kind: str) -> bool:
    if kind == "time":
        return compare_periods(one, other) in {PeriodRelation.DIFFERENT, PeriodRelation.UNKNOWN}
    return compare_owners(one, other) is Sameness.DIFFERENT
