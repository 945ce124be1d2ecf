"""Whether two metrics name different rates: their words in, yes or no out."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.question.content_words import normal
from corpus.lexicon.function_words import FOUND_NOUNS
from corpus.lexicon.rates import rate_words
from corpus.lexicon.synonyms import STAGES

_ENDS: Final = rate_words("rate")
_COMPLETED: Final = tuple(word.removesuffix(_ENDS[0]) for word in rate_words("overall"))
"""What stands before the ending of a rate of the rectification itself; of these the first is its name."""
_ONE: Final = frozenset({"就业", "落实"})
"""Of what graduates' rate is: people say 就业率, reports say 毕业去向落实率."""


def are_other_rates(asked: Sequence[str], stated: Sequence[str]) -> bool:
    """Whether both name a rate, and not one rate: a 满意率 is no 化解率, however alike the rest is.

    Rates of stages of a rectification (完成率, 办结率) are people's words for one another: the stages tell them apart.
    """
    mine = _stems(asked)
    theirs = _stems(stated) if mine else []
    if not theirs or (any(map(_is_stage, mine)) and any(map(_is_stage, theirs))):
        return False
    if _ONE & set(mine) and _ONE & set(theirs):
        return False
    return not any(set(normal(one)) & set(normal(other)) for one in mine for other in theirs)


def _stems(words: Sequence[str]) -> list[str]:
    """Return what stands before the ending of each rate: 满意 in 满意率, which the cutter may have parted."""
    parted = [before for before, word in pairwise(words) if word in _ENDS]
    whole = [word.removesuffix(end) for word in words for end in _ENDS if word.endswith(end) and word != end]
    return parted + whole


def asks_overall_rate(asked: Sequence[str]) -> bool:
    """Whether the rate of the rectification itself is asked for: 整改率, 整改完成率."""
    stems = _stems(asked)
    return bool(stems) and (_COMPLETED[0] in asked or any(_COMPLETED[0] in one for one in stems))


def is_of_a_matter(asked: Sequence[str], metric: str, told: str) -> bool:
    """Whether ``metric`` is the rate at which one matter was dealt with (投诉办结率), where that of the rectification is asked for.

    ``told`` is its sentence: the 完成率 of one on nothing that was found is such a rate too.
    """
    rate = asks_overall_rate(asked) and metric.endswith(_ENDS)
    return rate and not (
        any(word in metric for word in _COMPLETED)
        and any(word in told for word in (_COMPLETED[0], *FOUND_NOUNS))
    )


def _is_stage(stem: str) -> bool:
    """Whether a rate is of a stage: its deed is read as one that was done (整改 as 整改了)."""
    return any(pattern.search(f"{stem}了") for _, pattern in STAGES)
