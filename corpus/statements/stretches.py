"""The stretches of a paragraph that are each of one owner: where a list ends, and where a field of work begins anew."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.lexicon.function_words import FIELD_WORDS
from corpus.table_words import table_words

_COUNTED = re.compile(r"[^\W\d]{1,11}([^\W\d])(?=\d)")
"""A name with nothing between it and a figure, and its last character."""
_FIELD = re.compile(rf"(?<![^；;。：:\n])[^\W\d]{{2,12}}(?:{'|'.join(FIELD_WORDS)})(?=[，,])")
"""What opens a part of a paragraph that tells of a field of work, whoever worked in the one before."""
LEVELLED = re.compile(r"(?:[省市县区州盟旗镇乡村]|社区|街道)$")
"""How the name of a place of some level ends."""
SENTENCE_ENDS = "。！？!?\n"
_LIST_END = re.compile(rf"[{SENTENCE_ENDS}；;]|[，,](?={'|'.join(sorted(table_words('total')))})")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The organisation of a stretch of text: from ``start`` to the next attribution, it is ``name``'s."""

    start: int
    name: str


def organisation_at(attributions: Sequence[Attribution], position: int) -> str:
    """Return whose figure stands at ``position``: the last attribution that begins before it."""
    last = bisect_right(attributions, position, key=lambda attribution: attribution.start)
    return attributions[last - 1].name if last else ""


def back_at_fields(found: list[Attribution], text: str, start: int) -> list[Attribution]:
    """Return the owners with that of the first field again where another opens (财政领域，财政局收回…；工程领域，核减…)."""
    end = text.find("\n", start)
    fields = [one.start() for one in _FIELD.finditer(text, start, end if end > 0 else len(text))]
    again = [Attribution(field, organisation_at(found, fields[0])) for field in fields[1:]]
    return sorted([*found, *again], key=lambda one: one.start)


def list_end(text: str, low: int, high: int) -> int:
    """Return where the sentence ends that ``low`` stands in, or a clause of it adds up (，合计21件); 0 for not before ``high``."""
    found = _LIST_END.search(text, low, high)
    return found.end() if found else 0


def behind_list(found: Sequence[Attribution], text: str, end: int) -> list[Attribution]:
    """Return who owns what follows a sentence that tells of several of a sort (甲县完成18个，乙县完成15个。): not the last."""
    ends = SENTENCE_ENDS if text[end - 1] in SENTENCE_ENDS else f"{SENTENCE_ENDS}；;"
    opening = max(text.rfind(mark, 0, end - 1) for mark in ends) + 1
    kept = list(found)
    while len(kept) > 1 and kept[-1].start >= opening and _is_alike(kept[-1], found[-1], text):
        kept.pop()
    several = len({one.name for one in found[len(kept) :]}) > 1
    return [Attribution(end, kept[-1].name)] if several else []


def _is_alike(one: Attribution, last: Attribution, text: str) -> bool:
    """Whether one of a sentence's owners is of the last one's sort, or a figure stands right behind each (县供销社98万元，县林业局61万元)."""
    counted = (_COUNTED.match(text, each.start) for each in (one, last))
    alike = all(
        found is not None and each.name.endswith(found[1])
        for found, each in zip(counted, (one, last), strict=True)
    )
    return alike or _sort(one.name) == _sort(last.name)


def _sort(name: str) -> str:
    """Return what a name ends in; places of all levels are of one sort."""
    return "place" if LEVELLED.search(name) else name[-1:]
