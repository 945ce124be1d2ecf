"""What a dialogue sums up: a topic in, the summary of it out; and the choices where nobody was named."""

from typing import TYPE_CHECKING, Final

from bot.answer import CheckedAnswer, Choice
from bot.conversation.state import Topic
from bot.messages import language_of, say
from bot.summary.requests import summary_of
from bot.summary.subjects import Subjects

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_MOST: Final = 8


def whole_of(text: str, topic: Topic, subjects: Subjects) -> CheckedAnswer | None:
    """Return the summary of what the topic names, None where the reports do not know it."""
    rounds = [f"第{one}轮" for one in topic.rounds]
    for name in (*topic.members, *reversed(topic.orgs), *rounds, *topic.periods):
        if answer := summary_of(text, name, "short", subjects):
            return answer
    return None


def round_choices(text: str, knowledge: "Knowledge") -> CheckedAnswer:
    """Ask back whose rectification is meant: the issuers of the reports are the choices."""
    language = language_of(text)
    places = knowledge.places(knowledge.titles)
    names = dict.fromkeys(place.report.organisation for place in places.values())
    choices = tuple(Choice(name, f"{name}整改情况怎么样") for name in names if name)[:_MOST]
    rows = [f"{n}. {one.name}" for n, one in enumerate(choices, 1)]
    told = "\n".join([say("dialogue.whole", language), *rows])
    return CheckedAnswer(text, told, True, None, (), (), choices=choices)
