"""Readings of a turn compete: readings in, the one that is answered and accounts for the turn's own words out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.answering.pipeline import Answerer, Drafted
from bot.conversation.accounting import HALF, account_of, accounted, says_literally
from bot.conversation.readings import Reading
from bot.conversation.stating import stated_draft
from bot.drafting.comparison import comparable
from bot.drafting.drafting import SURE_ENOUGH
from bot.drafting.refusal import refusal
from bot.question.content_words import is_action, is_weak
from bot.question.question import Question, Shape, Sought
from corpus.figure import Kind, Statement
from corpus.lexicon.relations import relations_in

ALL: Final = 0.99
"""The share of a turn's own words that an answer must account for before it is taken at once."""

IN_ITS_SENTENCE: Final = 0.7
"""A reading that takes something from the topic stands before the free one from this share on."""

_NO_WHOLE: Final = 0.4
"""What is left of a part where the whole is asked for (五家一共)."""

_NEAR_RANK: Final = 6.0
"""Ranks within which a statement that accounts for more of the turn's words is stated in place of the first."""

_EXACT_RANK: Final = 4.0
"""Ranks within which a statement that counts just what is asked is stated in place of the first."""

_COUNTED: Final = frozenset({Kind.COUNT, Kind.MEASURE})


@dataclass(frozen=True, slots=True)
class Contender:
    """A reading with the draft that it makes, and the share of the turn's own words that this accounts for."""

    reading: Reading
    drafted: Drafted
    share: float

    @property
    def answers(self) -> bool:
        """Whether it is answered at all."""
        return not self.drafted.draft.refused and not self.asks_back

    @property
    def asks_back(self) -> bool:
        """Whether a bare name in it stands for several."""
        return self.drafted.meant is not None and len(self.drafted.meant.full) > 1


@dataclass(frozen=True, slots=True)
class Before:
    """What the readings of a turn may lean on: the last answer's statement, the question that it answered, whose.

    ``reports`` are those to answer from, all where there are none.
    """

    anchor: Statement | None = None
    asked: Question | None = None
    orgs: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(slots=True)
class Competition:
    """Lets the readings of one turn compete: its ``own`` words, its ``periods`` and its ``language``."""

    answerer: Answerer
    before: Before
    own: Sequence[str]
    periods: Sequence[str] = ()
    language: str = "zh"
    plan: bool = False
    verbs: Sequence[str] = ()
    whole: bool = False
    tried: dict[tuple[str, bool], Contender] = field(default_factory=dict)

    def winner(self, readings: Iterable[Reading]) -> Contender | None:
        """Return the reading that wins, or one that asks back or is refused where none is answered."""
        for reading in readings:
            key = (reading.text, reading.near)
            if key in self.tried:
                continue
            self.tried[key] = contender = self._contender(reading)
            if contender.answers and contender.share >= ALL:
                return contender
        answered = [one for one in self.tried.values() if one.answers and one.share >= HALF]
        framed = [one for one in answered if one.reading.framed and one.share >= IN_ITS_SENTENCE]
        if framed:
            return max(framed, key=lambda one: one.share)
        if answered:
            return max(answered, key=lambda one: one.share)
        backs = [one for one in self.tried.values() if one.asks_back]
        refused = [one for one in self.tried.values() if not one.answers]
        first = next(iter([*backs, *refused, *self.tried.values()]), None)
        return _refusing(first) if first and first.answers else first

    def _contender(self, reading: Reading) -> Contender:
        before = self.before
        question = replace(self.answerer.read(reading.text), language=self.language)
        if reading.leans and not reading.bare and before.asked is not None:
            question = _carrying(question, before.asked)
        if reading.bare and before.anchor is not None and not reading.changes:
            question = _of_kind(question, before.anchor)
        near = (before.anchor.report,) if reading.near and before.anchor else before.reports
        anchor = before.anchor if reading.framed and not reading.changes else None
        drafted = self.answerer.draft(question, anchor, near, before.orgs)
        drafted = self._named_rightly(question, drafted, near)
        drafted = self._reranked(drafted)
        return Contender(reading, drafted, self._accounted(drafted))

    def _accounted(self, drafted: Drafted) -> float:
        share = accounted(self.own, self.periods, drafted, plan=self._plans(drafted.question))
        statements = drafted.draft.statements
        adds = any("sum" in relations_in(one.quote) or "共" in one.clause for one in statements)
        return (
            share * _NO_WHOLE
            if self.whole and statements and not drafted.draft.derived and not adds
            else share
        )

    def _plans(self, question: Question) -> bool:
        """Whether an aim is asked for: the turn or the question that it takes up says so."""
        return self.plan or "plan" in relations_in(question.wording)

    def _named_rightly(self, question: Question, drafted: Drafted, near: Sequence[str]) -> Drafted:
        """Return the draft of the one that a bare name means, where of those it may mean one alone says the words."""
        meant = drafted.meant
        if meant is None or len(meant.full) < 2 or not self.own:
            return drafted
        fits = []
        for full in meant.full:
            orgs = tuple(full if name == meant.name else name for name in question.orgs)
            alone = replace(question, orgs=orgs, search=f"{question.search} {full}")
            one = self.answerer.draft(alone, None, near, (full,))
            if not one.draft.refused and one.draft.statements and self._accounted(one) >= ALL:
                fits.append(one)
        if len(fits) > 1:
            fits = (
                [one for one in fits if says_literally(self.verbs, one.draft.statements[0])]
                if self.verbs
                else []
            )
        return fits[0] if len(fits) == 1 else drafted

    def _reranked(self, drafted: Drafted) -> Drafted:
        """State the match that accounts for most of the turn's words, where it ranks near the first."""
        question, draft = drafted.question, drafted.draft
        single = question.shape is Shape.FIGURE and len(question.sought) == 1 and len(draft.statements) == 1
        if draft.refused or draft.derived or not single or not drafted.found.matches:
            return drafted
        plan = self._plans(question)
        matches = drafted.found.matches[0]
        best = account_of(self.own, self.periods, draft.statements[0], plan=plan)
        if best >= ALL or not matches:
            return self._named_exactly(drafted)
        near = [
            one for one in matches if one.score >= SURE_ENOUGH and matches[0].rank - one.rank < _NEAR_RANK
        ]
        for match in near:
            if account_of(self.own, self.periods, match.statement, plan=plan) > best:
                stated = stated_draft(match.statement, question.language, self.answerer.knowledge)
                return replace(drafted, draft=stated)
        return drafted

    def _named_exactly(self, drafted: Drafted) -> Drafted:
        """State the match that counts just what is asked (科研到账经费), where the first counts something alike."""
        question, stated = drafted.question, drafted.draft.statements[0]
        metric = question.sought[0].metric
        if not metric or _counts(stated, metric) or question.sought[0].change:
            return drafted
        matches = drafted.found.matches[0]
        for match in matches:
            near = match.score >= SURE_ENOUGH and matches[0].rank - match.rank < _EXACT_RANK
            alike = comparable(stated, match.statement) and _owned_alike(stated, match.statement)
            if near and alike and _counts(match.statement, metric):
                draft = stated_draft(match.statement, question.language, self.answerer.knowledge)
                return replace(drafted, draft=draft)
        return drafted


def _counts(statement: Statement, metric: str) -> bool:
    return statement.figure.metric.removeprefix(statement.figure.org) == metric


def _owned_alike(one: Statement, other: Statement) -> bool:
    return one.figure.org == other.figure.org and one.report == other.report


def _refusing(contender: Contender) -> Contender:
    """Return a reading that accounts for too little of what was said as one that is refused."""
    drafted = contender.drafted
    return replace(contender, drafted=replace(drafted, draft=refusal(drafted.question, drafted.found)))


def _of_kind(question: Question, anchor: Statement) -> Question:
    """Let a turn that takes up what was asked ask for the same kind of figure as was answered."""
    kind = anchor.figure.kind
    kinds = _COUNTED if kind in _COUNTED else frozenset({kind})
    sought = tuple(
        replace(one, asked=replace(one.asked, kinds=one.asked.kinds & kinds))
        if one.asked and one.asked.kinds & kinds
        else one
        for one in question.sought
    )
    return replace(question, sought=sought)


def _carrying(question: Question, asked: Question) -> Question:
    """Let a question know of what the one before it asked: words that may tell of what it speaks."""
    told = [word for one in asked.sought for word in (*one.context, *one.words)]
    own = {word for one in question.sought for word in (*one.context, *one.words)}
    carried = tuple(
        word
        for word in dict.fromkeys(told)
        if word not in own and not is_action(word) and not is_weak(word) and word not in _heads(asked.sought)
    )
    return replace(
        question,
        sought=tuple(replace(one, context=(*one.context, *carried)) for one in question.sought),
        leans=True,
    )


def _heads(sought: Sequence[Sought]) -> set[str]:
    return {word for one in sought for word in one.head}
