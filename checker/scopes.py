"""Whether the evidence knows a time or a round that a text names: a case in, a statement or None out."""

import re

from checker.cases import Case
from checker.comparison.likeness import compare_owners, compare_periods
from checker.comparison.named_times import is_written_alike, sentence_of, time_label
from checker.comparison.wording import is_verbatim
from corpus.figure import Figure, Kind, Statement
from corpus.lexicon.synonyms import SYNONYMS
from corpus.organisations.sameness import Sameness
from corpus.statements.attribution import is_round
from corpus.statements.metrics import content_words
from corpus.times.periods import PeriodRelation, parse_period
from corpus.times.rounds import terms_in

_CLAUSE_END = re.compile(r"[，,；;。！？!?\n]")
_RANGE = re.compile(r"[至到—–~～-]")


def known_scope(case: Case) -> Statement | None:
    """Return a statement of the evidence that names the claimed time or round, or lies in it; else None."""
    for place in case.evidence.times.candidates(case.figure):
        statement = case.evidence.statements[place]
        if is_verbatim(case.claim, statement):
            return statement
        if _differs(case.claim, statement):
            continue
        if case.figure.kind is Kind.DATE:
            if _within(case.figure, statement.figure):
                return statement
        elif _same_ordinal(case.figure, statement.figure) or _is_of_term(case.figure, statement):
            return statement
    return None


def contradicting_scope(case: Case) -> Statement | None:
    """Return the statement that gives another time for the very event that the claim dates, or None."""
    if case.figure.kind is not Kind.DATE:
        return None
    words = _event_words(case.claim)
    if len(words) < 2:
        return None
    for statement in case.evidence.scopes:
        if statement.figure.kind is not Kind.DATE or _differs(case.claim, statement):
            continue
        shared = words & case.features(statement).context
        if len(shared) * 3 >= len(words) * 2 and _grain(statement.figure) == _grain(case.figure):
            return statement
    return None


def _differs(claim: Statement, statement: Statement) -> bool:
    if claim.figure.kind is Kind.ORDINAL and is_round(statement.figure.org):
        return False  # a round that the title names is the round of whom it inspected
    return compare_owners(claim.figure.org, statement.figure.org) is Sameness.DIFFERENT


def _within(claimed: Figure, stated: Figure) -> bool:
    """Whether the stated figure is for the claimed time, or for a part of it."""
    wanted = claimed.period or claimed.raw
    label = time_label(stated)
    if not label:
        return False
    relation = compare_periods(wanted, label)
    if relation is PeriodRelation.SAME:
        return True
    if relation is not PeriodRelation.WITHIN:
        return is_written_alike(claimed.raw, stated.raw)
    if _RANGE.search(claimed.raw):
        return False
    outer, inner = parse_period(wanted), parse_period(label)
    if outer.first is None or outer.last is None or inner.last is None:
        return False
    return (inner.first or inner.last) >= outer.first and inner.last <= outer.last


def _same_ordinal(claimed: Figure, stated: Figure) -> bool:
    return (claimed.kind, claimed.value, claimed.unit) == (stated.kind, stated.value, stated.unit)


def _is_of_term(claimed: Figure, stated: Statement) -> bool:
    """Whether the claimed term of a committee (第五届) is that of the stated sentence, where it may be 五届."""
    return claimed.unit == "届" and claimed.value in terms_in(sentence_of(stated))


def _event_words(claim: Statement) -> set[str]:
    """Return the words of the clause that the date stands in, dates and numbers left out."""
    start, end = claim.figure.start - claim.start, claim.figure.end - claim.start
    before = _CLAUSE_END.split(claim.quote[:start])[-1]
    after = _CLAUSE_END.split(claim.quote[end:])[0]
    if not after and end < len(claim.quote):
        after = _CLAUSE_END.split(claim.quote[end + 1 :])[0]
    return {SYNONYMS.get(word, word) for word in content_words(f"{before} {after}")}


def _grain(figure: Figure) -> str:
    """Return how fine a date is: its units, without the numbers (年月旬)."""
    return "".join(char for char in figure.raw if char in "年月日旬底末初")
