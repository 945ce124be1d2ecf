"""The values of a question as it was understood: ``Question``, what it seeks and the shape of its answer.

A part of its text that has been read is blanked, so that nothing reads it twice.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot.question.answer_types import Asked
from corpus.organisations.name_parts import name_parts
from corpus.organisations.short_names import is_in_order

_TOWNS: Final = ("镇", "乡", "街道", "村", "社区")
_SHORTEST: Final = 3
"""Characters of a name in short that another follows: 鼎峤交通集团养护公司."""


class Shape(StrEnum):
    """What sort of answer a question wants."""

    FIGURE = "figure"
    COMPARE = "compare"
    LIST = "list"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that a question seeks: the figure asked for, or None for words.

    ``metric`` is what is counted, as the question says it; ``words`` are its content words in normal form,
    ``head`` those of the noun that is counted, ``context`` content words that say where or of what,
    ``clause`` the part of the question that speaks of it. ``orgs``, ``periods`` and ``rounds`` are its own
    where the question seeks the same of several (2020年和2021年营业收入各多少); empty: all of the question's.
    """

    asked: Asked | None
    metric: str
    words: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    change: str = ""
    clause: str = ""
    orgs: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood.

    ``orgs`` are the organisations and regions it names, in full where the reports know them; ``periods`` its
    times as written, ``compared`` those that it only compares with (比2020年), ``rounds`` the rounds of
    inspection it names (八), ``members`` those named inside one report (its companies). ``search`` is what to search for: the text, with what it leans on put before it and
    full names put to abbreviations. ``wording`` is the question in the reports' Chinese, as it was read.
    """

    text: str
    language: str
    shape: Shape
    sought: tuple[Sought, ...]
    orgs: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    search: str = ""
    leans: bool = False
    compared: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    wording: str = ""

    @property
    def narrowest(self) -> list[str]:
        """The ``orgs`` without those that only say where the next one lies: 岚口市古亭县, 岚口古亭县 ask of 古亭县 alone."""
        return [name for name in self.orgs if not any(self._leads_to(name, other) for other in self.orgs)]

    @property
    def meant_alone(self) -> list[str]:
        """Of whom it asks: the organisations among the ``narrowest``, else the towns (青禾县的河湾镇: the town), else all."""
        names = self.narrowest
        units = [name for name in names if name_parts(name).unit]
        return units or [name for name in names if name.endswith(_TOWNS)] or names or list(self.orgs)

    def _leads_to(self, name: str, other: str) -> bool:
        """Whether the text says ``other`` right behind ``name``, behind its region alone, or begins with it in short."""
        if any(one and f"{one}{other}" in self.text for one in (name, name_parts(name).region)):
            return True
        lead = self.text.partition(other)[0]
        return len(lead) >= _SHORTEST and lead[:2] == name[:2] and is_in_order(lead, name)


def asked_of(question: Question, sought: Sought) -> Question:
    """Return the question as far as it asks for ``sought``: of its own organisations, times and rounds."""
    return replace(
        question,
        orgs=sought.orgs or question.orgs,
        periods=sought.periods or question.periods,
        rounds=sought.rounds or question.rounds,
    )


def blanked(text: str, start: int, end: int) -> str:
    """Return ``text`` with ``text[start:end]`` as full-width spaces, so that every offset stays."""
    return text[:start] + "　" * (end - start) + text[end:]
