"""Whom a sentence of a text goes back to that names nobody: its figures and who was told of before in, the figures out.

A text about an office tells of one of its own (县图书馆接待8.64万人次) and then goes on with the office, without its name
(追回经费37.5万元). The reader of a text can but carry the last name on; which of those that were named is meant, what the
evidence states tells: only where nothing of the last one's has any of the sentence's numbers, and only within the report
that tells of both.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from checker.comparison.likeness import compare_owners
from checker.evidence import Evidence
from corpus.figure import Statement
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness
from corpus.statements.metrics import is_scope

_TAIL = 2
"""Characters of a name's end by which a sentence names it."""


class Resumed:
    """Keeps who was named in a text, sentence by sentence, and whom its owner stands for since."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._named: list[str] = []
        self._meant = ""

    def of(self, sentence: Sequence[Statement]) -> list[Statement]:
        """Return the figures of one sentence, in order, each of whom it is meant of."""
        owners = [one for one in dict.fromkeys(one.figure.org for one in sentence) if one]
        goes_on = bool(owners) and owners == self._named[-1:] and not _is_named(owners[0], sentence[0].quote)
        if not goes_on:
            self._named = [one for one in self._named if one not in owners] + owners
            self._meant = ""
            return list(sentence)
        self._meant = self._meant or self._meant_by(owners[0], sentence)
        if not self._meant:
            return list(sentence)
        return [replace(one, figure=replace(one.figure, org=self._meant)) for one in sentence]

    def _meant_by(self, owner: str, sentence: Sequence[Statement]) -> str:
        """Return who was named before ``owner`` and has numbers of the sentence where nothing of its own does, "" for nobody.

        Where the source says nobody's such a number is, it is of the one that the text began with.
        """
        stated = {
            (one.figure.org, one.report)
            for s in sentence
            if not is_scope(s.figure)
            for one in self._evidence.of_value(s)
        }
        if any(_is_of(org, owner) for org in {org for org, _ in stated}):
            return ""
        near = {org for org, report in stated if report in self._reports_of[owner]}
        fitting = (name for name in reversed(self._named) if any(_is_of(org, name) for org in near))
        whole = self._named[0] if "" in near else ""
        return next(fitting, "" if whole == owner else whole)

    @cached_property
    def _reports_of(self) -> Mapping[str, set[str]]:
        """The reports that state figures of each organisation."""
        reports: defaultdict[str, set[str]] = defaultdict(set)
        for one in self._evidence.quantities:
            reports[one.figure.org].add(one.report)
        return reports


def _is_of(org: str, name: str) -> bool:
    return compare_owners(name, org) is Sameness.SAME


def _is_named(owner: str, quote: str) -> bool:
    """Whether a sentence has the end of a name, by whatever short form it calls it."""
    parts = name_parts(owner)
    return (parts.unit or parts.region)[-_TAIL:] in quote
