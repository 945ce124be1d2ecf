"""The arithmetic that a claim itself announces: a claim in, what it names of its terms out.

第五轮比第四轮多整改73个 names two terms and that the one is taken from the other; 第三、第四轮共整改517个 names two
and that they are added. Each term is written out as a claim of its own, whose number is of no account (第五轮整改73个,
第四轮整改73个), so that the one reader of claims reads it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from checker.arithmetic.words import any_arithmetic_word, arithmetic_words
from checker.comparison.agreement import PER_CENT, SHARES
from corpus.figure import Kind, Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.numerals import read_numeral
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.quantities.units import any_measure
from corpus.times.periods import find_periods
from corpus.times.rounds import ROUND
from corpus.words import segmenter


class Operation(StrEnum):
    """What a claim says that is done with its terms."""

    DIFFERENCE = "difference"
    CHANGE = "change"
    MULTIPLE = "multiple"
    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class TermWording:
    """A term as the claim words it: what stands ``before`` and ``after`` its number."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Announced:
    """What a claim announces: an ``operation`` on its ``terms``, in order, none where it does not say which (比上年多).

    ``way`` says which way a difference lies, "" where that is not said. ``members`` is how many terms one wording
    stands for (三轮共立案76件), 0 where each has its own. ``surely`` tells whether what is compared is named as a round, a
    time, an organisation or by number, so that no level that is stated can be the claim's figure.
    """

    operation: Operation
    terms: tuple[TermWording, ...]
    way: str = ""
    members: int = 0
    surely: bool = False


_CLAUSE_ENDS: Final = "，,；;。！？!?\n"
_UP: Final = re.compile("|".join((*change_verbs("up"), any_arithmetic_word("more"))))
_WAYS: Final = "|".join(sorted({*change_verbs(), *arithmetic_words("more", "less")}, key=len, reverse=True))
_COMPARED: Final = re.compile(
    rf"(?P<one>.*)(?<![同环占之对正反相])(?:{any_arithmetic_word('than')})(?P<other>[^，。；]{{2,24}}?)"
    rf"(?:还要?|又|则|各|都)?(?P<way>{_WAYS})(?P<what>[^，。；]*)$"
)
_RELATIVE: Final = re.compile(rf"(?:{any_arithmetic_word('relative')})")
_TIMES: Final = re.compile(r"(?P<one>.+?)(?:是|为|达到|达(?=[第去上前\d])|相当于)(?P<other>.+?)的$")
_ADDED: Final = re.compile(rf"(?<=[^\W\d_）])(?:{any_arithmetic_word('sum')})")
_SUM_WORD: Final = re.compile(any_arithmetic_word("sum"))
_SHARED: Final = re.compile(rf"(?<=[^\W\d_）])(?:{any_arithmetic_word('mean')})[轮年家户人月个项件]?")
_LINKS: Final = frozenset("、和与及") | {"以及"}
_COLLECTIVE: Final = re.compile(
    r"(?<![第\d.一二三四五六七八九十])(?P<number>[两二三四五六七八九十]|[2-9]|1[0-2])"
    rf"(?:{any_measure('member', 'listed', 'ordinal')}|[轮年标镇乡村庭])[^\W\d_、]{{0,6}}$"
)
_ORDINAL: Final = re.compile(r"(第?)([一二三四五六七八九十]{1,3}|\d{1,4})([^\W\d_])?")
_BARE_ORDINAL: Final = re.compile(r"(?:第[一二三四五六七八九十\d]{1,3}|[一二三四五六七八九十]{1,3}|\d{1,4})$")
_NUMBERED: Final = re.compile(
    r"(第?(?:[一二三四五六七八九十]{1,3}|\d{1,3})(?:号|分)?)([^\W\d_年月日轮]{0,2})"
)
_ASIDE: Final = re.compile(r"[（(]")
_NUMBER: Final = re.compile(r"[\d.,]+[万亿]?[^\W\d_]?")
_LONGEST: Final = 120


def read_announced(claim: Statement) -> Announced | None:
    """Return the arithmetic that the claim's own clause announces, None where it announces none."""
    quote, at, end = claim.quote, claim.figure.start - claim.start, claim.figure.end - claim.start
    start = _clause_start(quote, at)
    head, tail = quote[start:at].strip().rstrip("：:"), _ASIDE.split(quote[end : _clause_end(quote, end)])[0]
    if len(head) + len(tail) > _LONGEST:
        return None
    earlier = quote[:start].rstrip(_CLAUSE_ENDS)
    if claim.figure.kind in {Kind.MULTIPLE, Kind.RATIO}:
        return _multiple(head, tail)
    return _difference(claim, head, tail, earlier) or _added(claim, head, tail, earlier)


def _clause_start(quote: str, at: int) -> int:
    return max(quote.rfind(mark, 0, at) for mark in _CLAUSE_ENDS) + 1


def _clause_end(quote: str, end: int) -> int:
    ends = [place for mark in _CLAUSE_ENDS if (place := quote.find(mark, end)) >= 0]
    return min(ends, default=len(quote))


def _difference(claim: Statement, head: str, tail: str, earlier: str) -> Announced | None:
    found = _COMPARED.match(head)
    if found is None:
        return None
    one, other, what = found["one"].strip(), found["other"].strip(), found["what"].strip()
    operation = Operation.CHANGE if claim.figure.kind in SHARES else Operation.DIFFERENCE
    way = "up" if _UP.match(found["way"]) else "down"
    if _RELATIVE.search(other):
        return Announced(operation, (), way, surely=True)
    if not one:
        one, tail = _clause_before(earlier, tail)
    if not one:
        return None
    terms = (TermWording(one + what, tail), TermWording(_put_in_place(other, one) + what, tail))
    return Announced(operation, terms, way, surely=_names_one(other))


def _names_one(text: str) -> bool:
    """Whether the text names a round, a time, an organisation, or a thing by its number."""
    return bool(_rounds(text) or _periods(text) or _owners(text) or _NUMBERED.match(text))


def _clause_before(earlier: str, tail: str) -> tuple[str, str]:
    """Return what the clause before says of its last figure: before it, and behind."""
    clause = earlier[_clause_start(earlier, len(earlier)) :]
    figures = list(_NUMBER.finditer(clause))
    if not figures:
        return "", tail
    return clause[: figures[-1].start()], clause[figures[-1].end() :] or tail


def _multiple(head: str, tail: str) -> Announced | None:
    found = _TIMES.match(head)
    if found is None or _RELATIVE.search(found["other"]):
        return None
    one, other = found["one"].strip(), found["other"].strip()
    terms = (TermWording(one, tail), TermWording(_put_in_place(other, one), tail))
    return Announced(Operation.MULTIPLE, terms, surely=True)


def _added(claim: Statement, head: str, tail: str, earlier: str) -> Announced | None:
    if claim.figure.kind in PER_CENT:
        return None
    for operation, pattern in ((Operation.MEAN, _SHARED), (Operation.SUM, _ADDED)):
        for found in reversed(list(pattern.finditer(head))):
            listed, what = head[: found.start()].strip(), head[found.end() :].strip()
            items = list(_items(listed))
            if items:
                return Announced(operation, tuple(TermWording(item + what, tail) for item in items))
            if members := _members(operation, listed, what, tail):
                return members
            if items := _listed_before(earlier):
                return Announced(operation, tuple(TermWording(item + listed + what, tail) for item in items))
    return None


def _members(operation: Operation, listed: str, what: str, tail: str) -> Announced | None:
    """Read a list that only counts its members: 三轮巡察, 两个标段."""
    collective = _COLLECTIVE.search(listed)
    numeral = read_numeral(collective["number"].replace("两", "二")) if collective else None
    if collective is None or numeral is None:
        return None
    text = listed[: collective.start()] + what
    return Announced(operation, (TermWording(text, tail),), members=int(numeral.value))


def _listed_before(earlier: str) -> list[str]:
    """Return the items that the clauses before add up, which a further sum speaks of again."""
    added = list(_ADDED.finditer(earlier))
    if not added:
        return []
    return list(_items(earlier[_clause_start(earlier, added[-1].start()) : added[-1].start()]))


def _items(listed: str) -> Iterator[str]:
    """Yield what a list names, one by one: 第三、第四、第五轮巡察 are 第三轮巡察, 第四轮巡察, 第五轮巡察."""
    parts: list[str] = [""]
    for word in segmenter().cut(listed):
        if word in _LINKS:
            parts.append("")
        else:
            parts[-1] += word
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return
    last = _ORDINAL.search(parts[-1])
    rest = parts[-1][last.start(3) :] if last and last[3] else ""
    for part in parts[:-1]:
        yield part + rest if rest and _BARE_ORDINAL.search(part) else part
    yield parts[-1]


def _put_in_place(other: str, one: str) -> str:
    """Return ``one`` with ``other`` in it where it names a thing of that sort (第五轮巡察处分人数, 第三轮)."""
    for spans in (_rounds, _periods, _owners):
        theirs, mine = spans(other), spans(one)
        if theirs and mine:
            start, end = mine[-1]
            lead = "" if spans is not _owners and _owners(other) else one[:start]
            return lead + other + one[end:]
    number, place = _NUMBERED.search(other), _NUMBERED.search(one)
    if number and place:
        rest = (
            ""
            if number[2] and one[place.end(1) :].startswith(other[number.end(1) :])
            else other[number.end(1) :]
        )
        return one[: place.start(1)] + number[1] + rest + one[place.end(1) :]
    words = segmenter().cut(one)
    if len(words) < 2 or other[-2:] == one[-2:]:
        return other
    sort = one.find(other[-2:], 1) + 2
    return other + (one[sort:] if sort > 2 else "".join(words[1:]))  # 通达驾校招收学员, 启程驾校


def _rounds(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in ROUND.finditer(text)]


def _periods(text: str) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in find_periods(text)]


def _owners(text: str) -> list[tuple[int, int]]:
    kinds = {MentionKind.ORGANISATION, MentionKind.REGION}
    return [(mention.start, mention.end) for mention in find_organisations(text) if mention.kind in kinds]


def says_sum(statement: Statement) -> bool:
    """Whether a word before the figure in its clause says that it adds something up."""
    quote, at = statement.quote, statement.figure.start - statement.start
    return bool(_SUM_WORD.search(quote[_clause_start(quote, at) : at]))
