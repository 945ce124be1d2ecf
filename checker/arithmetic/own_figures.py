"""What follows from a text's own figures right before the claim: a case in, a ``Derivation`` out.

交办161条、化解122条，剩39条 names no terms, since they stand right before it. They count only where the evidence bears them
out, so that what is reckoned from them follows from the evidence too; where one is wrong, so is what follows from it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import Final

from checker.arithmetic.couples import levels
from checker.arithmetic.derivation import Derivation, comes_to, reckoned, size_of, summed, written_size
from checker.arithmetic.parts import LEFT
from checker.arithmetic.words import any_arithmetic_word
from checker.cases import Case
from checker.comparison.agreement import PER_CENT, SHARES, UnitRelation, relate_units
from corpus.figure import Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.rates import any_rate_word

_ENDS: Final = re.compile(r"[；;。\n]")
_MOVED: Final = re.compile(rf"{any_arithmetic_word('more', 'less')}|{'|'.join(change_verbs())}")
_COMPARED: Final = re.compile(rf"(?:{any_arithmetic_word('than')})[^，,]")
"""What names a term itself, which need not be the figure before."""
_RATE: Final = re.compile(rf"{any_rate_word('rate', 'share')}|{any_rate_word('verb')} ?$")


def follow(case: Case) -> Derivation | None:
    """Return what the figures before the claim come to where that is its figure, else None."""
    if case.figure.value is None or not case.borne_out:
        return None
    found = next((one for one in _reckonings(case) if comes_to(case, one.value, one.like)), None)
    if found is None:
        return None
    stated = dict.fromkeys(chain.from_iterable(case.borne_out[term] for term in found.terms))
    return replace(found, terms=tuple(stated))


def _reckonings(case: Case) -> Iterator[Derivation]:
    clause = case.mine.clause
    own = [s for s in levels(case.borne_out) if _stands_before(case.claim, s)]
    if (
        case.figure.kind in SHARES
        and not case.figure.change
        and (_RATE.search(clause) or _RATE.search(case.figure.metric))
    ):
        yield from _share(case, own)
    elif case.figure.kind not in PER_CENT:
        like = [s for s in own if relate_units(case.figure, s.figure) is UnitRelation.SAME]
        if LEFT.search(clause):
            yield from _rest(case, like)
        if _MOVED.search(clause) and not _COMPARED.search(clause):
            yield from _gap(case, like)
        if case.says_total:
            yield from _sums(case)


def _stands_before(claim: Statement, one: Statement) -> bool:
    """Whether a figure stands before the claim in its sentence, with no semicolon between."""
    between = claim.quote[one.figure.end - claim.start : claim.figure.start - claim.start]
    return one.start == claim.start and not _ENDS.search(between)


def _share(case: Case, own: Sequence[Statement]) -> Iterator[Derivation]:
    amounts = [s for s in own if s.figure.kind not in PER_CENT]
    if len(amounts) < 2:
        return
    whole, part = amounts[-2:]
    alike = relate_units(whole.figure, part.figure) is UnitRelation.SAME
    if alike and 0 < size_of(part) <= size_of(whole):
        formula = f"{written_size(part)}÷{written_size(whole)}"
        share = size_of(part) * 100 / size_of(whole)
        yield reckoned("share", case, formula, (part, whole), share, case.claim, (part,))


def _rest(case: Case, like: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon what is left of the first or the last whole without its part, or of the first without all that follow."""
    for whole, *parts in dict.fromkeys(
        tuple(group) for group in (like, like[-2:], like[:2]) if len(group) > 1
    ):
        left = size_of(whole) - sum(map(size_of, parts), Decimal(0))
        if left > 0:
            formula = "−".join(map(written_size, (whole, *parts)))
            yield reckoned("difference", case, formula, (whole, *parts), left, whole, (whole,))


def _gap(case: Case, like: Sequence[Statement]) -> Iterator[Derivation]:
    """Reckon by how much the last two figures differ."""
    if len(like) < 2:
        return
    larger, smaller = sorted(like[-2:], key=size_of, reverse=True)
    formula = f"{written_size(larger)}−{written_size(smaller)}"
    terms = (larger, smaller)
    yield reckoned("difference", case, formula, terms, size_of(larger) - size_of(smaller), larger, terms)


def _sums(case: Case) -> Iterator[Derivation]:
    """Reckon what all the figures before come to that are told alike, in the sentence and in the one before it."""
    like = [s for s in levels(case.borne_out) if relate_units(case.figure, s.figure) is UnitRelation.SAME]
    members = case.announced.members if case.announced else 0
    named = [s for s in like if case.mine.words and set(case.mine.words) <= set(case.features(s).words)]
    for terms in (
        (named, named[-members:], like[:members], *_each(case, like, members)) if members else (named,)
    ):
        if len(terms) > 1 and len(terms) == (members or len(terms)):
            yield summed(case, tuple(terms))


def _each(case: Case, like: Sequence[Statement], members: int) -> Iterator[Sequence[Statement]]:
    """Yield the figure of each member that counts what the claim does, the first of each where it names nothing."""
    size, rest = divmod(len(like), members)
    told = [set(case.features(s).words) for s in like]
    asked = set(case.mine.words).intersection(*[set().union(*told)])
    for first in range(size if not rest and size > 1 else 0):
        if all(asked <= words for words in told[first::size]) and (asked or not first):
            yield like[first::size]
