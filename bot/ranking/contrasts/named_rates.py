"""Whether two metrics name different rates: their words in, yes or no out."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.question.content_words import normal
from corpus.lexicon.rates import rate_words
from corpus.lexicon.synonyms import STAGES

_ENDS: Final = rate_words("rate")
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


def _is_stage(stem: str) -> bool:
    """Whether a rate is of a stage: its deed is read as one that was done (整改 as 整改了)."""
    return any(pattern.search(f"{stem}了") for _, pattern in STAGES)
