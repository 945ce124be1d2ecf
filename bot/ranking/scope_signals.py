"""Whose and of when a statement is, as signals: a question and a statement in, named numbers from 0 to 1 out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from bot.question.member_names import is_told
from bot.question.question import Question
from bot.ranking.alignment_signals import told_up_to
from bot.ranking.asking_words import DEED_SAID
from bot.ranking.figure_context import is_row
from bot.ranking.scope import (
    Place,
    is_collective_name,
    issued_by,
    organisation_fit,
    speaks_for_all,
)
from bot.ranking.series import is_other_of_series, marks_fit, numbers_in, series_in
from bot.ranking.term_presence import StatementSetting
from bot.ranking.times.time_signals import time_signals
from corpus.figure import Statement
from corpus.organisations.name_parts import name_parts
from corpus.organisations.short_names import is_in_order

_NUMBERED: Final = re.compile(
    r"(?:(?<![上下本每这历])第?([一二三四五六七八九十百]+|\d+))(届|号线|号|期|季|代|(?<=第[一二三四五六七八九十\d])部)(?![一-鿿]?元)"
)
_SENTENCE: Final = re.compile("[；;。\n]")
_COLON: Final = re.compile("[：:]")
_LEAD: Final = 8
"""Characters that may stand before the one who acts at the beginning of a sentence (整改情况：荷叶村)."""
_FAR: Final = 2000
_SHORT: Final = 3
"""Characters of a name that are found in many a longer one in their order."""


def belonging_signals(question: Question, setting: StatementSetting) -> dict[str, float]:
    """Return the signals of organisation, time, round and number."""
    statement, place = setting.statement, setting.place
    organisation = organisation_fit(question, statement, place)
    marks = marks_fit(question, statement)
    collective = bool(question.rounds) and not any(name_parts(name).unit for name in question.orgs)
    own = statement.figure.org
    asked = bool(question.orgs) or (bool(own) and own in question.text)
    return time_signals(question, setting) | {
        "organisation": organisation,
        "stranger": float(not organisation and not _is_named(question, setting)),
        "issuer": float(bool(question.orgs) and place is not None and issued_by(question, place)),
        "unissued": float(place is not None and not place.report.organisation),
        "unowned": float(place is not None and not (place.report.organisation or asked)),
        "other_number": float(_is_other_number(question, setting)),
        "unnumbered": float(_is_unnumbered(question, place)),
        "round": marks,
        "other_round": float(not marks),
        "member_for_all": float(collective and not (is_collective_name(own) or speaks_for_all(own))),
    }


def is_of_other_part(name: str, setting: StatementSetting) -> bool:
    """Whether the unit ``name`` stands nowhere near a statement: it is not of that one, or nobody can tell."""
    statement = setting.statement
    told = (
        f"{statement.figure.metric}|{statement.quote}|{setting.over}|{statement.title}|{statement.figure.org}"
    )
    *lines, own = setting.before.split("\n")
    heads = (line for line in lines if len(line) <= len(name) + _LEAD)
    acts = (sentence[: len(name) + _LEAD] for one in (*heads, own) for sentence in _SENTENCE.split(one))
    issuer = setting.place.report.organisation if setting.place else ""
    in_short = len(name) > _SHORT and is_in_order(name, issuer)  # 星湾高新区, of whom all is told
    return not (in_short or any(is_told(name, text) for text in (told, *acts)))


def marked_in(question: Question, setting: StatementSetting) -> Iterator[str]:
    """Yield the names that a question has and the report in quotation marks, each with a figure of its own."""
    yield from (name for name in (setting.place.marked if setting.place else ()) if name in question.text)


def with_other_owners(
    told: Sequence[tuple[Statement, dict[str, float]]], question: Question, places: Mapping[str, Place]
) -> Iterator[tuple[Statement, dict[str, float]]]:
    """Yield statements with whether they are another's than the named unit's.

    So they are where another statement of their report is the unit's own and of the deed asked for: 全市办结1796件, and
    水务二所办结40件, give way to 水务局办结271件. So they are where their sentence tells of the unit something else, and
    of whom they are: 兽药公司补缴税款67.4万元，农机公司注销; or where they are of another of its sort.
    """
    named = {name for name in question.orgs if name_parts(name).unit}
    own = {
        (one.report, one.figure.unit)
        for one, signals in told
        if one.figure.org in named and signals["deed"] == DEED_SAID
    }
    owners = owners_named(question, (one for one, _ in told))
    names = {*question.orgs, *question.members, *owners}
    for one, signals in told:
        other = signals["organisation"] < 1.0 and (one.report, one.figure.unit) in own
        other = other or _is_of_one_beside(names, question, one, places.get(one.report))
        other = other or _is_of_its_like(one.figure.org, owners, question)
        yield one, signals | ({"stranger": 1.0} if other else {})


def owners_named(question: Question, statements: Iterable[Statement]) -> frozenset[str]:
    """Return the owners of ``statements`` that a question names beside whom their reports are of: 水务公司 of a group."""
    owners = {(one.figure.org, one.title) for one in statements if len(one.figure.org) >= _SHORT}
    return frozenset(
        owner
        for owner, title in owners
        if owner in question.text
        and not (
            name_parts(owner).region and name_parts(owner).unit
        )  # 市教育局和市农业农村局哪个高: each by itself
        and not any(owner in name for name in question.orgs)
        and not is_in_order(owner, title)
    )


def _is_of_one_beside(names: Iterable[str], question: Question, one: Statement, place: Place | None) -> bool:
    """Whether a sentence names whose its figure is, who is neither asked of nor whose report it is, and one of ``names`` too."""
    owner = one.figure.org
    whole = f"{place.report.organisation}|{one.title}" if place else one.title
    if not owner or owner not in one.quote or owner in whole or owner in question.text:
        return False
    return any(
        name in one.quote and name not in whole and name not in owner and owner not in name for name in names
    )


def _is_of_its_like(owner: str, named: Iterable[str], question: Question) -> bool:
    """Whether a figure is of one of a sort of which the question names another: of 大坪村, where 石桥村 is asked of."""
    return bool(owner) and owner not in question.text and any(owner[-1] == name[-1] for name in named)


def _is_named(question: Question, setting: StatementSetting) -> bool:
    """Whether the sentence or its headings name an organisation of the question, or the title does in full.

    A report that nobody in particular issued (news) may have named it anywhere before; but the rows above one of
    a table name others.
    """
    statement, place = setting.statement, setting.place
    near, names = told_up_to(statement) + statement.section, question.meant_alone
    owner = name_parts(statement.figure.org)
    unit = statement.figure.org.removeprefix(owner.region).removeprefix(owner.level)
    if owner.unit and unit in near:  # the sentence or its heading says whose it is
        near = f"{statement.section}；{_own_part(statement)}"
        return any(_names(name, near, statement.title) for name in names)
    if place and not place.report.organisation and not is_row(statement):
        told = place.report.text[max(0, statement.start - _FAR) : statement.start]
        near += (
            told if len(names) == len(question.orgs) else told[told.rfind("\n") + 1 :]
        )  # a member begins anew
    above = near + statement.title
    return any(name in above or _names(name, near, above) for name in names)


def _names(name: str, near: str, around: str) -> bool:
    """Whether ``near`` has a name, or its unit alone where its region stands ``around``."""
    parts = name_parts(name)
    return name in near or (bool(parts.region) and parts.unit in near and parts.region in near + around)


def _own_part(statement: Statement) -> str:
    """Return what a sentence tells before its first colon, and the part between semicolons that a figure stands in."""
    quote, at = statement.quote, statement.figure.start - statement.start
    start = max((mark.end() for mark in _SENTENCE.finditer(quote, 0, at)), default=0)
    head = _COLON.split(quote[:start])[0] if _COLON.search(quote[:start]) else ""
    return f"{head}；{_SENTENCE.split(quote[start:])[0]}"


def _is_unnumbered(question: Question, place: Place | None) -> bool:
    """Whether a question names a number beside its times (第七届, 12号线) that its report has nowhere."""
    text = question.text
    for period in question.periods:
        text = text.replace(period, "")
    asked = numbers_in(text)
    return bool(asked) and place is not None and not asked <= place.numbers


def _is_other_number(question: Question, setting: StatementSetting) -> bool:
    """Whether a question names one of a row (第28届, 十六号, 前六轮) and the sentence another of it alone."""
    quote = setting.statement.quote
    if any(series_in(question.wording)):
        counted = setting.statement.figure.metric
        told = quote[: setting.statement.figure.start - setting.statement.start]
        told = counted if any(series_in(counted)) else told  # each of a row that 分别 tells apart
        if is_other_of_series(question.wording, told):
            return True
    for number, counter in _NUMBERED.findall(question.text):
        others = {one for one, each in _NUMBERED.findall(quote) if each == counter}
        if others and number not in others and f"{number}{counter}" not in quote + setting.statement.title:
            return True
    return False
