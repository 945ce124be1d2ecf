"""What a claim says is done of all of a figure, where the source did it of a part: two statements in, the words out.

多发补贴126.4万元，已追回118.9万元: who writes that the 126.4万元 were all paid back has the number right and the deed of the
figure behind it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from corpus.figure import Figure, Kind, Statement
from corpus.lexicon.wording.connectives import any_connective, connectives
from corpus.lexicon.wording.paraphrases import says
from corpus.quantities.units import interchangeable, unit_at
from corpus.words import segmenter

_PART: Final = re.compile(r"[；;。！？\n]")
_CLAUSE: Final = re.compile(r"[，,；;。：:！？\n（）()]")
_BESIDE: Final = re.compile(
    rf"(?:[、和及共]|[，,](?=金额|{any_connective('involving')}))[^\W\d]{{0,2}}(?P<number>\d[\d,.]*[百千万亿]*)"
)
"""What a figure is told with: 13户|、637万元, 13户|，金额637万元."""

_NUMBER: Final = re.compile(r"\d")
_ALL: Final = re.compile(rf"(?<![平人户日月年次])(?:{any_connective('settled')})|一[^\W\d]不[少剩漏落差]")
_DONE: Final = re.compile(rf"{any_connective('already')}|被|得到")
_OPEN: Final = re.compile(rf"{any_connective('denying', 'pending', 'partly')}|比|占|[?？]")
"""What says that a deed is still to be done, or was not done of all."""
_SAY_NO_DEED: Final = connectives("link", "light", "doing", "already", "being", "manner", "completed")


def part_done(
    claim: Statement, stated: Statement, beside: Sequence[Statement]
) -> tuple[str, Statement | None]:
    """Return what a claim says is done of all of ``stated``, and the part of it, told ``beside`` it, of which it is.

    "" where it says nothing of the kind, or the source may say it too.
    """
    said = _said_of_all(claim)
    if not said:
        return "", None
    group = _PART.split(_behind(stated))[0]
    end = stated.figure.end + len(group)
    parts = [
        one
        for one in beside
        if stated.figure.end <= one.figure.start < end and _may_be_part(one.figure, stated.figure)
    ]
    deeds = list(_deeds(said))
    own = _CLAUSE.split(_before(stated))[-1] + "|" + _until_number(_CLAUSE.split(group)[0])
    if not parts or not deeds or any(says(own, deed) for deed in deeds) or done_with_all(stated):
        return "", None
    parts = [one for one in parts if not _OPEN.search(_around(one))]
    done = [one for one in parts if any(says(_around(one), deed) for deed in deeds)]
    if not done and len(parts) == 1 and _ALL.search(said) and _DONE.search(_around(parts[0])):
        done = parts  # 已收回745万元: 如数要了回来
    if _come_to(parts, stated):  # 封存9辆、拍卖5辆: 14辆全部处置, and not 全部拍卖
        done = [one for one in done if any(deed in _around(one) for deed in deeds)]
    return ("", None) if not done or _come_to(done, stated) else (said, done[0])


def _said_of_all(claim: Statement) -> str:
    """Return what the claim says behind its figure of all of it: with a word for all, or as done, up to the next number."""
    behind = _behind_all(_PART.split(_behind(claim))[0])
    until = _until_number(behind)
    clauses = _CLAUSE.split(until)
    if len(until) < len(behind):
        clauses = clauses[:-1]  # 已整改251户: the deed of the next number
    own = next(iter(clauses), "")
    for clause in clauses:
        if match := _ALL.search(clause):
            return "" if _OPEN.search(clause, match.end()) else clause[match.start() :]
        if _OPEN.search(clause):
            return ""
    return own if _DONE.search(own) or "了" in own else ""


def _behind_all(text: str) -> str:
    """Return what stands behind a figure and those that are told of the same with it (13户、637万元|已全部收回)."""
    while match := _BESIDE.match(text):
        unit = unit_at(text, match.end())
        text = text[match.end() + (len(unit.name) if unit else 0) :]
    return text


def done_with_all(statement: Statement) -> str:
    """Return what is said behind a figure to be done with all of it (…，现已|全部销号), "" where a number stands before it."""
    for clause in _CLAUSE.split(_PART.split(_behind(statement))[0]):
        match = _ALL.search(clause)
        if match and not _NUMBER.search(clause, 0, match.start()):
            return clause[match.start() :]
    return ""


def _deeds(said: str) -> Iterator[str]:
    """Yield the verbs of what is said that say what was done."""
    for word, tag in segmenter().tag(_ALL.sub("", said)):
        if tag.startswith("v") and word not in _SAY_NO_DEED:
            yield word


def _may_be_part(one: Figure, whole: Figure) -> bool:
    same = one.kind is whole.kind and not one.change and interchangeable(one.unit, whole.unit)
    return (
        same
        and one.kind in {Kind.COUNT, Kind.MONEY, Kind.MEASURE}
        and one.value is not None
        and whole.value is not None
        and one.value < whole.value
    )


def _until_number(text: str) -> str:
    return _NUMBER.split(text)[0]


def _around(statement: Statement) -> str:
    """Return what stands around a figure in its clause, or the one that it is told with (收回9户、441万元)."""
    pieces = _CLAUSE.split(_before(statement))[-1].split("、")
    before = pieces.pop()
    while pieces and not before:
        before = _until_number(pieces.pop())
    behind = _CLAUSE.split(_behind(statement))[0].split("、")[0]
    return f"{before}|{_until_number(behind)}"


def _before(statement: Statement) -> str:
    return statement.quote[: statement.figure.start - statement.start]


def _behind(statement: Statement) -> str:
    return statement.quote[statement.figure.end - statement.start :]


def _come_to(parts: Sequence[Statement], whole: Statement) -> bool:
    return sum(map(_size, parts), Decimal(0)) >= _size(whole)


def _size(statement: Statement) -> Decimal:
    return statement.figure.value or Decimal(0)
