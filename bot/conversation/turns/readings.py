"""What a turn may mean: the turn and the topic in, wordings that stand by themselves out, the likeliest first.

Inheritance goes slot by slot, by what the turn leaves out: a name alone keeps what is asked and when, what is asked
alone keeps whose, a time alone keeps both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.conversation.state import Topic
from bot.conversation.turns.saying import Saying, slots_text, tells_off
from bot.question.content_words import is_action
from bot.question.question import Question
from corpus.lexicon.relations import relations_in
from corpus.lexicon.synonyms import GENERIC_WORDS, STAGE_WORDS

_ASKED: Final = re.compile(r"(?:是|为|有|达到?|降到|升到)?(?:多少|几)[^，。]*$")
_COUNTED: Final = re.compile(
    r"(?P<noun>[一-鿿]{2,}?)(?:总数|总量|数目|个数|数量|总共|数)(?:是)?(?:多少|几个)?$"
)
_COPULA: Final = re.compile("[是为]$")
"""How a turn ends that leaves out how much (办结率是)."""
_COMPARES: Final = re.compile("(?:比|较)[^，。]{2,8}?[多少高低增减升降][^，。]*$")
"""How a question ends that asks how far something is from an earlier time."""
_PLAN: Final = re.compile("的?目标(?:是|值)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a turn may mean: ``text`` asks it by itself, ``asking`` is what of it is no name and no time.

    ``framed`` says that it takes something from the topic, ``bare`` that it takes what is asked; ``near`` that it
    stays in the report of the last answer, ``leans`` that what was asked before may tell of what it speaks,
    ``changes`` that it asks for another kind of figure than was answered (how much it rose, what is aimed at);
    ``part`` is the part of a whole that it keeps of the topic, ``freed`` says that it leaves that out.
    """

    text: str
    asking: str
    framed: bool = False
    bare: bool = False
    near: bool = False
    leans: bool = False
    changes: bool = False
    kept: tuple[str, ...] = ()
    part: str = ""
    freed: bool = False


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What the topic's own question asks: the ``noun`` that is counted, its ``measure``, whether a figure."""

    noun: str = ""
    measure: str = ""
    figure: bool = False


def asked_by(question: Question | None) -> TakenUp:
    """Return what a question asks, as a turn after it may take it up."""
    if question is None or not question.sought:
        return TakenUp()
    sought = question.sought[-1]
    noun = _PLAN.sub("", sought.metric or "".join(sought.words))
    return TakenUp(noun, sought.asked.measure if sought.asked else "", sought.asked is not None)


def readings(saying: Saying, topic: Topic, asked: TakenUp) -> Iterator[Reading]:
    """Yield what a turn may mean, the likeliest first; the last is the turn by itself."""
    own = Reading(saying.opening.text, saying.rest)
    if not _says_how(saying) and asked.figure and not saying.is_bare:
        text, rest = (_COPULA.sub("", one) for one in (saying.opening.text, saying.rest))
        own = Reading(f"{text}是多少", f"{rest}是多少")
    if saying.is_bare:
        yield from _bare(saying, topic, asked)
        if not saying.names_scope:
            return  # 哪个高 asks nothing by itself
    elif saying.names_owner:
        yield own
        yield from _worded(saying, Topic(), asked)
        return
    elif saying.question.rounds:
        yield own
        yield from _worded(saying, topic, asked)
        return
    else:
        yield from _worded(saying, topic, asked)
        generic = bool(saying.own) and set(saying.own) <= GENERIC_WORDS | STAGE_WORDS
        deeds = bool(saying.own) and all(map(is_action, saying.own))
        if topic.report and (generic or deeds or tells_off(saying.rest) or saying.opening.part):
            return  # 还剩几个没改好, 扣回多少, 五家一共退了多少: what any report may say releases no topic
    yield own


def _bare(saying: Saying, topic: Topic, asked: TakenUp) -> Iterator[Reading]:
    """Yield readings of a turn that says only whose, when or how (水投呢, 2021年呢, 涨了多少)."""
    if not topic.asking:
        return
    question = saying.question
    orgs = question.orgs or question.members or _whose(topic)
    rounds = question.rounds or (() if question.orgs else topic.rounds)
    times = question.periods or topic.periods
    changes = _changes(saying, topic)
    for asking in _askings(saying, topic, asked):
        for periods in dict.fromkeys((times, question.periods)):
            kept = _kept(saying, topic, periods)
            text = slots_text(orgs, periods, rounds) + asking
            yield Reading(text, asking, framed=True, bare=True, kept=kept, leans=True, changes=changes)
        if not saying.names_owner and not question.rounds and topic.report:
            text = slots_text((), question.periods, rounds) + asking
            yield Reading(text, asking, framed=True, bare=True, near=True, changes=changes)


def _changes(saying: Saying, topic: Topic) -> bool:
    """Whether a bare turn asks for another sort of figure than was answered."""
    sought = saying.question.sought
    moves = bool(saying.question.compared) or bool(
        sought and (sought[0].change or (saying.asks and sought[0].asked))
    )
    other = bool({"plan", "yearly", "rest", "mean", "later", "earlier"} & set(saying.relations))
    return moves or other or ("目标" in topic.asking and saying.opening.corrects)


def _askings(saying: Saying, topic: Topic, asked: TakenUp) -> Iterator[str]:
    """Yield how a bare turn asks: as before, or of its aim, its change, or what is left."""
    relations = set(saying.relations)
    noun = asked.noun or _ASKED.sub("", topic.asking)
    sought = saying.question.sought
    if "plan" in relations:
        yield f"{noun}目标是多少"
    elif "yearly" in relations:
        yield f"{noun}同比增长百分之几"
        yield f"{noun}同比下降百分之几"
    elif "later" in relations and "目标" in topic.asking:
        yield f"{noun}是多少"
    elif saying.question.compared or (sought and sought[0].change):
        compared = "".join(f"比{one}" for one in saying.question.compared)
        yield f"{noun}{compared}{saying.rest}"
    elif relations & {"rest", "mean"}:
        if relations & set(relations_in(topic.asking)) & {"rest", "mean"}:
            yield topic.asking
        yield f"{noun}{saying.rest}"
    elif _says_measure(saying, asked):
        yield f"{noun}{saying.rest}"
    else:
        if (
            saying.question.periods
            and saying.asks
            and (level := _COMPARES.sub("", topic.asking)) != topic.asking
        ):
            yield f"{level}多少{asked.measure}"
        yield topic.asking
        if "目标" in topic.asking and saying.opening.corrects:
            yield _PLAN.sub("", topic.asking)


def _says_measure(saying: Saying, asked: TakenUp) -> bool:
    """Whether a bare turn asks for a figure in a measure of its own (多少户 after 多少人)."""
    own = saying.question.sought[-1].asked if saying.question.sought else None
    return own is not None and bool(own.measure) and bool(asked.measure) and own.measure != asked.measure


def _worded(saying: Saying, topic: Topic, asked: TakenUp) -> Iterator[Reading]:
    """Yield readings of a turn that says what it asks, and not all of whose and when."""
    question = saying.question
    whole = tells_off(saying.rest)
    orgs = _whose(question) or (() if whole else _whose(topic))
    rounds = question.rounds or (() if question.orgs else topic.rounds)
    times = question.periods or topic.periods
    compared = "".join(f"比{one}" for one in question.compared)
    wholes = (
        () if saying.names_owner or whole else topic.orgs
    )  # a part that was spoken of may be meant, or not
    for rest in _asked_for(saying, asked):
        asking = f"{compared}{rest}"
        changes = "目标" in topic.asking and "plan" not in saying.relations
        ways = ((named, periods) for named in (orgs, wholes) for periods in (times, question.periods))
        for named, periods in dict.fromkeys(ways):
            if named or (named == orgs and (periods or rounds)):
                text = slots_text(named, periods, rounds) + asking
                kept = _kept(saying, topic, periods)
                freed = bool(wholes) and named != orgs
                part = topic.members[0] if wholes and topic.members and not freed else ""
                yield Reading(
                    text,
                    asking,
                    framed=True,
                    kept=kept,
                    leans=True,
                    changes=changes,
                    part=part,
                    freed=freed,
                )
    if topic.report and not saying.names_owner:
        for rest in _asked_for(saying, asked):
            text = slots_text((), question.periods, question.rounds) + compared + rest
            yield Reading(text, rest, framed=True, near=True, changes=whole)
    for rest in _asked_for(saying, asked):
        if rest != saying.rest:
            yield Reading(slots_text(question.orgs, question.periods, question.rounds) + rest, rest)


def _whose(named: Question | Topic) -> tuple[str, ...]:
    """Return who is named; a member that is named with its organisation is that one's (隰宁市云崖县)."""
    if named.orgs and named.members:
        return ("和".join(named.orgs) + "和".join(named.members),)
    return named.orgs or named.members


def _asked_for(saying: Saying, asked: TakenUp) -> Iterator[str]:
    """Yield the wording of a turn, with how it asks where it does not say it (措施呢: 措施多少)."""
    if not _says_how(saying) and asked.figure:
        noun = _COPULA.sub("", saying.rest)
        if asked.measure:
            yield f"{noun}多少{asked.measure}"
        yield f"{noun}是多少"
    else:
        yield saying.rest
    if counted := _COUNTED.match(saying.rest):
        yield f"{counted['noun']}多少个"


def _says_how(saying: Saying) -> bool:
    return saying.asks or any(one.asked for one in saying.question.sought)


def moves_on(saying: Saying, topic: Topic) -> bool:
    """Whether a turn asks for something else than was answered: of another, of another time, or in another way."""
    question = saying.question
    said = {*question.orgs, *question.members, *question.periods, *question.rounds}
    known = {*topic.orgs, *topic.members, *topic.periods, *topic.rounds}
    return not saying.opening.corrects and (bool(said - known) or not said)


def _kept(saying: Saying, topic: Topic, periods: tuple[str, ...]) -> tuple[str, ...]:
    """Return which slots of the topic a reading keeps."""
    question = saying.question
    kept = []
    if not (question.orgs or question.members) and (topic.orgs or topic.members):
        kept.append("orgs")
    if periods and periods != question.periods:
        kept.append("periods")
    if topic.rounds and not question.rounds and not question.orgs:
        kept.append("rounds")
    return tuple(kept)
