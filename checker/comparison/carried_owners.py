"""Whether a text says whose a figure is where it tells it: a statement in, yes or no out.

县文旅局多列支出83万元，公务接待超标准的5家单位退回12万元: the second clause has a subject of its own, and is only perhaps told
of who was spoken of before.
"""

import re
from collections.abc import Iterator
from typing import Final

from checker.comparison.likeness import compare_owners
from corpus.figure import Statement
from corpus.organisations.mentions import Mention, MentionKind, find_organisations
from corpus.organisations.sameness import Sameness
from corpus.words import begins_with_verb

_CLAUSE: Final = re.compile(r"[，,；;。：:]")
_NAMES: Final = frozenset({MentionKind.ORGANISATION, MentionKind.REGION, MentionKind.ANAPHOR})


def is_only_carried(claim: Statement) -> bool:
    """Whether the figure's clause has a subject of its own and names nobody, so that its owner comes from before it."""
    *before, clause = _CLAUSE.split(claim.quote[: claim.figure.start - claim.start])
    own = bool(before) and bool(clause.strip()) and not begins_with_verb(clause)
    return own and claim.figure.org not in clause and not any(_named(clause))


def is_only_inherited(stated: Statement) -> bool:
    """Whether the figure's sentence does not name its owner, so that it is whose the report is."""
    owner = stated.figure.org
    named = (compare_owners(one.name, owner) is not Sameness.DIFFERENT for one in _named(stated.quote))
    return owner not in stated.quote and not any(named)


def is_of_the_report(owner: str, stated: Statement) -> bool:
    """Whether the report that a figure is stated in is the owner's: its title tells so."""
    return any(compare_owners(one.name, owner) is Sameness.SAME for one in _named(stated.title))


def _named(text: str) -> Iterator[Mention]:
    return (one for one in find_organisations(text) if one.kind in _NAMES)
