"""What waits where a turn was not answered: the turn and the topic in, what a name or a correction may complete out."""

from dataclasses import replace

from bot.conversation.state import State, Topic
from bot.conversation.turns.saying import Saying, is_place_alone


def leaned_on(saying: Saying, state: State) -> Topic:
    """Return what a turn leans on: what was answered last, or what still waits for a name or a correction."""
    pending = state.pending
    if pending is None or pending.act == "summary" or not pending.asking:
        return state.topic
    if saying.is_bare:
        return pending if saying.names_scope or saying.opening.corrects else state.topic
    whose = pending.orgs or pending.members
    other = whose and whose != (state.topic.orgs or state.topic.members)
    return pending if other and not saying.names_scope else state.topic


def waiting(saying: Saying, topic: Topic) -> Topic:
    """Return what a refused turn asked, which a name or a correction may complete."""
    question = saying.question
    if not saying.names_owner and is_place_alone(saying.rest):
        return topic  # a place that no report tells of (白沙市呢): another may be named
    if saying.is_bare:
        return replace(
            topic,
            orgs=question.orgs or topic.orgs,
            periods=question.periods or topic.periods,
            rounds=question.rounds or (() if question.orgs else topic.rounds),
        )
    return Topic(
        question.orgs,
        question.members,
        question.periods,
        question.rounds,
        saying.rest,
        "figure",
        origins={},
    )
