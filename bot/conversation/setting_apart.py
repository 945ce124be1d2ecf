"""A turn that asks how far one it names is from another (一队比四队多产多少): both sides in, the difference out.

Each side is asked by itself, as a turn that leans on the topic; a turn that names one side means the last answer by the
other (比四标段多扣多少).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.conversation.facts.ledger import recalled
from bot.conversation.facts.reckoning import apart_by, set_side_by_side
from bot.conversation.outcome import Outcome
from bot.conversation.state import State
from bot.conversation.turns.parting import sides_of_which
from bot.conversation.turns.saying import Saying
from bot.drafting.comparison import comparable

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_APART: Final = re.compile(
    r"^(?P<one>[^，,比]*?)(?:比|跟|和|与)(?P<other>[^，,]+?)(?:相?比|比起来)?(?P<way>[多少高低快慢早晚大小长短])(?P<deed>[^，,多少几]{0,8}?)(?:了|出)?(?P<how>(?:多少|几)[^，,]*)$"
)
_TIMES: Final = re.compile("[上去前]一?年|同[期比]|以前|之前|原来|平均|目标")


def set_apart(
    saying: Saying, state: State, ask: Callable[[str, State], Outcome], knowledge: "Knowledge"
) -> Outcome | None:
    """Return how far the two sides of a turn are apart; None where it names no two, or one of them is not answered.

    ``ask`` answers a turn by itself after a state.
    """
    if sides := sides_of_which(saying.opening.text):
        return _which(saying, sides, state, ask, knowledge)
    match = _APART.match(saying.opening.text.rstrip("？?。！! "))
    if match is None or _TIMES.search(match["other"]):
        return None
    deed = match["deed"].strip("的")
    asking = f"{deed}{match['how']}" if deed else "呢"
    facts = []
    for side in (match["one"].strip("的"), match["other"].strip("的")):
        if side:
            outcome = ask(f"{side}{asking}", state)
            draft = outcome.draft
            if draft is None or draft.refused or draft.derived or len(draft.statements) != 1:
                return None
            state = outcome.state
        facts.append(state.facts[-1:])
    one, other = (recalled(fact, knowledge) for fact in facts)
    if not one or not other or not comparable(one[0].statement, other[0].statement):
        return None
    if one[0].statement.figure.start == other[0].statement.figure.start:
        return None
    worked = apart_by(saying.opening.text, (one[0], other[0]), saying.question.language, knowledge)
    after = replace(state.with_facts(facts[0]), pending=None)  # what is compared next is the first of the two
    return Outcome(after, worked.draft) if worked else None


def _which(
    saying: Saying,
    sides: tuple[str, ...],
    state: State,
    ask: Callable[[str, State], Outcome],
    knowledge: "Knowledge",
) -> Outcome | None:
    """Return which of two things that a turn names is more, each answered by itself; None where one of them is not."""
    terms = []
    for side in sides:
        outcome = ask(f"{side}是多少", state)
        draft = outcome.draft
        if draft is None or draft.refused or draft.derived or len(draft.statements) != 1:
            return None
        state = outcome.state
        terms += recalled(state.facts[-1:], knowledge)
    if len(terms) < len(sides) or not comparable(*(one.statement for one in terms)):
        return None
    told = set_side_by_side(saying.opening.text, terms, saying.question.language, knowledge)
    return Outcome(replace(state, pending=None), told.draft) if told else None
