"""Of which deed a date is: the matches of a question that asks when, in; those whose date is of what it asks, out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.question.content_words import COMPLEMENTS, is_action, is_said, variants
from bot.question.question import Question, Sought
from bot.ranking.asking_words import happening
from bot.ranking.matching import Match
from checker.comparison.plan_marks import is_planned
from corpus.figure import Kind, Statement
from corpus.lexicon.synonyms import STAGE_WORDS
from corpus.lexicon.wording.connectives import any_connective, connectives

_OF_PAPER: Final = re.compile("[发公印刊][布开发]|通报|落款|成文|签[发字]|报告|[发出写登]的|日期")
"""What is asked of the day that stands alone under a report."""
_NAMES: Final = (
    "[小分大]?(?:[组办局厅署委院队站室司]|中心|机关|机构|部门|人员)|意见|反馈|报告|结果|发现|的"
    f"|{any_connective('outcome')}"
)
"""What makes a name of a deed: 巡察组 is who inspects, 巡察意见 what came of it, 反馈的 which problems."""
_PLANS: Final = any_connective("planning")
_WHEN: Final = "(?:什么时候|啥时候|何时|几时|哪[年月天日]|几月份?)"
_WILL: Final = re.compile(
    rf"(?:{_WHEN}(?:才|就|还)?(?:(?<![可不])能够?|可以|会|得|要|{_PLANS})|(?:{_PLANS}){_WHEN})[一-鿿]{{0,6}}"
    rf"(?:{'|'.join(sorted(COMPLEMENTS, key=len, reverse=True))}|成|到位|掉|结)"
)
"""How it is asked when something is to be done: 什么时候能改完, 预计什么时候办结; a name may hold such a word (村委会何时…)."""
_HAPPENED: Final = re.compile("[了过](?![一-鿿])|的[？?]?$")
"""How it is asked when something was done: 什么时候反馈的."""
_ONLY_PLAN: Final = 0.7
"""How sure the one date is that a report plans the deed for."""
_COMPLETED: Final = tuple(form for word in sorted(connectives("reached")) for form in variants(word))
_BEFORE_IT: Final = re.compile("之?前")
_CLAUSE: Final = re.compile("[，,；;。]")


def dates_of_deed(question: Question, sought: Sought, matches: Sequence[Match]) -> list[Match]:
    """Return the matches without the dates that are of something else than is asked; all where no date is asked.

    A day that stands alone under a report is only when that was published; who does a deed by name (巡察组) does not
    tell that it was done, where another date does; of what is still to be done only a plan tells when.
    """
    if sought.asked is None or sought.asked.kinds != {Kind.DATE} or question.language != "zh":
        return list(matches)
    deed = happening(sought)
    kept = list(matches)
    if (is_action(deed) or deed in STAGE_WORDS) and not _OF_PAPER.search(question.wording):
        kept = [one for one in kept if not _stands_alone(one.statement)]
    if _WILL.search(question.wording):
        return _planned(deed, kept)
    if _HAPPENED.search(question.wording):
        kept = [one for one in kept if not (is_planned(one.statement) or _is_deadline(one.statement))]
    if deed in STAGE_WORDS:
        kept = [
            one for one in kept if is_said(deed, one.statement.quote)
        ]  # no day of 巡察 tells when it was 改完
    named = [one for one in kept if deed and _is_in_names(deed, one.statement)]
    told = any(is_said(deed, one.statement.quote) for one in kept if one not in named) if named else False
    return [one for one in kept if one not in named] if told else kept


def _is_deadline(statement: Statement) -> bool:
    """Whether a day is one by which something is to be done (5月20日前报送), on which nothing happened."""
    return bool(_BEFORE_IT.match(statement.quote, statement.figure.end - statement.start))


def _stands_alone(statement: Statement) -> bool:
    return statement.quote.strip(" 　。（）()") == statement.figure.raw


def _is_in_names(deed: str, statement: Statement) -> bool:
    """Whether the sentence of a date says a deed only in the names of those who do it."""
    if not is_said(deed, statement.quote):
        return False
    said = (deed,) if deed in statement.quote else sorted(variants(deed), key=len, reverse=True)
    forms = "|".join(map(re.escape, said))
    return not re.search(f"(?:{forms})(?!{_NAMES})", statement.quote)


def _planned(deed: str, matches: Sequence[Match]) -> list[Match]:
    """Return the dates that are planned, surely where there is but one by which the deed is to be done."""
    plans = [one for one in matches if is_planned(one.statement)]
    forms = (*variants(deed), *_COMPLETED) if deed else _COMPLETED
    fits = [one for one in plans if any(form in _clause_of(one.statement) for form in forms)]
    if len({one.statement.figure.value or one.statement.figure.raw for one in fits}) != 1:
        return plans
    first = replace(fits[0], score=max(fits[0].score, _ONLY_PLAN))
    return [first, *(one for one in plans if one is not fits[0])]


def _clause_of(statement: Statement) -> str:
    """Return the part of its sentence, between commas, that a date stands in."""
    start = statement.figure.start - statement.start
    end = statement.figure.end - statement.start
    return _CLAUSE.split(statement.quote[:start])[-1] + _CLAUSE.split(statement.quote[end:])[0]
