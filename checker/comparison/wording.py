"""Whether a claim is told in the source's own words, and what was exchanged in them: two statements in."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from checker.comparison.likeness import compare_owners, compare_periods
from corpus.figure import Statement
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.organisations.sameness import Sameness
from corpus.statements.metrics import content_words
from corpus.times.periods import PeriodRelation, find_periods
from corpus.words import character_pairs

_LEAST_SHARED = 0.7
_LONGEST = 600
_LEAST_LEAD = 6
_PART = re.compile(r"其中[：:，,]?([^，,。；;：:\d]{2,14})[^。；;]*$")
_POINTING = re.compile(r"该|本|其|我|全|被巡")
_SAME_TIMES = frozenset({PeriodRelation.SAME, PeriodRelation.WITHIN})
_CALENDAR = re.compile(r"\d|[今去前明上本]年|半年|季度|[上本下]月|[一二三四五六七八九十]月|[昨今明]天")
_DIGIT = re.compile(r"\d")
_NAMED = frozenset({MentionKind.ORGANISATION, MentionKind.REGION})


def is_verbatim(claim: Statement, stated: Statement) -> bool:
    """Whether the claim's whole sentence stands in the source, this figure at the same place in it.

    A claim whose organisation comes from elsewhere in the draft is not verbatim: its sentence may be put
    into another's mouth.
    """
    if claim.figure.raw != stated.figure.raw:
        return False
    quote = claim.quote.strip()
    place = stated.quote.find(quote)
    if place < 0:
        return False
    lead = len(claim.quote) - len(claim.quote.lstrip())
    offset = claim.figure.start - claim.start - lead
    if stated.quote[place + offset :][: len(claim.figure.raw)] != claim.figure.raw:
        return False
    if place + offset != stated.figure.start - stated.start:
        return False
    org = claim.figure.org
    return not org or org[-3:] in quote


def is_part_of_more(claim: Statement, stated: Statement) -> bool:
    """Whether a statement tells of a part that the claim does not name (其中农民工工资案件213件，到位9万元)."""
    before = _PART.search(stated.quote[: stated.figure.start - stated.start])
    if before is None:
        return False
    named = set(content_words(before[1]))
    return bool(named) and not any(word in claim.quote for word in named)


def has_same_lead(claim: Statement, stated: Statement) -> bool:
    """Whether both sentences say the same up to the figure, word for word and not only a few characters."""
    mine = claim.quote[: claim.figure.start - claim.start].strip()
    theirs = stated.quote[: stated.figure.start - stated.start].strip()
    return mine == theirs and len(mine) >= _LEAST_LEAD


def renamed(claim: Statement, stated: Statement) -> bool:
    """Whether the claim tells the source's sentence, but with another organisation or another time in it."""
    mine, theirs = claim.quote.strip(), stated.quote.strip()
    if mine == theirs or max(len(mine), len(theirs)) > _LONGEST or not _close(mine, theirs):
        return False
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.ratio() < _LEAST_SHARED:
        return False
    codes = matcher.get_opcodes()
    return any(_exchanged(span, mine, theirs, codes, stated.figure.org) for span in _names(theirs))


_Opcode = tuple[str, int, int, int, int]
_Named = tuple[int, int, str, str]


def _exchanged(span: _Named, mine: str, theirs: str, codes: Sequence[_Opcode], owner: str) -> bool:
    """Whether the claim has another name where the source has the one at ``span``.

    The source's ``owner`` by its full name, for a word that points to it (针对县疾控中心…，公司更换…), exchanges none.
    """
    start, end, name, kind = span
    said = theirs[start:end]
    if mine.count(said) >= theirs.count(said):
        return False
    beside = [code for code in codes if (code[3] < end and code[4] > start) or code[3] == code[4] == start]
    touched = [code for code in beside if code[0] != "equal"]
    if not touched:
        return False
    if kind == "time":
        return _other_time(name, mine, theirs, touched[0][1], touched[-1][2])
    first, last = _aligned(beside, start, end)
    named = [
        m.name for m in find_organisations(mine) if m.start < last and m.end > first and m.kind in _NAMED
    ]
    if owner and any(compare_owners(one, owner) is Sameness.SAME for one in named):
        return False
    if any(compare_owners(one, name) is Sameness.DIFFERENT for one in named):
        return True
    kept = sum(min(c[4], end) - max(c[3], start) for c in beside if c[0] == "equal")
    new = mine[first:last]
    told_anew = any(code[0] in {"replace", "insert"} for code in touched) and kept * 2 <= end - start
    return told_anew and len(new) > 1 and not _POINTING.match(new) and not _stands_for(new, name)


def _aligned(codes: Sequence[_Opcode], start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the claim that stands where the source has ``start:end``."""
    first, last = codes[0], codes[-1]
    opens = first[1] + (start - first[3] if first[0] == "equal" else 0)
    closes = last[2] - (last[4] - end if last[0] == "equal" else 0)
    return opens, max(opens, closes)


_AUDITED = re.compile("[^，,。；;]{0,12}(?:审计|预算|决算)")
"""Behind a year that says what was audited, and not when its faults were put right (2023年度审计工作报告)."""


def _other_time(name: str, mine: str, theirs: str, first: int, last: int) -> bool:
    """Whether the claim has another time at ``first:last``, and not one of those that the source has beside it."""
    said = [
        m.text
        for m in find_periods(mine)
        if m.start < last and m.end > first and not _AUDITED.match(mine, m.end)
    ]
    known = [m.text for m in find_periods(theirs) if m.text != name]
    return any(
        _is_another_time(one, name)
        and not any(compare_periods(one, other) is PeriodRelation.SAME for other in known)
        for one in said
        if one != name
    )


def _is_another_time(one: str, other: str) -> bool:
    relation = compare_periods(one, other)
    if relation is PeriodRelation.UNKNOWN:
        dated = bool(_DIGIT.search(one)), bool(_DIGIT.search(other))
        return dated[0] == dated[1] and bool(_CALENDAR.search(one) and _CALENDAR.search(other))
    return relation not in _SAME_TIMES


def _stands_for(new: str, name: str) -> bool:
    """Whether ``new`` may be a shorter or longer way to say ``name``."""
    if compare_owners(new, name) in {Sameness.SAME, Sameness.PART_OF}:
        return True
    shared = sum(1 for char in set(new) if char in name)
    return shared * 2 > len(set(new))


def _close(mine: str, theirs: str) -> bool:
    """Whether two sentences share most of their pairs of characters: a cheap sieve before the comparison."""
    one, other = character_pairs(mine), character_pairs(theirs)
    return len(one & other) >= _LEAST_SHARED * 0.8 * max(1, min(len(one), len(other)))


def _names(text: str) -> list[_Named]:
    found = [(m.start, m.end, m.name, "name") for m in find_organisations(text) if m.kind in _NAMED]
    return found + [(m.start, m.end, m.text, "time") for m in find_periods(text)]
