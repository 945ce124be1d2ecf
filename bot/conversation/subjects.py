"""What a dialogue sums up: a topic in, the summary of it out; and the choices where nobody was named."""

from typing import TYPE_CHECKING, Final

from bot.answer import CheckedAnswer, Choice
from bot.conversation.state import Topic
from bot.messages import language_of, say
from bot.ranking.scope import is_collective_name
from bot.summary.requests import summary_of
from bot.summary.subjects import Subjects
from corpus.organisations.name_parts import name_parts
from corpus.times.rounds import are_others, named_rounds

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_MOST: Final = 8


def whole_of(text: str, topic: Topic, subjects: Subjects, knowledge: "Knowledge") -> CheckedAnswer | None:
    """Return the summary of what the topic names, None where the reports do not know it."""
    rounds = [f"第{one}轮" for one in topic.rounds]
    for name in (*topic.members, *reversed(topic.orgs), *rounds, *topic.periods):
        of_region = _report_of_region(name, topic.rounds, knowledge)
        answer = summary_of(text, of_region or name, "short", subjects)
        if answer is not None and answer.choices and name in rounds:
            whole = [one.name for one in answer.choices if _reports_of_all(one.name, knowledge)]
            answer = summary_of(text, whole[0], "short", subjects) if len(whole) == 1 else answer
        if answer:
            return answer
    return None


def _reports_of_all(round_name: str, knowledge: "Knowledge") -> bool:
    """Whether a report speaks of a whole round, and not of one organisation that was inspected in it."""
    places = knowledge.places(knowledge.titles).values()
    return any(
        round_name in named_rounds(place.report.title) and is_collective_name(place.report.organisation)
        for place in places
    )


def _report_of_region(name: str, rounds: tuple[str, ...], knowledge: "Knowledge") -> str:
    """Return the one report (its id) that speaks of a whole region, of one of ``rounds`` where any is said; "" else."""
    if name_parts(name).unit:
        return ""
    found = [
        report
        for report, place in knowledge.places(knowledge.titles).items()
        if place.region == name
        and is_collective_name(place.report.organisation)
        and not (rounds and are_others(rounds, place.report.title))
    ]
    return found[0] if len(found) == 1 else ""


def round_choices(text: str, knowledge: "Knowledge") -> CheckedAnswer:
    """Ask back whose rectification is meant: the issuers of the reports are the choices."""
    language = language_of(text)
    places = knowledge.places(knowledge.titles)
    names = dict.fromkeys(place.report.organisation for place in places.values())
    choices = tuple(Choice(name, f"{name}整改情况怎么样") for name in names if name)[:_MOST]
    rows = [f"{n}. {one.name}" for n, one in enumerate(choices, 1)]
    told = "\n".join([say("dialogue.whole", language), *rows])
    return CheckedAnswer(text, told, True, None, (), (), choices=choices)
