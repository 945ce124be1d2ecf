"""How what is told or asked for stands, planned or done: a text in, a ``Standing`` out."""

import re
from enum import Enum, auto
from typing import Final

_PLANNED: Final = re.compile(
    "力争|争取(?!到)|要做的|来年|下一步|[月年]底前(?![已均])|预计|(?<!按)(?<!照)计划|拟于|目标|[应该要](?=[收退缴付补追修改建拆整完办清搬配交盘拨还偿征返兑销处][^，]*$)|(?<![一-鿿])拟(?=在|于|[一-鿿])|plan|aim|target|goal"
)
_DONE_NOW: Final = re.compile("已|实际|到底|究竟|[到成]了(?=多少|几)")
_TITLE: Final = re.compile("《[^》]*》")
_TARGET: Final = re.compile("目标(?:值|[是为定])")


class Standing(Enum):
    """How what a text tells last stands: planned, said to be done, or neither said."""

    PLANNED = auto()
    DONE = auto()
    UNSAID = auto()


def standing(text: str) -> Standing:
    """Return how what ``text`` tells last stands; the names of documents (《三年行动计划》) say nothing of it."""
    told = _TITLE.sub("", text)
    planned, done = (
        max((match.start() for match in each.finditer(told)), default=-1) for each in (_PLANNED, _DONE_NOW)
    )
    if planned == done:
        return Standing.UNSAID
    return Standing.PLANNED if planned > done else Standing.DONE


def standings_ruled_out(asked: str) -> frozenset[Standing]:
    """Return how no answer stands: planned, where what was done (实际达到) is asked for, or the other way round (目标是多少)."""
    if standing(asked) is Standing.DONE:
        return frozenset({Standing.PLANNED})
    return frozenset(Standing) - {Standing.PLANNED} if _TARGET.search(asked) else frozenset()
