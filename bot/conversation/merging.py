"""Several drafts in one answer: what each says first, then what they quote, their citations numbered anew."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.answer import Citation, Draft
from corpus.figure import Statement

_NUMBER: Final = re.compile(r"\[(\d+)\]")


@dataclass(slots=True)
class _Whole:
    """The answer as it grows: lines with their claims, quotations and worked-out figures with their places."""

    text: str = ""
    claims: str = ""
    quoted: list[tuple[int, Citation]] = field(default_factory=list)
    derived: list[Statement] = field(default_factory=list)

    def add(self, line: str, claims: str, draft: Draft, start: int) -> None:
        """Add a line that stands at ``start`` in ``draft``."""
        gap = "\n" if self.text else ""
        by = len(self.text) + len(gap) - start
        self.text += gap + line
        self.claims += gap + claims
        end = start + len(line)
        self.quoted += [(place + by, one) for place, one in draft.quoted if start <= place < end]
        for claim in draft.derived:
            if start <= claim.figure.start < end:
                self.derived.append(replace(claim, figure=claim.figure.moved(by)))


def merged(drafts: Sequence[Draft]) -> Draft:
    """Return one draft of several, in order; its direct figure is that of the first that has one."""
    if len(drafts) == 1:
        return drafts[0]
    whole = _Whole()
    numbered: list[Citation] = []
    told = [_renumbered(draft, numbered) for draft in drafts]
    for quotes in (False, True):
        for draft in told:
            start = 0
            for line in draft.text.split("\n"):
                end = start + len(line)
                is_quote = any(start <= place < end for place, _ in draft.quoted)
                if is_quote is quotes and not (is_quote and line in whole.text.split("\n")):
                    whole.add(line, draft.claims[start:end], draft, start)
                start = end + 1
    return Draft(
        whole.text,
        whole.claims,
        tuple(whole.quoted),
        tuple(one for draft in told for one in draft.statements),
        tuple(numbered),
        next((draft.direct for draft in told if draft.direct), None),
        refused=all(draft.refused for draft in drafts),
        derived=tuple(_with_text(claim, whole.text) for claim in whole.derived),
    )


def _with_text(claim: Statement, text: str) -> Statement:
    """Return a claim as one of the whole ``text``."""
    return replace(claim, quote=text, start=0, end=len(text))


def _renumbered(draft: Draft, numbered: list[Citation]) -> Draft:
    """Return a draft whose citations bear the numbers that they have among all; ``numbered`` grows."""
    numbers: dict[int, int] = {}
    for one in draft.citations:
        same = next((other for other in numbered if _place(other) == _place(one)), None)
        if same is None:
            same = replace(one, n=len(numbered) + 1)
            numbered.append(same)
        numbers[one.n] = same.n
    if all(old == new for old, new in numbers.items()):
        return draft
    if any(len(str(old)) != len(str(new)) for old, new in numbers.items()):
        return draft

    def renumber(match: re.Match[str]) -> str:
        return f"[{numbers.get(int(match[1]), int(match[1]))}]"

    return replace(draft, text=_NUMBER.sub(renumber, draft.text))


def _place(citation: Citation) -> tuple[str, int, int]:
    return citation.report, citation.start, citation.end
