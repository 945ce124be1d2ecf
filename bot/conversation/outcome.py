"""What one part of a turn comes to: ``Outcome``; and what of it is told and taken up."""

from dataclasses import dataclass, replace

from bot.answer import CheckedAnswer, Draft
from bot.conversation.state import State
from bot.conversation.turns.contender import Contender
from bot.messages import say
from bot.question.question import Question
from corpus.words import segmenter


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft to check, or an answer that is ready; and the state after it. ``contender`` is the reading that won."""

    state: State
    draft: Draft | None = None
    answer: CheckedAnswer | None = None
    contender: Contender | None = None


def asking_again(won: Contender) -> str:
    """Return how a later turn asks what was answered; a rate that was worked out is called by what it is of."""
    draft = won.drafted.draft
    if not draft.derived or draft.direct is None or not draft.direct.metric.endswith("率"):
        return won.reading.asking
    words = segmenter().cut(draft.direct.metric.removesuffix("率"), False)
    return f"{''.join(reversed(words))}率是多少"  # 完成整改问题率: 问题整改完成率


def understood_as(draft: Draft, question: Question, won: Contender) -> Draft:
    """Return a draft that says whom it took to be meant, where that was not said and the text does not say it."""
    if "orgs" not in won.reading.kept or not question.orgs or question.orgs[0] in draft.text:
        return draft
    note = say("dialogue.understood", question.language, name=question.orgs[0])
    longer = replace(draft, text=f"{draft.text}\n{note}", claims=f"{draft.claims}\n{' ' * len(note)}")
    return replace(longer, plainer=understood_as(draft.plainer, question, won)) if draft.plainer else longer
