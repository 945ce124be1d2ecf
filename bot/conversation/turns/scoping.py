"""Of whom a turn speaks that names nobody: the turn and the topic in, the whole or the region that is spoken of out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.conversation.state import Topic
from bot.conversation.turns.member_sorts import numbered_parts
from bot.conversation.turns.name_slips import with_name_in_full
from bot.conversation.turns.saying import Saying
from bot.ranking.scope import is_collective_name
from corpus.figure import Statement
from corpus.lexicon.relations import related_words

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge

_OF_ALL: Final = re.compile(
    "(?:全(?:[省市县区州旗镇乡村院校行局厂场]|集团|公司|系统)|整个(?:[省市县区州旗镇乡村院校行局厂场]|集团|公司|系统|单位))(?:[一总合共][共计体]|[的共])*"
)
"""How a turn begins that asks of all of which a member was spoken of: 全县的完成率."""

_IN_ALL: Final = next(word for word in related_words("sum") if "计" in word)


def of_all(text: str, topic: Topic, knowledge: "Knowledge") -> tuple[str, Topic]:
    """Return a turn that asks of all (全县办结多少) as one of their sum, and a topic that speaks of no member.

    Any other turn comes back with its topic as they are.
    """
    said = _OF_ALL.match(text)
    if said is None or not topic.report:
        return text, topic
    place = knowledge.place(topic.report)
    whole = place.report.organisation or place.region
    return f"{_IN_ALL}{text[said.end() :]}", replace(topic, orgs=(whole,) if whole else (), members=())


def is_of_whole(statement: Statement, whole: Topic, before: Topic) -> bool:
    """Whether a figure is of whom a topic speaks as of the whole, and not of a member that was spoken of before."""
    owner = statement.figure.org
    if numbered_parts(statement.quote[: statement.figure.start - statement.start]):
        return False
    known = owner in ("", *whole.orgs) or is_collective_name(owner)
    return known and owner not in (*before.members, *(set(before.orgs) - set(whole.orgs)))


def said_of_all(text: str) -> str:
    """Return what a turn asks of all: 办结多少 of 全县办结多少."""
    return _OF_ALL.sub("", text, count=1)


def known_by_short(text: str, report: str, knowledge: "Knowledge") -> str:
    """Return a turn that begins with somebody in short whose figures a report states (its id, "" for none), in full."""
    owners = {one.figure.org for one in knowledge.statements([report] if report else [])}
    return with_name_in_full(text, owners)


def all_of_wholes(statements: Sequence[Statement], knowledge: "Knowledge") -> bool:
    """Whether statements are of reports of a whole round each, and not of one organisation that was inspected."""
    reports = {one.report for one in statements}
    return bool(reports) and all(
        is_collective_name(knowledge.place(report).report.organisation) for report in reports
    )


def same_region(saying: Saying, anchor: Statement | None, knowledge: "Knowledge") -> tuple[str, ...]:
    """Return the reports of the region that is spoken of, where a turn says only another round."""
    titles = knowledge.titles
    rounds = saying.is_bare and saying.question.rounds and not saying.names_owner
    if not rounds or anchor is None or anchor.report not in titles or not knowledge.is_small:
        return ()
    places = knowledge.places(titles)
    region = places[anchor.report].region
    return tuple(report for report, place in places.items() if place.region == region)
