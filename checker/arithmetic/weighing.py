"""How well terms account for what a claim says: a claim and terms in, a weight out, whatever their numbers."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from checker.alignment.nearness import PairWeights, covered, layer_share
from checker.alignment.wording import Surroundings, named_pairs, pairs
from checker.arithmetic.announced import says_sum
from checker.arithmetic.derivation import Derivation
from checker.arithmetic.words import any_arithmetic_word, arithmetic_words
from checker.cases import Case
from corpus.figure import Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.lexicon.rates import any_rate_word, rate_words
from corpus.lexicon.synonyms import STAGES

_LAYERS: Final = (1.0, 0.6, 0.2, 0.15)
"""What a pair of the claim counts for where a term's own clause has it, what is carried into it, and so on."""
_SAID: Final = (1.0, 0.8, 0.5)
"""What a pair of a term's own clause counts for where the claim's own clause has it, what is carried, its sentence."""
_CARRIED: Final = 0.4
"""What a pair weighs that is only carried into the claim."""
_FORWARD: Final = 0.45
_LIKE: Final = 0.3
_MATE: Final = 0.08
"""What it adds that a figure before the claim's in its sentence tells of a term."""
_MATES_WHOLE: Final = 0.15
"""What it adds that the claim's sentence tells of the whole itself: 486人，追回的占92.8%."""
_TOTAL: Final = 0.05
"""What it adds that the whole is told as a total, where the claim does not tell of it."""
_APART: Final = 0.2
_FARTHER: Final = 0.15
_BETWEEN: Final = 0.03
_OTHER_MEASURE: Final = 0.2
_COUNT: Final = re.compile(any_arithmetic_word("count"))
_BOTH_DONE: Final = 0.12
_SIBLINGS: Final = 0.1
_WHOLE_BEHIND: Final = 0.1
_SHARED: Final = 0.39
_BESIDE: Final = 0.06
_MOST_BETWEEN: Final = 6
_GROUP_ENDS: Final = re.compile(r"[；;]")
_SHARES: Final = (
    re.compile(rf"(?P<part>.*)(?:{any_rate_word('verb')})(?P<whole>.+)"),
    re.compile(rf"(?P<whole>.*[^其])[中里](?P<part>.*)(?:{any_rate_word('verb')})"),
    re.compile(r".*(?<!占)比(?P<whole>.+)(?P<part>节约|节省|结余|核减|审减)"),
)
_DONE: Final = dict(STAGES)["done"]
_DEED: Final = 0.4
"""What a pair of a deed weighs that says only that something is done, for which there are many words."""
_WORDS: Final = (
    *arithmetic_words("more", "less", "rest", "sum", "mean"),
    *change_verbs(),
    *rate_words("share", "verb"),
)
_REASONING: Final = frozenset(word[at : at + 2] for word in _WORDS for at in range(max(1, len(word) - 1)))
"""Pairs that say what is reckoned, and not of what."""


class Weighing:
    """Weighs derivations of one claim; the statements of each are looked at once."""

    def __init__(self, case: Case, statements: Iterable[Statement]) -> None:
        self._case = case
        self._terms = tuple(statements)
        self._around = {id(s): case.evidence.source.around(s) for s in self._terms}
        self._layers = {id(s): self._layers_of(s) for s in self._terms}
        self._weights = PairWeights(self._around.values())
        self._mates = set(map(id, case.together.told_before(case.claim)))
        self._backs: dict[int, float] = {}

    @cached_property
    def _mine(self) -> Surroundings:
        return self._case.around

    @cached_property
    def _own(self) -> frozenset[str]:
        """What the claim's own clause says, but for when it is and what is reckoned."""
        own = self._mine.own - pairs(self._case.figure.period) - _REASONING
        return frozenset(pair for pair in own if not pair.endswith("率"))

    @cached_property
    def _asked(self) -> Mapping[str, float]:
        """The pairs that the claim's terms should account for, with what each weighs."""
        named = pairs(self._case.figure.period) | _REASONING
        own = self._own
        carried = {pair for pair in self._mine.carried - own if pair not in named}
        if not own and not carried:
            carried = set(self._mine.sentence - named)
        weighed = {pair: self._weights[pair] * (_DEED if _DONE.match(pair) else 1) for pair in own}
        weighed |= {pair: _CARRIED * self._weights[pair] for pair in carried}
        layers = self._layers.values()
        return {
            pair: weight
            for pair, weight in weighed.items()
            if len({layer_share(pair, one, _LAYERS) for one in layers})
            > 1  # what all terms have alike tells none from another
        }

    def weigh(self, derivation: Derivation) -> float:
        """Return how well the terms account for the claim, about 0 to 1."""
        terms = derivation.terms
        forward = self._of_the_claim(derivation)
        said = min if derivation.form == "sum" else max
        back = said(map(self._back, derivation.told))
        like = said(self._case.weigh(term).likeness.metric for term in derivation.told)
        mates = sum(id(term) in self._mates for term in terms)
        weight = _FORWARD * forward + _LIKE * like + (1 - _FORWARD - _LIKE) * back + _MATE * mates
        if derivation.form == "share" and self._leaves_the_whole_out(terms):
            told = id(terms[-1]) in self._mates and not self._own & self._around[id(terms[-1])].own
            weight += _MATES_WHOLE if told else _TOTAL * says_sum(terms[-1])
            weight += _distance(terms) if mates == len(terms) else 0
        moved = self._case.figure.change and _at_two_times(terms)
        return weight if moved else weight - _distance(terms) - self._unlike(derivation)

    def _leaves_the_whole_out(self, terms: Sequence[Statement]) -> bool:
        """Whether the claim's own clause says nothing that the terms do not: what they are is told before it."""
        if self._part_and_whole:
            return False
        told = frozenset[str]().union(*(layer for term in terms for layer in self._layers[id(term)][:2]))
        return all(pair in told or _DONE.match(pair) for pair in self._own)

    def _of_the_claim(self, derivation: Derivation) -> float:
        """Return the share of the claim's words that the terms have: of what 占 parts, each its own."""
        if self._part_and_whole and derivation.form == "share":
            part, whole = derivation.terms
            told = zip((part, whole), self._part_and_whole, strict=True)
            return min(self._account((term,), asked) for term, asked in told)
        return self._account(derivation.terms, self._asked)

    def _account(self, terms: Sequence[Statement], asked: Mapping[str, float]) -> float:
        total = math.fsum(asked.values())
        layers = [self._layers[id(term)] for term in terms]
        got = math.fsum(
            weight * max(layer_share(pair, one, _LAYERS) for one in layers) for pair, weight in asked.items()
        )
        return got / total if total else 0.5

    @cached_property
    def _part_and_whole(self) -> tuple[Mapping[str, float], Mapping[str, float]] | None:
        """What the claim says of a part and of its whole, where a word between them says so (城建类占受理总数的)."""
        clause = self._case.mine.clause
        found = next((found for pattern in _SHARES if (found := pattern.match(clause))), None)
        if found is None or not pairs(found["whole"]):
            return None
        own = pairs(found["part"]) - _REASONING or self._mine.carried
        part = {pair: self._weights[pair] for pair in own}
        return part, {
            pair: self._weights[pair] for pair in pairs(_COUNT.sub("", found["whole"])) - _REASONING
        }

    def _unlike(self, derivation: Derivation) -> float:
        """Return what it takes off that a part and its whole are counted by other words, or are both done."""
        if derivation.form not in {"share", "difference"} or len(derivation.terms) != 2:
            return 0.0
        one, other = derivation.terms
        features = self._case.features
        own, others = self._around[id(one)].own, self._around[id(other)].own
        shared = len(own & others)
        siblings = shared > _SHARED * min(len(own), len(others)) and own - others and others - own
        later = (
            derivation.form == "share" and one.figure.start < other.figure.start and one.start == other.start
        )
        done = "done" in features(one).stages and "done" in features(other).stages
        measures = one.figure.measure != other.figure.measure
        claimed = self._case.figure.measure
        asked = derivation.form == "difference" and claimed not in {one.figure.measure, other.figure.measure}
        undone = "done" in self._case.mine.stages and not any(
            "done" in features(term).stages for term in derivation.told
        )
        unlike = _SIBLINGS * bool(siblings) + _WHOLE_BEHIND * later
        unlike += _BOTH_DONE * undone
        return unlike + _OTHER_MEASURE * (measures + asked) + _BOTH_DONE * (done and not self._part_and_whole)

    def _layers_of(self, term: Statement) -> tuple[frozenset[str], ...]:
        around = self._around[id(term)]
        return around.own | pairs(term.figure.org), around.carried, around.sentence, around.further

    def _back(self, term: Statement) -> float:
        known = self._backs.get(id(term))
        if known is None:
            mine = self._mine
            told = self._around[id(term)].own - named_pairs(term)
            layers = (mine.own, mine.carried, mine.sentence)
            known = self._backs[id(term)] = covered(told, layers, _SAID, self._weights)
        return known


def _at_two_times(terms: Sequence[Statement]) -> bool:
    """Whether two terms are one quantity of one owner at two times, wherever it is told of each."""
    told = {(term.figure.org, term.figure.metric, term.figure.unit) for term in terms}
    times = {term.figure.period for term in terms}
    return len(told) == 1 and "" not in times and len(times) == len(terms) > 1


def _distance(terms: Sequence[Statement]) -> float:
    """Return what it takes off that terms stand far from each other."""
    first, last = min(terms, key=lambda s: s.figure.start), max(terms, key=lambda s: s.figure.start)
    if any(term.report != first.report for term in terms):
        return _APART + _FARTHER
    if first.start != last.start:
        return _APART
    between = first.quote[first.figure.end - first.start : last.figure.start - first.start]
    if _GROUP_ENDS.search(between):
        return _FARTHER
    numbers = len(re.findall(r"\d+", between))
    return _BETWEEN * min(numbers, _MOST_BETWEEN) if numbers else -_BESIDE
