"""Drafting without a language model: what was found for a question in, a ``Draft`` out.

A figure is stated directly with the sentence that states it; where no statement fits, the draft says what was
looked for and what stands nearest.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.answer import Draft
from bot.drafting.candidates import Found, owned_figures, timely_figures
from bot.drafting.comparison import Side, asks_gap, asks_less, comparable, gap_between, leading, paired
from bot.drafting.derivation import Derived, asks_to_derive, names_rate, states_it, told_share
from bot.drafting.draft_lines import Lines, changed, cite_statements, subject_of
from bot.drafting.earlier_levels import level_before
from bot.drafting.loose_pairs import asks_two_apart, asks_what_is_left_of, tells_gap, work_out_loosely
from bot.drafting.refusal import refusal
from bot.drafting.standing_in import SURE_TO_QUOTE, as_put_right, to_the_digit
from bot.drafting.text_answers import draft_words
from bot.drafting.totals import add_up, is_of_some
from bot.drafting.worked_out import greater_first, says_deed, worked_out
from bot.listing.list_answers import draft_list
from bot.listing.quoted_lists import draft_quoted_list
from bot.listing.sibling_answers import (
    AskedSet,
    draft_parts,
    draft_siblings,
    find_asked_set,
    is_told_otherwise,
    of_whom_is_asked,
    total_of,
)
from bot.question.question import Question, Shape, Sought
from bot.ranking.matching import SURE_ENOUGH, Match
from bot.ranking.scope import is_collective_name
from checker.arithmetic.announced import says_sum
from checker.comparison.agreement import Agreement, agree
from corpus.figure import Figure, Kind, Statement
from corpus.quantities.figures import find_figures

ALSO: Final = 2
"""Sentences that are quoted beside the one that answers, where they may as well be meant."""
_CLOSE_RANKS: Final = 1.5
"""Ranks that lie no farther apart may as well be the other way round."""
_OWN: Final = 0.5
"""A figure whose own words say more of what is asked stands where none could be worked out."""

_ALL_OWN: Final = 0.9
"""A total whose own words say all but all of what is asked stands before what a list adds up to."""

_WAYS: Final = {"up": "增长", "down": "下降"}


def draft_answer(question: Question, found: Found) -> Draft:
    """Draft the answer to a question from what was found."""
    found = replace(found, matches=tuple(of_whom_is_asked(question, one, found) for one in found.matches))
    several = find_asked_set(question, found.places, found.every, found.lists)
    if several and (told := _draft_of_set(question, several, found)):
        return told
    if quoted := draft_quoted_list(question, found.places, found.statements):
        return quoted
    if listed := draft_list(question, found.places, found.statements, found.lists):
        return listed
    if question.shape in (Shape.TEXT, Shape.LIST):
        return draft_words(question, found) or refusal(question, found)
    if found.sides and (compared := _draft_comparison(question, found)):
        return compared
    if total := _draft_total(question, found, several):
        return total
    best = [
        as_put_right(question, to_the_digit(matches), matches)
        for matches in found.matches
        if matches and _fits(matches[0])
    ]
    if any(is_of_some(question, one.statement) for one in best):
        return refusal(question, found)
    if len(question.sought) == 1 and (derived := _draft_derived(question, found, best)):
        return derived
    if not best or (asks_two_apart(question) and not tells_gap(best[0].statement)):
        return _draft_stated(question, found) or refusal(question, found)
    statements = _before_and_after(question, found) or tuple(dict.fromkeys(match.statement for match in best))
    also = _as_likely(found.matches[0]) if len(statements) == len(question.sought) == 1 else ()
    return _draft_figures(question, statements, found, also)


def _draft_of_set(question: Question, several: AskedSet, found: Found) -> Draft | None:
    """Draft what a question asks of several; of one of them the best match may tell it, of each it may be the whole."""
    best = next((one.statement for matches in found.matches[:1] for one in matches[:1] if _fits(one)), None)
    if is_told_otherwise(question, several, best, next(iter(found.matches), ())):
        return None
    parts = draft_parts(question, several, best, found) if best and not several.chosen else None
    return parts or draft_siblings(question, several, found.places, found.every)


def _draft_stated(question: Question, found: Found) -> Draft | None:
    """Quote the sentence of a figure that is too unsure to be stated, where it holds the question's words.

    Only reports that nobody in particular issued (news) are quoted so: they word things in more ways than the
    signals know, where an institution's report says what it does not state by its silence. The figure is marked
    in its sentence, and nothing is said of it.
    """
    firsts = [matches[0] for matches in found.matches if matches]
    if not firsts or any(one.asked and one.asked.kinds == {Kind.DATE} for one in question.sought):
        return None
    able = {
        (match.statement.report, match.statement.start): match
        for match in firsts
        if match.score >= SURE_TO_QUOTE and match.signals["unissued"] and not match.signals["unnumbered"]
    }
    draft = draft_words(question, found) if able else None
    likely = able.get((draft.citations[0].report, draft.citations[0].start)) if draft else None
    if draft is None or likely is None:
        return None
    return draft if likely.signals["kind"] < 1 else replace(draft, direct=likely.statement.figure)


def _as_likely(matches: Sequence[Match]) -> tuple[Statement, ...]:
    """Return what other sentences state another quantity in, nearly as likely to be what is asked."""
    best, *others = matches
    said = [best.statement]
    for other in others:
        one = other.statement
        if len(said) > ALSO or best.rank - other.rank > _CLOSE_RANKS or other.score < SURE_TO_QUOTE:
            break
        known = any(
            (one.report, one.start) == (each.report, each.start) or one.figure.value == each.figure.value
            for each in said
        )
        if not known:
            said.append(one)
    return tuple(said[1:])


def _before_and_after(question: Question, found: Found) -> tuple[Statement, ...]:
    """Return the two levels of one sentence where a question asks for those before and after (整改前后)."""
    if "前后" not in question.text:
        return ()
    sentences: dict[tuple[str, int], list[Statement]] = {}
    for match in found.matches[0]:
        if _fits(match) and not match.statement.figure.change:
            sentences.setdefault((match.statement.report, match.statement.start), []).append(match.statement)
    pairs = [group for group in sentences.values() if len(group) == 2 and comparable(*group)]
    return tuple(sorted(pairs[0], key=lambda one: one.figure.start)) if pairs else ()


def _draft_derived(question: Question, found: Found, best: Sequence[Match]) -> Draft | None:
    """Work a figure out of stated ones where none states it; where the checker objects, nothing is stated."""
    sought = question.sought[0]
    derived = worked_out(question, found.terms, best, timely_figures(question, found))
    other = best and best[0].signals["earlier"]  # the level now, where the one before is asked for
    if derived is None and (not best or asks_two_apart(question)):
        derived = work_out_loosely(question, sought, timely_figures(question, found))
    if derived is None and (not best or other):
        derived = level_before(question, sought, owned_figures(question, found))
    direct = next(iter(find_figures(derived.raw)), None) if derived else None
    stated = best and not other and derived and _is_stated(question, sought, best[0], derived)
    if derived and derived.matched and best and states_it(question, best[0].statement):
        shares = [told_share(sought, terms) for terms in ((best[0].statement,), derived.terms)]
        nearer = shares[0] >= shares[1] or says_deed(question, best[0].statement)
        stated = stated or (nearer and not asks_what_is_left_of(question, best[0].statement, derived))
    if derived is None or direct is None or stated:
        return None
    told = [one.statement for one in best if one.signals["own"] > _OWN and states_it(question, one.statement)]
    plainer = _draft_figures(question, told, found) if told else refusal(question, found)
    draft = _state_derived(question, derived, direct, found, plainer)
    return replace(draft, terms=greater_first(derived)) if derived.matched else draft


def _is_stated(question: Question, sought: Sought, best: Match, derived: Derived) -> bool:
    """Whether the best match states what is sought itself, so that nothing is to be worked out."""
    if asks_two_apart(question):
        return tells_gap(best.statement)
    figure = best.statement.figure
    rounded = any(agree(figure, one) is Agreement.ROUNDED for one in find_figures(derived.raw))
    if rounded or names_rate(sought, best.statement):
        return True  # 93.4%, which 351 of 376 only makes out more exactly
    if told_share(sought, (best.statement,)) < told_share(sought, derived.terms):
        return False  # the growth of another metric
    if (
        question.rounds
        and is_collective_name(derived.terms[0].figure.org)
        and not is_collective_name(figure.org)
    ):
        return False  # what one of its members has left, where it is asked of the round
    if sought.change and not figure.change:
        return False  # 增至72张 where 增加多少 is asked
    if asks_what_is_left_of(question, best.statement, derived):
        return False
    return not asks_to_derive(question, sought) or states_it(question, best.statement)


def _draft_total(question: Question, found: Found, several: AskedSet | None) -> Draft | None:
    """State the sum of what a question adds up, or the total that a report states itself."""
    whole = total_of(several, found.every) if several else None
    stated = next(iter(found.matches[0]), None) if found.matches else None
    surer = stated and (whole is None or stated.signals["own"] >= _ALL_OWN)
    if stated and surer and _fits(stated) and says_sum(stated.statement):
        return None
    total = whole or (add_up(found.parts, found.statements, SURE_ENOUGH) if found.parts else None)
    if isinstance(total, Statement):
        return replace(_draft_figures(question, (total,), found), of_set=total is whole)
    direct = next(iter(find_figures(total.raw)), None) if total else None
    if total is None or direct is None:
        return None
    terms = replace(_draft_figures(question, total.terms, found), direct=None)
    draft = _state_derived(question, total, direct, found, terms)
    return replace(draft, terms=total.terms, of_set=total is whole)


def _state_derived(
    question: Question, derived: Derived, direct: Figure, found: Found, otherwise: Draft
) -> Draft:
    """Say a figure that was worked out, with how, and the sentences of its terms; ``otherwise`` where it fails."""
    first = derived.terms[0].figure
    orgs = {term.figure.org for term in derived.terms}
    org = first.org if len(orgs) == 1 else ""
    periods = {term.figure.period for term in derived.terms}
    period = derived.period or (first.period if len(periods) == 1 or derived.change else "")
    placed = replace(direct, metric=derived.metric, org=org, period=period, change=derived.change)
    subject = f"{org}{placed.period}{derived.metric}{_WAYS.get(derived.change, '')}"
    citations = cite_statements(derived.terms, found.places)
    lines = Lines(question.language)
    formula, n = derived.formula, citations[0].n
    lines.say("answer.derived", claims=False, subject=subject, figure=derived.raw, formula=formula, n=n)
    lines.quote(citations)
    draft = lines.draft(derived.terms[:1], citations, placed)
    start = draft.text.index(f"：{derived.raw}" if "：" in draft.text else f": {derived.raw}")
    start = draft.text.index(derived.raw, start)
    claim = _derived_claim(placed, start, draft.text, derived.metric)
    return replace(draft, derived=(claim,), plainer=otherwise)


def _derived_claim(figure: Figure, start: int, text: str, clause: str) -> Statement:
    """Return a worked-out figure at ``text[start:]`` as a claim to check."""
    placed = replace(figure, start=start, end=start + len(figure.raw))
    return Statement(placed, "", "", text, 0, len(text), clause=clause)


def _draft_figures(
    question: Question, statements: Sequence[Statement], found: Found, also: Sequence[Statement] = ()
) -> Draft:
    """State figures directly, each with whose it is and what it counts, then the sentences that state them.

    ``also`` are statements whose sentences are quoted as possibly meant.
    """
    citations = cite_statements([*statements, *also], found.places)
    numbers = {(one.report, one.start): one.n for one in citations}
    full, plain = Lines(question.language), Lines(question.language)
    for one in statements:
        n = numbers[one.report, one.start]
        if subject := subject_of(one):
            full.say("answer.direct", subject=subject, figure=changed(one), n=n)
        else:
            full.say("answer.bare", claims=False, figure=changed(one), n=n)
        plain.say("answer.bare", claims=False, figure=changed(one), n=n)
    own = {(one.report, one.start) for one in statements}
    beside = [one for one in citations if (one.report, one.start) not in own]
    for lines in (full, plain):
        lines.quote([one for one in citations if one not in beside])
        if beside:
            lines.say("answer.also", claims=False)
            lines.quote(beside)
    plainer = plain.draft(statements, citations, statements[0].figure)
    return replace(full.draft(statements, citations, statements[0].figure), plainer=plainer)


def _draft_comparison(question: Question, found: Found) -> Draft | None:
    """Say which side has more, with the figure of each; None where a side has none or they do not compare."""
    stated = found.matches[0][:1] if asks_gap(question) and found.matches else ()
    if any(_fits(match) and match.statement.figure.change for match in stated):
        return None  # 比上年增加75件, as the report says itself
    pairs = paired(found.sides, SURE_ENOUGH)
    if not pairs:
        one = _draft_one_side(question, found)
        return one or (refusal(question, found) if asks_gap(question) else None)
    gap = gap_between(pairs)
    if gap and asks_gap(question) and (apart := next(iter(find_figures(gap.raw)), None)):
        told = _state_derived(question, gap, apart, found, _draft_sides(question, pairs, found))
        return replace(told, terms=greater_first(gap))
    return _draft_sides(question, pairs, found)


def _draft_one_side(question: Question, found: Found) -> Draft | None:
    """State the figures of the sides that have one, and say which have none; None where no side has."""
    fitting = [(side, matches[0].statement) for side, matches in found.sides if matches and _fits(matches[0])]
    missing = [side.name for side, matches in found.sides if not matches or not _fits(matches[0])]
    if not fitting or not missing or not (question.shape is Shape.COMPARE or asks_gap(question)):
        return None
    citations = cite_statements([one for _, one in fitting], found.places)
    numbers = {(one.report, one.start): one.n for one in citations}
    lines = Lines(question.language)
    metric = "".join(question.sought[-1].words)
    lines.say("answer.refused", claims=False, sought="、".join(f"“{name}{metric}”" for name in missing))
    for side, one in fitting:
        figure, n = changed(one), numbers[one.report, one.start]
        lines.say("answer.direct", claims=False, subject=side.name, figure=figure, n=n)
    lines.quote(citations)
    return lines.draft([one for _, one in fitting], citations)


def _draft_sides(question: Question, pairs: Sequence[tuple[Side, Statement]], found: Found) -> Draft:
    """Say which side has more, and the figure of each."""
    statements = tuple(one for _, one in pairs)
    citations = cite_statements(statements, found.places)
    numbers = {(one.report, one.start): one.n for one in citations}
    winner = leading(question, list(pairs))
    lines = Lines(question.language)
    told = "answer.equal" if winner is None else "answer.less" if asks_less(question) else "answer.more"
    lines.say(told, claims=False, name=winner.name if winner else "")
    for side, one in pairs:
        figure, n = changed(one), numbers[one.report, one.start]
        lines.say("answer.direct", claims=False, subject=side.name, figure=figure, n=n)
    lines.quote(citations)
    return lines.draft(statements, citations, dict(pairs)[winner].figure if winner else None)


def _fits(match: Match) -> bool:
    return match.score >= SURE_ENOUGH
