"""Figures told one after another, and the names that they are of by their place: a statement and its sentence in, both out.

一标段、二标段分别核减31万元、42万元; 征地类127件、社保类83件，化解数依次为109件、75件.
"""

import re
from collections.abc import Sequence
from typing import Final

from corpus.figure import Statement

_JOINED: Final = re.compile(r"[\s、,，和与及]*")
_DIGIT: Final = re.compile(r"\d")
_PARTS: Final = re.compile("[，,：:；;。\n]")
_SPLITS: Final = (re.compile("、"), re.compile("[、和]"), re.compile("[、和与及]"))


def figures_in_row(statement: Statement, statements: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """Return the row that a figure of ``text`` stands in, itself included, nothing but 、 or 和 between two."""
    beside = sorted(
        (
            one
            for one in statements
            if one.start == statement.start and one.figure.unit == statement.figure.unit
        ),
        key=lambda one: one.figure.start,
    )
    row: list[Statement] = []
    for one in beside:
        if row and not _JOINED.fullmatch(text[row[-1].figure.end : one.figure.start]):
            if statement in row:
                break
            row = []
        row.append(one)
    return tuple(row) if statement in row else ()


def names_of(row: Sequence[Statement], text: str) -> tuple[str, ...]:
    """Return what the figures of a row are of, one each by their place, as the sentence writes it; else nothing."""
    if len(row) < 2:
        return ()
    for part in reversed(_PARTS.split(text[row[0].start : row[0].figure.start])):
        # 一矿、二矿由3%、5%降到: the names stand before the first row
        for told in dict.fromkeys((part, _DIGIT.split(part)[0])):
            for split in _SPLITS:
                names = tuple(split.split(told))
                if len(names) == len(row) and all(names):
                    return names
    return ()


def named_in_row(
    names: Sequence[str], stated: Statement, statements: Sequence[Statement], text: str
) -> Statement | None:
    """Return the figure of the row of ``stated`` that is of one of ``names`` by its place, None where it tells none of them alone."""
    row = figures_in_row(stated, statements, text)
    told = names_of(row, text)
    places = {place for place, name in enumerate(told) if any(one in name for one in names)}
    return row[places.pop()] if len(places) == 1 else None


def names_row(name: str, stated: Statement, statements: Sequence[Statement], text: str) -> bool:
    """Whether one figure of the row of ``stated``, and one alone, is of what begins with ``name``."""
    told = names_of(figures_in_row(stated, statements, text), text)
    return sum(one.startswith(name) for one in told) == 1
