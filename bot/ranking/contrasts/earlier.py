"""Whether a figure is of how it was before: what stands before it and the figure in, yes or no out."""

import re
from typing import Final

from bot.ranking.term_presence import StatementSetting
from corpus.figure import Figure
from corpus.lexicon.relations import relations_in

_FROM: Final = re.compile(r"(?:[由从]|原[来先有为定本计拟])[^，]{0,12}$|原[^，]{0,2}$")
_FROM_WHAT: Final = re.compile("[从由](?:多少|几)(?![^，。？]*[到至])")
"""What asks for the level that a change began with: 由多少人开始增加的."""
_BEFORE_NOW: Final = re.compile("原[有来先设]|现[有为在]?|调整[为到至]|[增减升降压缩扩][加少至到为]")
_STEP_GROUP: Final = re.compile("[；;。]")
_LEAD_IN: Final = 4
_TIMES: Final = frozenset({"earlier", "later"})


def asks_earlier(asked: str) -> bool:
    """Whether a question asks how it was: 原来有多少, but not 以前办不了的现在办了几个."""
    times = [one for one in relations_in(asked) if one in _TIMES]
    return times[-1:] == ["earlier"] or _FROM_WHAT.search(asked) is not None


def is_left_behind(setting: StatementSetting) -> bool:
    """Whether a figure is a level that was left since."""
    statement = setting.statement
    before = statement.quote[: statement.figure.start - statement.start]
    column = relations_in(statement.figure.metric)[-1:] == ("earlier",)  # 平均用时整改前, beside 整改后
    told = _was(setting.around.before) or _is_of_before(before, statement.figure)
    return told or column or setting.theirs.earlier


def _was(before: str) -> bool:
    """Whether what stands before a figure says that it was so: 由12家, 过去年租金2800元."""
    return bool(_FROM.search(before)) or relations_in(before[:_LEAD_IN])[:1] == ("earlier",)


def _is_of_before(told: str, figure: Figure) -> bool:
    """Whether a figure is part of what last was told of how it was, in its unit: 原有支部9个, of which 6个, up to 现有."""
    group = _STEP_GROUP.split(told)[-1]
    mark = next(reversed(list(_BEFORE_NOW.finditer(group))), None)
    return mark is not None and mark[0].startswith("原") and figure.unit in group[mark.end() :]
