"""Which of two levels that a sentence tells as one move a figure is: a statement in, yes or no out."""

import re

from corpus.figure import Statement
from corpus.lexicon.wording.connectives import any_connective
from corpus.statements.times_of_deeds import BEHIND, STILL

_FROM = re.compile(r"(?:由|从|原(?:来|有)?)[^，,。；;]{0,16}$")
_MOVES = re.compile(
    r"^[^，,。；;\d]{0,8}(?:提高|提升|上升|增|降|减|压|缩|[上下]调|调整|精简|下降|升|变|扩|涨|跌)[^，,。；;\d]{0,4}[到至为成]"
    r"|^[^，,。；;\d]{1,6}[到至为成](?=\d)"  # 由74个优化为58个: whatever it is called
)
_MOVED_TO = re.compile(
    r"(?:提高|提升|上升|增|降|减|压|缩|[上下]调|调整|精简|升|变|扩|涨|跌)[^，,。；;\d]{0,3}[到至为](?:20\d\d年[末底]?的|每?[日天月年])?$"
    r"|(?:由|从)[^，,。；;\d]{0,12}\d[\d.,]*(?![年月日号])[^，,。；;\d]{1,8}[到至为成]$"
)
_THAN = re.compile(r"[比较][^，,。；;]{0,16}的$")
_SO_AFTERWARDS = re.compile(
    rf"^[^，,。；;\d]{{0,6}}[，,][^，,。；;\d]{{2,6}}{BEHIND}[^，,。；;\d]{{0,4}}?(?:{STILL})[^，,。；;\d]{{0,4}}\d"
)
"""Behind a level: what is still so after a deed (6家亏损，整改后仍亏损2家)."""
_ONCE = re.compile(rf"{any_connective('former')}|(?<![目当])前|曾|\d[年月]|季度")
"""What says that something was so once."""
_BEFORE = re.compile(r"(?<![自从])(?:上年|去年|同期|上一年|年初|上月|上季度|前一年)(?!以)")
_LAST = re.compile("^上(?:一?[年月]|个月|一?季度|一?学[期年])|同期|^年初")
"""Begins or ends a time that is told beside that of which a sentence is."""
_WHEN = re.compile(rf"{_BEFORE.pattern}|20\d\d年|二〇")
_NOW = "截至目前"
_PRESENT = re.compile(r"现(?:已|[为有存调降升增减])")
_DIFFERS = re.compile(r"^[^，,。；;\d]{0,4}(?:提|上|增|降|减|压|缩|下|升|扩|涨|跌|高|低|多|少)")


def is_earlier_level(statement: Statement) -> bool:
    """Whether the figure is the first of two levels (由62名增至79名: the 62; 79名，比上年的62名增加17名)."""
    start, end = statement.figure.start - statement.start, statement.figure.end - statement.start
    before, behind = statement.quote[:start], statement.quote[end:]
    return bool(
        (_FROM.search(before) and _MOVES.match(behind))
        or (_THAN.search(before) and _DIFFERS.match(behind))
        or _SO_AFTERWARDS.match(behind)
    )


def is_later_level(statement: Statement) -> bool:
    """Whether the figure is the second of two levels (由62名增至79名: the 79)."""
    return bool(_MOVED_TO.search(statement.quote[: statement.figure.start - statement.start]))


def says_once(text: str) -> bool:
    """Whether a text says of a level that it was so once (原来, 整改前, 2021年)."""
    return bool(_ONCE.search(text))


def is_only_before(claim: Statement, stated: Statement) -> bool:
    """Whether a claim tells how it is and a statement how it was: 去年同期, or 由61人 of 由61人增至84人."""
    if _BEFORE.search(claim.quote) or stated.figure.change:
        return False
    if is_earlier_level(stated):
        return not claim.figure.change and not says_once(claim.quote)
    now = _NOW if _PRESENT.search(claim.clause) else claim.figure.period
    return bool(_BEFORE.search(stated.figure.period)) and now in {"", _NOW}


def is_only_now(claim: Statement, stated: Statement) -> bool:
    """Whether a claim tells how it was (上年末的, 原先的) and a statement of no such time."""
    if claim.figure.change:
        return False
    if _BEFORE.search(claim.clause) and not _BEFORE.search(stated.clause):
        return True
    before = stated.quote[: stated.figure.start - stated.start]
    return bool(_LAST.search(claim.figure.period)) and not _WHEN.search(before)
