"""What stands around a figure, in pairs of characters: statements of one sentence in, ``Surroundings`` out.

Nothing is parsed: no metric, organisation or time. What is nearer to the figure tells more of it, so the pairs
are kept in four layers.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.figure import Statement
from corpus.statements.metrics import content_words

_CLAUSE_GROUP: Final = re.compile(r"[；;。]")
_CLAUSE: Final = re.compile(r"[，,、：:]")
_BEHIND: Final = re.compile(r"[^，,；;。、：:\d]{0,10}")
_MARKS: Final = re.compile(r"[\s“”\"《》（）()\[\]【】·]")
_BEFORE: Final = 80
"""Characters before the sentence that still say what it is about."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Pairs of characters in the figure's own clause, before it in the sentence, in the sentence, and further off."""

    own: frozenset[str]
    before: frozenset[str]
    sentence: frozenset[str]
    further: frozenset[str]

    @property
    def layers(self) -> tuple[frozenset[str], ...]:
        """Return the four layers, the nearest first."""
        return (self.own, self.before, self.sentence, self.further)


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in the telling words of ``text``; a word of one stands alone."""
    found: set[str] = set()
    for word in content_words(_MARKS.sub("", text)):
        if word.replace(".", "").replace(",", "").isdecimal():
            continue
        found.update([word] if len(word) == 1 else [word[i : i + 2] for i in range(len(word) - 1)])
    return frozenset(found)


def surroundings(sentence: Sequence[Statement], earlier: str = "") -> list[Surroundings]:
    """Return what stands around each figure of one sentence; ``sentence`` are its statements, in order.

    ``earlier`` is what stands before the sentence, of which the last ``80`` characters count.
    """
    if not sentence:
        return []
    quote, start = sentence[0].quote, sentence[0].start
    whole = pairs(_between([(one.figure.start - start, one.figure.end - start) for one in sentence], quote))
    further = pairs(f"{earlier[-_BEFORE:]}。{sentence[0].section}。{sentence[0].title}")
    found = []
    since = 0
    for statement in sentence:
        at, end = statement.figure.start - start, statement.figure.end - start
        group = _CLAUSE_GROUP.split(quote[since:at])[-1]
        own = _CLAUSE.split(group)[-1]
        if since and not pairs(own):
            own = group
        behind = _BEHIND.match(quote, end)
        near = pairs(own + (behind[0] if behind else ""))
        found.append(Surroundings(near, pairs(quote[since:at]), whole, further))
        since = end
    return found


def _between(spans: Sequence[tuple[int, int]], quote: str) -> str:
    """Return ``quote`` without its figures, whose units tell nothing."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(quote)]
    return " ".join(quote[end:start] for end, start in zip(ends, starts, strict=True))


def sentences(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Return the statements in the order given, those of one sentence together."""
    found: dict[tuple[str, int, int], list[Statement]] = {}
    for statement in statements:
        found.setdefault((statement.report, statement.start, statement.end), []).append(statement)
    return list(found.values())
