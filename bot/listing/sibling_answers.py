"""Answers from figures that say the same of several: a question and the reports found in, a ``Draft`` out.

One set serves them all: each of its members (两个片区分别整改多少), their sum, the most or the least, the one that is named, and the
refusal where the one that is named is none of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from bot.answer import Draft
from bot.drafting.derivation import ADDED, Derived, written
from bot.drafting.draft_lines import Lines, changed, cite_statements
from bot.drafting.sentences import belongs
from bot.listing.report_lists import ReportLists
from bot.listing.segments import NUMBERED
from bot.listing.sibling_question import SiblingsAsked, Wanted, read_siblings_question, words_of
from bot.listing.siblings import Sibling, Siblings, alike
from bot.question.answer_types import kind_fitness
from bot.question.content_words import content_of, is_action, is_weak, variants
from bot.question.question import Question
from bot.ranking.scope import Place, marks_agree
from corpus.figure import Statement
from corpus.lexicon.synonyms import GENERIC_WORDS
from corpus.numerals import read_numeral

_ENOUGH: Final = 0.72
"""So much of what is asked a set must tell."""
_ABOVE: Final = 0.9
"""What a word counts for that stands over the set, not in it."""
_SOMEWHERE: Final = 0.7
"""What a word counts for that the report says elsewhere."""
_DEED_SOMEWHERE: Final = 0.2
"""What a deed counts for that the report tells elsewhere: of something else."""
_TOLD: Final = 0.3
"""So much of what is asked the set itself must tell."""
_FIRST: Final = re.compile(r"前[两二三四五六七八九十\d]{1,2}(?:名|位|个|家)|居前|靠前|较多|超过|以上")
_LAST: Final = re.compile(r"后[两二三四五六七八九十\d]{1,2}(?:名|位|个|家)|末位|居后|靠后|较少|不足|以下")
"""What says that a list holds only those that lead, or only those that trail."""
_MOST_TOLD: Final = 12
_DENIED: Final = ("未", "没", "不", "尚")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A set that answers: its members that are meant, and how well it does, 0 to about 1."""

    of: Siblings
    members: tuple[Sibling, ...]
    score: float
    missing: tuple[str, ...] = ()


def find_siblings(
    question: Question,
    asked: SiblingsAsked,
    places: Mapping[str, Place],
    statements: Sequence[Statement],
    lists: ReportLists,
) -> Chosen | None:
    """Return the set of which a question asks, the best of all reports; None where none tells enough of it."""
    found: list[Chosen] = []
    for place in places.values():
        own = [one for one in statements if one.report == place.report.id]
        for one in lists.siblings(place.report, own):
            found += _chosen(question, asked, one, place)
    return max(found, key=lambda one: (round(one.score, 3), len(one.members)), default=None)


def _chosen(question: Question, asked: SiblingsAsked, one: Siblings, place: Place) -> Iterator[Chosen]:
    """Yield the set with the members that are meant, where it may be the one that is asked of."""
    sought = question.sought[-1].asked if question.sought else None
    figure = one.members[0].statement.figure
    if sought and sought.kinds and not kind_fitness(sought, figure):
        return
    named = tuple(member for member in one.members if is_named(member.name, question.wording))
    missing = _missing(question.wording, one)
    members = one.members
    match asked.wanted:
        case Wanted.ONE:
            members = named
            if len(named) != 1 and not missing:
                return
        case Wanted.MOST | Wanted.LEAST:
            members = tuple(member for member in members if not member.is_rest)
            members = named if len(named) > 1 else members
        case Wanted.TOTAL | Wanted.EACH:
            if len(named) > 1:
                members = named
            elif not (asked.sort or asked.count) or named:
                return
    if asked.sort and asked.sort not in one.noun:
        fitting = tuple(member for member in members if asked.is_of_sort(member.name) or member.is_rest)
        if fitting or asked.sort not in one.above:
            members = fitting if 2 * len(fitting) >= len(members) else ()
    if (len(members) < 2 and asked.wanted is not Wanted.ONE) or (
        asked.wanted is Wanted.ONE and not members and not missing
    ):
        return
    if _holds_others(asked, one.told):
        return
    score = _coverage(question, asked, one, place) * belongs(question, place, figure.start)
    score *= marks_agree(question, one.above + one.told)
    if asked.count and asked.wanted in (Wanted.TOTAL, Wanted.EACH) and asked.count != len(members):
        score *= 0.8
    if score >= _ENOUGH:
        yield Chosen(one, members, score, missing if not named else ())


def is_named(name: str, text: str) -> bool:
    """Whether a question names a member: by its name, by its number (3标段, 第三标段), or without its end (北滩)."""
    if name in text:
        return True
    numbered = NUMBERED.fullmatch(name)
    if numbered:
        return any(_number(one) == _number(numbered) for one in NUMBERED.finditer(text))
    return len(name) > 2 and name[:-1] in text and name[-1] in "镇乡村县市区局厅"


def _number(match: "object") -> tuple[str, str]:
    numeral = match["number"].removeprefix("第")  # type: ignore[index]
    read = read_numeral(numeral)
    return match["of"], str(read.value) if read else numeral  # type: ignore[index]


def _missing(text: str, one: Siblings) -> tuple[str, ...]:
    """Return the numbered members that a question names, and a set of their like has not (三大队)."""
    numbered = [match for name in one.names if (match := NUMBERED.fullmatch(name))]
    if len(numbered) < 2 or 2 * len(numbered) < len(one.members):
        return ()
    known = {_number(match) for match in numbered}
    sorts = {of for of, _ in known}
    asked = [match for match in NUMBERED.finditer(text) if match["of"] in sorts]
    return tuple(match["number"] + match["of"] for match in asked if _number(match) not in known)


def _holds_others(asked: SiblingsAsked, told: str) -> bool:
    """Whether a list holds only those that lead, where the last are asked for, or the other way round."""
    first = max((match.start() for match in _FIRST.finditer(told)), default=-1)
    last = max((match.start() for match in _LAST.finditer(told)), default=-1)
    return (asked.wanted is Wanted.LEAST and first > last) or (asked.wanted is Wanted.MOST and last > first)


def _coverage(question: Question, asked: SiblingsAsked, one: Siblings, place: Place) -> float:
    """Return the weighted share of the asked words that the set tells, or its report; 0 where it denies them."""
    if any(mark in question.wording for mark in ("未", "没")) != one.told.startswith(_DENIED):
        return 0.0
    words = [
        word
        for word in words_of(asked, question, one.names)
        if not any(form in one.noun for form in variants(word))
        and not any(word in name for name in one.names)
    ]
    if not words:
        return 0.0
    weights = [0.3 if is_weak(word) or word in GENERIC_WORDS else 1.0 for word in words]
    presence = [_presence(word, one, place) for word in words]
    told = sum(weight for weight, share in zip(weights, presence, strict=True) if share == 1.0)
    if presence[-1] < 1.0 and told < _TOLD * sum(weights):
        return 0.0
    covered = sum(weight * share for weight, share in zip(weights, presence, strict=True)) / sum(weights)
    counted = content_of(one.told.split(" ")[0])
    said = {form for word in words for form in variants(word)}
    return covered + 0.1 * sum(word in said for word in counted) / max(1, len(counted))


def _presence(word: str, one: Siblings, place: Place) -> float:
    forms = variants(word)
    if any(form in one.told for form in forms):
        return 1.0
    if any(form in one.above for form in forms):
        return _ABOVE
    if len(word) > 2 and sum(character in one.told for character in word) / len(word) >= 0.6:
        return 0.8
    if not any(form in place.told or _is_shortened(form, place.told) for form in forms):
        return 0.0
    return _DEED_SOMEWHERE if is_action(word) else _SOMEWHERE


def _is_shortened(word: str, text: str) -> bool:
    """Whether a text has what a word of two or three characters shortens: 环保 of 环境保护, 信访件 of 信访举报件."""
    if not 1 < len(word) <= 3 or not word.isalpha():
        return False
    return bool(re.search("[一-鿿]{0,2}".join(map(re.escape, word)), text))


def draft_siblings(
    question: Question, places: Mapping[str, Place], statements: Sequence[Statement], lists: ReportLists
) -> Draft | None:
    """Draft what a question asks of several, or of one of several; None where it asks something else."""
    asked = read_siblings_question(question)
    if asked is None:
        return None
    chosen = find_siblings(question, asked, places, statements, lists)
    if chosen is None:
        return None
    if chosen.missing and not (asked.wanted is Wanted.ONE and chosen.members):
        return _refused(question, chosen, places)
    match asked.wanted:
        case Wanted.MOST | Wanted.LEAST:
            return _ranked(question, asked, chosen, places)
        case Wanted.TOTAL:
            return None
        case Wanted.EACH:
            if asked.count and asked.count != len(chosen.members):
                return None
            return _told(question, chosen.members, places)
        case Wanted.ONE:
            return _told(question, chosen.members, places)


def _told(question: Question, members: Sequence[Sibling], places: Mapping[str, Place]) -> Draft:
    """State the figure of each member, with its sentence."""
    lines = Lines(question.language)
    return _with_figures(lines, members, places, members[0] if len(members) == 1 else None)


def _with_figures(
    lines: Lines, members: Sequence[Sibling], places: Mapping[str, Place], first: Sibling | None
) -> Draft:
    told = [one.statement for one in members]
    citations = cite_statements(told, places)
    numbers = {(one.report, one.start): one.n for one in citations}
    for one in members:
        stated = one.statement
        metric = stated.figure.metric.removeprefix(stated.figure.org).removeprefix(one.name)
        n = numbers[stated.report, stated.start]
        lines.say("answer.direct", claims=False, subject=f"{one.name}{metric}", figure=changed(stated), n=n)
    lines.quote(citations)
    draft = lines.draft(told, citations, first.statement.figure if first else told[0].figure)
    return replace(draft, of_set=True)


def _ranked(
    question: Question, asked: SiblingsAsked, chosen: Chosen, places: Mapping[str, Place]
) -> Draft | None:
    """Say who has most or least, and the figures in order; of equals all are named."""
    least = asked.wanted is Wanted.LEAST
    ordered = sorted(
        (one for one in chosen.members if alike(chosen.members[0].statement.figure, one.statement.figure)),
        key=lambda one: one.statement.figure.value or Decimal(0),
        reverse=not least,
    )
    if len(ordered) < 2:
        return None
    first = ordered[0].statement.figure.value
    leading = [one.name for one in ordered if one.statement.figure.value == first]
    shown = ordered[: max(asked.count, len(leading))] if asked.count else ordered[:_MOST_TOLD]
    names = [one.name for one in shown] if asked.count else leading
    lines = Lines(question.language)
    lines.say("dialogue.least" if least else "dialogue.most", claims=False, name="、".join(names))
    return _with_figures(lines, shown, places, ordered[0])


def _refused(question: Question, chosen: Chosen, places: Mapping[str, Place]) -> Draft:
    """Say which members the report tells of, and that the one that is asked for is none of them."""
    lines = Lines(question.language)
    names, missing = "、".join(chosen.of.names), "、".join(chosen.missing)
    lines.say("answer.no_such_member", claims=False, names=names, name=missing)
    told = [one.statement for one in chosen.of.members]
    citations = cite_statements(told, places)
    lines.say("answer.nearest", claims=False)
    lines.quote(citations)
    return replace(lines.draft(told, citations, refused=True), of_set=True)


def total_of(
    question: Question, places: Mapping[str, Place], statements: Sequence[Statement], lists: ReportLists
) -> Derived | Statement | None:
    """Return the sum of the members that a question adds up, or the statement that states it; None for neither."""
    asked = read_siblings_question(question)
    if asked is None or asked.wanted is not Wanted.TOTAL:
        return None
    chosen = find_siblings(question, asked, places, statements, lists)
    if chosen is None or (asked.count and asked.count != len(chosen.members)):
        return None
    terms = [one.statement for one in chosen.members]
    first = terms[0].figure
    if first.kind not in ADDED or not all(alike(first, one.figure) for one in terms):
        return None
    total = sum((one.figure.value or Decimal(0) for one in terms), Decimal(0))
    for one in statements:
        if one.report == terms[0].report and one.figure.value == total and alike(first, one.figure):
            return one
    raw, formula = written(total, first), "＋".join(one.figure.raw for one in terms)
    metric = f"{'、'.join(one.name for one in chosen.members)}共{first.metric.removeprefix(first.org)}"
    return Derived(raw, formula, tuple(terms), metric)
