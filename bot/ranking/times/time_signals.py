"""Of when a statement is, as signals: a question and a statement in, named numbers from 0 to 1 out."""

import re
from typing import Final

from bot.question.question import Question
from bot.ranking.figure_context import is_row
from bot.ranking.term_presence import StatementSetting
from bot.ranking.times.period_fit import period_fit
from corpus.figure import Kind, Statement
from corpus.lexicon.function_words import COMPARED_WITH
from corpus.times.periods import parse_period

_PART_OF_YEAR: Final = re.compile(r"\d{1,2}月|[一二三四]季度|[上下]半年")
_REPORT_OF: Final = {"上半年": "半年报"}
"""The report that is of a part of a year; that of a quarter (一季报) begins with it."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?= ?年|[-—–~至/]\d|\.\d{1,2}\.)")
"""A year as it is written in texts, which is no figure beside it: 2021亿元."""
_FISCAL: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})年[度]")
_YEAR_BESIDE: Final = re.compile(
    r"(?:较|(?<!占)比|[与同和跟](?=[^，,。；;]{0,8}相[比较]))(?:[去上]年|(?:19|20)\d{2}年|第?[一二三四]季度|[上下]半年|\d{1,2}月)"
)
"""A time that a level is compared with: 较2022年的745件下降, 比三季度多92家, 与2022年度相比."""
_YEARS_ON_END: Final = re.compile(
    r"(?<!\d)((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:\d{1,2}日)? ?[至到—–~～-] ?((?:19|20)\d{2})(?=年)"
)
"""Years of which only the first and the last are told: 2017年1月至2022年8月."""
_BEFORE_NOW: Final = re.compile("[去前]年|上一?年")
"""A year that is told by when it is asked, or told."""
_CLAUSE: Final = re.compile("[，,；;。：:]")
_MONTH: Final = re.compile(r"(?:\d{4}年)?\d{1,2}月份?")
_MONTHS: Final = re.compile(r"\d{1,2}(?=月)")
_SAME_TIME: Final = "年同期"


def time_signals(question: Question, setting: StatementSetting) -> dict[str, float]:
    """Return the signals of time."""
    period = period_fit(question, setting.statement)
    return {
        "period": period,
        "other_time": float(
            (not period and not _is_dated_within(question, setting))
            or _is_compared_away(question, setting)
            or _is_of_other_year(question, setting)
            or _is_of_now(question, setting)
        ),
        "compared_with": float(_is_compared_with(question, setting)),
        "untimed": float(period < 1.0 and _is_untimed(question, setting)),
    }


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
    if any(map(_FISCAL.search, question.periods)):
        if fiscal := _FISCAL.findall(told):
            return not asked & set(fiscal)
        if asked & set(_FISCAL.findall(statement.title)):
            return False  # 2022年度审计整改报告, which tells in 2023 what came of it
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


def _is_untimed(question: Question, setting: StatementSetting) -> bool:
    """Whether a question names a year or a part of it, and nothing in, over or before the sentence is of it.

    What is told of no year is of now, and so not of the year before (去年).
    """
    years = {year for period in question.periods for year in _YEAR.findall(period)}
    parts = {part.rstrip("度") for period in question.periods for part in _PART_OF_YEAR.findall(period)}
    statement = setting.statement
    own = f"{statement.figure.period}{statement.figure.metric}{statement.quote}{setting.over}"
    told = _uncompared(f"{own}{setting.before}")
    if len(years) == 1:
        told = _YEARS_ON_END.sub(_in_short, told)
    dated = told + statement.published[:4]
    before_now = any(map(_BEFORE_NOW.match, question.periods))
    return (
        bool(years and not any(map(dated.__contains__, years)))
        or bool(parts and not any(part in told or _REPORT_OF.get(part, part) in told for part in parts))
        or (before_now and not (_BEFORE_NOW.search(own) or _YEAR.search(own)))
    )


def _in_short(years: re.Match[str]) -> str:
    """Return years on end without the first, where they are more than two: 任期2017年至2022年 is no time of 2017年."""
    return years[0] if int(years[2]) - int(years[1]) < 2 else ""
