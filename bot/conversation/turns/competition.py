"""Readings of a turn compete: readings in, the one that is answered and accounts for the turn's own words out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.answering.pipeline import Answerer, Drafted
from bot.conversation.facts.narrowing import is_of_other_things
from bot.conversation.facts.terms import says_done
from bot.conversation.turns.accounting import (
    ALL,
    HALF,
    alone,
    denies,
    is_of_all,
    match_of,
    names_others,
    of_another_kind,
    passes_over_name,
    passes_over_owner,
    says_literally,
    says_no_thing,
    share_of_report,
    told_by_many,
)
from bot.conversation.turns.carrying import carrying, of_kind
from bot.conversation.turns.contender import Before, Contender, refusing
from bot.conversation.turns.following import Following
from bot.conversation.turns.picking import Picking
from bot.conversation.turns.readings import Reading
from bot.conversation.turns.saying import asks_tally, is_place_alone, own_words
from bot.question.question import Question, Shape
from bot.ranking.asking_words import deed_sought
from corpus.figure import Kind
from corpus.lexicon.relations import relations_in
from corpus.organisations.name_parts import name_parts
from corpus.times.rounds import rounds_in

IN_ITS_SENTENCE: Final = 0.7
"""A reading that takes something from the topic stands before the free one from this share on."""

_QUITE_SURE: Final = 0.65
"""How sure a figure must be that does not account for all that a turn says which names nobody."""

_SURE: Final = 0.9
"""How sure a figure must be that answers a turn which says whose and comes after nothing, whatever of it is accounted for.

Of 25 such figures that account for less than half of a question, the five above were right, six of twenty below.
"""

_LEAST: Final = 0.3
"""A figure that accounts for less of the turn's own words is none that was asked for."""


@dataclass(slots=True)
class Competition:
    """Lets the readings of one turn compete: its ``own`` words, its ``periods`` and its ``language``.

    ``moves`` says that it asks for something else than was answered last, so that to answer the same is no answer,
    ``asks`` that it says how it asks (not 网上信访呢);
    ``named`` is the turn by itself, ``of_all`` that it asks of all that the last answer was a part of (全县).
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
    asks: bool = True
    named: Question | None = None
    of_all: bool = False
    tried: dict[tuple[str, bool], Contender] = field(default_factory=dict)

    def winner(self, readings: Iterable[Reading]) -> Contender | None:
        """Return the reading that wins, or one that asks back or is refused where none is answered."""
        for reading in readings:
            key = (reading.text, reading.near)
            if key in self.tried or (reading.freed and self._framed(near=True)):
                continue
            self.tried[key] = contender = self._contender(reading)
            closest = reading.framed and not reading.near
            whole = contender.share >= ALL and (closest or not self._framed(near=reading.near))
            stands = self._says_whose and not reading.framed and contender.share >= IN_ITS_SENTENCE
            if contender.answers and (whole or stands):
                return contender
        if framed := self._framed():
            return max(framed, key=lambda one: (bool(one.reading.part), one.share, not one.reading.near))
        if answered := [one for one in self._answered if one.share >= HALF or self._is_sure(one)]:
            return max(answered, key=lambda one: one.share)
        free = [one for one in self._answered if self._stands_alone(one)]
        if free and (len(free) == len(self.tried) or free[0].drafted.question.shape is not Shape.FIGURE):
            return free[0]  # read by itself alone, it is answered as it stands
        place = (
            self.named is not None and not self._says_whose and is_place_alone(self.named.wording)
        )  # no report tells of it
        last = sorted(
            self.tried.values(),
            key=lambda one: (not one.asks_back, one.answers, place and one.reading.framed),
        )
        first = last[0] if last else None
        return refusing(first) if first and first.answers else first

    @property
    def _says_whose(self) -> bool:
        return self.named is not None and bool(self.named.orgs or self.named.members)

    @property
    def _says_measure(self) -> bool:
        """Whether a turn says in what it asks (几户, 多少钱, 占比), and not only how much (退了多少)."""
        sought = self.named.sought if self.named is not None else ()
        asked = sought[0].asked if len(sought) == 1 else None
        vague = asked is not None and not asked.measure and {Kind.COUNT, Kind.MONEY} <= asked.kinds
        return not vague or bool(sought[0].change)

    @property
    def _deed_before(self) -> tuple[str, ...]:
        """What the question before asked to have been done."""
        asked = self.before.asked
        return deed_sought(asked, asked.sought[-1])[:1] if asked and asked.sought else ()

    @property
    def _relations(self) -> tuple[str, ...]:
        return relations_in(self.named.text) if self.named is not None else ()

    @property
    def _stands_by_itself(self) -> bool:
        """Whether a turn that says whose comes after nothing: then what was found first for it is meant."""
        return self._says_whose and self.before.anchor is None

    def _is_sure(self, one: Contender) -> bool:
        match = match_of(one.drafted) if self._stands_by_itself else None
        return match is not None and match.score >= _SURE

    def _stands_alone(self, one: Contender) -> bool:
        """Whether a reading takes nothing from the topic, and states no figure of hardly anything that was said."""
        return not one.reading.framed and (one.share >= _LEAST or one.drafted.draft.direct is None)

    def _framed(self, *, near: bool = False) -> list[Contender]:
        """Return the answered readings that take something from the topic (``near``: more than its report) and account for all."""
        return [
            one
            for one in self._answered
            if one.reading.framed and one.share >= IN_ITS_SENTENCE and not (near and one.reading.near)
        ]

    @property
    def _answered(self) -> list[Contender]:
        return [one for one in self.tried.values() if one.answers]

    def _contender(self, reading: Reading) -> Contender:
        before = self.before
        question = replace(self.answerer.read(reading.text), language=self.language)
        if reading.leans and not reading.bare and before.asked is not None:
            question = carrying(question, before.asked)
        rest = "rest" in relations_in(reading.asking)
        if reading.bare and before.anchor is not None and (rest or not reading.changes):
            question = of_kind(question, before.anchor)
        near = (before.report,) if reading.near and before.report else before.reports
        anchor = before.anchor if reading.framed and not reading.changes else None
        drafted = self.answerer.draft(question, anchor, near, before.orgs)
        own = self.own or (own_words(reading.asking) if reading.bare else ())
        picking = self._picking((*own, reading.part) if reading.part else own)
        picking = replace(picking, part=reading.part)
        drafted = picking.in_its_row(self._named_rightly(question, drafted, near))
        if reading.near:
            drafted = picking.of_the_same(drafted)
        elif not self._stands_by_itself and (not reading.bare or picking.share(drafted) < ALL):
            drafted = picking.reranked(drafted)
        if reading.framed and not reading.bare:
            drafted = picking.of_its_stage(drafted)
        following = Following(
            self.answerer.knowledge, before.anchor, picking.weight, self.own, self._deed_before
        )
        basis = drafted  # told with what is moved to
        money = before.anchor is not None and before.anchor.figure.kind is Kind.MONEY
        if not self.asks or (money and not self._says_measure):
            drafted = following.of_kind(drafted)
        moved = drafted is not basis
        drafted = picking.of_its_deed(following.of_whole(picking.of_all(following.of_owner(drafted))))
        drafted = following.counted_alike(drafted) if reading.bare and not reading.changes else drafted
        drafted = following.at_level(drafted, self._relations)
        share = picking.share(drafted)
        if self._stands_by_itself:
            share = max(share, share_of_report(self.own, self.periods, drafted, self.answerer.knowledge))
        contender = Contender(reading, drafted, share)
        unsaid = (
            any(of_another_kind(one, drafted) for one in (question, self.named) if one)
            or self._is_hardly_told(Contender(reading, basis, picking.share(basis)) if moved else contender)
            or picking.lists_part(drafted)
            or self._compares_nothing(drafted)
            or self._tells_no_change(drafted)
            or (reading.framed and self._is_of_a_member(reading, drafted))
            or names_others(self.own, drafted, self.answerer.knowledge)
            or self._passes_over_name(drafted)
            or ((reading.bare or self.of_all or not self.asks) and self._only_repeats(drafted))
            or any(one.quote == one.title for one in drafted.draft.statements)
        )
        return refusing(contender) if contender.answers and unsaid else contender

    def _picking(self, own: Sequence[str]) -> Picking:
        told = self.named.wording if self.named is not None else ""
        total = bool(self.own) and ("sum" in relations_in(told) or asks_tally(told))
        before = self.before
        deed = self._deed_before if not self.asks else ()
        spoken = before.anchor, own, self.periods, self.plan, total, self.whole, before.report
        return Picking(self.answerer, *spoken, deed)

    def _is_hardly_told(self, one: Contender) -> bool:
        """Whether what is asked to have been done is told nowhere near a figure, or what a turn leaves out is guessed.

        So it is where a turn after another names nobody, and its figure does not account for all that it says, and is of
        another report than was spoken of or not quite sure.
        """
        match = match_of(one.drafted)
        if match is None:
            return False
        question = one.drafted.question
        done = question.language == "zh" and any(map(says_done, deed_sought(question, question.sought[0])))
        if done and match.signals["deed"] == 0 and not denies(question.wording):
            return True
        rounds = self.named is not None and self.named.rounds
        if self.before.anchor is None or self._says_whose or rounds:
            return False
        other = match.statement.report != self.before.report and not one.reading.framed
        if not (self.own or one.reading.framed or question.rounds):
            return True  # 那上年是多少 says nothing of what
        if one.share < ALL and (other or match.score < _QUITE_SURE):
            return True
        knowledge = self.answerer.knowledge
        told = knowledge.place(match.statement.report).report.text
        return (other and told_by_many(self.own, knowledge)) or says_no_thing(self.own, told)

    def _compares_nothing(self, drafted: Drafted) -> bool:
        """Whether one stated figure answers a turn that asks which of several is more, or a figure one that asks who or why."""
        draft = drafted.draft
        shape = self.named.shape if self.named is not None and draft.direct is not None else Shape.FIGURE
        which = shape is Shape.COMPARE and not draft.derived and len(set(draft.statements)) < 2
        told = alone(drafted) is not None or bool(draft.derived)
        return which or (self.asks and shape is Shape.TEXT and told)

    def _tells_no_change(self, drafted: Drafted) -> bool:
        """Whether one level answers a turn that asks how far two are apart (今年比去年快了几天)."""
        stated = alone(drafted)
        apart = self.named is not None and len(self.named.periods) > 1 and "apart" in self._relations
        return apart and stated is not None and not stated.figure.change

    def _is_of_a_member(self, reading: Reading, drafted: Drafted) -> bool:
        """Whether a draft states a member's figure of the report spoken of, where neither turn nor topic names the member."""
        anchor, stated = self.before.anchor, alone(drafted)
        if anchor is None or stated is None or self._says_whose or stated.report != anchor.report:
            return False
        owner = stated.figure.org
        if set(rounds_in(owner)) & set(rounds_in(stated.title)):
            return False  # all that the round inspected which the report is of
        name = owner.removeprefix(name_parts(owner).region) or owner
        known = f"{reading.text}{anchor.figure.org}{anchor.section}{'' if reading.near else anchor.quote}"
        told = f"{stated.section}{stated.quote}"
        return bool(owner) and owner != anchor.figure.org and name in told and name not in known

    def _passes_over_name(self, drafted: Drafted) -> bool:
        """Whether the one figure that a draft states is not of what a turn names, though its report tells of that."""
        stated, named, knowledge = alone(drafted), self.named, self.answerer.knowledge
        if stated is None:
            return False
        if named is not None and passes_over_owner((*named.orgs, *named.members), stated, knowledge):
            return True
        return self.before.anchor is not None and (
            passes_over_name(self.own, stated, knowledge) or is_of_other_things(self.own, stated, knowledge)
        )

    def _only_repeats(self, drafted: Drafted) -> bool:
        """Whether a draft states the last figure again, though the turn asks for another one."""
        anchor, stated = self.before.anchor, drafted.draft.statements
        if anchor is None or drafted.draft.derived or len(stated) != 1 or not self.moves:
            return False
        same = (stated[0].report, stated[0].figure.start) == (anchor.report, anchor.figure.start)
        return same and not is_of_all(self.named, anchor, self.answerer.knowledge)

    def _named_rightly(self, question: Question, drafted: Drafted, near: Sequence[str]) -> Drafted:
        """Return the draft of the one that a bare name means, where of those it may mean one alone says the words."""
        meant = drafted.meant
        if meant is None or len(meant.full) < 2 or not self.own:
            return drafted
        fits, picking = [], self._picking(self.own)
        searches = {full: f"{question.search} {full}" for full in meant.full}
        self.answerer.index.prepare([*searches.values()])
        for full, search in searches.items():
            orgs = tuple(full if name == meant.name else name for name in question.orgs)
            alone = replace(question, orgs=orgs, search=search)
            one = picking.reranked(self.answerer.draft(alone, None, near, (full,)))
            if not one.draft.refused and one.draft.statements and picking.share(one) >= ALL:
                fits.append(one)
        said = [one for one in fits if self.verbs and says_literally(self.verbs, one.draft.statements[0])]
        left = said if len(fits) > 1 else fits
        return left[0] if len(left) == 1 else drafted
