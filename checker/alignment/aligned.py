"""The value that the alignment gives: the statement that a claim is assigned to, and how near both are."""

from dataclasses import dataclass
from typing import Final

from corpus.figure import Statement

NEARER: Final = 0.2
"""How much nearer a statement of another quantity may be than the nearest of the claim's, for this one to support it.

On 970 claimed figures of six labelled sets, none of which decided it alone, all 14 right figures that no other rule
knew are within it, and none of the wrong ones.
"""
SURELY_ALIGNED: Final = 0.7
CLEARLY_NEARER: Final = 0.2
"""Nearness, and by how much more than any statement of the claim's own quantity, at which the aligned one is meant."""
_MEANT: Final = 0.5
_CLEARLY_BEHIND: Final = 0.1
_SURELY_MEANT: Final = 0.6
_TOLD: Final = 0.35


@dataclass(frozen=True, slots=True)
class Aligned:
    """The statement that a claim is assigned to; ``score`` says how near both are, from 0 to about 1.

    ``equal`` tells whether it states the claim's quantity, ``best_equal`` the score of the nearest statement that does
    (-1 where none does), which is ``nearest_equal``. ``behind`` says how much nearer than that one a statement of another
    quantity in a like unit is, below 0 where none is.
    """

    statement: Statement
    score: float
    equal: bool
    best_equal: float
    nearest_equal: Statement | None
    behind: float

    @property
    def means_another(self) -> bool:
        """Whether it has another quantity, and is near enough, and nearer than any statement of the claim's, to be meant."""
        return not self.equal and self.score >= _MEANT and self.behind >= _CLEARLY_BEHIND

    @property
    def is_sure(self) -> bool:
        """Whether it is so near that it is meant whatever both count."""
        return self.score >= _SURELY_MEANT

    @property
    def told(self) -> Statement:
        """The nearest statement of the claim's quantity, the one that it is assigned to where none is near at all."""
        equal = self.nearest_equal
        return self.statement if equal is None or self.best_equal < _TOLD else equal
