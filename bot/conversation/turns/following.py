"""A draft's figure beside what was answered last: a draft and the last figure in, the one of its sentence that is meant out.

After an amount of money 退了多少 asks for money, 现在多少 for the level now, and 禾丰县呢 for what is counted as before.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.answering.pipeline import Drafted
from bot.conversation.facts.beside import tells_all
from bot.conversation.facts.levels import level_now, level_of, level_then
from bot.conversation.facts.narrowing import whole_told_before
from bot.conversation.facts.stating import stated_draft
from bot.conversation.turns.accounting import ALL, alone
from bot.drafting.comparison import comparable
from bot.question.content_words import content_of, is_action, is_said
from bot.question.question import Question
from bot.ranking.matching import SURE_ENOUGH
from checker.comparison.levels import is_earlier_level
from corpus.figure import Kind, Statement

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_APART: Final = re.compile("[；;。]")
_NEXT: Final = re.compile("[一-鿿]{0,6}、?")
"""What may stand between what something was done to and its amount: 3家合作社、61万元."""
_LEVELS: Final = ("earlier", "later")


@dataclass(frozen=True, slots=True)
class Following:
    """Puts a draft's figure in line with the last one: ``anchor``, by the ``own`` words of a turn.

    ``weigh`` tells how much of a turn a statement accounts for, ``deed`` what was asked to have been done before.
    """

    knowledge: "Knowledge"
    anchor: Statement | None
    weigh: Callable[[Statement, Question], float]
    own: Sequence[str] = ()
    deed: tuple[str, ...] = ()

    def of_kind(self, drafted: Drafted) -> Drafted:
        """State the figure of the kind that was answered last, where a turn says not in what it asks and a sentence tells two (退患者的呢: 向412名患者退还3.18万元)."""
        anchor, stated = self.anchor, alone(drafted)
        if anchor is None or stated is None or comparable(stated, anchor):
            return drafted
        return self._stating(drafted, next(self._of_kind(drafted, stated, anchor), None))

    def _of_kind(self, drafted: Drafted, stated: Statement, anchor: Statement) -> Iterator[Statement]:
        """Yield what the sentence of a stated figure tells in the kind of the last one, the surest first."""
        matches, question = drafted.found.matches[0], drafted.question
        statements = self.knowledge.statements([stated.report])
        text = self.knowledge.place(stated.report).report.text
        beside = [
            one
            for one in statements
            if one.start == stated.start
            and comparable(one, anchor)
            and not _APART.search(_between(one, stated))
        ]
        for match in matches:
            one = match.statement
            least = min(ALL, self.weigh(stated, question))
            first = match is matches[0] and anchor.figure.kind is Kind.MONEY
            if match.score >= SURE_ENOUGH and one in beside and (first or self.weigh(one, question) >= least):
                yield one
        if anchor.figure.kind is not Kind.MONEY:
            return
        yield from (one for one in beside if self.deed and tells_all(self.deed, one, statements, text))
        yield from (one for one in beside if _NEXT.fullmatch(_between(stated, one)))
        things = [word for word in self.own if not is_action(word)]
        if things and not any(is_said(word, stated.figure.metric) for word in things):
            yield from (one for one in beside if all(is_said(word, one.figure.metric) for word in things))

    def of_whole(self, drafted: Drafted) -> Drafted:
        """State the whole of which a draft states a part that nothing the turn says tells from it (死亡32人，其中较大事故死亡4人)."""
        stated, question = alone(drafted), drafted.question
        if stated is None:
            return drafted
        asked = f"{question.wording}　{'　'.join(self.own)}"
        wholes = whole_told_before(stated, asked, self.anchor, self.knowledge.statements([stated.report]))
        least = self.weigh(stated, question)
        fits = [one for one in wholes if self.weigh(one, question) >= least]
        return self._stating(drafted, max(fits, key=lambda one: self.weigh(one, question), default=None))

    def of_owner(self, drafted: Drafted) -> Drafted:
        """State what is of the one that a turn names in short, where a draft states another's figure of that one's report (东作业区: 东作业区公司)."""
        stated, question = alone(drafted), drafted.question
        names = [name for name in (*question.members, *question.orgs) if len(name) > 1]
        if stated is None or not names or any(name in _told_of(stated) for name in names):
            return drafted
        for match in drafted.found.matches[0]:
            one = match.statement
            named = one.report == stated.report and any(one.figure.org.startswith(name) for name in names)
            if (
                named
                and match.score >= SURE_ENOUGH
                and self.weigh(one, question) >= self.weigh(stated, question)
            ):
                return self._stating(drafted, one)
        return drafted

    def at_level(self, drafted: Drafted, relations: Sequence[str]) -> Drafted:
        """State the level that a turn asks for by its word (原来, 现在), where a draft states the other one of the change; the one now where it says neither."""
        stated = alone(drafted)
        relation = next((one for one in relations if one in _LEVELS), "")
        if stated is None:
            return drafted
        if not relation:
            question = drafted.question
            moves = question.periods or question.compared or any(one.change for one in question.sought)
            statements = self.knowledge.statements([stated.report])
            if moves:
                return self._stating(drafted, level_then(stated, question.periods, statements))
            now = level_now(stated, question.wording, statements)
            told = f"{stated.figure.metric}{stated.clause}"  # what moved is told before where it began
            return self._stating(drafted, replace(now, about=f"{told}{now.about}") if now else None)
        level = level_of(relation, stated, self.knowledge.statements([stated.report]))
        before, now = (level, stated) if relation == "earlier" else (stated, level)
        if before is None or now is None or not is_earlier_level(before) or is_earlier_level(now):
            return drafted
        return self._stating(drafted, level)

    def counted_alike(self, drafted: Drafted) -> Drafted:
        """State what is counted in the last figure's own words alone, where a draft counts something else of the same sentence (清理合同48.6万份: 清理18742份, not 发现不规范合同6931份)."""
        anchor, stated = self.anchor, alone(drafted)
        if anchor is None or stated is None or not comparable(anchor, stated):
            return drafted
        known = _counted(anchor)
        if stated.figure.org in drafted.question.members:
            return drafted  # it is of the part that the turn names
        if not known or _counted(stated) <= known:
            return drafted
        fits = [
            one
            for one in self.knowledge.statements([stated.report])
            if one.start == stated.start and comparable(one, anchor) and _counted(one) & known
        ]
        alike = [one for one in fits if _counted(one) <= known]
        return self._stating(drafted, alike[0] if len(alike) == 1 else None)

    def _stating(self, drafted: Drafted, found: Statement | None) -> Drafted:
        if found is None:
            return drafted
        return replace(drafted, draft=stated_draft(found, drafted.question.language, self.knowledge))


def _told_of(one: Statement) -> str:
    return f"{one.title}{one.section}{one.quote}{one.about}{one.figure.org}"


def _between(one: Statement, other: Statement) -> str:
    """Return what stands between two figures of a sentence."""
    first, last = sorted((one, other), key=lambda each: each.figure.start)
    return first.quote[first.figure.end - first.start : last.figure.start - first.start]


def _counted(one: Statement) -> set[str]:
    return set(content_of(one.figure.metric.removeprefix(one.figure.org)))
