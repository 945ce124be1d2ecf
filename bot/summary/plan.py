"""What a summary tells, before it is written: the value ``Plan``."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.summary.facts import Fact, Problem
from bot.summary.key_figures import Snippet
from bot.summary.selection import Piece


@dataclass(frozen=True, slots=True)
class Plan:
    """What a summary tells: its key figures, and for each aspect its clauses in the order of the reports.

    With ``several`` each organisation has a line of its own, with ``by_problem`` each problem among the results.
    """

    title: str
    date: str = ""
    keys: tuple[Snippet, ...] = ()
    pieces: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    all_problems: int = 0
    several: bool = False
    by_problem: bool = False
    planned: tuple[Fact, ...] = ()
    table: tuple[Snippet, ...] = ()
