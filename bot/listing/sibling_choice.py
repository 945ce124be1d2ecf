"""Which set of figures a question asks of: a question, the reports found and their ``Siblings`` in, a ``ChosenSet`` out.

A set must tell what is asked, or its report must: what neither says is asked of something else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.drafting.sentences import belongs
from bot.listing.list_question import is_organisation
from bot.listing.report_lists import ReportLists
from bot.listing.sibling_question import SiblingsAsked, Wanted, kinds_of, words_of
from bot.listing.siblings import SetMember, Siblings
from bot.question.answer_types import kind_fitness
from bot.question.content_words import content_of, how_telling, is_action, is_said, variants
from bot.question.member_names import NUMBERED, is_told, place_named, sort_and_number
from bot.question.question import Question
from bot.ranking.scope import Place
from bot.ranking.series import marks_agree
from bot.ranking.times.period_fit import period_fit
from checker.arithmetic.words import any_arithmetic_word
from corpus.figure import Statement
from corpus.organisations.name_parts import name_parts
from corpus.words import segmenter

ENOUGH: Final = 0.72
"""So much of what is asked a set must tell."""
_ABOVE: Final = 0.9
"""What a word counts for that stands over the set, not in it."""
_ROUGHLY: Final = 0.95
_SOMEWHERE: Final = 0.7
"""What a word counts for that the report says elsewhere."""
_DEED_SOMEWHERE: Final = 0.2
"""What a deed counts for that the report tells elsewhere: of something else."""
_TOLD: Final = 0.3
"""So much of what is asked the set itself must tell."""
_NAME_BEGINS: Final = 3
"""Pairs of characters by which a name is known; what follows may be its deed (县供销社反馈问题)."""
_FIRST: Final = re.compile(r"前[两二三四五六七八九十\d]{1,2}(?:名|位|个|家)|居前|靠前|较多|超过|以上")
_LAST: Final = re.compile(r"后[两二三四五六七八九十\d]{1,2}(?:名|位|个|家)|末位|居后|靠后|较少|不足|以下")
"""What says that a list holds only those that lead, or only those that trail."""
_MAY_BE: Final = 0.5
"""A set whose figures fit what is asked less is of another kind: 97个 where money is asked."""
_OTHER_COUNT: Final = 0.8
"""What is left of a set that has another number of members than is asked for."""
_DENIED: Final = ("未", "没", "不", "尚")
_LEFT: Final = re.compile(any_arithmetic_word("rest"))
_LEFT_ASKED: Final = re.compile(f"未|没|剩|{any_arithmetic_word('rest')}")
"""What says that what is left over is told, or asked for."""


@dataclass(frozen=True, slots=True)
class ChosenSet:
    """A set that answers: its members that are meant, and how well it does, 0 to about 1."""

    of: Siblings
    members: tuple[SetMember, ...]
    score: float
    missing: tuple[str, ...] = ()


def find_siblings(
    question: Question,
    asked: SiblingsAsked,
    places: Mapping[str, Place],
    statements: Sequence[Statement],
    lists: ReportLists,
) -> ChosenSet | None:
    """Return the set of which a question asks, the best of all reports; None where none tells enough of it."""
    found: list[ChosenSet] = []
    for place in places.values():
        own = [one for one in statements if one.report == place.report.id]
        if not own:
            continue  # none of those that the question may speak of
        for one in lists.siblings(place.report, own):
            found += _chosen(question, asked, one, place)
    return max(found, key=lambda one: (round(one.score, 3), len(one.members)), default=None)


def _chosen(question: Question, asked: SiblingsAsked, one: Siblings, place: Place) -> Iterator[ChosenSet]:
    """Yield the set with the members that are meant, where it may be the one that is asked of."""
    sought = (question.sought[-1].asked if question.sought else None) or kinds_of(asked)
    figure = one.members[0].statement.figure
    if (sought and sought.kinds and kind_fitness(sought, figure) < _MAY_BE) or _holds_others(asked, one.told):
        return
    missing = _missing(question.wording, one)
    members = _of_sort(asked, one, _meant(question, asked, one))
    one_asked = asked.wanted is Wanted.ONE
    if (len(members) < (1 if one_asked else 2) and not missing) or (
        one_asked and _is_of_others(question, members)
    ):
        return
    score = _coverage(question, asked, one, place) * belongs(question, place, figure.start)
    if not any(NUMBERED.search(name) for name in one.names):
        score *= marks_agree(question, one.above + one.told)
    score *= max(_period_fit(question, member.statement) for member in members or one.members)
    if asked.count and asked.wanted in (Wanted.TOTAL, Wanted.EACH) and asked.count != len(members):
        score *= _OTHER_COUNT
    if score >= ENOUGH:
        yield ChosenSet(one, members, score, missing)


def _is_of_others(question: Question, members: Sequence[SetMember]) -> bool:
    """Whether a question names units, and none of them is a member that is meant or stands with its figure."""
    told = "|".join(f"{one.name}|{one.statement.quote}|{one.statement.section}" for one in members)
    return bool(question.members) and not any(is_told(name, told) for name in question.members)


def _is_deed(name: str) -> bool:
    """Whether what tells a figure from its like is what was done (办结71件、立案12件): nobody asks of one by that alone."""
    return all(tag.startswith(("v", "d")) for _, tag in segmenter().tag(name))


def _period_fit(question: Question, statement: Statement) -> float:
    """Return whether a figure is of a time that the question names; 1 where either names none."""
    return period_fit(question, statement) if statement.figure.period else 1.0


def _meant(question: Question, asked: SiblingsAsked, one: Siblings) -> tuple[SetMember, ...]:
    """Return the members that a question means: those that it names, or all where it names none of them."""
    named = tuple(member for member in one.members if is_named(member.name, question.wording, question.orgs))
    match asked.wanted:
        case Wanted.ONE:
            return named if len(named) == 1 and not _is_deed(named[0].name) else ()
        case Wanted.MOST | Wanted.LEAST:
            each = tuple(member for member in one.members if not member.is_rest)
            return named if len(named) > 1 else each
        case Wanted.TOTAL | Wanted.EACH:
            counted = (asked.sort or asked.count) and not named
            return named if len(named) > 1 else one.members if counted else ()


def _of_sort(asked: SiblingsAsked, one: Siblings, members: tuple[SetMember, ...]) -> tuple[SetMember, ...]:
    """Return those of the sort that is asked for; none where most are of another."""
    if not asked.sort or asked.sort in one.noun:
        return members
    fitting = tuple(member for member in members if asked.is_of_sort(member.name) or member.is_rest)
    if not fitting and len(asked.sort) > 1 and asked.sort in one.above + one.told:
        return members
    return fitting if 2 * len(fitting) >= len(members) else ()


def is_named(name: str, text: str, others: Sequence[str] = ()) -> bool:
    """Whether a question names a member: by its name, by its number (3标段, 第三标段), or without its end (北滩).

    What is but a part of one of the ``others`` that it names is none: 双河 of 双河灌区管理处 is not 双河县.
    """
    if place_named(name, text):
        return True
    bare = name[:-1]
    if len(bare) < 2 or bare not in text or name[-1] not in "镇乡村县市区局厅":
        return False
    return not any(bare in other and other != name for other in others)


def is_of_other_member(
    question: Question,
    statement: Statement,
    places: Mapping[str, Place],
    statements: Sequence[Statement],
    lists: ReportLists,
) -> bool:
    """Whether a figure is of one of several units that its report tells the same of, and the question names it nowhere.

    完成整改分别为30个、27个 of two bureaus are not what the round has done.
    """
    place = places.get(statement.report)
    if place is None or statement.figure.org in question.orgs:
        return False
    own = [one for one in statements if one.report == statement.report]
    for one in lists.siblings(place.report, own):
        units = sum(map(_is_unit, one.names))
        name = next((member.name for member in one.members if member.statement == statement), "")
        if 2 * units > len(one.members) and name and not _may_be_named(name, question):
            return True
    return False


def _is_unit(name: str) -> bool:
    return is_organisation(name) or bool(NUMBERED.fullmatch(name))


def _may_be_named(name: str, question: Question) -> bool:
    """Whether a question says a member's name, or two characters of it beside the region that it names."""
    for region in (name_parts(one).region for one in question.orgs):
        name = name.removeprefix(region)
    pairs = (name[at : at + 2] for at in range(min(len(name) - 1, _NAME_BEGINS)))
    return is_named(name, question.wording, question.orgs) or any(pair in question.wording for pair in pairs)


def _missing(text: str, one: Siblings) -> tuple[str, ...]:
    """Return the numbered members that a question names, and a set of their like has not (三大队)."""
    numbered = [match for name in one.names if (match := NUMBERED.fullmatch(name))]
    if len(numbered) < 2 or 2 * len(numbered) < len(one.members):
        return ()
    known = {sort_and_number(match) for match in numbered}
    sorts = {of for of, _ in known}
    asked = [match for match in NUMBERED.finditer(text) if match["of"] in sorts]
    return tuple(match["number"] + match["of"] for match in asked if sort_and_number(match) not in known)


def _holds_others(asked: SiblingsAsked, told: str) -> bool:
    """Whether a list holds only those that lead, where the last are asked for, or the other way round."""
    first = max((match.start() for match in _FIRST.finditer(told)), default=-1)
    last = max((match.start() for match in _LAST.finditer(told)), default=-1)
    return (asked.wanted is Wanted.LEAST and first > last) or (asked.wanted is Wanted.MOST and last > first)


def _coverage(question: Question, asked: SiblingsAsked, one: Siblings, place: Place) -> float:
    """Return the weighted share of the asked words that the set tells, or its report; 0 where it denies them."""
    if bool(_LEFT_ASKED.search(question.wording)) != (
        one.told.startswith(_DENIED) or bool(_LEFT.search(one.told))
    ):
        return 0.0
    words = [
        word
        for word in words_of(asked, question, one.names)
        if not is_said(word, one.noun) and not any(word in name for name in one.names)
    ]
    if not words:
        return 0.0
    weights = [how_telling(word) for word in words]
    presence = [_presence(word, one, place) for word in words]
    told = sum(weight for weight, share in zip(weights, presence, strict=True) if share > _ABOVE)
    deed = one.told.split(" ")[0]
    literal = len(deed) > 1 and deed in asked.rest
    if presence[-1] <= _ABOVE and told < _TOLD * sum(weights) and not literal:
        return 0.0
    covered = sum(weight * share for weight, share in zip(weights, presence, strict=True)) / sum(weights)
    counted = content_of(deed)
    said = {form for word in words for form in variants(word)}
    return covered + 0.1 * sum(word in said for word in counted) / max(1, len(counted))


def _presence(word: str, one: Siblings, place: Place) -> float:
    forms = variants(word)
    if any(form in one.told for form in forms):
        return 1.0
    if len(word) > 2 and sum(character in one.told for character in word) / len(word) >= 0.6:
        return _ROUGHLY
    if any(form in one.above for form in forms):
        return _ABOVE
    if not any(form in place.told or _is_shortened(form, place.told) for form in forms):
        return 0.0
    return _DEED_SOMEWHERE if is_action(word) else _SOMEWHERE


def _is_shortened(word: str, text: str) -> bool:
    """Whether a text has what a word of two or three characters shortens: 环保 of 环境保护, 信访件 of 信访举报件."""
    if not 1 < len(word) <= 3 or not word.isalpha():
        return False
    return bool(re.search("[一-鿿]{0,2}".join(map(re.escape, word)), text))
