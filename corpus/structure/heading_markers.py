"""The ways of numbering headings, as a table: each row with its usual depth and a line that it opens."""

import re
from dataclasses import dataclass

from corpus.quantities.units import any_measure

_HAN = "一二三四五六七八九十"
_SHORT = {
    "<han>": f"(?P<n>[{_HAN}]{{1,3}})",
    "<number>": r"(?P<n>\d{1,3})",
    "<either>": rf"(?P<n>[{_HAN}百]{{1,5}}|\d{{1,3}})",
    "<name>": r"(?=[\u4e00-\u9fff《“])",
    "<after>": r"(?=[\s：:、]|$)[\s：:、]*",
}


@dataclass(frozen=True, slots=True)
class MarkerStyle:
    """A way of numbering headings.

    ``rank`` is its usual depth (small is outer), ``pattern`` matches the marker at the start of a line, its
    group ``n`` the number; ``example`` is a line that it opens.
    """

    name: str
    rank: int
    pattern: re.Pattern[str]
    example: str


def _style(name: str, rank: int, pattern: str, example: str) -> MarkerStyle:
    for short, full in _SHORT.items():
        pattern = pattern.replace(short, full)
    return MarkerStyle(name, rank, re.compile(pattern), example)


#: Tried in order; the first that matches wins.
MARKERS: tuple[MarkerStyle, ...] = (
    _style("markdown 1", -6, r"#(?P<n>)[ \t]+", "# 总体情况"),
    _style("markdown 2", -5, r"##(?P<n>)[ \t]+", "## 总体情况"),
    _style("markdown 3", -4, r"###(?P<n>)[ \t]+", "### 总体情况"),
    _style("markdown 4", -3, r"####(?P<n>)[ \t]+", "#### 总体情况"),
    _style("markdown 5", -2, r"#####(?P<n>)[ \t]+", "##### 总体情况"),
    _style("markdown 6", -1, r"######(?P<n>)[ \t]+", "###### 总体情况"),
    _style(
        "appendix",
        0,
        rf"(?=附[件表录图]\s*(?P<n>\d{{0,2}}|[{_HAN}]{{0,2}})(?:[\s：:、.．]|$))",
        "附表1　清单",
    ),
    _style("part", 1, r"第<either>[编章]<after>", "第一章　总则"),
    _style("division", 2, r"第<either>(?:节|部分)<after>", "第二节　监督检查"),
    _style("article", 3, r"第<either>条<after>", "第十五条　应招尽招"),
    _style("han", 4, r"<han>\s*[、．.]\s*", "一、巡察整改组织落实情况"),
    _style(
        "han in brackets", 5, r"[（(【〔]\s*<han>\s*[）)】〕]\s*[、.．]?\s*", "（一）县教育局。反馈问题24个。"
    ),
    _style("decimal 3", 8, r"(?:\d{1,2}[.．]){2}(?P<n>\d{1,2})(?:[、.．]\s*|\s+|<name>)", "1.2.1 资金清理"),
    _style("decimal 2", 7, r"\d{1,2}[.．](?P<n>\d{1,2})(?:、\s*|\s+)<name>", "1.2 资金清理"),
    _style("number", 6, r"<number>\s*(?:[、．.]\s*(?![\d\s])|[）)]\s*)", "1．关于“收费不规范”问题。"),
    _style(
        "number and gap",
        6,
        rf"<number>(?:　|\t| {{2}})\s*<name>(?!{any_measure('told')})(?=[^\s\d]+(?:[。：:]|$))",
        "3　采购监督乏力",
    ),
    _style("number in brackets", 7, r"[（(]\s*<number>\s*[）)]\s*", "（1）收费不规范"),
    _style("letter", 6, r"[A-H](?P<n>)[、．.]\s*<name>", "B. 二标段（施工单位：宏远路业）"),
    _style("circled", 8, r"(?P<n>[①-⑳㈠-㈩])\s*", "①收费不规范"),
    _style("enumeration", 9, r"<han>是[，,：:]?\s*(?=[^\s一])", "一是健全学习机制。上半年学习14次。"),
    _style("ordinal", 9, r"第<han>[，,、：:]\s*", "第一，健全学习机制。"),
)
