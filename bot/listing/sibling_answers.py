"""Answers from figures that say the same of several: a question and the reports found in, a ``Draft`` out.

One set serves them all: each of its members (两个片区分别整改多少), their sum, the most or the least, the one that is named, and the
refusal where the one that is named is none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import dropwhile
from typing import Final

from bot.answer import Draft
from bot.drafting.candidates import Found
from bot.drafting.derivation import ADDED, Derived
from bot.drafting.draft_lines import Lines, changed, cite_place, cite_statements, counted_beside
from bot.drafting.written_numbers import written
from bot.listing.report_lists import ReportLists
from bot.listing.sibling_choice import ENOUGH, ChosenSet, find_siblings, is_of_other_member
from bot.listing.sibling_question import SiblingsAsked, Wanted, read_siblings_question
from bot.listing.siblings import DIVIDED, SetMember, alike
from bot.listing.stated_extremes import Extreme, stated_extreme
from bot.question.answer_types import kind_fitness
from bot.question.question import Question
from bot.ranking.matching import SURE_ENOUGH, Match
from bot.ranking.scope import Place
from corpus.figure import Statement

_STATED_FIRST: Final = 0.15
"""By so much less sure may be what a report says itself, and still goes before what is found by comparing."""
_RIGHT_BEHIND: Final = 2
"""Characters between a sentence and the one right behind it."""
_MOST_TOLD: Final = 12
_OTHERS_TIME: Final = ("other_time", "untimed")


@dataclass(frozen=True, slots=True)
class AskedSet:
    """What a question asks of several, and the set that it asks of; None where no report tells one."""

    asked: SiblingsAsked
    chosen: ChosenSet | None


def of_whom_is_asked(question: Question, matches: tuple[Match, ...], found: Found) -> tuple[Match, ...]:
    """Return the matches from the first on that is no figure of one of several whom the question does not name."""
    if not (question.orgs or question.rounds):
        return matches
    return tuple(
        dropwhile(
            lambda one: (
                one.score >= SURE_ENOUGH
                and is_of_other_member(question, one.statement, found.places, found.every, found.lists)
            ),
            matches,
        )
    )


def find_asked_set(
    question: Question, places: Mapping[str, Place], statements: Sequence[Statement], lists: ReportLists
) -> AskedSet | None:
    """Return what a question asks of several, or of one of several; None where it asks something else."""
    asked = read_siblings_question(question)
    if asked is None:
        return None
    return AskedSet(asked, find_siblings(question, asked, places, statements, lists))


def is_told_otherwise(
    question: Question, several: AskedSet, best: Statement | None, matches: Sequence[Match]
) -> bool:
    """Whether the ranking, and not the set, says what is asked of one of several, or that the set's figure does not.

    What it is sure of, ``best``, tells of that one itself, or is of a better kind than the set's figure (例 where 多少例 is
    asked, and not 座); or the set's figure is of another time by its ``matches``.
    """
    if several.asked.wanted is not Wanted.ONE or not several.chosen or not several.chosen.members:
        return False
    member, asked = several.chosen.members[0], question.sought[0].asked
    own = [one.signals for one in matches if one.statement == member.statement]
    if any(signals[name] for signals in own for name in _OTHERS_TIME):
        return True
    if best is None or any(best == one.statement for one in several.chosen.of.members):
        return False  # another of the set, or the very one
    if asked and kind_fitness(asked, best.figure) > kind_fitness(asked, member.statement.figure):
        return True
    before = best.quote[: best.figure.start - best.start]
    return member.name in f"{best.figure.org}|{best.section}|{before}"


def draft_siblings(
    question: Question, several: AskedSet, places: Mapping[str, Place], statements: Sequence[Statement]
) -> Draft | None:
    """Draft what a question asks of several; None where nothing tells it, and for a sum, which ``total_of`` makes."""
    asked, chosen = several.asked, several.chosen
    extreme = stated_extreme(question, asked, places)
    if extreme and extreme.score >= max(ENOUGH, chosen.score - _STATED_FIRST if chosen else 0.0):
        return _quoted(question, extreme, statements)
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


def draft_parts(question: Question, several: AskedSet, whole: Statement, found: Found) -> Draft | None:
    """Draft each part of ``whole``, the best match, where its report lists them right behind it; None where it does not.

    收回土地90亩，其中一队40亩、二队50亩: that they add up to it says that they are its parts.
    """
    if several.asked.wanted is not Wanted.EACH:
        return None
    own = [one for one in found.every if one.report == whole.report]
    for one in found.lists.siblings(found.places[whole.report].report, own):
        parts = [member.statement for member in one.members]
        behind = whole.figure.end <= parts[0].figure.start and parts[0].start <= whole.end + _RIGHT_BEHIND
        if not behind or not all(alike(whole.figure, part.figure) for part in parts):
            continue
        if sum((part.figure.value or Decimal(0) for part in parts), Decimal(0)) == whole.figure.value:
            return _told(question, one.members, found.places)
    return None


def _quoted(question: Question, extreme: Extreme, statements: Sequence[Statement]) -> Draft:
    """State the clause that says who has most or least, in the report's own words, then its sentence."""
    report = extreme.report
    citation = cite_place(1, report, extreme.low, extreme.high)
    lines = Lines(question.language)
    lines.say("answer.exact", claims=False, words=report.text[extreme.start : extreme.end], n=1)
    lines.quote((citation,))
    inside = (
        one.figure
        for one in statements
        if one.report == report.id and extreme.start <= one.figure.start < extreme.end
    )
    return replace(lines.draft((), (citation,), next(inside, None)), of_set=True)


def _told(question: Question, members: Sequence[SetMember], places: Mapping[str, Place]) -> Draft:
    """State the figure of each member, with its sentence."""
    lines = Lines(question.language)
    return _with_figures(lines, members, places, members[0] if len(members) == 1 else None)


def _with_figures(
    lines: Lines, members: Sequence[SetMember], places: Mapping[str, Place], first: SetMember | None
) -> Draft:
    told = [one.statement for one in members]
    citations = cite_statements(told, places)
    numbers = {(one.report, one.start): one.n for one in citations}
    counted = {_counted(one) for one in members}
    metric = counted.pop() if len(counted) == 1 else ""
    for one in members:
        stated = one.statement
        n = numbers[stated.report, stated.start]
        lines.say("answer.direct", claims=False, subject=f"{one.name}{metric}", figure=changed(stated), n=n)
    lines.quote(citations)
    draft = lines.draft(told, citations, first.statement.figure if first else told[0].figure)
    return replace(draft, of_set=True)


def _counted(one: SetMember) -> str:
    """Return what the figure of a member counts, without whose it is, and without how the list is divided."""
    figure = one.statement.figure
    return counted_beside(one.name, DIVIDED.sub("", figure.metric.removeprefix(figure.org)))


def _ranked(
    question: Question, asked: SiblingsAsked, chosen: ChosenSet, places: Mapping[str, Place]
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


def _refused(question: Question, chosen: ChosenSet, places: Mapping[str, Place]) -> Draft:
    """Say which members the report tells of, and that the one that is asked for is none of them."""
    lines = Lines(question.language)
    names, missing = "、".join(chosen.of.names), "、".join(chosen.missing)
    lines.say("answer.no_such_member", claims=False, names=names, name=missing)
    told = [one.statement for one in chosen.of.members]
    citations = cite_statements(told, places)
    lines.say("answer.nearest", claims=False)
    lines.quote(citations)
    return replace(lines.draft(told, citations, refused=True), of_set=True)


def total_of(several: AskedSet, statements: Sequence[Statement]) -> Derived | Statement | None:
    """Return the sum of the members that a question adds up, or the statement that states it; None for neither."""
    asked, chosen = several.asked, several.chosen
    if (
        asked.wanted is not Wanted.TOTAL
        or chosen is None
        or (asked.count and asked.count != len(chosen.members))
    ):
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
    names = [one.name for one in chosen.members]
    metric = f"{'、'.join(names)}共{first.metric.removeprefix(first.org).split(names[0])[-1] or first.metric}"
    return Derived(raw, formula, tuple(terms), metric)
