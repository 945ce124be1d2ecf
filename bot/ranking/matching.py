"""How well a statement of a report answers what is sought: a question and statements in, ``Match``es out.

Those whose kind of figure cannot answer are left out; of the others, those that speak of most of what is asked
are weighed signal by signal (:mod:`bot.ranking.signals`, :mod:`bot.ranking.weights`). Where several figures are
sought, their matches are told apart, so that each begins with a statement of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.question.answer_types import kind_fitness
from bot.question.content_words import variants
from bot.question.question import Question, Sought
from bot.ranking.alignment_signals import Surrounded, alignment_signals, asked_surroundings, told_part
from bot.ranking.asking_words import DEED_BEFORE, with_other_deeds
from bot.ranking.contrasts.added_up import with_parts_added_up
from bot.ranking.contrasts.named_counts import with_other_nouns
from bot.ranking.contrasts.remaining import with_what_remains
from bot.ranking.figure_context import Around, SentenceReader, is_row
from bot.ranking.phrase_likeness import clause_with_heads, likest_phrase, phrase_of
from bot.ranking.scope import Place
from bot.ranking.scope_signals import owners_named, with_other_owners
from bot.ranking.series import with_bygone_levels, with_other_parts, with_other_times
from bot.ranking.signals import Criteria, Weigh, prepare, signals_of
from bot.ranking.term_presence import StatementSetting, tells_row_off
from bot.ranking.weight_table import held_factors
from bot.ranking.weights import is_barred, lead_of, rank_statement, sureness
from checker.alignment.wording import Surroundings
from checker.comparison.agreement import same_quantity
from checker.comparison.features import Read, features
from corpus.figure import Kind, Statement
from corpus.statements.metrics import is_scope

_STATEMENTS_WEIGHED: Final = 36
"""Statements that are weighed signal by signal; they are those that hold most of the words."""

_EMBEDDED: Final = 8
"""Statements, the best by their words, of which it is looked up how like the question they are in meaning."""

SURE_ENOUGH: Final = 0.5
"""Less sure than that a match is not stated: a wrong answer is worse than none."""

_PHRASED: Final = 12
"""Statements, the best of those of which none is sure, whose clauses are held against the question's phrase."""

_UNLIKE: Final = 0.08
"""A cosine so far below that of the likest is as unlike as any."""
_LEAST_COSINE, _MOST_COSINE = 0.78, 0.94
"""Cosines of what has nothing to do with each other and of what is all but the same, by the packaged model."""

_OWN: Final = 2.0
"""What it counts for that a figure is of the one that is asked for, where the report is of another."""
_ROWS: Final = frozenset({"轮", "批"})
"""Units of what is told by its number in a row."""
_UNKNOWN: Final = {"likest": 0.0, "alike": 0.0, "unlike": 0.0, "lead": 0.0}
_CLOSE: Final = 200


@dataclass(frozen=True, slots=True)
class AnchorFactors:
    """How near a statement stands to the one that answered the question before: the table ``held.anchor``."""

    same_sentence: float
    near_by: float
    same_report: float


@dataclass(frozen=True, slots=True)
class SieveFactors:
    """What is added to the share of words held, to choose what is weighed: the table ``held.sieve``."""

    liked: float
    named: float
    counted: float


_ANCHOR: Final = held_factors("anchor", AnchorFactors)
_SIEVE: Final = held_factors("sieve", SieveFactors)
LikenessOf = Callable[[str, Sequence[str]], Sequence[float]]
"""How like a question some texts are in meaning, as cosines."""


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that may answer: ``rank`` orders those of one question, ``score`` says how sure it is, 0 to 1.

    ``signals`` are what both rest on.
    """

    statement: Statement
    score: float
    rank: float
    signals: Mapping[str, float] = field(default_factory=dict, repr=False, compare=False)


def match_statements(
    question: Question,
    sought: Sought,
    statements: Iterable[Statement],
    places: Mapping[str, Place],
    found: Mapping[tuple[str, int], float],
    anchor: Statement | None = None,
    weigh: Weigh = lambda word: 1.0,
    read: Read = features,
    likeness: LikenessOf | None = None,
    sentences: SentenceReader | None = None,
) -> list[Match]:
    """Return the statements that may answer ``sought``, best first; those that cannot are left out.

    ``statements`` hold all of each sentence, in order. ``found`` is how well the search liked the sentence at
    (report, start), between 0 and 1; ``anchor`` is the statement that answered the question before, where this
    one leans on it; ``weigh`` tells how much a word says, ``read`` gives the features of a statement, ``likeness`` how
    like the question texts are in meaning; ``sentences`` keeps what stands around the figures of those that it read.
    """
    among = list(statements)
    asked = prepare(question, sought, weigh, read, tuple(owners_named(question, among)))
    kept = _likely(asked, among, places, found)
    likely = list(_with_surroundings(among, kept, places, sentences or SentenceReader()))
    own: list[dict[str, float]] = []
    for statement, around, _ in likely:
        setting = StatementSetting(statement, read(statement), around, places.get(statement.report))
        liked = found.get((statement.report, statement.start), 0.0)
        own.append(signals_of(asked, setting, liked, _nearness(statement, anchor)))
    aligned = alignment_signals(
        asked_surroundings(question, sought),
        [Surrounded(one, told, _met(signals)) for (one, _, told), signals in zip(likely, own, strict=True)],
    )
    told = ((one, mine | beside) for (one, *_), mine, beside in zip(likely, own, aligned, strict=True))
    owned = list(with_other_owners(list(told), question, places))
    named = list(with_other_nouns(list(with_other_deeds(owned, sought.words, asked.deed)), asked))
    timely = list(with_bygone_levels(list(with_other_times(named)), question))
    added = list(with_parts_added_up(list(with_what_remains(timely, asked)), question, asked.deed))
    compared = with_other_parts(added, question, sought)
    weighed = sorted((_match(statement, signals | _UNKNOWN) for statement, signals in compared), key=_order)
    if likeness and weighed:
        weighed = sorted(_with_meaning(question, weighed, likeness), key=_order)
    led = _with_lead(weighed)
    return _with_phrase(sought, led, likeness) if likeness and led and led[0].score < SURE_ENOUGH else led


def _met(signals: Mapping[str, float]) -> tuple[float, ...]:
    """Return how far a statement is of the deed and the time that are asked for: what is of others outdoes none that is."""
    return float(signals["deed"] >= DEED_BEFORE), -signals["other_time"], -signals["negated"]


def _with_phrase(sought: Sought, matches: list[Match], likeness: LikenessOf) -> list[Match]:
    """Return the matches, none of which is sure, with the one first that says what is asked in other words."""
    able = [one for one in matches if not is_barred(one.signals)][:_PHRASED]
    clauses = [clause_with_heads(one.statement, told_part(one.statement)) for one in able]
    place = likest_phrase(
        phrase_of(sought), clauses, [one.signals for one in able], [one.score for one in able], likeness
    )
    if place is None:
        return matches
    meant = replace(able[place], score=SURE_ENOUGH)
    return [meant, *(one for one in matches if one is not able[place])]


def _match(statement: Statement, signals: Mapping[str, float]) -> Match:
    return Match(statement, sureness(signals), rank_statement(signals), signals)


def _with_lead(matches: list[Match]) -> list[Match]:
    """Return the matches, best first, with how far the first leads: the nearer another quantity, the less sure it is."""
    if not matches:
        return matches
    first, *others = matches
    lead = lead_of(first.rank, (one.rank for one in others if _is_rival(one, first)))
    return [_match(first.statement, {**first.signals, "lead": lead}), *others]


def _is_rival(one: Match, first: Match) -> bool:
    """Whether a match may be meant rather than the first, or is of another thing and fits better: then none may be told."""
    meant = not is_barred(one.signals) or (one.signals["other_thing"] and one.rank > first.rank)
    return bool(meant) and not same_quantity(one.statement.figure, first.statement.figure)


def _with_meaning(question: Question, matches: Sequence[Match], likeness: LikenessOf) -> list[Match]:
    """Return the matches with how like the question the best of them are in meaning."""
    best = matches[:_EMBEDDED]
    cosines = likeness(question.search, [told_part(match.statement) for match in best])
    most = max(cosines, default=0.0)
    found = []
    for match, cosine in zip(best, cosines, strict=True):
        likest = max(0.0, 1 - (most - cosine) / _UNLIKE)
        alike = min(1.0, max(0.0, (cosine - _LEAST_COSINE) / (_MOST_COSINE - _LEAST_COSINE)))
        unowned = match.signals["unowned"] * (most > _LEAST_COSINE)  # vectors that tell little take nothing
        meant = {"likest": likest, "alike": alike, "unowned": unowned, "unlike": unowned * (1 - alike)}
        found.append(_match(match.statement, {**match.signals, **meant}))
    return [*found, *matches[_EMBEDDED:]]


def _order(match: Match) -> tuple[bool, float, str, int]:
    """Return what orders matches: what may be the answer before what is of something else."""
    return is_barred(match.signals), -match.rank, match.statement.report, match.statement.start


def may_answer(question: Question, sought: Sought, statement: Statement) -> bool:
    """Whether a figure is of a kind that can answer at all, and not one that the question itself gives."""
    asked, figure = sought.asked, statement.figure
    if asked is None or (is_scope(figure) and Kind.DATE not in asked.kinds):
        return False
    if figure.raw in question.text or figure.raw in question.periods:
        return False
    if asked.measure != figure.unit and (figure.unit in _ROWS or tells_row_off(statement)):
        return False  # 前六轮反馈的问题: which problems, not how many
    if not (figure.metric or figure.unit) and is_row(statement):
        return False  # a cell that nobody can tell what it counts
    if figure.kind is Kind.DURATION and len(asked.kinds) > 2:
        return False  # 短短5年: how long, where a quantity is asked
    return kind_fitness(asked, figure) > 0


def _likely(
    asked: Criteria,
    statements: Sequence[Statement],
    places: Mapping[str, Place],
    found: Mapping[tuple[str, int], float],
) -> list[int]:
    """Return the places of the statements that hold most of the words, in order."""
    held: dict[tuple[str, int, str], float] = {}
    rows: dict[tuple[str, int], bool] = {}
    forms = [(variants(word), weight) for word, weight in asked.weights]
    able = []
    for index, statement in enumerate(statements):
        if not may_answer(asked.question, asked.sought, statement):
            continue
        place = (statement.report, statement.start)
        if place not in rows:
            rows[place] = is_row(statement)
        heads = statement.figure.metric if rows[place] else ""  # what a cell counts stands over it
        key = (*place, heads)
        if key not in held:
            text = f"{statement.quote}|{heads}|{statement.section}|{statement.title}|{statement.figure.org}"
            said = sum(weight for words, weight in forms if any(word in text for word in words))
            held[key] = said / asked.total + _SIEVE.liked * found.get(place, 0.0)
            held[key] += _SIEVE.named * _named(asked.question, statement, places)
        metric = statement.figure.metric
        counted = sum(weight for words, weight in forms if any(word in metric for word in words))
        able.append((held[key] + _SIEVE.counted * counted / asked.total, index))
    best = sorted(able, key=lambda pair: (-pair[0], pair[1]))[:_STATEMENTS_WEIGHED]
    return sorted(index for _, index in best)


def _with_surroundings(
    statements: Sequence[Statement], kept: Iterable[int], places: Mapping[str, Place], reader: SentenceReader
) -> Iterator[tuple[Statement, Around, Surroundings]]:
    """Yield the statements at ``kept``, in order, each with what stands around it; each sentence is read once."""
    arounds: Sequence[tuple[Around, Surroundings]] = ()
    keys = [(one.report, one.start) for one in statements]
    start = end = 0
    for index in kept:
        if index >= end:
            start = end = index
            while start > 0 and keys[start - 1] == keys[index]:
                start -= 1
            while end < len(keys) and keys[end] == keys[index]:
                end += 1
            arounds = reader.of(statements[start:end], _before(statements[start], places))
        yield statements[index], *arounds[index - start]


def _before(statement: Statement, places: Mapping[str, Place]) -> str:
    """Return what stands before the sentence of a statement."""
    place = places.get(statement.report)
    return place.report.text[max(0, statement.start - _CLOSE) : statement.start] if place else ""


def _named(question: Question, statement: Statement, places: Mapping[str, Place]) -> float:
    """Whether an organisation that the question names has the figure or the report."""
    place = places.get(statement.report)
    issuer = place.report.organisation if place else ""
    own = statement.figure.org != issuer and statement.figure.org in question.orgs
    return _OWN if own else float(statement.figure.org in question.orgs or issuer in question.orgs)


def _nearness(statement: Statement, anchor: Statement | None) -> float:
    if anchor is None or statement.report != anchor.report:
        return 0.0
    if statement.start == anchor.start:
        return _ANCHOR.same_sentence
    return _ANCHOR.near_by if abs(statement.start - anchor.start) < _CLOSE else _ANCHOR.same_report
