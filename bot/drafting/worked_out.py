"""Figures that follow from two that are matched as if they had been asked for: the matches of its terms in, a ``Derived`` out.

So the terms are found by what they say, and not by where they stand. What is left undone follows from a whole and what was
done of it, a change from the level before and the one after.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import permutations, product
from typing import Final

from bot.drafting.comparison import likeness
from bot.drafting.deeds_done import deed_forms, names_what
from bot.drafting.derivation import ADDED, Derived, are_levels_alike, level_change, what_is_left, work_out
from bot.drafting.loose_pairs import is_right_behind
from bot.question.content_words import COMPLEMENTS
from bot.question.question import Question
from bot.ranking.alignment_signals import told_part
from bot.ranking.contrasts.earlier import asks_earlier
from bot.ranking.figure_context import is_row
from bot.ranking.matching import SURE_ENOUGH, Match
from checker.comparison.features import features
from corpus.figure import Kind, Statement
from corpus.lexicon.relations import relations_in
from corpus.lexicon.wording.denials import LEFT_UNDONE
from corpus.words import segmenter

_LIKELY: Final = 6
"""So many matches of each term are paired with those of the other."""
_LEAST: Final = 0.4
"""The share of ``SURE_ENOUGH`` that the less sure of two must reach, where the other is sure."""
_GROUP: Final = re.compile("[；;。]")
_OTHERS: Final = 0.5
"""What a pair counts for whose figures are of two owners."""
_OTHERWISE: Final = 0.8
"""What a pair counts for that does not count in the very unit that is asked for."""

_NOT: Final = re.compile(f"(?:[还仍尚]|依然|至今)?{LEFT_UNDONE}(?:能|曾|被|给|再|按期|及时)*")
_STILL: Final = re.compile("还(?=[有剩差欠])|(?:还?(?:剩下?|差|欠))(?=[着了]?(?:多少|几))")
_WHERE: Final = COMPLEMENTS.union("去来")
_OF: Final = "没未的了呢吗啊？?，,。　 "
_ASKING: Final = re.compile("的?有?(?P<asks>多少|几)")
_MOST_WORDS: Final = 3
"""Words of which what was not done may be made: 补|上|证, 收|回来."""

Pair = tuple[Match, Match]


def terms_of(question: Question, read: Callable[[str], Question]) -> list[Question]:
    """Return the questions for what an answer is worked out from: the levels of a change, or a whole and what was done of it.

    None for what is stated; ``read`` understands a question by itself.
    """
    sought = question.sought[0] if len(question.sought) == 1 else None
    if sought and sought.change:
        levels = replace(question, sought=(replace(sought, change=""),))
        return [levels] if sought.asked and sought.asked.kinds != {Kind.PERCENT} else []
    left = find_remainder(question)
    told = [read(text) for text in (left.whole, left.done)] if left else []
    of_whom = {name: getattr(question, name) for name in ("orgs", "periods", "rounds", "members")}
    return [replace(one, **of_whom) for one in told] if all(len(one.sought) == 1 for one in told) else []


def worked_out(
    question: Question,
    terms: Sequence[Sequence[Match]],
    best: Sequence[Match],
    statements: Iterable[Statement],
) -> Derived | None:
    """Return what follows for the one figure that a question seeks, from its ``terms`` as they were matched, else from ``statements``.

    What is told of nothing in particular (还有几个没改完) follows rather from two that stand together. Else those must be
    told of what was asked, as one of the ``best`` or of the terms.
    """
    sought = question.sought[0]
    matched = _of_matched(question, terms)
    if matched and names_what(sought):
        return matched
    found = work_out(question, sought, statements)
    if found and names_what(sought) and not sought.change and not _may_be_terms(found, terms, best):
        return None
    return found or matched


def _of_matched(question: Question, terms: Sequence[Sequence[Match]]) -> Derived | None:
    """Return what follows from the two that are surest together: of one list of levels a change, of two what is left."""
    if len(terms) == 1:
        changed = _surest(_level_pairs(terms[0], asks_earlier(question.text)), level_change)
        return changed and replace(changed, metric=_likest(changed.terms), matched=True)
    left = find_remainder(question) if terms else None
    over = _surest(_part_pairs(terms[0], terms[1], left.forms), what_is_left) if left else None
    if left is None or over is None:
        return None
    bare = f"{over.terms[0].figure.metric}未{left.deeds[0]}"  # 已退2987人、58.9万元 says not of what
    return replace(over, metric=over.metric if len(over.metric) > 1 else bare, matched=True)


def _may_be_terms(derived: Derived, terms: Sequence[Sequence[Match]], best: Sequence[Match]) -> bool:
    """Whether all that a figure was worked out from is told of what was asked, as ``best`` or as one of the matched ``terms``."""
    able = [one for matches in terms for one in matches[:_LIKELY] if one.score > 0] or list(best)
    return not terms or {*derived.terms} <= {one.statement for one in (*able, *best)}


def says_deed(question: Question, statement: Statement) -> bool:
    """Whether the part of a sentence that tells a figure says the deed of which a question asks what is left."""
    left = find_remainder(question)
    return left is not None and any(form in told_part(statement) for form in left.forms)


def greater_first(derived: Derived) -> tuple[Statement, ...]:
    """Return the terms of a difference in the order in which it is reckoned."""
    return tuple(sorted(derived.terms, key=lambda one: one.figure.value or Decimal(0), reverse=True))


def _likest(levels: Sequence[Statement]) -> str:
    """Return what the two levels count: as the one says it that does not say when, and of both the longer."""
    told = [one.figure.metric for one in levels if not relations_in(one.figure.metric)]
    return max(told or [levels[-1].figure.metric], key=len)


def _surest(pairs: Iterator[Pair], rule: Callable[[Statement, Statement], Derived | None]) -> Derived | None:
    best = max(pairs, key=_coherence, default=None)
    if best is None or max(one.score for one in best) < SURE_ENOUGH:
        return None
    return rule(best[0].statement, best[1].statement)


def _coherence(pair: Pair) -> float:
    """Return how sure two figures are together: by themselves, and as figures of one matter and of one owner."""
    one, other = pair
    owned = one.statement.figure.org == other.statement.figure.org
    counted = one.signals["unit"] and other.signals["unit"]
    share = (1.0 if owned else _OTHERS) * (1.0 if counted else _OTHERWISE)
    return one.score * other.score * likeness(one.statement, other.statement) * share


def _level_pairs(levels: Sequence[Match], past: bool) -> Iterator[Pair]:
    """Yield each level that was left with one told after it in its sentence that is now; ``past`` says that it is asked how it was."""
    for before, after in permutations(levels[:_LIKELY], 2):
        one, other = before.statement, after.statement
        told = bool(before.signals["earlier"]) is not past and bool(after.signals["earlier"]) is past
        follows = (one.report, one.start) == (
            other.report,
            other.start,
        ) and one.figure.start < other.figure.start
        if told and follows and are_levels_alike(one.figure, other.figure):
            yield before, after


def _part_pairs(whole: Sequence[Match], done: Sequence[Match], forms: Sequence[str]) -> Iterator[Pair]:
    """Yield each whole with what may have been done of it, which one of ``forms`` says: told in its sentence, or in the next."""
    for one, other in product(whole[:_LIKELY], done[:_LIKELY]):
        worst = min(one.score, other.score)
        sure = worst >= _LEAST * SURE_ENOUGH or _tell_stages(one.statement, other)
        near = one.statement.start == other.statement.start or is_right_behind(one.statement, other.statement)
        alike = not (one.signals["other_unit"] or other.signals["other_unit"])
        if (
            sure
            and (near or worst >= SURE_ENOUGH)
            and alike
            and _is_said_of(forms, other.statement)
            and _may_be_of(one.statement, other.statement)
        ):
            yield one, other


def _is_said_of(forms: Sequence[str], statement: Statement) -> bool:
    """Whether the part of a sentence that tells a figure, or what heads it, says that it was done."""
    before = statement.quote[: statement.figure.start - statement.start]
    told = f"{statement.figure.metric}|{_GROUP.split(before)[-1]}"
    return any(form in told for form in forms)


def _tell_stages(whole: Statement, done: Match) -> bool:
    """Whether two cells of a row tell a number of things, and how many of them were surely done."""
    row = is_row(whole) and whole.start == done.statement.start and done.score >= SURE_ENOUGH
    return row and "done" in features(done.statement).stages - features(whole).stages


def _may_be_of(whole: Statement, done: Statement) -> bool:
    """Whether one figure may be of what another, which is greater, counts."""
    alike = whole.report == done.report and are_levels_alike(whole.figure, done.figure)
    return alike and whole.figure.kind in ADDED and (whole.figure.value or 0) > (done.figure.value or 0)


@dataclass(frozen=True, slots=True)
class Remainder:
    """A question for what is left, as one for the ``whole``, and one for what was ``done`` of it by these ``deeds``."""

    whole: str
    done: str
    deeds: tuple[str, ...]

    @property
    def forms(self) -> list[str]:
        """How reports may say the deeds."""
        return [form for deed in self.deeds for form in deed_forms(deed)]


def find_remainder(question: Question) -> Remainder | None:
    """Return what a question asks to be left; None where it says nothing to be undone, or seeks more than one figure."""
    if len(question.sought) != 1:
        return None
    wording = question.wording if question.language == "en" else question.text
    kept, deeds, place = "", list[str](), 0
    for match in _NOT.finditer(wording):
        if match.start() >= place and (deed := _deed(wording[match.end() :])):
            kept, place = f"{kept}{wording[place : match.start()]}", match.end() + len(deed)
            deeds.append(deed)
    whole = _STILL.sub("", f"{kept}{wording[place:]}")
    asking = _ASKING.search(whole)
    if not deeds or asking is None:
        return None
    before, after = whole[: asking.start()], whole[asking.end() :]
    asks = f"有{asking['asks']}{after}"
    return Remainder(f"{before}{asks}", f"{before}已{'、'.join(deeds)}的{asks}", tuple(deeds))


def _deed(text: str) -> str:
    """Return the deed that a text begins with and where it went (收回来), without what it is done to."""
    deed = ""
    for count, (word, tag) in enumerate(segmenter().tag(text, False)):
        goes_on = word in _WHERE if count else tag[0] not in "mqrup"
        if word[0] in _OF or count == _MOST_WORDS or not (goes_on or tag == "v"):
            break
        deed += word
    return deed
