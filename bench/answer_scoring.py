"""Whether an answer states what it should: an answer's text or its direct figure and a label in, yes or no out."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import CheckedAnswer
from checker.comparison.agreement import Agreement, UnitRelation, agree, relate_units
from corpus.figure import Figure, Kind
from corpus.quantities.figures import find_figures

_NEGLIGIBLE = re.compile(r"[\s“”\"《》（）()。]")
_PADDING = re.compile(r"(?<!\d)0(?=\d)")
_SAME = frozenset({Agreement.EQUAL, Agreement.BOUND_AS_POINT})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a right answer states: all of ``answers``, each in one of its wordings; none: it refuses."""

    answers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How an answer did: ``direct`` is the (first) figure wanted, the text ``contains`` all, it was ``refused``."""

    direct: bool
    contains: bool
    refused: bool
    seconds: float


def score_answer(answer: CheckedAnswer, wanted: Wanted) -> Score:
    """Score an answer; one that refuses contains nothing, whatever it offers as nearest."""
    direct = answer.direct is not None and any(
        is_same(answer.direct, wording) for wording in (wanted.answers[0] if wanted.answers else ())
    )
    contains = bool(wanted.answers) and not answer.refused and contains_all(answer.text, wanted)
    return Score(direct, contains, answer.refused, answer.seconds)


def contains_all(text: str, wanted: Wanted) -> bool:
    """Whether a text states everything wanted, in any wording and notation."""
    figures = find_figures(text)
    folded = fold(text)
    return all(any(_states(folded, figures, one) for one in wordings) for wordings in wanted.answers)


def is_same(figure: Figure, wording: str) -> bool:
    """Whether a figure is the quantity that ``wording`` writes; a wording without a unit leaves it open."""
    wanted = find_figures(wording)
    if not wanted:
        return fold(wording) in fold(figure.raw)
    return _is_quantity(figure, wanted[0]) or _is_day(figure, wanted[0]) or fold(wording) == fold(figure.raw)


def fold(text: str) -> str:
    """Return ``text`` without white space, quotation marks, brackets and differences of width."""
    return _NEGLIGIBLE.sub("", unicodedata.normalize("NFKC", text))


def _states(folded: str, figures: Sequence[Figure], wording: str) -> bool:
    if _stands_in(fold(wording), folded):
        return True
    wanted = find_figures(wording)
    whole = bool(wanted) and len(fold(wanted[0].raw)) == len(fold(wording))
    return whole and any(_is_quantity(figure, wanted[0]) for figure in figures)


def _stands_in(wanted: str, text: str) -> bool:
    """Whether ``wanted`` stands in ``text``, not as part of a longer number: 90 is not in 1905."""
    before = r"(?<![\d.])" if wanted[:1].isdigit() else ""
    after = r"(?![\d]|\.\d)" if wanted[-1:].isdigit() else ""
    return bool(wanted) and bool(re.search(before + re.escape(wanted) + after, text))


def _is_day(figure: Figure, wanted: Figure) -> bool:
    """Whether a date is a wanted one that leaves its year out: 2023年3月8日 is 3月8日."""
    if {figure.kind, wanted.kind} != {Kind.DATE}:
        return False
    stated, day = (_PADDING.sub("", fold(one.raw)) for one in (figure, wanted))
    return day[:1].isdigit() and "月" in day and _stands_in(day, stated)


def _is_quantity(figure: Figure, wanted: Figure) -> bool:
    if agree(wanted, figure) not in _SAME:
        return False
    return not wanted.unit or relate_units(wanted, figure) is UnitRelation.SAME
