"""Which statement a reading's answer states: a draft and what the turn says in, the draft that states what is meant out."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from bot.answering.pipeline import Answerer, Drafted
from bot.conversation.facts.beside import (
    cell_beside,
    done_to,
    is_due,
    like_beside,
    row_head,
    tells_all,
    told_before,
)
from bot.conversation.facts.contrast import sum_of_parts
from bot.conversation.facts.rows import named_in_row, names_row
from bot.conversation.facts.stating import stated_draft
from bot.conversation.facts.terms import says_done
from bot.conversation.turns.accounting import ALL, account_of, accounted, alone, denies, is_denied
from bot.conversation.turns.member_sorts import numbered_parts
from bot.drafting.comparison import comparable
from bot.drafting.derivation import ADDED
from bot.question.content_words import content_of, is_action, is_said, is_weak, normal
from bot.question.question import Question, Shape
from bot.ranking.asking_words import deed_sought
from bot.ranking.figure_context import is_row
from bot.ranking.matching import SURE_ENOUGH
from checker.comparison.plan_marks import is_planned
from corpus.figure import Statement
from corpus.lexicon.relations import relations_in
from corpus.lexicon.synonyms import STAGE_WORDS

NO_WHOLE: Final = 0.4
"""What is left of a part where the whole is asked for (五家一共)."""

_NEAR_RANK: Final = 6.0
"""Ranks within which a statement that accounts for more of the turn's words is stated in place of the first."""

_OUTDONE: Final = 0.5
"""How far what is asked is said of a statement beside one, at which that is not what is asked."""

_EXACT_RANK: Final = 4.0
"""Ranks within which a statement that counts just what is asked is stated in place of the first."""

_WHOLE: Final = frozenset("各类 各项 各种 全部 累计 共计 全市 全县 全省 全区 整改 问题".split())
"""Words that make what is counted no narrower."""


_FEW: Final = 2
_NEXT: Final = re.compile(r"、[^，,；;。、\d]{1,12}")
_LISTS: Final = (":", "：")
"""Behind these a sentence tells the parts of what stands before: 7人予以问责：警告2人."""

_TO_COME: Final = re.compile("(?:[之以]后|今后|下一?步|接下来|后续)(?:还|就)?(?:[要将会拟]|准备|打算)")
"""Asks of what is yet to be done, though it names no plan (之后要评估几所高校)."""


@dataclass(frozen=True, slots=True)
class Picking:
    """Picks what of that which was found a turn means: by its ``own`` words, its ``periods`` and what was answered last.

    ``plan`` says that an aim is asked for, ``total`` that all of it is, ``whole`` that it is of several told off,
    ``report`` which was spoken of, ``deed`` what was asked to have been done before, where the turn says not how it asks,
    ``part`` of what was spoken of last, which no figure of another part answers.
    """

    answerer: Answerer
    anchor: Statement | None
    own: Sequence[str]
    periods: Sequence[str] = ()
    plan: bool = False
    total: bool = False
    whole: bool = False
    report: str = ""
    deed: tuple[str, ...] = ()
    part: str = ""

    def of_all(self, drafted: Drafted) -> Drafted:
        """State the whole of which a draft states a part, where a turn asks for all (集团总共清收多少)."""
        stated = alone(drafted)
        if not self.total or stated is None:
            return drafted
        knowledge, question = self.answerer.knowledge, drafted.question
        place = knowledge.place(stated.report)
        whole = sum_of_parts(stated, knowledge.statements([stated.report]), place.report.text)
        named = any(one in stated.clause or one in stated.figure.org for one in question.members)
        other = stated.figure.org != place.report.organisation and stated.figure.org in question.orgs
        beside = whole is not None and whole.start == stated.start
        less = (
            not beside and whole is not None and self.weight(whole, question) < self.weight(stated, question)
        )
        if whole is None or named or other or less:
            return drafted
        return replace(drafted, draft=stated_draft(whole, question.language, knowledge))

    def in_its_row(self, drafted: Drafted) -> Drafted:
        """State the figure that is the named part's by its place: 一标段、二标段分别扣减3万元、5万元.

        The part may be one that only the row tells, named first in the turn (民庭、执行局各评查30件、28件).
        """
        stated = alone(drafted)
        names = drafted.question.members or self.own[:1]
        if stated is None or not names:
            return drafted
        knowledge = self.answerer.knowledge
        text = knowledge.place(stated.report).report.text
        statements = knowledge.statements([stated.report])
        told = told_before(stated, statements, text)
        named = drafted.question.members or names_row(names[0], stated, statements, text)
        if not named or any(name in told for name in names):
            return drafted
        found = named_in_row(names, stated, statements, text)
        if found is None or found.figure.start == stated.figure.start:
            return drafted
        return replace(drafted, draft=stated_draft(found, drafted.question.language, knowledge))

    def of_its_deed(self, drafted: Drafted) -> Drafted:
        """State to how much the deed was done that is asked for, where a draft states what it was done to (问题9个, 改完8个)."""
        drafted = self._of_its_column(drafted)
        stated, question = alone(drafted), drafted.question
        deeds = self._deeds(question)
        if stated is None or stated.figure.kind not in ADDED or not deeds:
            return drafted
        if denies(question.wording) or is_due(question.wording, deeds):
            return drafted
        knowledge = self.answerer.knowledge
        text = knowledge.place(stated.report).report.text
        statements = knowledge.statements([stated.report])
        done = (
            None if tells_all(deeds, stated, statements, text) else done_to(deeds, stated, statements, text)
        )
        if (
            done is None
            or done.figure.start < stated.figure.start
            or done.figure.metric == stated.figure.metric
        ):
            return drafted  # told by itself, or the level of another time
        names = (*question.members, *question.orgs)
        if stated.figure.org in names and done.figure.org not in names:
            return drafted  # 追回268万元（柳河乡112万元…）: what is of the part is no whole of what was done
        if done == self.anchor and self.deed and not any(map(is_action, self.own)):
            return drafted  # that was answered: a turn after it asks for the whole (问题总数呢)
        lists = any(mark in text[stated.figure.end : done.figure.start] for mark in _LISTS)
        if lists or (done.figure.value or 0) > (stated.figure.value or 0):
            return drafted
        of_whole = f"{done.about}{stated.figure.metric}{stated.clause}"  # what was done is told of the same
        draft = stated_draft(replace(done, about=of_whole), question.language, knowledge)
        return replace(drafted, draft=replace(draft, of_set=drafted.draft.of_set))

    def _of_its_column(self, drafted: Drafted) -> Drafted:
        """State what a row of a table counts like the last answer, where a turn only names the row (民生项目呢)."""
        anchor, stated = self.anchor, alone(drafted)
        if not self.deed or anchor is None or stated is None or not is_row(stated):
            return drafted
        knowledge, head = self.answerer.knowledge, row_head(stated)
        if not all(is_said(word, head) for word in self.own):
            return drafted
        row = [one for one in knowledge.statements([stated.report]) if one.start == stated.start]
        counts = content_of(anchor.figure.metric.removeprefix(anchor.figure.org))[-1:]
        alike = next((one for one in row if comparable(one, anchor)), None)
        found = alike or cell_beside(counts, stated, row)
        if found is None or comparable(stated, anchor):
            return drafted
        return replace(drafted, draft=stated_draft(found, drafted.question.language, knowledge))

    def _deeds(self, question: Question) -> tuple[str, ...]:
        """Return what a question asks to have been done: the verb before its asking word, the last one that the turn says, else what was asked."""
        sought = question.sought[0] if len(question.sought) == 1 else None
        if sought is None or sought.change:
            return ()
        said = tuple(word for word in self.own if is_action(word))
        return deed_sought(question, sought)[:1] or said[-1:] or self.deed

    def of_its_stage(self, drafted: Drafted) -> Drafted:
        """State what is counted like the last answer, where a turn says only how far that came (反馈了几个, 整改了多少)."""
        anchor, stated = self.anchor, alone(drafted)
        stage = bool(self.own) and set(self.own) <= STAGE_WORDS
        if anchor is None or stated is None or not stage or comparable(stated, anchor):
            return drafted
        beside = like_beside(stated, anchor, self.answerer.knowledge.statements([stated.report]))
        matches = drafted.found.matches[0] if drafted.found.matches else ()
        near = [one.statement for one in matches if one.score >= SURE_ENOUGH]
        fits = [one for one in near if comparable(one, anchor) and self.weight(one, drafted.question) >= ALL]
        for one in (*beside, *fits)[:1]:
            draft = stated_draft(one, drafted.question.language, self.answerer.knowledge)
            return replace(drafted, draft=draft)
        return drafted

    def share(self, drafted: Drafted) -> float:
        """Return how much of the turn a draft accounts for, 0 to 1; little where it is a part and all was asked."""
        wording = drafted.question.wording
        share = accounted(self.own, self.periods, drafted, plan=self._plans(drafted.question))
        if drafted.draft.of_set:
            return share
        if len(drafted.draft.statements) == 1 and not drafted.draft.derived and denies(wording):
            share = self.weight(drafted.draft.statements[0], drafted.question)
        statements = drafted.draft.statements
        adds = any("sum" in relations_in(one.quote) or "共" in one.clause for one in statements)
        parts = self.whole and not drafted.draft.derived and not adds
        return share * NO_WHOLE if parts and any(map(self._is_of_one, statements)) else share

    def lists_part(self, drafted: Drafted) -> bool:
        """Whether all of something is asked, and a draft states one of a list of several (大气类386件、水类241件、噪声类198件)."""
        statement = alone(drafted)
        if not self.total or statement is None:
            return False
        beside = [
            one
            for one in self.answerer.knowledge.statements([statement.report])
            if one.start == statement.start and comparable(one, statement)
        ]
        text = statement.quote
        spans = [
            text[one.figure.end - one.start : other.figure.start - one.start]
            for one, other in pairwise(beside)
            if statement in (one, other)
        ]
        return len(beside) > _FEW and any(_NEXT.fullmatch(span) for span in spans)

    def _is_of_one(self, statement: Statement) -> bool:
        """Whether a figure is of one of several, told by its number, or not of whom the report spoken of is of."""
        if numbered_parts(statement.quote[: statement.figure.start - statement.start]):
            return True
        issuer = self.answerer.knowledge.place(statement.report).report.organisation
        return statement.report != self.report or not issuer or statement.figure.org != issuer

    def weight(self, statement: Statement, question: Question) -> float:
        """Return how much of the turn one statement accounts for, what was not done included."""
        if denies(question.wording):
            share = account_of(self.own, self.periods, statement, plan=is_planned(statement))
            return share if is_denied(statement) else share * NO_WHOLE
        return account_of(self.own, self.periods, statement, plan=self._plans(question))

    def _plans(self, question: Question) -> bool:
        """Whether an aim is asked for: the turn or the question that it takes up says so."""
        wording = question.wording
        return self.plan or "plan" in relations_in(wording) or bool(_TO_COME.search(wording))

    def reranked(self, drafted: Drafted) -> Drafted:
        """State the match that accounts for most of the turn's words, where it ranks near the first."""
        question, draft = drafted.question, drafted.draft
        single = question.shape is Shape.FIGURE and len(question.sought) == 1 and len(draft.statements) == 1
        if draft.refused or draft.derived or draft.of_set or not single or not drafted.found.matches:
            return drafted
        matches = drafted.found.matches[0]
        best = self.weight(draft.statements[0], question)
        if best >= ALL or not matches:
            return self._named_exactly(drafted)
        first = matches[0]
        near = [one for one in matches if one.score >= SURE_ENOUGH and first.rank - one.rank < _NEAR_RANK]
        for match in near:
            if match.signals["deed"] < first.signals["deed"]:
                continue  # 反馈的问题改完多少 asks of what was 改完, whatever else the other one says
            if self._is_of_part(draft.statements[0]) and not self._is_of_part(match.statement):
                continue
            if self.weight(match.statement, question) > best:
                stated = stated_draft(match.statement, question.language, self.answerer.knowledge)
                return replace(drafted, draft=stated)
        return drafted

    def _is_of_part(self, one: Statement) -> bool:
        """Whether a figure counts something of the part that was spoken of."""
        return bool(self.part) and self.part in f"{one.figure.org}{one.figure.metric}"

    def of_the_same(self, drafted: Drafted) -> Drafted:
        """State the match of whom was spoken of, where a reading that names nobody finds another of the report."""
        anchor, draft = self.anchor, drafted.draft
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
            return self.reranked(drafted)
        matches = drafted.found.matches[0]
        for match in matches:
            near = match.score >= SURE_ENOUGH and matches[0].rank - match.rank < _NEAR_RANK
            fits = self.weight(match.statement, drafted.question) >= ALL
            if near and fits and match.statement.figure.org == owner:
                draft = stated_draft(match.statement, drafted.question.language, self.answerer.knowledge)
                return replace(drafted, draft=draft)
        return self.reranked(drafted)

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
            near = near and match.signals["outdone"] < _OUTDONE  # A标段 is said of the first alone
            alike = comparable(stated, match.statement) and _whose(stated) == _whose(match.statement)
            least = min(ALL, self.weight(stated, question))
            alike = alike and self.weight(match.statement, question) >= least
            if near and alike and not _adds_words(match.statement, asked):
                draft = stated_draft(match.statement, question.language, self.answerer.knowledge)
                return replace(drafted, draft=draft)
        return drafted


def _adds_words(statement: Statement, asked: Collection[str]) -> bool:
    """Whether a figure counts something narrower than is asked: 追回补贴资金 where 追回资金 is, 闲置网点已整改 where 闲置网点 is."""
    metric = statement.figure.metric.removeprefix(statement.figure.org)
    words = (word for word in content_of(metric) if not is_weak(word) and word not in (*asked, *_WHOLE))
    return (says_done(metric) and not any(map(says_done, asked))) or any(words)


def _whose(one: Statement) -> tuple[str, str]:
    return one.figure.org, one.report
