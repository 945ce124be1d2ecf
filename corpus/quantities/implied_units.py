"""Units that a number does not carry itself: a label says them before it, or the noun beside it implies them.

追缴税款（万元）：318.6 is money by its label, 追回工资771.30万 by what it is, 惠及4.6万群众 counts people.
"""

import re
from dataclasses import replace
from typing import Final

from corpus.figure import Figure, Kind
from corpus.lexicon.counted_nouns import MONEY, OF_PEOPLE, PEOPLE, SPENT
from corpus.quantities.units import unit_at, with_measure

_LABEL: Final = re.compile(r"[(（](?:单位[:：])?([百千万亿]{0,2})([^()（）\s\d]{1,5})[)）] ?[:：为]? ?$")
_LINKS: Final = "(?:共|共计|合计|累计|总计|约|达|达到|为|是|近|超|超过|了|各|计|逾|不足|的?[余多]?)"
_MONEY: Final = re.compile(rf"(?:{'|'.join(MONEY)}){_LINKS}{{0,2}} ?[:：]? ?$")
_PEOPLE: Final = re.compile(rf"[余多名]?的?(?:{'|'.join(OF_PEOPLE)})*(?:{'|'.join(PEOPLE)})")
_SPENT: Final = re.compile(rf"(?:{'|'.join(SPENT)}){_LINKS}{{0,2}} ?$")
_MULTIPLIED: Final = re.compile("[万亿]")
_REACH: Final = 14


def imply_unit(plain: str, figure: Figure) -> Figure:
    """Return ``figure`` with the unit that what stands around it in ``plain`` implies, where it has none itself."""
    if figure.unit or figure.kind is not Kind.COUNT:
        return figure
    before = plain[max(0, figure.start - _REACH) : figure.start]
    label = _LABEL.search(before)
    unit = unit_at(label[2], 0) if label else None
    if label and unit is not None and len(unit.name) == len(label[2]):
        return with_measure(figure, label[1] + unit.name, unit.base, unit.kind)
    if not _MULTIPLIED.search(plain, figure.start, figure.end):
        return figure
    if _SPENT.search(before):
        return replace(figure, unit="元", kind=Kind.MONEY)
    if _PEOPLE.match(plain, figure.end):
        return replace(figure, unit="人")
    return replace(figure, unit="元", kind=Kind.MONEY) if _MONEY.search(before) else figure
