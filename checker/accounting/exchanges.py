"""Figures of a source's sentence that change places: what is told together in, whether it is told of another's out."""

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from checker.accounting.sources import SourceSentence
from checker.accounting.windows import Window
from corpus.figure import Statement
from corpus.lexicon.wording.connectives import connectives

(TOTALLING,) = connectives("total")
"""What says that a figure is of all periods together."""
_PARTED: Final = re.compile("[；;]")


def tells_swapped(sentence: SourceSentence, figures: Sequence[Statement]) -> bool:
    """Whether two figures of one clause of the source are told the other way round."""
    return any(
        later.figure.start < earlier.figure.start
        and sentence.clause_with(earlier) == sentence.clause_with(later)
        for earlier, later in combinations(figures, 2)
    )


def is_parted(sentence: SourceSentence, figures: Sequence[Statement]) -> bool:
    """Whether a semicolon of the source stands between figures that are told in one clause."""
    places = sorted(sentence.place_of(one)[0] for one in figures)
    between = sentence.text[places[0] : places[-1]] if places else ""
    return bool(_PARTED.search(between)) and ":" not in _PARTED.split(between)[0]  # 两轮合计：…；…


def is_told_apart(window: Window) -> bool:
    """Whether other clauses of a source's paragraph say that they total up, and those of the told figures do not."""
    sentence = window.sentence
    own = "".join(sentence.text[slice(*sentence.clauses[number])] for number in window.clauses)
    return TOTALLING not in own and TOTALLING in f"{sentence.before}{sentence.text}"


def precedes_another(piece: str, sentence: SourceSentence, told: Sequence[Statement]) -> bool:
    """Whether a piece stands right before a figure of a sentence that is none of those ``told``, as what marks it does."""
    others = (sentence.place_of(one)[0] for one in sentence.statements if one not in told)
    return any(sentence.text.endswith(piece, 0, place) for place in others)
