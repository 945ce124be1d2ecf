"""Turns that point at another figure of what was answered: a name, a time, a measure or the sum, and the ledger in, that figure out.

那二标段呢 and 盐店街呢 point at another part, 去年同期呢 and 多少户 at another figure of the sentence, 总共呢 at the sum of all parts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.conversation.facts.beside import beside, cell_beside, done_beside, money_of_deed
from bot.conversation.facts.contrast import contrasted, sum_of_parts
from bot.conversation.facts.ledger import Recalled, fact_of, recalled
from bot.conversation.facts.siblings import Parts
from bot.conversation.facts.stating import stated_draft
from bot.conversation.facts.terms import COUNTED_OFF, terms_meant, whole_beside
from bot.conversation.outcome import Outcome
from bot.conversation.replies import refused
from bot.conversation.state import State
from bot.conversation.turns.accounting import ALL, HALF, account_of
from bot.conversation.turns.contender import Contender
from bot.conversation.turns.member_sorts import numbered_parts, numbered_sort, part_number, sort_of
from bot.conversation.turns.saying import Saying, asks_tally, slots_text
from bot.drafting.derivation import ADDED
from bot.question.content_words import content_of, is_action, normal, variants
from bot.question.question import Question
from corpus.figure import Statement
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.times.rounds import are_others, rounds_in

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_TAIL: Final = re.compile("(?:的|呢|啊|呀|吧|那边|那家|那个)+$")
_IN_OTHERS: Final = ("轮", "届")
"""Parts that other reports tell too."""

_MOST: Final = 8
_ADDS: Final = re.compile("加|合起来|合在一起")


class Pointing:
    """Answers turns that only point at another figure of the last answer's report."""

    def __init__(self, knowledge: "Knowledge") -> None:
        """Know the reports of ``knowledge``."""
        self._knowledge = knowledge

    def answer(self, saying: Saying, ledger: Sequence[Recalled], state: State) -> Outcome | None:
        """Return the figure of another part, time or measure; None where the turn points at none."""
        question = saying.question
        if saying.is_bare and question.periods and not saying.names_owner and not question.rounds:
            return self._beside(saying, ledger, state) or self._named(saying, state)
        return self._named(saying, state) or self._beside(saying, ledger, state)

    def _named(self, saying: Saying, state: State) -> Outcome | None:
        """Return what was answered of one part of its report, of another that a turn only names (那二标段呢, 盐店街呢)."""
        question = saying.question
        ledger = recalled(state.facts[-1:], self._knowledge)
        how = saying.asks or any(one.asked for one in question.sought)
        asks = how or saying.relations or question.compared or saying.doubts
        other = state.pending is not None and state.pending.asking != state.topic.asking
        if asks or other or not ledger or ledger[0].fact.raw:
            return None
        anchor = ledger[0].statement
        typed = _TAIL.sub("", saying.opening.text)
        if typed not in anchor.quote and self._is_of_another(question.orgs, anchor):
            return None
        group = recalled([one for one in state.facts if one.group == state.group], self._knowledge)
        listed = [one for one in group if len(group) > 1 and typed and one.fact.name.endswith(typed)]
        names = (*question.members, *question.orgs) if saying.is_bare else ()
        for said in dict.fromkeys((typed, *names)):
            found = listed[0].statement if len(listed) == 1 else self._figure_of(said, anchor)
            if (
                found
                and (found.start == anchor.start or not question.periods)
                and _is_of_round(question, found)
            ):
                break
        else:
            told = self.parts_told(typed, anchor.report)
            known = {"name": typed, "parts": "、".join(told)}
            return Outcome(state, answer=refused(saying.text, "parts_told", **known)) if told else None
        periods = question.periods or state.topic.periods
        topic = replace(state.topic, periods=periods, report=anchor.report)
        part = "" if question.periods or question.rounds else said
        if question.rounds:
            topic = replace(topic, orgs=(), members=(), rounds=question.rounds)
        elif part:
            orgs = () if part in question.orgs else self._wholes(topic.orgs, anchor)
            topic = replace(topic, orgs=orgs, members=(part,))
        shown = part if part in self._knowledge.place(found.report).report.text else ""
        draft = stated_draft(found, question.language, self._knowledge, part=shown)
        name = slots_text((part or found.figure.org,), question.periods, question.rounds)
        facts = (fact_of(name, found, state.group),)
        return Outcome(replace(state.with_facts(facts), topic=topic, pending=None), draft)

    def _figure_of(self, said: str, anchor: Statement) -> Statement | None:
        """Return what the report of ``anchor`` states of what is named: told in like words, else under its head."""
        statements = self._knowledge.statements([anchor.report])
        text = self._knowledge.place(anchor.report).report.text
        forms = (said, *variants(normal(said))) if said not in text else (said,)  # 新进的: 新纳入
        if found := next(filter(None, (contrasted(one, anchor, statements, text) for one in forms)), None):
            return found if found is not anchor or said in f"{anchor.figure.org}{anchor.clause}" else None
        sort = sort_of(said)
        parts = Parts(anchor.report, sort, self._knowledge).like(anchor) if sort else ()
        fits = [one for one in parts if one.name.endswith(said) or said.endswith(one.name)]
        return fits[0].statement if len(fits) == 1 else None

    def parts_told(self, name: str, report: str) -> tuple[str, ...]:
        """Return the numbered parts that a report tells, where it tells none of that ``name`` (第四支部); else none."""
        sort = sort_of(name) or numbered_sort(name)
        if sort is None or not sort.numbered or sort.ends[0] in _IN_OTHERS or not report:
            return ()
        told = [one for _, one in sort.names_in(self._knowledge.place(report).report.text)]
        numbers = {part_number(one) for one in told}
        return () if part_number(name) in numbers else tuple(dict.fromkeys(told))[:_MOST]

    def untold(self, saying: Saying, refusing: Contender, state: State) -> Outcome | None:
        """Return the refusal of a turn that names a numbered part, which says which parts the report tells; else None."""
        cited = refusing.drafted.draft.citations
        report = state.topic.report if not saying.names_owner or not cited else cited[0].report
        for name in numbered_parts(saying.opening.text):
            if told := self.parts_told(name, report):
                known = {"name": name, "parts": "、".join(told)}
                return Outcome(state, answer=refused(saying.text, "parts_told", **known))
        return None

    def _beside(self, saying: Saying, ledger: Sequence[Recalled], state: State) -> Outcome | None:
        """Return the other figure of the sentence that answered, which a turn asks for by its measure or time."""
        if not ledger or ledger[-1].fact.raw:
            return None
        last = ledger[-1].statement
        statements = self._knowledge.statements([last.report])
        text = self._knowledge.place(last.report).report.text
        done = done_beside(saying, last, statements, text)
        done = done or money_of_deed(saying, last, statements, text)
        if done := done or self._of_its_row(saying, last, statements, state):
            state = replace(state, topic=replace(state.topic, asking=saying.rest), group=state.group + 1)
            name = slots_text(
                state.topic.orgs or state.topic.members, state.topic.periods, state.topic.rounds
            )
            state = state.with_facts((fact_of(name, done, state.group),))
            draft = stated_draft(done, saying.question.language, self._knowledge)
            return Outcome(replace(state, pending=None), draft)
        other = beside(saying, last, statements)
        name = ledger[-1].fact.name or " "
        return (
            stated_outcome(other, saying.question.language, state, name, self._knowledge) if other else None
        )

    def _of_its_row(
        self, saying: Saying, last: Statement, statements: Sequence[Statement], state: State
    ) -> Statement | None:
        """Return the figure of the row that was spoken of, where a turn says nothing but its column (罚没款多少)."""
        moves = saying.names_scope or saying.question.compared or saying.doubts or saying.relations
        cell = (
            None if moves or state.pending else cell_beside(saying.own, last, statements, saying.opening.text)
        )
        return cell if cell is not last else None

    def _is_of_another(self, names: Sequence[str], anchor: Statement) -> bool:
        """Whether one of these names is the issuer's of another report than the anchor's."""
        places = self._knowledge.places(self._knowledge.titles)
        return any(
            report != anchor.report and same_organisation(name, place.report.organisation) is Sameness.SAME
            for name in names
            for report, place in places.items()
        )

    def _wholes(self, names: Sequence[str], anchor: Statement) -> tuple[str, ...]:
        """Return those of the names that call who issued the report of ``anchor``, of which all its parts are."""
        place = self._knowledge.place(anchor.report)
        issuer = place.report.organisation
        return tuple(
            name
            for name in names
            if name == place.region
            or (issuer and (name in issuer or same_organisation(name, issuer) is Sameness.SAME))
        )

    def whole(self, saying: Saying, ledger: Sequence[Recalled], state: State) -> Outcome | None:
        """Return the stated sum of all parts of what was answered, where a turn asks for that alone (总共呢)."""
        if not ("sum" in saying.relations or (saying.is_bare and asks_tally(saying.rest))) or not ledger:
            return None
        if saying.question.orgs or saying.question.periods or saying.question.rounds:
            return None
        told = [
            one
            for one in ledger
            if one.figure.kind in ADDED and account_of(saying.own, (), one.statement) >= ALL
        ]
        counted = COUNTED_OFF.search(saying.opening.text)
        several = counted or _ADDS.search(saying.opening.text)
        if several and len(terms_meant(saying.opening.text, told, several=True)) > 1:
            return None  # those that were spoken of
        anchor = (told or ledger)[-1].statement
        if anchor.figure.kind not in ADDED and saying.own:
            return None
        if len({one.fact.report for one in ledger if one.fact.group == ledger[-1].fact.group}) > 1:
            return None
        text = self._knowledge.place(anchor.report).report.text
        found = sum_of_parts(anchor, self._knowledge.statements([anchor.report]), text)
        if found is None and saying.is_bare:
            deeds = [word for word in content_of(state.topic.asking) if is_action(word)]
            pair = whole_beside(ledger, self._knowledge, deeds)
            found = pair[0].statement if pair else None  # 17条消除15条: 总共几条
        if found is None or account_of(saying.own, (), found) < HALF:
            return None
        sought = saying.question.sought
        asked = sought[-1].asked if sought else None
        if asked is not None and found.figure.kind not in asked.kinds:
            return None  # 全市的整改率
        topic = replace(state.topic, orgs=self._wholes(state.topic.orgs, anchor), members=())
        freed = replace(state, topic=topic)
        outcome = stated_outcome(
            found, saying.question.language, freed, found.figure.org or " ", self._knowledge
        )
        plain = outcome.draft.plainer if outcome.draft else None  # the sum is of no part's name
        return replace(outcome, draft=plain or outcome.draft)


def _is_of_round(question: Question, statement: Statement) -> bool:
    """Whether a figure is told of no other round than a turn names (第五轮追缴5万元 behind 高于第四轮)."""
    told = statement.figure.org
    return not rounds_in(told) or not are_others(question.rounds, told)


def stated_outcome(
    statement: Statement, language: str, state: State, name: str, knowledge: "Knowledge"
) -> Outcome:
    """Return a statement beside the ledger's own as the answer; under ``name`` it joins the ledger."""
    if name:
        state = state.with_facts((fact_of(name, statement, state.facts[-1].group),))
    return Outcome(replace(state, pending=None), stated_draft(statement, language, knowledge))
