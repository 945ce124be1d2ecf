"""Verbs that say that a quantity moved, read from their table, by their way and by what they are used for."""

from dataclasses import dataclass
from typing import Final

from corpus.lexicon.tables import read_lexicon

_COLUMNS: Final = ("verb", "way", "uses", "example")
VERB_WAYS: Final = ("up", "down")
VERB_USES: Final = frozenset(("metric", "asked", "told"))
"""What a verb is used for beside standing before its figure, as the table explains it."""


@dataclass(frozen=True, slots=True)
class ChangeVerb:
    """A verb of change: ``way`` is "up" or "down"; ``example`` is a text whose one figure it makes a change."""

    verb: str
    way: str
    uses: frozenset[str]
    example: str


def read_change_verbs() -> tuple[ChangeVerb, ...]:
    """Return the verbs of the table ``change_verbs.tsv``, in its order; raises ``UnusableTable``."""
    verbs: dict[str, ChangeVerb] = {}
    for row in read_lexicon("change_verbs.tsv", _COLUMNS, may_lack=("uses",)):
        verb, uses = row["verb"], frozenset(row["uses"].split())
        if row["way"] not in VERB_WAYS:
            raise row.refuse(f"方向 {row['way']!r} 只能是 up 或 down", "the way is up or down")
        if uses - VERB_USES:
            raise row.refuse(f"没有 {row['uses']!r} 这种用法", f"some of {', '.join(sorted(VERB_USES))}")
        if verb in verbs:
            raise row.refuse(f"{verb!r} 已有一行", "this verb has a row already")
        verbs[verb] = ChangeVerb(verb, row["way"], uses, row["example"])
    return tuple(verbs.values())


CHANGE_VERBS: Final = read_change_verbs()


def change_verbs(way: str = "", use: str = "") -> tuple[str, ...]:
    """Return the verbs of a way and a use, "" for any, in the table's order."""
    return tuple(one.verb for one in CHANGE_VERBS if way in ("", one.way) and (not use or use in one.uses))
