"""Readings of a turn compete: readings in, the one that is answered and accounts for the turn's own words out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.answering.pipeline import Answerer, Drafted
from bot.conversation.facts.stating import stated_draft
from bot.conversation.turns.accounting import (
    ALL,
    HALF,
    account_of,
    accounted,
    denies,
    is_denied,
    is_of_all,
    names_others,
    of_another_kind,
    says_literally,
)
from bot.conversation.turns.carrying import carrying, of_kind
from bot.conversation.turns.readings import Reading
from bot.conversation.turns.saying import own_words
from bot.drafting.comparison import comparable
from bot.drafting.refusal import refusal
from bot.question.content_words import content_of, is_weak, normal
from bot.question.question import Question, Shape
from bot.ranking.matching import SURE_ENOUGH
from checker.comparison.plan_marks import is_planned
from corpus.figure import Statement
from corpus.lexicon.relations import relations_in

IN_ITS_SENTENCE: Final = 0.7
"""A reading that takes something from the topic stands before the free one from this share on."""

_LEAST: Final = 0.3
"""A figure that accounts for less of the turn's own words is none that was asked for."""

_NO_WHOLE: Final = 0.4
"""What is left of a part where the whole is asked for (五家一共)."""

_NEAR_RANK: Final = 6.0
"""Ranks within which a statement that accounts for more of the turn's words is stated in place of the first."""

_EXACT_RANK: Final = 4.0
"""Ranks within which a statement that counts just what is asked is stated in place of the first."""

_WHOLE: Final = frozenset("各类 各项 各种 全部 累计 共计 全市 全县 全省 全区 整改 问题".split())
"""Words that make what is counted no narrower."""


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

    ``report`` is that of the last answer; ``reports`` are those to answer from, all where there are none.
    """

    anchor: Statement | None = None
    asked: Question | None = None
    orgs: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    report: str = ""


@dataclass(slots=True)
class Competition:
    """Lets the readings of one turn compete: its ``own`` words, its ``periods`` and its ``language``.

    ``moves`` says that it asks for something else than was answered last, so that to answer the same is no answer;
    ``named`` is the turn by itself.
    """

    answerer: Answerer
    before: Before
    own: Sequence[str]
    periods: Sequence[str] = ()
    language: str = "zh"
    plan: bool = False
    verbs: Sequence[str] = ()
    whole: bool = False
    moves: bool = False
    named: Question | None = None
    tried: dict[tuple[str, bool], Contender] = field(default_factory=dict)

    def winner(self, readings: Iterable[Reading]) -> Contender | None:
        """Return the reading that wins, or one that asks back or is refused where none is answered."""
        for reading in readings:
            key = (reading.text, reading.near)
            if key in self.tried:
                continue
            self.tried[key] = contender = self._contender(reading)
            closest = reading.framed and not reading.near
            if (
                contender.answers
                and contender.share >= ALL
                and (closest or not self._framed(near=reading.near))
            ):
                return contender
        answered = [one for one in self.tried.values() if one.answers and one.share >= HALF]
        for near in (True, False):
            if framed := self._framed(near=near):
                return max(framed, key=lambda one: one.share)
        if answered:
            return max(answered, key=lambda one: one.share)
        free = [one for one in self.tried.values() if one.answers and self._stands_alone(one)]
        if free and (len(free) == len(self.tried) or free[0].drafted.question.shape is not Shape.FIGURE):
            return free[0]  # read by itself alone, it is answered as it stands
        backs = [one for one in self.tried.values() if one.asks_back]
        refused = [one for one in self.tried.values() if not one.answers]
        first = next(iter([*backs, *refused, *self.tried.values()]), None)
        return _refusing(first) if first and first.answers else first

    def _stands_alone(self, one: Contender) -> bool:
        """Whether a reading takes nothing from the topic, and states no figure of hardly anything that was said."""
        return not one.reading.framed and (one.share >= _LEAST or one.drafted.draft.direct is None)

    def _framed(self, *, near: bool = False) -> list[Contender]:
        """Return the readings so far that take something from the topic and account for all words of the turn.

        With ``near`` only those that keep more of it than its report.
        """
        return [
            one
            for one in self.tried.values()
            if one.answers
            and one.reading.framed
            and one.share >= IN_ITS_SENTENCE
            and not (near and one.reading.near)
        ]

    def _contender(self, reading: Reading) -> Contender:
        before = self.before
        question = replace(self.answerer.read(reading.text), language=self.language)
        if reading.leans and not reading.bare and before.asked is not None:
            question = carrying(question, before.asked)
        if reading.bare and before.anchor is not None and not reading.changes:
            question = of_kind(question, before.anchor)
        near = (before.report,) if reading.near and before.report else before.reports
        anchor = before.anchor if reading.framed and not reading.changes else None
        drafted = self.answerer.draft(question, anchor, near, before.orgs)
        drafted = self._named_rightly(question, drafted, near)
        own = self.own or (own_words(reading.asking) if reading.bare else ())
        asks = replace(self, own=own) if own != self.own else self
        if reading.near:
            drafted = self._of_the_same(drafted)
        elif not reading.bare or asks._accounted(drafted) < IN_ITS_SENTENCE:
            drafted = asks._reranked(drafted)
        contender = Contender(reading, drafted, asks._accounted(drafted))
        unsaid = (
            any(of_another_kind(one, drafted) for one in (question, self.named) if one)
            or self._compares_nothing(drafted)
            or names_others(self.own, drafted, self.answerer.knowledge)
            or (reading.bare and self._only_repeats(drafted))
        )
        return _refusing(contender) if contender.answers and unsaid else contender

    def _compares_nothing(self, drafted: Drafted) -> bool:
        """Whether one stated figure answers a turn that asks which of several is more."""
        draft = drafted.draft
        which = self.named is not None and self.named.shape is Shape.COMPARE
        return which and draft.direct is not None and not draft.derived and len(set(draft.statements)) < 2

    def _only_repeats(self, drafted: Drafted) -> bool:
        """Whether a draft states the last figure again, though the turn asks for another one."""
        anchor, stated = self.before.anchor, drafted.draft.statements
        if anchor is None or drafted.draft.derived or len(stated) != 1 or not self.moves:
            return False
        same = (stated[0].report, stated[0].figure.start) == (anchor.report, anchor.figure.start)
        return same and not is_of_all(self.named, anchor, self.answerer.knowledge)

    def _accounted(self, drafted: Drafted) -> float:
        wording = drafted.question.wording
        share = accounted(self.own, self.periods, drafted, plan=self._plans(drafted.question))
        if drafted.draft.of_set:
            return share
        if len(drafted.draft.statements) == 1 and not drafted.draft.derived and denies(wording):
            share = self._weight(drafted.draft.statements[0], drafted.question)
        statements = drafted.draft.statements
        adds = any("sum" in relations_in(one.quote) or "共" in one.clause for one in statements)
        parts = self.whole and statements and not drafted.draft.derived and not adds
        return share * _NO_WHOLE if parts else share

    def _weight(self, statement: Statement, question: Question) -> float:
        """Return how much of the turn one statement accounts for, what was not done included."""
        if denies(question.wording):
            share = account_of(self.own, self.periods, statement, plan=is_planned(statement))
            return share if is_denied(statement) else share * _NO_WHOLE
        return account_of(self.own, self.periods, statement, plan=self._plans(question))

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
            one = self._reranked(self.answerer.draft(alone, None, near, (full,)))
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
        if draft.refused or draft.derived or draft.of_set or not single or not drafted.found.matches:
            return drafted
        matches = drafted.found.matches[0]
        best = self._weight(draft.statements[0], question)
        if best >= ALL or not matches:
            return self._named_exactly(drafted)
        first = matches[0]
        near = [one for one in matches if one.score >= SURE_ENOUGH and first.rank - one.rank < _NEAR_RANK]
        for match in near:
            if match.signals["deed"] < first.signals["deed"]:
                continue  # 反馈的问题改完多少 asks of what was 改完, whatever else the other one says
            if self._weight(match.statement, question) > best:
                stated = stated_draft(match.statement, question.language, self.answerer.knowledge)
                return replace(drafted, draft=stated)
        return drafted

    def _of_the_same(self, drafted: Drafted) -> Drafted:
        """State the match of whom was spoken of, where a reading that names nobody finds another of the report."""
        anchor, draft = self.before.anchor, drafted.draft
        owner = anchor.figure.org if anchor else ""
        if (
            draft.refused
            or draft.derived
            or draft.of_set
            or len(draft.statements) != 1
            or not drafted.found.matches
        ):
            return drafted
        if not owner or draft.statements[0].figure.org == owner:
            return self._reranked(drafted)
        matches = drafted.found.matches[0]
        for match in matches:
            near = match.score >= SURE_ENOUGH and matches[0].rank - match.rank < _NEAR_RANK
            fits = self._weight(match.statement, drafted.question) >= ALL
            if near and fits and match.statement.figure.org == owner:
                draft = stated_draft(match.statement, drafted.question.language, self.answerer.knowledge)
                return replace(drafted, draft=draft)
        return self._reranked(drafted)

    def _named_exactly(self, drafted: Drafted) -> Drafted:
        """State the match that counts just what is asked (科研到账经费), where the first counts something alike."""
        question, stated = drafted.question, drafted.draft.statements[0]
        sought = question.sought[0]
        asked = {normal(word) for word in (*sought.words, *sought.context)} | set(self.own)
        if not asked or not _adds_words(stated, asked) or sought.change or denies(question.wording):
            return drafted
        matches = drafted.found.matches[0]
        for match in matches:
            near = match.score >= SURE_ENOUGH and matches[0].rank - match.rank < _EXACT_RANK
            alike = comparable(stated, match.statement) and _whose(stated) == _whose(match.statement)
            if near and alike and not _adds_words(match.statement, asked):
                draft = stated_draft(match.statement, question.language, self.answerer.knowledge)
                return replace(drafted, draft=draft)
        return drafted


def _adds_words(statement: Statement, asked: Collection[str]) -> bool:
    """Whether a figure counts something narrower than is asked: 追回补贴资金 where 追回资金 is."""
    metric = statement.figure.metric.removeprefix(statement.figure.org)
    return any(word not in asked and word not in _WHOLE for word in content_of(metric) if not is_weak(word))


def _whose(one: Statement) -> tuple[str, str]:
    return one.figure.org, one.report


def _refusing(contender: Contender) -> Contender:
    """Return a reading that accounts for too little of what was said as one that is refused."""
    drafted = contender.drafted
    return replace(contender, drafted=replace(drafted, draft=refusal(drafted.question, drafted.found)))
