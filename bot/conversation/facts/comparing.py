"""Turns that set facts side by side: those of the ledger, or of all owners that state the same."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.answering.pipeline import SEARCHED, Answerer
from bot.conversation.facts.beside import of_stage
from bot.conversation.facts.confirming import means
from bot.conversation.facts.gathering import (
    Owned,
    are_as_likely,
    asks_owners,
    asks_superlative,
    bare_wording,
    gathered,
    of_owners,
    ordered,
    owners_draft,
    place_asked,
    which_owner,
    without_wholes,
)
from bot.conversation.facts.ledger import Recalled, fact_of, is_owner, recalled
from bot.conversation.facts.levels import level_of
from bot.conversation.facts.pointing import Pointing, stated_outcome
from bot.conversation.facts.reckoning import Reckon, added, asked_reckoning, worked
from bot.conversation.facts.siblings import Parts, told_alike
from bot.conversation.facts.stating import stated_draft
from bot.conversation.outcome import Outcome
from bot.conversation.replies import refused
from bot.conversation.state import State
from bot.conversation.turns.accounting import ALL, HALF, account_of
from bot.conversation.turns.member_sorts import sort_asked
from bot.conversation.turns.saying import Saying, own_words
from bot.messages import say
from bot.question.content_words import content_of, raw_words
from bot.question.question import Question, Shape
from bot.ranking.asking_words import deed_sought
from bot.ranking.figure_context import is_row
from bot.ranking.matching import SURE_ENOUGH
from corpus.figure import Kind, Statement
from corpus.numerals import small_numeral
from corpus.quantities.figures import find_figures

_WHOSE: Final = re.compile(
    r"(?:又|还|就)?(?:是|属于|出自|来自|说的是|指的是|算)?(?:(?:在|从)?哪(?:一|个|家|几|年|里|儿|来)?(?:轮|个|家|单位|部门|地方|报告|份)?(?:单位|部门|报告|巡视|巡察)?|谁)"
    r"(?:的|家的|做的|完成的|来的|出来的|写的|说的|提到的?)?(?:数字?|钱|事|数据)?[？?\s]*$"
)
_QUANTITIES: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.PERCENTAGE_POINT})

_OVER_TURNS: Final = (Reckon.GAP, Reckon.SUM, Reckon.WHICH, Reckon.ALIKE, Reckon.REST)
"""What takes figures of several turns: nothing is reckoned where the last of them was not answered."""

_WHICH_OF: Final = re.compile("哪(?:一|几)?[个家]?(?P<rest>[一-鿿]+)")
"""Which of a sort a turn asks for: 领域 begins what stands behind 哪个 in 哪个领域整改金额最高."""

_SEVERALLY: Final = re.compile("各|分别|每|哪(?:些|几)")

RANKING: Final = "ranking"
"""The act of a topic whose facts stand in an order, which 第二呢 asks for by place."""


def _ranks(saying: Saying, ledger: Sequence[Recalled]) -> bool:
    """Whether what was answered is of several, and counts what a turn says in the stage it says (due, done, not done)."""
    several = len({one.fact.name or one.figure.org for one in ledger}) > 1
    if not several or not saying.own:
        return several
    last = ledger[-1].statement
    return account_of(saying.own, (), last) >= HALF and bool(of_stage([last], saying.rest, saying.own))


class Comparing:
    """Answers turns from several facts at once."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._knowledge = answerer.knowledge
        self._pointing = Pointing(answerer.knowledge)

    def answer(
        self, saying: Saying, asked: Question | None, state: State, reports: Sequence[str]
    ) -> Outcome | None:
        """Return what follows from facts that were answered, or from those of all owners; None for neither."""
        ledger = recalled(state.facts, self._knowledge)
        if state.topic.act == RANKING and (place := place_asked(saying.opening.text)):
            group = [one for one in ledger if one.fact.group == state.group]
            if place <= len(group):
                return stated_outcome(
                    group[place - 1].statement, saying.question.language, state, "", self._knowledge
                )
        if pointed := self._pointing.answer(saying, ledger, state):
            return pointed
        if (parts := self._of_parts(saying, state, reports)) is not None:
            return parts
        if of_all := self._pointing.whole(saying, ledger, state):
            return of_all
        if (alike := self._of_alike(saying, ledger, state)) is not None:
            return alike
        words = [word for one in asked.sought for word in (*one.words, *one.context)] if asked else []
        words += [word for one in ledger for word in content_of(f"{one.fact.name}　{one.figure.metric}")]
        act = asked_reckoning(saying, words)
        if act is Reckon.WHICH and not _ranks(saying, ledger):
            act = None
        if act in _OVER_TURNS and state.pending and not (saying.own or saying.question.periods):
            return Outcome(state, answer=refused(saying.text, "not_reckoned"))
        deeds = deed_sought(asked, asked.sought[-1])[:1] if asked and asked.sought else ()
        told = (saying, replace(saying, own=(*saying.own, *deeds))) if act is Reckon.REST else (saying,)
        reckoned = (worked(act, one, ledger, self._knowledge) for one in told) if act else iter(())
        if found := next(filter(None, reckoned), None):
            topic = state.topic
            if act is Reckon.REST:
                whole = found.terms[0].figure
                asking = f"{whole.metric.removeprefix(whole.org)}还剩多少{whole.measure}"
                topic = replace(topic, asking=asking)
            return Outcome(replace(state, topic=topic, pending=None), found.draft)
        if found_by := self._by_figure(saying, state):
            return found_by
        if asks_superlative(saying) or asks_owners(saying):
            return self._of_owners(saying, state, reports)
        return self._level(saying, state)

    def stated_sum(self, saying: Saying, state: State) -> Outcome | None:
        """Return the sum that the report of the last answer states, where a turn asks for that; None where it does not."""
        return self._pointing.whole(saying, recalled(state.facts, self._knowledge), state)

    def _of_parts(self, saying: Saying, state: State, reports: Sequence[str]) -> Outcome | None:
        """Return the same figure of all parts of a sort that a turn asks of: each, the most, or their sum."""
        text, report = saying.opening.text, state.topic.report
        asked = sort_asked(text)
        if asked is None or not report or saying.names_owner or saying.question.rounds:
            return None
        sort, told = asked
        parts = Parts(report, sort, self._knowledge)
        anchor = self._anchor_of_parts(saying, told, parts, state, reports)
        number = small_numeral(told.strip("个家所支")[:1])
        tried = (parts.like(anchor), self._told_like(anchor)) if anchor else ()
        owned = next((one for one in tried if len(one) > 1 and number in (None, 0, len(one))), ())
        if not owned:
            return None
        language = saying.question.language
        ranks = asks_superlative(saying) or saying.question.shape is Shape.COMPARE
        if "sum" in saying.relations:
            ledger = [
                Recalled(fact_of(one.name, one.statement, state.group + 1), one.statement) for one in owned
            ]
            found = added(ledger, language, self._knowledge)
            if found is None:
                return None
            draft = found.draft
        elif ranks or _SEVERALLY.search(text):
            owned = ordered(saying, owned) if ranks else owned
            draft = owners_draft(saying, owned, self._knowledge, ranked=ranks)
        else:
            return None
        facts = tuple(fact_of(one.name, one.statement, state.group + 1) for one in owned)
        topic = replace(
            state.topic, act=RANKING if ranks else "figure", orgs=(), members=(), rounds=(), origins={}
        )
        if saying.own:
            topic = replace(topic, asking=saying.rest.replace(told, ""))
        return Outcome(
            replace(state.with_facts(facts), topic=topic, group=state.group + 1, pending=None), draft
        )

    def _of_alike(self, saying: Saying, ledger: Sequence[Recalled], state: State) -> Outcome | None:
        """Return who has most of what was answered last, of all that its report tells in the same form; None where it tells no more than was answered."""
        match = _WHICH_OF.search(saying.opening.text)
        if not ledger or ledger[-1].fact.raw or match is None or not asks_superlative(saying):
            return None
        anchor = ledger[-1].statement
        noun = next(iter(raw_words(match["rest"])), "")
        own = tuple(word for word in saying.own if word != noun)
        statements = self._knowledge.statements([anchor.report])
        row = [one for one in statements if one.start == anchor.start and is_row(one)]
        columns = [one for one in (anchor, *row) if account_of(own, (), one) >= ALL]
        staged = of_stage(columns, saying.rest, own) if own else []
        of_column = next(iter(staged or columns), None)
        if of_column is None or saying.question.orgs or state.pending:
            return None
        owned = self._told_like(of_column)
        called = tuple(one for one in owned if noun and one.name.endswith(noun))
        owned = called if len(called) > 1 else owned
        if len(owned) <= len({one.fact.name for one in ledger if one.fact.group == ledger[-1].fact.group}):
            return None
        return self._ranked(saying, ordered(saying, owned), state)

    def _told_like(self, anchor: Statement) -> tuple[Owned, ...]:
        """Return all that the report of a figure tells in the same form."""
        text = self._knowledge.place(anchor.report).report.text
        return told_alike(anchor, self._knowledge.statements([anchor.report]), text)

    def _anchor_of_parts(
        self, saying: Saying, told: str, parts: Parts, state: State, reports: Sequence[str]
    ) -> Statement | None:
        """Return a figure of one part of what a turn asks of all: what it says, else what was answered last."""
        bare = bare_wording(saying.rest.replace(told, ""))
        own = own_words(bare)
        ledger = recalled(state.facts[-1:], self._knowledge)
        if not own:
            return ledger[0].statement if ledger else None
        question = self._answerer.read(bare if "多少" in bare else f"{bare}多少")
        drafted = self._answerer.draft(question, None, reports or (state.topic.report,))
        matches = drafted.found.matches[0] if drafted.found.matches else ()
        return next(
            (
                one.statement
                for one in matches
                if one.score >= SURE_ENOUGH
                and account_of(own, (), one.statement) >= ALL
                and parts.name_of(one.statement)
            ),
            None,
        )

    def _by_figure(self, saying: Saying, state: State) -> Outcome | None:
        """Return what a figure is of, where a turn gives it and asks whose it is (588个问题是哪一轮的)."""
        text = saying.opening.text
        if saying.question.shape is Shape.FIGURE or not _WHOSE.search(text):
            return None
        figures = [one for one in find_figures(text) if one.kind in _QUANTITIES]
        if len(figures) != 1:
            return None
        (claimed,) = figures
        rest = _WHOSE.sub("", f"{text[: claimed.start]}{text[claimed.end :]}")
        own = own_words(rest)
        few, titles = self._knowledge.is_small, self._knowledge.titles
        known = titles if few else [hit.report for hit in self._answerer.index.search(text, k=SEARCHED)]
        near = [state.topic.report] if state.topic.report else []
        for one in self._knowledge.statements([*near, *known]):
            if means(claimed, one.figure) and account_of(own, (), one) >= ALL:
                draft = stated_draft(one, saying.question.language, self._knowledge)
                return Outcome(replace(self.after_fact(one, state), pending=None), draft)
        return None

    def _level(self, saying: Saying, state: State) -> Outcome | None:
        """Return the level before or after the one that was answered, where a turn asks for that alone."""
        relation = next((one for one in saying.relations if one in ("earlier", "later")), "")
        ledger = recalled(state.facts[-1:], self._knowledge)
        plans = relation == "later" and "目标" in state.topic.asking
        if not relation or not saying.is_bare or saying.names_scope or not ledger or plans:
            return None
        if state.pending:
            return Outcome(state, answer=refused(saying.text, "not_found_before"))
        stated = ledger[-1].statement
        level = level_of(relation, stated, self._knowledge.statements([stated.report]))
        if level is None:
            return None
        name = f"{state.facts[-1].name}{say('dialogue.other_level', saying.question.language)}"
        return stated_outcome(level, saying.question.language, state, name, self._knowledge)

    def _of_owners(self, saying: Saying, state: State, reports: Sequence[str]) -> Outcome | None:
        """Return who states the same, in order where the most is asked for; None where fewer than two do."""
        ranked = asks_superlative(saying)
        near = (state.topic.report,) if state.topic.report and not reports else ()
        for within in dict.fromkeys((near, tuple(reports))) if ranked else (tuple(reports),):
            owned = of_owners(self._answerer, saying, state.topic.asking, within)
            owned = without_wholes(owned, self._knowledge) if ranked else owned
            if len(owned) > 1:
                break
        else:
            return None
        return self._ranked(saying, ordered(saying, owned), state, ranked=ranked)

    def _ranked(self, saying: Saying, told: Sequence[Owned], state: State, *, ranked: bool = True) -> Outcome:
        """Return the figures of several owners, in order where they are ``ranked``, and what is remembered of them."""
        draft = owners_draft(saying, told, self._knowledge, ranked=ranked)
        group = state.group + 1
        facts = tuple(fact_of(one.name, one.statement, group) for one in told)
        asking = saying.rest if saying.own else state.topic.asking
        topic = replace(state.topic, orgs=(), members=(), periods=(), asking=asking, act=RANKING, origins={})
        return Outcome(replace(state.with_facts(facts), topic=topic, group=group, pending=None), draft)

    def asked_back(self, saying: Saying, outcome: Outcome, state: State) -> Outcome | None:
        """Return the question back where an answer is one of several owners', and nobody was named."""
        won = outcome.contender
        if won is not None and outcome.draft is not None and outcome.draft.refused:
            return self._pointing.untold(saying, won, state)
        if won is None or not won.answers or won.reading.framed or not saying.own:
            return None
        question, draft = won.drafted.question, won.drafted.draft
        scoped = question.orgs or question.members or question.rounds or question.periods
        single = question.shape is Shape.FIGURE and len(question.sought) == 1 and not draft.derived
        if scoped or not single or not draft.statements:
            return None
        owned: Sequence[Owned] = gathered(won.drafted, saying.own, self._knowledge, saying.verbs, saying.rest)
        if draft.statements[0].report == state.topic.report and not state.pending:
            owned = [one for one in owned if one.statement.report == state.topic.report]
        if not are_as_likely(owned, self._knowledge):
            return None
        sought = "".join(saying.question.sought[0].words) or saying.rest
        answer = which_owner(saying.opening.text, question.language, sought, owned)
        return Outcome(state, answer=answer)

    def after_fact(self, stated: Statement, state: State) -> State:
        """Return what is remembered after a fact was confirmed: the topic asks for it, as later turns take it up."""
        if any((fact.report, fact.at) == (stated.report, stated.figure.start) for fact in state.facts):
            return state
        group = state.group + 1
        fact = fact_of(stated.figure.org, stated, group)
        topic = replace(state.topic, asking=stated.figure.metric, act="figure", report=stated.report)
        if is_owner(stated.figure.org, self._knowledge) and not topic.rounds:
            topic = replace(topic, orgs=(stated.figure.org,))
        return replace(state.with_facts((fact,)), topic=topic, group=group)
