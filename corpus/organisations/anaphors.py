"""Words that point back to an organisation (该局, 医院党委, 集团), and what they may point to."""

import re
from collections.abc import Iterable
from typing import Final

from corpus.lexicon.organisation_names import TAILS
from corpus.organisations.name_parts import name_parts

_REFERENTS: Final = {
    "局": "局|税务局",
    "厅": "厅",
    "委": "委|委员会",
    "办": "办|办公室",
    "院": "院",
    "医院": "医院|保健院|卫生院|人医",
    "校": "大学|学院|学校|中学|小学|党校|职院|师大|[理师科农医财工交]大",
    "学校": "大学|学院|学校|中学|小学|党校|职院|师大|[理师科农医财工交]大",
    "学院": "学院|职院|师院",
    "集团": "集团|公司|[投控]",
    "公司": "公司|集团|[投控]",
    "行": "银行|行",
    "银行": "银行",
    "所": "所",
    "中心": "中心",
    "单位": ".*",
    "部门": ".*[局厅委办部]",
    "县": "县",
    "市": "市",
    "省": "省",
    "镇": "镇",
    "乡": "乡",
}
"""Each pointing word, and what a name that it points to ends in."""

_TAILS: Final = "|".join(sorted(TAILS, key=len, reverse=True))
_ANAPHOR: Final = re.compile(
    rf"(?P<pointer>该|我|本)?(?P<word>{'|'.join(sorted(_REFERENTS, key=len, reverse=True))})(?:{_TAILS})*"
)
OURS: Final = re.compile(
    "[我本](?:[局厅委院校司社站所馆办省市区县旗州盟乡镇村矿]|集团|公司|单位|农场|林场|街道)"
)
"""Who writes a report, by its own words: whom the title names."""
YOURS: Final = re.compile("[你贵](?:[局厅委院校司社站所馆办市县区镇村矿]|集团|公司|单位|企业|医院|学校)")
"""Whom a report is addressed to, by its own words."""
_ADDRESSEE: Final = re.compile(
    r"^[ \t　]*([^\s：:，,。；;]{2,28}(?:[局厅委院校司社站所馆办市县区镇村矿]|集团|公司|医院|学校|中心))[：:][ \t　]*$",
    re.MULTILINE,
)
_BY_LEVEL: Final = re.compile(r"(?<![\u4e00-\u9fff])([省市县区])([局厅委院社])(?![\u4e00-\u9fff]{0,2}会)")


def is_anaphor(name: str) -> bool:
    """Whether ``name`` is a word that points back and no name: 该局, 局党组, 集团."""
    return bool(_ANAPHOR.fullmatch(name))


def is_bare_anaphor(anaphor: str) -> bool:
    """Whether a word that points back is one alone (公司), which nothing says to be the speaker's own (本公司, 公司党委)."""
    return anaphor in _REFERENTS


def may_refer_to(anaphor: str, name: str) -> bool:
    """Whether ``anaphor`` (医院党委, 该局) can point to the organisation ``name`` (北屏市中心医院)."""
    pointing = _ANAPHOR.fullmatch(anaphor)
    if pointing is None or is_anaphor(name):
        return False
    parts = name_parts(name, expand=False)
    whole = parts.unit or parts.level
    return bool(re.search(rf"(?:{_REFERENTS[pointing['word']]})$", whole))


def antecedent(anaphor: str, before: Iterable[str]) -> str:
    """The last of the names ``before``, in the text's order, that ``anaphor`` can point to; "" when none can.

    集团 is a group before it is another company.
    """
    fitting = [name for name in before if may_refer_to(anaphor, name)]
    groups = [name for name in fitting if anaphor.startswith("集团") and "集团" in name]
    return next(reversed(groups or fitting), "")


def addressee_of(text: str) -> str:
    """Return whom a letter's line names that it speaks to (青山市场管理公司：), "" where there is none."""
    match = _ADDRESSEE.search(text)
    return match[1] if match else ""


def is_short_for(name: str, text: str) -> bool:
    """Whether a text names an office by no more than its level (省局, 区局) that is the name's own."""
    return any(match[1] in name and name.endswith(match[2]) for match in _BY_LEVEL.finditer(text))
