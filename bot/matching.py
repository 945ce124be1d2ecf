"""How well a statement of a report answers what is sought: a question and statements in, ``Match``es out.

A match's score is the share of the asked words that the statement covers, times how well its kind, its
organisation, its period and its round fit; 0 says that it answers something else.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from bot.asked import fitness
from bot.belonging import Place, is_collective, marks_fit, organisation_fit, period_fit, speaks_for_all
from bot.question_words import is_action, is_weak, variants
from bot.questions import Question, Sought
from checker.features import Features, features
from checker.vocabulary import GENERIC_WORDS
from corpus.figure import Figure, Kind, Statement
from corpus.metrics import is_scope
from corpus.name_parts import name_parts

_FROM: Final = re.compile(r"[由从][^，]{0,12}$")
_CELLS: Final = re.compile(r"\S\s{2,}\S|\t|\|")
_RATE: Final = re.compile("[率比度]$")
_NOT_YET: Final = re.compile("未|没有|尚|剩余|剩")
_PLANNED: Final = re.compile(
    "力争|争取(?!到)|预计|计划|拟于|目标|(?<![一-鿿])拟(?=在|于|[一-鿿])|plan|aim|target|goal"
)
_CUT_BY: Final = {
    "up": re.compile("(?:增加|新增|提高|增收)(?![^，]*[到至为由从])"),
    "down": re.compile("(?:压减|减少|核减|降低|压缩|削减|缩减)(?![^，]*[到至为由从])"),
}
_EARLIER: Final = re.compile("原来|原先|之前|以前|此前|整改前|最初|起初|before|previous")
_CLAUSE_END: Final = re.compile("[，,；;。！？!?：:\n]")

LATER: Final = 0.2
"""How present a word is that a later figure of the sentence has for its own."""


@dataclass(frozen=True, slots=True)
class Match:
    """A statement with how well it answers, and why: each factor between 0 and 1."""

    statement: Statement
    score: float
    words: float
    organisation: float
    period: float


@dataclass(frozen=True, slots=True)
class Around:
    """The words about one figure of a sentence: after the figure before it, and up to the one after it.

    ``cut`` says that the words after it run on to the next figure, and may be that one's; ``later`` is what
    the figures after it count, ``row`` what all figures of the sentence count.
    """

    before: str
    after: str
    cut: bool
    later: str = ""
    row: str = ""


def match_statements(
    question: Question,
    sought: Sought,
    statements: Iterable[Statement],
    places: Mapping[str, Place],
    found: Mapping[tuple[str, int], float],
    anchor: Statement | None = None,
) -> list[Match]:
    """Return the statements that may answer ``sought``, best first; those that cannot are left out.

    ``found`` is how well the search liked the sentence at (report, start), between 0 and 1; ``anchor`` is the
    statement that answered the question before, where this one leans on it.
    """
    like = features(_as_statement(sought))
    matches = []
    given = list(statements)
    around = words_around(given)
    for statement in given:
        match = _match(question, sought, like, statement, around[statement], places.get(statement.report))
        if match is None:
            continue
        liked = found.get((statement.report, statement.start), 0.0)
        score = match.score * (1 + 0.08 * liked) * _nearness(statement, anchor)
        matches.append(Match(statement, score, match.words, match.organisation, match.period))
    return sorted(matches, key=lambda match: (-match.score, match.statement.report, match.statement.start))


def _as_statement(sought: Sought) -> Statement:
    """Return what is sought in the form of a statement, so that both are read alike."""
    kinds = sought.asked.kinds if sought.asked else frozenset()
    kind = next(iter(kinds)) if len(kinds) == 1 else Kind.COUNT
    text = "".join([*sought.context, *sought.words, sought.metric])
    figure = Figure("", len(text), len(text), kind, metric=sought.metric)
    return Statement(figure, "", "", text, 0, len(text), clause=sought.clause)


def _match(
    question: Question,
    sought: Sought,
    like: Features,
    statement: Statement,
    around: Around,
    place: Place | None,
) -> Match | None:
    figure, asked = statement.figure, sought.asked
    if asked is None or (is_scope(figure) and Kind.DATE not in asked.kinds):
        return None
    if asked.kinds == {Kind.DATE} and figure.raw in question.text:
        return None  # 2022年……什么时候: the year is given
    fit = fitness(asked, figure)
    marks = marks_fit(question, statement)
    if not fit or not marks:
        return None
    organisation = organisation_fit(question, statement, place)
    period = period_fit(question, statement) if organisation else 0.0
    if not organisation or not period:
        return None
    if question.rounds and not any(name_parts(name).unit for name in question.orgs):
        marks *= (
            1.0 if is_collective(figure.org) or speaks_for_all(figure.org) else 0.5
        )  # asked of the round, not of one of its members
    words = _word_fit(sought, like, statement, around)
    score = words * fit**0.5 * marks * organisation**0.7 * period * _change_fit(sought, figure, around)
    if _FROM.search(around.before) and not _EARLIER.search(question.text):
        score *= 0.9  # 由62名增加到79名: what it is now is the latter
    before = statement.quote[: figure.start - statement.start]
    if _PLANNED.search(before) and not _PLANNED.search(question.text):
        score *= 0.8  # 力争药占比降至27%以内: what is meant to be, not what is
    return Match(statement, score, words, organisation, period)


def _nearness(statement: Statement, anchor: Statement | None) -> float:
    if anchor is None:
        return 1.0
    if statement.report != anchor.report:
        return 0.85
    if statement.start == anchor.start:
        return 1.15
    return 1.08 if abs(statement.start - anchor.start) < 200 else 1.0


# Words


def words_around(statements: Sequence[Statement]) -> dict[Statement, Around]:
    """Return the words about each figure of ``statements``, which hold all of each sentence, in order."""
    around: dict[Statement, Around] = {}
    row = ""
    for place, one in enumerate(statements):
        later = _later_metrics(statements, place)
        if place == 0 or not _same_sentence(statements[place - 1], one):
            row = f"{one.figure.metric}|{later}"
        start, end = one.figure.start - one.start, one.figure.end - one.start
        low, high = 0, len(one.quote)
        if place and _same_sentence(statements[place - 1], one):
            low = statements[place - 1].figure.end - one.start
        if place + 1 < len(statements) and _same_sentence(statements[place + 1], one):
            high = statements[place + 1].figure.start - one.start
        before = _CLAUSE_END.split(one.quote[low:start])[-1]
        after = one.quote[end:] if one.figure.kind is Kind.DATE else _CLAUSE_END.split(one.quote[end:high])[0]
        around[one] = Around(before, after, end + len(after) == high < len(one.quote), later, row)
    return around


def _later_metrics(statements: Sequence[Statement], place: int) -> str:
    """Return what the figures after one count in its sentence, beyond what it counts itself."""
    one = statements[place]
    rest = takewhile(lambda other: _same_sentence(one, other), statements[place + 1 :])
    return "|".join(
        other.figure.metric
        for other in rest
        if not is_scope(other.figure) and other.figure.metric != one.figure.metric
    )


def _same_sentence(one: Statement, other: Statement) -> bool:
    return one.report == other.report and one.start == other.start


def _word_fit(sought: Sought, like: Features, statement: Statement, around: Around) -> float:
    """Return the weighted share of the asked words that the statement covers, 0 to 1."""
    theirs = features(statement)
    total = covered = 0.0
    missing = elsewhere = False
    head = [_presence(word, theirs, statement, around) for word in sought.head]
    for word in sought.words:
        weight = 2.0 if word in sought.head else _weight(word)
        presence = _presence(word, theirs, statement, around)
        missing = missing or (presence <= 0.3 and weight >= 1.0 and not is_action(word))
        elsewhere = elsewhere or (presence == LATER and is_action(word))
        total += weight
        covered += weight * presence
    for word in sought.context:
        weight = 0.4 * _weight(word)
        total += weight
        covered += weight * min(1.0, 1.6 * _presence(word, theirs, statement, around))
    share = covered / total if total else 0.5
    if head and max(head) < (0.6 if _RATE.search(sought.head[-1]) else 0.5):
        share *= 0.5  # what is counted is another thing, whatever else agrees
    extra = [word for word in theirs.words if word not in GENERIC_WORDS and word not in like.text]
    if missing and not is_row(statement) and any(_weight(word) >= 1.0 for word in extra):
        share *= 0.65  # 货物吞吐量 where 集装箱吞吐量 is asked: each has a word that the other lacks
    if elsewhere:
        share *= 0.75  # 复核低保对象1128户，清退86户: what was done to the one, not to the other
    unasked = sum(_weight(word) for word in extra) / max(1.0, sum(_weight(word) for word in theirs.words))
    named = any(_NOT_YET.search(word) and word in statement.quote for word in sought.words)
    return share * (1 - 0.15 * unasked) * _conflict_fit(like, theirs, named)


def _weight(word: str) -> float:
    if is_weak(word):
        return 0.3
    return 0.6 if word in GENERIC_WORDS else 1.0


def _presence(word: str, theirs: Features, statement: Statement, around: Around) -> float:
    """Return how surely the statement speaks of ``word``: in its metric, its clause, its sentence, above it."""
    forms = variants(word)
    metric = theirs.text + "|" + statement.figure.metric
    if word in theirs.words or any(form in metric for form in forms):
        return 1.0
    places = [place for form in forms if (place := around.after.find(form)) >= 0]
    if places:
        return 1.0 if min(places) <= 4 else (0.6 if around.cut else 0.95)
    if any(form in around.before for form in forms):
        return 0.85
    if len(word) > 2 and _shared(word, theirs.text + around.before + around.after) >= 0.6:
        return 0.6
    told = statement.quote[: statement.figure.start - statement.start]
    if any(form in around.later for form in forms) and not any(form in told for form in forms):
        return (
            0.6 if is_row(statement) else LATER
        )  # 采购预算8420万元，节约资金1265万元: the later figure's own
    if word in theirs.context or any(form in statement.quote for form in forms):
        return 0.7 if all(map(is_weak, theirs.words)) else 0.55
    if is_row(statement) and any(form in around.row for form in forms):
        return 0.6
    above = statement.section + statement.title + statement.figure.org
    if any(form in above for form in forms):
        return 0.75 if is_row(statement) else 0.4
    return 0.3 if len(word) > 1 and _shared(word, theirs.text + around.before + around.after) >= 0.5 else 0.0


def is_row(statement: Statement) -> bool:
    """Whether a figure stands in a row of a table."""
    return bool(_CELLS.search(statement.quote))


def _shared(word: str, text: str) -> float:
    return sum(character in text for character in word) / len(word)


def _conflict_fit(mine: Features, theirs: Features, named: bool) -> float:
    """Return 1 where nothing conflicts; ``named`` says that a negation belongs to a name (应招未招项目)."""
    fit = 1.0
    if mine.stages and theirs.stages and not mine.stages & theirs.stages:
        fit *= 0.6
    unlike = bool(_NOT_YET.search(mine.text + mine.clause)) != bool(_NOT_YET.search(theirs.text))
    if not named and (unlike or mine.negated != theirs.negated):
        fit *= 0.5
    if mine.averaged != theirs.averaged:
        fit *= 0.5
    return fit


def _change_fit(sought: Sought, figure: Figure, around: Around) -> float:
    if sought.change and figure.change:
        return 1.0 if sought.change == figure.change else 0.0
    if sought.change and _CUT_BY[sought.change].search(around.before):
        return 1.0  # 压减一般性支出3217万元: the amount itself is what it went down by
    if sought.change:
        return 0.5 if figure.kind is Kind.COUNT else 0.3
    return 0.45 if figure.change and not re.search("[增降涨减]", sought.metric) else 1.0
