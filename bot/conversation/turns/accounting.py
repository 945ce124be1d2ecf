"""How much of what a turn says an answer accounts for: words, times and a draft in, a share out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.pipeline import Drafted
from bot.conversation.facts.terms import says_done
from bot.conversation.turns.member_sorts import numbered_parts
from bot.question.content_words import is_action, is_proper, is_said, names_place, variants
from bot.question.question import Question
from bot.ranking.matching import SURE_ENOUGH, Match
from bot.ranking.scope import organisation_fit
from checker.comparison.plan_marks import is_planned
from corpus.figure import Kind, Statement
from corpus.lexicon.rates import rate_words
from corpus.lexicon.synonyms import GENERIC_WORDS, WORDINGS
from corpus.lexicon.wording.denials import NOT_DONE
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.times.periods import PeriodRelation, parse_period, resolve_period, same_period
from corpus.times.rounds import are_others

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

ALL: Final = 0.99
"""The share of a turn's own words that an answer must account for before it is taken at once."""

HALF: Final = 0.5
"""Less than that is no answer to what was said."""

_ELSEWHERE: Final = 0.7
"""What a word counts that stands in the sentence, and not in what the figure counts."""

_OTHER_TIME: Final = 0.4
"""What is left of an answer that is of another time than the turn says."""

_UNTOLD_TIME: Final = 0.45
"""What is left of an answer that tells no time, where the turn says nothing but a time."""

_OTHER_ROLE: Final = 0.45
"""What is left of a plan where what is was asked, and of what is where the aim was asked."""

_FEW: Final = 2
"""Reports that tell a word, up to which it still tells one of them from the others."""

_HAN: Final = re.compile("[一-鿿]{2}")
_LEAST_SAID: Final = 0.5
"""How far a report must say a word for it to speak of that at all."""

_DENIED: Final = re.compile(f"(?:{NOT_DONE}|(?<!而)未(?!来|必|免))(?!有)[一-鿿]")
"""What says that something was not done; 批而未供 names land."""
_LEFT: Final = re.compile(f"{NOT_DONE}|[未不无]|剩|其余|余下|[尚仍]|还[有在]")
_TO_KEEP: Final = re.compile("不(?:得|应|能)?(?:低|高|少|多|超|大|小)[于过出]$")
_WORDS: Final = re.compile("^[一-鿿]+")
_NO_RATES: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.ORDINAL})
_PLACE: Final = "第几"
_SHORT: Final = 2
_ALL_REPORTS: Final = "整改"
_DONE_WITH: Final = WORDINGS[0][1].removesuffix(_ALL_REPORTS)


def accounted(own: Sequence[str], periods: Sequence[str], drafted: Drafted, *, plan: bool = False) -> float:
    """Return the share of a turn's own words and times that a draft's statements and quotations say, 0 to 1."""
    draft = drafted.draft
    if len(draft.statements) == 1 and not draft.derived:
        stated = draft.statements[0]
        if draft.of_set:  # found by all words together: its report's title says some of them
            stated = replace(stated, quote=f"{stated.title}{stated.quote}")
        return account_of(own, periods, stated, plan=plan)
    if draft.of_set:
        return 1.0
    text = "".join(f"{one.title}{one.section}{one.quote}" for one in draft.citations)
    text += "".join(f"{one.figure.org}{one.figure.metric}{one.clause}{one.about}" for one in draft.statements)
    return sum(_says(word, text, loose=True) for word in own) / len(own) if own else 1.0


def account_of(
    own: Sequence[str], periods: Sequence[str], statement: Statement, *, plan: bool = False
) -> float:
    """Return the share that one statement accounts for: words of what it counts in full, others of its sentence less."""
    figure = statement.figure
    near = f"{figure.org}{figure.metric}{statement.clause}{statement.about}{statement.section}"
    if figure.kind is Kind.DATE:
        near += statement.quote  # a date counts nothing: its sentence says what happened
    own = _without_stage(own, near)
    said = [max(_says(word, near), _ELSEWHERE * _says(word, statement.quote, loose=True)) for word in own]
    share = sum(said) / len(said) if said else 1.0
    share *= 1.0 if is_aim(statement) is plan or statement.figure.kind is Kind.DATE else _OTHER_ROLE
    if _of_another_time(periods, statement):
        return share * _OTHER_TIME
    return share * (_UNTOLD_TIME if not own and periods and _tells_no_time(periods, statement) else 1.0)


def account_in_report(own: Sequence[str], periods: Sequence[str], statement: Statement, text: str) -> float:
    """Return the share that one statement and its report's title account for; 0 where the report, ``text``, says not every word."""
    if any(_says(word, text) < _LEAST_SAID for word in own):
        return 0.0
    return account_of(own, periods, replace(statement, about=f"{statement.about}|{statement.title}"))


def share_of_report(
    own: Sequence[str], periods: Sequence[str], drafted: Drafted, knowledge: "Knowledge"
) -> float:
    """Return how much of a turn the best match of a draft accounts for with its report's title, 0 where that is not sure."""
    match = match_of(drafted)
    if match is None or match.score < SURE_ENOUGH:
        return 0.0
    if denies(drafted.question.wording) and not is_denied(match.statement):
        return 0.0
    return account_in_report(own, periods, match.statement, knowledge.place(match.statement.report).told)


def _without_stage(own: Sequence[str], near: str) -> Sequence[str]:
    """Return the words of a turn without 完成 beside 整改, where what is near a figure says in its own words that it was done (已改)."""
    told = _ALL_REPORTS in own and says_done(near) and is_said(_ALL_REPORTS, near)
    return [word for word in own if word != _DONE_WITH] if told else own


def is_aim(statement: Statement) -> bool:
    """Whether a figure tells what is aimed at: as a plan, or as a bound that is to be kept (不低于92%)."""
    before = statement.quote[: statement.figure.start - statement.start]
    return is_planned(statement) or bool(_TO_KEEP.search(f"{before}{_bound_of(statement)}"))


def _bound_of(statement: Statement) -> str:
    """Return the words that begin a figure (不低于 of 不低于92%)."""
    return next(iter(_WORDS.findall(statement.figure.raw)), "")


def _of_another_time(periods: Sequence[str], statement: Statement) -> bool:
    stated = parse_period(statement.figure.period) if statement.figure.period else None
    if stated is None or not periods:
        return False
    relations = {same_period(resolve_period(one), stated) for one in periods}
    return relations == {PeriodRelation.DIFFERENT} or (
        relations == {PeriodRelation.UNKNOWN}
        and all(one not in statement.figure.period for one in periods)
        and any(one.endswith("届") for one in periods)
    )


def _tells_no_time(periods: Sequence[str], statement: Statement) -> bool:
    """Whether a statement says nothing of the times that are all that a turn says."""
    return not statement.figure.period and not any(one in statement.quote for one in periods)


def _says(word: str, text: str, *, loose: bool = False) -> float:
    """Return how far a text says a word; ``loose`` says that the characters of a short one may stand anywhere in it."""
    forms = variants(word)
    if word.startswith(_ALL_REPORTS) and len(word) > len(_ALL_REPORTS) + 1:
        forms = (*forms, *variants(word.removeprefix(_ALL_REPORTS)))  # all measures are those of 整改
    if any(form in text for form in forms):
        return 1.0
    pairs = [word[place : place + 2] for place in range(len(word) - 1)]
    held = sum(pair in text for pair in pairs)
    if pairs and held * 2 >= len(pairs):
        return 1.0
    pair = len(word) == _SHORT
    if pair and loose and all(character in text for character in word):
        return 1.0
    if pair and re.search(f"{re.escape(word[0])}[^，,。；;\\d]{{0,4}}{re.escape(word[1])}", text):
        return 1.0
    return _ELSEWHERE if word in GENERIC_WORDS else 0.0


def names_others(own: Sequence[str], drafted: Drafted, knowledge: "Knowledge") -> bool:
    """Whether a turn names a round, a numbered part or a place of which the reports of a draft say nothing."""
    draft = drafted.draft
    cited = {one.report for one in draft.statements} | {one.report for one in draft.citations}
    told = "".join(knowledge.place(report).told for report in cited)
    if are_others(drafted.question.rounds, told):
        return True
    said = drafted.question.wording
    numbered = numbered_parts(said)
    places = (word for word in own if word in said and names_place(word) and word not in GENERIC_WORDS)
    joined = told.replace("、", "")  # 堆存费港杂费, which the report tells off
    return any(name not in told and name not in joined for name in (*numbered, *places))


def passes_over_name(own: Sequence[str], statement: Statement, knowledge: "Knowledge") -> bool:
    """Whether a turn begins with a name that the report of a statement tells, and that the statement is not told of.

    锦园专项借款多少 is not answered with the loan of all, where the report tells of 锦园 elsewhere.
    """
    name = own[0] if len(own) > 1 else ""
    return is_proper(name) and _is_told_elsewhere(name, statement, knowledge)


def passes_over_owner(names: Sequence[str], statement: Statement, knowledge: "Knowledge") -> bool:
    """Whether one of those that a turn names is told of in the report of a statement, and the statement is not told of that one.

    白沙县呢 is not answered with the rate of the whole basin, where the report has a row of 白沙县.
    """
    owners = {one.figure.org for one in knowledge.statements([statement.report])}
    place = knowledge.place(statement.report)
    whole = place.report.organisation
    apart = (Sameness.DIFFERENT, Sameness.UNKNOWN)
    return any(
        names_place(name)
        and name in owners
        and name != place.region
        and _is_told_elsewhere(name, statement, knowledge)
        and (not whole or same_organisation(name, whole) in apart)
        for name in names
    )


def _is_told_elsewhere(name: str, statement: Statement, knowledge: "Knowledge") -> bool:
    """Whether the report of a statement tells of a name, and what is told of the statement does not."""
    figure = statement.figure
    told = (
        f"{statement.title}{statement.section}{statement.quote}{statement.about}{figure.org}{figure.metric}"
    )
    text = knowledge.place(statement.report).report.text
    return name in text and not is_said(name, told)


def told_by_many(own: Sequence[str], knowledge: "Knowledge") -> bool:
    """Whether all words of a turn are told by several reports, so that none of them tells of whom it speaks (移送公安几人)."""
    if not own or not knowledge.is_small:
        return False
    texts = [place.report.text for place in knowledge.places(knowledge.titles).values()]
    return all(sum(is_said(word, text) for text in texts) > _FEW for word in own)


def says_no_thing(own: Sequence[str], text: str) -> bool:
    """Whether a report says nothing of a thing that a turn names by two words or more, whoever else tells of it (一般债券)."""
    things = [word for word in own if _HAN.match(word) and not is_action(word) and word not in GENERIC_WORDS]
    return len(things) > 1 and any(_says(word, text) < _LEAST_SAID for word in things)


def is_of_all(named: Question | None, statement: Statement, knowledge: "Knowledge") -> bool:
    """Whether a statement is of all that a question names, which names somebody or a time (海南的, 5月底的)."""
    if named is None or not (named.orgs or named.members or named.periods) or named.rounds:
        return False
    own = all(one in statement.figure.org for one in named.members)
    timely = all(one in statement.figure.period for one in named.periods)
    return own and timely and organisation_fit(named, statement, knowledge.place(statement.report)) == 1.0


def of_another_kind(asking: Question, drafted: Drafted) -> bool:
    """Whether a draft states another sort of quantity than the measure that is asked in (多少户: 16.6个百分点), or than a rate."""
    sought, direct = asking.sought, drafted.draft.direct
    asked = sought[0].asked if len(sought) == 1 else None
    if _PLACE in asking.wording and direct and not direct.raw.startswith(_PLACE[0]):
        return True  # in which place: no number of places
    if asked is None or direct is None or not asked.kinds:
        return False
    if asked.firm and direct.kind not in asked.kinds:
        return True  # 什么时候能改完: no 24个
    rate = any(word.endswith(rate_words("rate")) for word in (*sought[0].words, *sought[0].context))
    return direct.kind not in asked.kinds if asked.measure else rate and direct.kind in _NO_RATES


def says_literally(verbs: Sequence[str], statement: Statement) -> bool:
    """Whether what a figure counts says the very verbs of a turn (追回, not 收回)."""
    near = f"{statement.figure.metric}{statement.clause}"
    return all(verb in near for verb in verbs)


def denies(wording: str) -> bool:
    """Whether a turn asks of what was not done (还有几个没改完)."""
    return bool(_DENIED.search(wording))


def is_denied(statement: Statement) -> bool:
    """Whether a figure counts what was not done, or what is left of it."""
    behind = statement.quote[statement.figure.end - statement.start :]
    told = f"{statement.figure.metric}{statement.clause}{statement.about}"
    return bool(_LEFT.search(told) or _LEFT.match(behind))


def match_of(drafted: Drafted) -> Match | None:
    """Return the match whose statement a draft states alone, None where it states another."""
    stated = alone(drafted)
    matches = drafted.found.matches[0] if drafted.found.matches else ()
    return next((one for one in matches if stated is not None and one.statement == stated), None)


def alone(drafted: Drafted) -> Statement | None:
    """Return the one statement that a draft states as it stands, None where it states several or none."""
    draft = drafted.draft
    single = len(draft.statements) == 1 and not draft.refused and not draft.derived
    return draft.statements[0] if single else None
