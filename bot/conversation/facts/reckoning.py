"""Reckoning with what was said: a turn (哪个高, 差多少, 两个加起来) and the ledger in, a draft out.

The terms are the very statements that were answered; what is worked out of them is checked like any other figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from bot.answer import Citation, Draft
from bot.conversation.facts.ledger import Recalled
from bot.conversation.facts.levels import change_beside, change_of
from bot.conversation.facts.stating import line_claims, stated_draft
from bot.conversation.facts.terms import (
    COUNTED_OFF,
    left_stated,
    money_and_people,
    terms_meant,
    two_apart,
    two_levels,
    two_named,
    whole_and_done,
    whole_beside,
)
from bot.conversation.turns.accounting import ALL, HALF, account_of, denies, is_denied
from bot.conversation.turns.saying import Saying
from bot.drafting.derivation import ADDED
from bot.drafting.draft_lines import Lines, cite_statements, with_unit
from bot.drafting.written_numbers import written, written_gap
from bot.messages import say
from bot.question.content_words import normal
from bot.question.question import Shape
from bot.ranking.report_knowledge import Knowledge
from checker.finding import plain_number
from corpus.figure import Figure, Kind, Statement
from corpus.quantities.figures import find_figures


class Reckon(StrEnum):
    """What a turn does with what was said."""

    WHICH = "which"
    GAP = "gap"
    SUM = "sum"
    REST = "rest"
    MEAN = "mean"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked out: the ``draft``, and the facts that it rests on."""

    draft: Draft
    terms: tuple[Recalled, ...]


_WHICH: Final = re.compile(
    r"(?:哪|谁)[一-鿿]{0,8}?(?:更|最|比较)?[高多大低少小快慢好强](?:一?[些点])?$|最[高多大低少](?:的)?是?(?:哪|谁)|[高多大低少](?:还是)|\bwhich\b.*\b(?:more|higher|larger|bigger|most|highest|less|lower|fewer|least|lowest)\b"
)
_LESS: Final = re.compile(
    r"(?:最|更|比较|得|哪[个家一]?|谁)(?:低|少|小|慢)|\b(?:less|lower|fewer|least|lowest)\b"
)
_PERCENT: Final = re.compile("百分之(?:几|多少)|几个?百分点?(?!点)|percent|%")
_DOWN: Final = re.compile("[降减少跌低]")
_UP: Final = re.compile("[增涨升多高]")
_NOT_DONE: Final = re.compile("[没未]")
_MOVED: Final = re.compile("[降升增减涨跌](?:得|了|幅)|提高|下降|增长|减少|fell|rose|dropped")


def asked_reckoning(saying: Saying, topic_words: Sequence[str]) -> Reckon | None:
    """Return what a turn does with what was said, None where it asks for something by itself."""
    text = saying.opening.text.rstrip("？?。！! ")
    told_off = bool(COUNTED_OFF.search(text) or "这" in text)
    own = {
        word
        for word in saying.own
        if not (
            _NOT_DONE.match(word)
            or re.search(f"[没未][一-鿿]{{0,2}}{re.escape(word)}", f"{text}　{saying.rest}")
        )
    }
    own = {word for word in own if not re.search(f"哪一?[个家些]?{re.escape(word)}(?!得)", text)}
    known = {normal(word.rstrip("得")) for word in own} <= set(topic_words)
    which = bool(_WHICH.search(text))
    if own and not ((told_off or which) and known):
        return None
    relations = saying.relations
    question = saying.question
    if "gap" in relations and len((*question.orgs, *question.members, *question.periods)) > 1:
        return Reckon.GAP
    if question.orgs or question.rounds:
        return None
    if question.periods:
        levels = saying.is_bare and "apart" in relations and len(question.periods) > 1
        return Reckon.GAP if levels else None  # 今年比去年快了几天
    if "alike" in relations:
        return Reckon.ALIKE
    if which or question.shape is Shape.COMPARE:
        return None if denies(text) else Reckon.WHICH
    how = saying.question.shape is Shape.FIGURE
    if ("gap" in relations and _NOT_DONE.search(text)) or (saying.asks and how and denies(text)):
        return Reckon.REST
    sought = saying.question.sought
    if "sum" in relations and saying.is_bare and sought and sought[0].change:
        return Reckon.GAP  # 一共降了多少
    for name in ("sum", "rest", "mean", "gap"):
        if name in relations:
            return Reckon(name)
    moves = bool(sought and sought[0].change) or bool(saying.question.compared) or "apart" in relations
    return Reckon.GAP if moves and saying.is_bare else None


def worked(act: Reckon, saying: Saying, ledger: Sequence[Recalled], knowledge: Knowledge) -> Worked | None:
    """Return what is worked out of the ledger, None where it holds nothing to work with."""
    text = saying.opening.text
    language = saying.question.language
    match act:
        case Reckon.WHICH | Reckon.ALIKE:
            terms = terms_meant(text, _of(saying.own, ledger), several=True)
            return set_side_by_side(text, terms, language, knowledge) if len(terms) > 1 else None
        case Reckon.SUM:
            terms = terms_meant(text, _of(saying.own, ledger), several=True)
            return added(terms, language, knowledge) if len(terms) > 1 else None
        case Reckon.REST:
            undone = [_NOT_DONE.sub("", word) for word in saying.own]
            pair = whole_and_done(ledger, undone) or whole_beside(ledger, knowledge, undone)
            return _left(pair, undone, text, language, knowledge) if pair else None
        case Reckon.MEAN:
            pair = money_and_people(ledger)
            return _mean(pair, language, knowledge) if pair else None
        case Reckon.GAP:
            named = saying.names_owner or saying.question.periods
            pair = two_named(saying, ledger) or two_levels(ledger) if named else two_apart(saying, ledger)
            if pair is None and saying.is_bare and not named:
                return _change_stated(text, ledger, language, knowledge)
            return apart_by(text, pair, language, knowledge) if pair else None


def _change_stated(
    text: str, ledger: Sequence[Recalled], language: str, knowledge: Knowledge
) -> Worked | None:
    """Return by how much what was answered last rose or fell, where its sentence states it."""
    if not ledger or ledger[-1].fact.raw:
        return None
    stated = ledger[-1].statement
    change = change_beside(text, stated, knowledge.statements([stated.report]))
    return Worked(stated_draft(change, language, knowledge), (ledger[-1],)) if change else None


def _left(
    pair: tuple[Recalled, Recalled], undone: Sequence[str], text: str, language: str, knowledge: Knowledge
) -> Worked | None:
    """Return what is left of a whole: reckoned, or as it is stated not to be done; None where it is stated otherwise."""
    stated = left_stated(*pair, undone, knowledge)
    whole, done = (one.figure.value or Decimal(0) for one in pair)
    if stated is not None and is_denied(stated):
        return Worked(stated_draft(stated, language, knowledge), pair) if denies(text) else None
    agrees = stated is None or stated.figure.value == whole - done
    return apart_by(text, pair, language, knowledge) if agrees else None


def _of(own: Sequence[str], ledger: Sequence[Recalled]) -> Sequence[Recalled]:
    """Return the facts that count what a turn says, where the last one counts none of it and several do; else all."""
    if not own or not ledger or account_of(own, (), ledger[-1].statement) >= HALF:
        return ledger
    told = [one for one in ledger if account_of(own, (), one.statement) >= ALL]
    return told if len(told) > 1 else ledger


def apart_by(
    text: str, pair: tuple[Recalled, Recalled], language: str, knowledge: Knowledge
) -> Worked | None:
    """Return how far two facts are apart, in their unit or in per cent of the one that it is measured against."""
    one, other = pair
    first, second = one.figure.value, other.figure.value
    if first is None or second is None:
        return None
    high, low = (one, other) if first >= second else (other, one)
    top, bottom = high.figure.value or Decimal(0), low.figure.value or Decimal(0)
    told = text.replace("多少", "")  # 下降了百分之多少 does not say 多
    change = "down" if _DOWN.search(told) and not _UP.search(told) else "up" if _UP.search(told) else ""
    if _PERCENT.search(text) and high.figure.kind is not Kind.PERCENT:
        base = high if change == "down" else low
        if not base.figure.value:
            return None
        share = ((top - bottom) / base.figure.value * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        raw, formula = f"{plain_number(share)}%", f"（{_raw(high)}－{_raw(low)}）÷{_raw(base)}"
        return _reckoned(raw, formula, (high, low), language, knowledge, change)
    raw = written_gap(top - bottom, high.figure)
    apart = _reckoned(raw, f"{_raw(high)}－{_raw(low)}", (high, low), language, knowledge, change)
    return _told_by_terms(apart)


def added(terms: Sequence[Recalled], language: str, knowledge: Knowledge) -> Worked | None:
    """Return the sum of facts, None where they are no amounts that add up."""
    if any(one.figure.kind not in ADDED or one.figure.value is None for one in terms):
        return None
    total = sum((one.figure.value or Decimal(0) for one in terms), Decimal(0))
    raw = written(total, max(terms, key=lambda one: one.figure.value or Decimal(0)).figure)
    return _told_by_terms(_reckoned(raw, "＋".join(map(_raw, terms)), terms, language, knowledge))


def _mean(pair: tuple[Recalled, Recalled], language: str, knowledge: Knowledge) -> Worked | None:
    money, people = pair
    each = (money.figure.value or Decimal(0)) / (people.figure.value or Decimal(1))
    raw = f"{plain_number(each.quantize(Decimal('0.01'), ROUND_HALF_UP))}元"
    return _reckoned(raw, f"{_raw(money)}÷{_raw(people)}", pair, language, knowledge)


def _raw(one: Recalled) -> str:
    return with_unit(one.figure)


def _reckoned(
    raw: str,
    formula: str,
    terms: Sequence[Recalled],
    language: str,
    knowledge: Knowledge,
    change: str = "",
) -> Worked | None:
    """Return the draft that says a worked-out figure, how it comes about, and the sentences of its terms."""
    direct = next(iter(find_figures(raw)), None)
    if direct is None:
        return None
    lines, citations = _begun(terms, language, knowledge)
    lines.say("dialogue.reckoned", claims=False, figure=raw, formula=formula)
    for one in terms:
        _say_term(lines, one, citations)
    lines.quote(citations)
    first = terms[0].figure
    same = {one.figure.org for one in terms}
    placed = replace(
        direct, metric=first.metric, org=first.org if len(same) == 1 else "", period="", change=change
    )
    draft = lines.draft([one.statement for one in terms], citations, placed)
    claims = [_claim(placed, draft.text.index(raw), draft.text), *_claims_of(terms, draft.text)]
    return Worked(replace(draft, derived=tuple(claims)), tuple(terms))


def _told_by_terms(worked: Worked | None) -> Worked | None:
    """Return what is worked out as one whose figure the check reckons of its terms: it is stated nowhere by its name."""
    if worked is None:
        return None
    terms = tuple(one.statement for one in worked.terms)
    return replace(worked, draft=replace(worked.draft, terms=terms))


def set_side_by_side(
    text: str, terms: Sequence[Recalled], language: str, knowledge: Knowledge
) -> Worked | None:
    """Say which of several facts is more (less, where less is asked), with the figure of each."""
    values = [one.figure.value for one in terms]
    if any(value is None for value in values):
        return None
    if len({one.figure.org for one in terms}) > 1:
        first: dict[str, Recalled] = {}
        for one in reversed(terms):
            known = first.get(one.figure.org)
            if known is None or _is_other_level(known, language):
                first[one.figure.org] = one
        terms = tuple(reversed(first.values()))
    if _MOVED.search(text):
        moved = [change_of(one, knowledge) for one in terms]
        if all(moved):
            terms = tuple(one for one in moved if one)
    lines, citations = _begun(terms, language, knowledge)
    less = bool(_LESS.search(text))
    ordered = sorted(terms, key=lambda one: one.figure.value or Decimal(0), reverse=not less)
    best = ordered[0]
    if ordered[0].figure.value == ordered[1].figure.value:
        lines.say("dialogue.equal", claims=False, figure=_raw(best))
    else:
        lines.say("answer.less" if less else "answer.more", claims=False, name=_name(best, terms))
    for one in ordered:
        _say_term(lines, one, citations)
    lines.quote(citations)
    draft = lines.draft([one.statement for one in ordered], citations, best.figure)
    return Worked(replace(draft, derived=_claims_of(ordered, draft.text)), tuple(ordered))


def _is_other_level(one: Recalled, language: str) -> bool:
    """Whether a fact is the level before or after the one that was asked for first."""
    return one.fact.name.endswith(say("dialogue.other_level", language))


def _begun(
    terms: Sequence[Recalled], language: str, knowledge: Knowledge
) -> tuple[Lines, tuple[Citation, ...]]:
    statements = [one.statement for one in terms]
    return Lines(language), cite_statements(statements, knowledge.places([one.report for one in statements]))


def _say_term(lines: Lines, one: Recalled, citations: Sequence[Citation]) -> None:
    n = next(to.n for to in citations if (to.report, to.start) == (one.statement.report, one.statement.start))
    subject = one.fact.name or one.figure.org or one.statement.title
    metric = one.figure.metric.removeprefix(one.figure.org).replace(one.fact.name or " ", "")
    lines.say("answer.direct", claims=False, subject=f"{subject}{metric}", figure=_raw(one), n=n)


def _name(one: Recalled, terms: Sequence[Recalled]) -> str:
    names = [other.fact.name for other in terms]
    return one.fact.name if one.fact.name and names.count(one.fact.name) == 1 else one.figure.metric


def _claims_of(terms: Sequence[Recalled], text: str) -> tuple[Statement, ...]:
    """Return the figures of the lines that tell facts, as claims to check: each is its fact's own."""
    return line_claims([one.statement for one in terms], text)


def _claim(figure: Figure, start: int, text: str) -> Statement:
    placed = replace(figure, start=start, end=start + len(figure.raw))
    return Statement(placed, "", "", text, 0, len(text), clause=figure.metric)
