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
    period_fit,
    speaks_for_all,
)
from bot.ranking.series import is_other_of_series, marks_fit, numbers_in, series_in
from bot.ranking.term_presence import StatementSetting
from corpus.figure import Kind, Statement
from corpus.lexicon.function_words import COMPARED_WITH
from corpus.organisations.name_parts import name_parts
from corpus.organisations.short_names import is_in_order
from corpus.times.periods import parse_period

_NUMBERED: Final = re.compile(
    r"(?:(?<![上下本每这历])第?([一二三四五六七八九十百]+|\d+))(届|号线|号|期|季|代|部)(?![一-鿿]?元)"
)
_PART_OF_YEAR: Final = re.compile(r"\d{1,2}月|[一二三四]季度|[上下]半年")
_REPORT_OF: Final = {"上半年": "半年报"}
"""The report that is of a part of a year; that of a quarter (一季报) begins with it."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?= ?年|[-—–~至/]\d|\.\d{1,2}\.)")
"""A year as it is written in texts, which is no figure beside it: 2021亿元."""
_FISCAL: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})年[度]")
_YEAR_BESIDE: Final = re.compile(
    r"(?:较|(?<!占)比)(?:[去上]年|(?:19|20)\d{2}年|第?[一二三四]季度|[上下]半年|\d{1,2}月)"
)
"""A time that a level is compared with: 较2022年的745件下降, 比三季度多92家."""
_SENTENCE: Final = re.compile("[；;。\n]")
_COLON: Final = re.compile("[：:]")
_LEAD: Final = 8
"""Characters that may stand before the one who acts at the beginning of a sentence (整改情况：荷叶村)."""
_CLAUSE: Final = re.compile("[，,；;。：:]")
_MONTH: Final = re.compile(r"(?:\d{4}年)?\d{1,2}月份?")
_MONTHS: Final = re.compile(r"\d{1,2}(?=月)")
_FAR: Final = 2000
_SHORT: Final = 3
"""Characters of a name that are found in many a longer one in their order."""
_SAME_TIME: Final = "年同期"


def belonging_signals(question: Question, setting: StatementSetting) -> dict[str, float]:
    """Return the signals of organisation, time, round and number."""
    statement, place = setting.statement, setting.place
    organisation = organisation_fit(question, statement, place)
    period = period_fit(question, statement)
    marks = marks_fit(question, statement)
    collective = bool(question.rounds) and not any(name_parts(name).unit for name in question.orgs)
    own = statement.figure.org
    asked = bool(question.orgs) or (bool(own) and own in question.text)
    return {
        "organisation": organisation,
        "stranger": float(not organisation and not _is_named(question, setting)),
        "issuer": float(bool(question.orgs) and place is not None and issued_by(question, place)),
        "unissued": float(place is not None and not place.report.organisation),
        "unowned": float(place is not None and not (place.report.organisation or asked)),
        "period": period,
        "other_time": float(
            (not period and not _is_dated_within(question, setting))
            or _is_compared_away(question, setting)
            or _is_of_other_year(question, setting)
            or _is_of_now(question, setting)
        ),
        "compared_with": float(_is_compared_with(question, setting)),
        "untimed": float(period < 1.0 and _is_untimed(question, setting)),
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
    of whom they are: 兽药公司补缴税款67.4万元，农机公司注销.
    """
    named = {name for name in question.orgs if name_parts(name).unit}
    own = {
        (one.report, one.figure.unit)
        for one, signals in told
        if one.figure.org in named and signals["deed"] == DEED_SAID
    }
    names = {*question.orgs, *question.members, *owners_named(question, (one for one, _ in told))}
    for one, signals in told:
        other = signals["organisation"] < 1.0 and (one.report, one.figure.unit) in own
        other = other or _is_of_one_beside(names, question, one, places.get(one.report))
        yield one, signals | ({"stranger": 1.0} if other else {})


def owners_named(question: Question, statements: Iterable[Statement]) -> frozenset[str]:
    """Return the owners of ``statements`` that a question names beside whom their reports are of: 水务公司 of a group."""
    owners = {(one.figure.org, one.title) for one in statements if len(one.figure.org) >= _SHORT}
    return frozenset(
        owner
        for owner, title in owners
        if owner in question.text
        and not name_parts(owner).region  # 市教育局和市农业农村局哪个高: each is asked of by itself
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


def _is_compared_with(question: Question, setting: StatementSetting) -> bool:
    """Whether a statement is of the time that a question only compares with.

    6月下调10个基点 is, where 与6月份相比 is asked, and so is the level of 2020 where 比2020年 is; 与2019年相比 itself
    says when nothing was done.
    """
    statement = setting.statement
    start = statement.figure.start - statement.start
    if statement.figure.kind is Kind.DATE and any(
        match.start() < start < match.end() for match in COMPARED_WITH.finditer(statement.quote)
    ):
        return True
    months = set(_MONTHS.findall(statement.quote))
    if any(months == set(_MONTHS.findall(time)) for time in question.compared if _MONTH.fullmatch(time)):
        return True
    years = [time for time in set(question.compared) - set(question.periods) if _YEAR.search(time)]
    return not statement.figure.change and any(time in statement.figure.period for time in years)


def _is_compared_away(question: Question, setting: StatementSetting) -> bool:
    """Whether the sentence gives the time that is asked to another level: 612件，较2022年的745件下降, of 2022年."""
    statement = setting.statement
    if statement.figure.change or statement.figure.period:
        return False
    start = statement.figure.start - statement.start
    for period in set(question.periods) - set(question.compared):
        spans = [match for match in _YEAR_BESIDE.finditer(statement.quote) if period in match[0]]
        if spans and period not in _uncompared(statement.quote) and all(one.end() > start for one in spans):
            return True
    return False


def _is_of_other_year(question: Question, setting: StatementSetting) -> bool:
    """Whether the year that is asked for is not the one of which a figure without a time is told, or of which its audit was.

    2022年度审计查出问题……截至2023年11月底 is of 2022年度; 2022年亏损额降至……。实现利润总额 is of 2022年.
    """
    statement, place = setting.statement, setting.place
    asked = {year for period in question.periods for year in _YEAR.findall(period)}
    if not asked:
        return False
    told = statement.quote[: statement.figure.start - statement.start]
    if any(map(_FISCAL.search, question.periods)) and (fiscal := _FISCAL.findall(told)):
        return not asked & set(fiscal)
    if statement.figure.period or place is None or is_row(statement):
        return False
    text = place.report.text
    paragraph = text[text.rfind("\n", 0, statement.figure.start) + 1 : statement.figure.start]
    return bool(years := _YEAR.findall(_uncompared(paragraph))) and years[-1] not in asked


def _is_of_now(question: Question, setting: StatementSetting) -> bool:
    """Whether the same time a year before (去年同期) is asked for, and a figure is not told of it: 216件，去年同期132件."""
    own = f"{setting.statement.figure.period}{setting.around.before}"
    return any(time.endswith(_SAME_TIME) for time in question.periods) and _SAME_TIME not in own


def is_ahead(question: Question, statement: Statement) -> bool:
    """Whether a figure is of a year after its report's, which nobody asks for: a plan, whatever it is called."""
    years = _YEAR.findall(statement.figure.period)
    ahead = bool(years and statement.published) and min(years) > statement.published[:4]
    return ahead and not any(years[0] in period for period in question.periods)


def _is_dated_within(question: Question, setting: StatementSetting) -> bool:
    """Whether a figure that stands at another date is told of the time that is asked for, which its sentence begins with.

    2022年度查出问题38个，截至2023年11月底整改36个 is of both; of 2023年新增6家，2022年4家 each is of its own year.
    """
    statement = setting.statement
    stated = parse_period(statement.figure.period)
    told = _uncompared(_closed(statement.quote[: statement.figure.start - statement.start]))
    if any(time in _CLAUSE.split(told)[-1] for time in question.periods):
        return True
    if stated is None:
        return any(time in _uncompared(_closed(statement.quote)) for time in question.periods)
    return stated.as_of and any(time in told and not _is_date(time) for time in question.periods)


def _is_date(time: str) -> bool:
    stated = parse_period(time)
    return stated is not None and stated.as_of


def _uncompared(text: str) -> str:
    """Return ``text`` without the years that it only compares with."""
    return _YEAR_BESIDE.sub("", text)


def _closed(text: str) -> str:
    """Return ``text`` without the spaces that some set around numbers."""
    return text.replace(" ", "").replace("\u3000", "")


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


def _is_untimed(question: Question, setting: StatementSetting) -> bool:
    """Whether a question names a year or a part of it, and nothing in, over or before the sentence is of it."""
    years = {year for period in question.periods for year in _YEAR.findall(period)}
    parts = {part.rstrip("度") for period in question.periods for part in _PART_OF_YEAR.findall(period)}
    statement = setting.statement
    told = _uncompared(
        f"{statement.figure.period}{statement.figure.metric}{statement.quote}{setting.over}{setting.before}"
    )
    dated = told + statement.published[:4]
    return bool(years and not any(map(dated.__contains__, years))) or bool(
        parts and not any(part in told or _REPORT_OF.get(part, part) in told for part in parts)
    )


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
