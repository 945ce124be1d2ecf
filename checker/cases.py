"""One claimed figure beside all that the evidence says of it: a claim in, ranked ``Candidate``s out."""

from collections.abc import Iterable, Mapping

from checker.alignment.aligned import Aligned
from checker.alignment.contrast import Apart
from checker.alignment.joint import Together
from checker.alignment.untold import names_deed_of
from checker.alignment.wording import Surroundings
from checker.arithmetic.announced import Announced, read_announced, says_sum
from checker.candidates import Candidate, ranked, strongest
from checker.comparison.agreement import (
    PER_CENT,
    Agreement,
    UnitRelation,
    relate_units,
    size,
)
from checker.comparison.features import Features, shared_wording
from checker.comparison.lazy import lazy_property
from checker.comparison.likeness import Likeness
from checker.comparison.parts_of_whole import is_of_part
from checker.comparison.plan_marks import tells_plan_as_done
from checker.comparison.wording import has_same_lead, is_part_of_more, is_verbatim
from checker.evidence import Evidence
from corpus.figure import Statement
from corpus.statements.metrics import is_scope

# What follows, and what raises a candidate's strength below, is bounded by hand and not fitted: the labelled claims of
# the tests hold it (tests/checker/test_labelled_claims.py).
_NEARLY_AS_STRONG = 0.12
_CLEARLY_STRONGER = 0.22
_FAR_STRONGER = 0.5
_LOOSE = 0.5
_CLOSE = 0.75
_SAME_WORDS = 0.7
_FEW = 6


class Case:
    """A claim under judgement: the claim, the evidence, and the candidates that the evidence offers."""

    def __init__(
        self,
        claim: Statement,
        evidence: Evidence,
        together: Together | None = None,
        borne_out: Mapping[Statement, tuple[Statement, ...]] | None = None,
    ) -> None:
        """Keep the claim; ``borne_out`` are the right figures before it, since the sentence before, with their evidence."""
        self.claim = claim
        self.figure = claim.figure
        self.borne_out = borne_out or {}
        self.evidence = evidence
        self.together = together or Together([claim], evidence)
        self._weighed: dict[int, Candidate] = {}

    @property
    def aligned(self) -> Aligned | None:
        """The statement that the claim finds when all figures of its sentence look for theirs together."""
        return self.together.aligned.get(self.claim)

    @lazy_property
    def around(self) -> Surroundings:
        """What stands around the claim's figure."""
        return self.together.around(self.claim)

    def apart_from(self, candidate: Candidate) -> Apart | None:
        """Return what tells the claim apart from a statement of its quantity, None where nothing does."""
        same_words = candidate.counts_the_same_words
        apart = self.together.apart(self.claim, candidate.statement, same_words=same_words)
        if not apart or not apart.meant:
            return apart
        if candidate.same_owner and not self.weigh(apart.meant).same_owner:
            return None  # 甲市3.6亿元，乙市2.15亿元: whose it is tells more than the words around it
        return None if names_deed_of(self.claim, candidate.statement, apart.meant) else apart

    @lazy_property
    def apart(self) -> Apart | None:
        """What tells the claim apart from ``agreeing``, None where nothing does or the claim is quoted."""
        best = self.agreeing
        return None if best is None or self.quoted is not None else self.apart_from(best)

    def is_told_of_another(self, statement: Statement) -> bool:
        """Whether it is another figure of the claim's sentence that finds ``statement``."""
        if not self.together.is_told_of_another(self.claim, statement):
            return False
        return not (self.aligned and names_deed_of(self.claim, statement, self.aligned.statement))

    @property
    def is_exchanged(self) -> bool:
        """Whether the claim and another of its sentence each have the other's number."""
        return self.together.is_exchanged(self.claim)

    @lazy_property
    def announced(self) -> Announced | None:
        """The arithmetic that the claim itself announces (第五轮比第四轮多), None where it announces none."""
        return read_announced(self.claim)

    @lazy_property
    def mine(self) -> Features:
        """The features of the claim; a quotation's sentence is one that the evidence has read already."""
        return self.evidence.features(self.claim)

    def features(self, statement: Statement) -> Features:
        """The features of the claim, or of a statement of the evidence, which keeps them."""
        return self.mine if statement is self.claim else self.evidence.features(statement)

    @lazy_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The stated quantities that share a word with the claim's metric, the strongest first."""
        return ranked(map(self.weigh, self._alike))

    @lazy_property
    def _alike(self) -> list[Statement]:
        return self.evidence.like(self.claim)

    @lazy_property
    def _measured(self) -> list[Candidate]:
        """The candidates of the claim's unit, in no order: whether one fits and how strong it is takes long to say."""
        return list(map(self.weigh, self.evidence.fitting(self.claim)))

    @lazy_property
    def fitting(self) -> tuple[Candidate, ...]:
        """The candidates that may count the same thing, the strongest first."""
        return ranked(c for c in self._measured if c.same_thing)

    @lazy_property
    def related(self) -> tuple[Candidate, ...]:
        """The candidates, and after them what shares a word with the claim's sentence: terms for arithmetic."""
        known = {id(candidate.statement) for candidate in self.candidates}
        more = (s for s in self.evidence.sharing(self.claim) if id(s) not in known)
        return (*self.candidates, *ranked(map(self.weigh, more)))

    @lazy_property
    def valued(self) -> list[Statement]:
        """The stated quantities with the claim's value, whatever they count."""
        return self.evidence.of_value(self.claim)

    @lazy_property
    def quoted(self) -> Candidate | None:
        """The statement that the claim quotes word for word: nothing is liker, and no other need be weighed."""
        raw, quote = self.figure.raw, self.claim.quote.strip()
        written = (one for one in self.valued if one.figure.raw == raw and quote in one.quote)
        first = next((one for one in written if is_verbatim(self.claim, one)), None)
        found = self.weigh(first) if first else None
        return found if found and found.same_thing and found.agreement is Agreement.EQUAL else None

    @lazy_property
    def agreeing(self) -> Candidate | None:
        """The strongest candidate that states the same thing and whose quantity agrees with the claim's."""
        if self.quoted:
            return self.quoted
        agreeing = [c for c in self._measured if c.agreement is not Agreement.DIFFERENT and c.same_thing]
        best = strongest(agreeing)
        if best is None:
            return None
        rival = self.contradicting
        if rival and self._is_rather(rival, best):
            return None
        if best.likeness.metric < _LOOSE and self._belongs_elsewhere:
            return None
        if best.agreement is not Agreement.EQUAL and self._is_told_otherwise(best):
            return None
        equal = strongest(c for c in agreeing if c.agreement is Agreement.EQUAL)
        return equal if equal and equal.strength >= best.strength - _NEARLY_AS_STRONG else best

    def _is_rather(self, rival: Candidate, best: Candidate) -> bool:
        """Whether the claim tells of ``rival`` rather than of ``best``, which has its quantity.

        In one sentence they are told apart by what stands around them, and the claim's number vouches for neither.
        """
        if self._is_of_a_part(rival.statement) and not self._is_of_a_part(best.statement):
            return False
        if says_sum(best.statement) and rival.figure.period and not self.figure.period:
            return False  # 2022年48万元，2023年35万元，两年合计83万元: who names no year tells of both
        if rival.is_earlier_than(best) and not self.figure.period:
            return False  # 2024年19.4%，2025年16.9%: who names no year tells of the later
        stronger = rival.strength - best.strength
        if best.is_of_the_very_owner and not rival.is_of_the_very_owner and self.figure.org:
            return stronger > _FAR_STRONGER  # 塔合县整改29个: not told of by 合计整改72个
        one, other = rival.statement, best.statement
        if (one.report, one.start) == (other.report, other.start) and best.agreement is Agreement.EQUAL:
            rather = self.together.is_rather(self.claim, one, other, stronger)
            return rather and not names_deed_of(self.claim, other, one)
        if best.is_distinct and not self.together.is_marked(self.claim, one, other):
            return stronger > _FAR_STRONGER
        return stronger > (_CLEARLY_STRONGER if best.is_distinct else _NEARLY_AS_STRONG)

    def _is_told_otherwise(self, best: Candidate) -> bool:
        """Whether another statement speaks against ``best``, which only rounds to the claim.

        One as like as ``best`` that has the claim's number under another bound (超过, not 不足), or one with the very
        same words before it from the start of its sentence, and another quantity.
        """
        value = size(self.figure)
        return any(
            (size(c.figure) == value and c.likeness.metric >= best.likeness.metric)
            or has_same_lead(self.claim, c.statement)
            for c in self._measured
            if c.agreement is Agreement.DIFFERENT and c.same_thing
        )

    @property
    def _belongs_elsewhere(self) -> bool:
        """Whether another organisation or time has the claim's very quantity for its very metric."""
        return any(c.likeness.metric >= _CLOSE and not c.same_owner for c in self.elsewhere)

    @lazy_property
    def contradicting(self) -> Candidate | None:
        """The strongest candidate that counts the very same thing and states another quantity."""
        rivals = ranked(c for c in self._measured if c.agreement is Agreement.DIFFERENT and c.very_same)
        mine = (c for c in rivals if not self.is_aside(c.statement, or_anothers=True))
        mine = (c for c in mine if not self._is_told_apart(c.statement))
        return next((c for c in mine if not is_part_of_more(self.claim, c.statement)), None)

    def _is_of_a_part(self, stated: Statement) -> bool:
        """Whether a statement is of one member, sort or deed of several, that the claim does not name: it says all."""
        return is_of_part(self.claim, stated, self.evidence.beside(stated), self.features)

    @lazy_property
    def _is_stated(self) -> bool:
        """Whether the claim's very quantity is stated of what may be its own, and not of a part."""
        return any(self._may_be_stated_by(one) and not self._is_of_a_part(one) for one in self.valued)

    def _is_told_apart(self, rival: Statement) -> bool:
        """Whether the claim says what sets a statement of its own quantity apart from ``rival``."""
        return any(
            self.together.is_marked(self.claim, stated, rival)
            for stated in self.valued
            if stated.report == rival.report and self._may_be_stated_by(stated)
        )

    def _may_be_stated_by(self, stated: Statement) -> bool:
        """Whether a statement is of the claim's very quantity and nothing speaks against it, whatever it counts."""
        c = self.weigh(stated)
        same = c.agreement is Agreement.EQUAL and c.units is UnitRelation.SAME
        return same and c.same_owner and not c.likeness.conflict

    def is_aside(self, stated: Statement, *, or_anothers: bool = False) -> bool:
        """Whether a statement is a plan, another number's, a part of what is told, or another claim's: no contradiction."""
        planned = self.features(stated).planned and not self.mine.planned
        if planned or (or_anothers and self.together.is_number_found_by_another(self.claim, stated)):
            return True
        numbered = self.together.is_numbered_otherwise(self.claim, stated)
        return numbered or (self._is_of_a_part(stated) and self._is_stated)

    def is_only_planned(self, stated: Statement) -> bool:
        """Whether a statement is a plan, or told as done by the claim where the source only means to do it."""
        return self.features(stated).planned or tells_plan_as_done(self.claim, stated)

    @lazy_property
    def elsewhere(self) -> tuple[Candidate, ...]:
        """The stated quantities with the claim's very value that may be it told wrongly, whatever they count."""
        return self._told_wrongly(self.valued)

    @lazy_property
    def otherwise_measured(self) -> tuple[Candidate, ...]:
        """Those of the claim's own owner and time in ``elsewhere`` whose kind or unit is not one with the claim's."""
        own = self.evidence.own_of_value(self.claim)
        found = self._told_wrongly(
            s for s in own if relate_units(self.figure, s.figure) is not UnitRelation.SAME
        )
        return tuple(candidate for candidate in found if candidate.same_owner)

    def _told_wrongly(self, stated: Iterable[Statement]) -> tuple[Candidate, ...]:
        return tuple(c for c in map(self.weigh, stated) if c.may_be_told_wrongly(self.figure))

    @lazy_property
    def told_in_the_same_words(self) -> Statement | None:
        """The statement whose sentence is the claim's but for a few characters, or None."""
        if self.agreeing:
            return self.agreeing.statement
        close: Iterable[Statement] = ()
        if any(map(self._shares_words, self._alike)):
            close = (c.statement for c in self.candidates[:_FEW] if self._shares_words(c.statement))
        best = next(iter(close), None)
        if best is None and is_scope(self.figure):
            best = next(filter(self._shares_words, self.evidence.scopes), None)
        return best

    def _shares_words(self, statement: Statement) -> bool:
        return shared_wording(self.mine, self.features(statement)) >= _SAME_WORDS

    def weigh(self, statement: Statement) -> Candidate:
        """Return ``statement`` weighed against the claim; once, however many lists it stands in."""
        known = self._weighed.get(id(statement))
        if known is None:
            known = self._weighed[id(statement)] = self._weigh(statement)
        return known

    @lazy_property
    def says_total(self) -> bool:
        """Whether the claim's clause announces a total (合计, 共, 总)."""
        return says_sum(self.claim)

    @lazy_property
    def _only_rate(self) -> Statement | None:
        """The one rate of the claim's name that the evidence states, whatever stands before it; None for several."""
        if self.figure.kind not in PER_CENT or self.mine.words[-1:] != ("率",):
            return None
        named = [
            one
            for one in self._alike
            if one.figure.kind in PER_CENT and self.features(one).words == self.mine.words
        ]
        return named[0] if len(named) == 1 else None

    def _weigh(self, statement: Statement) -> Candidate:
        verbatim = is_verbatim(self.claim, statement)
        likeness = Likeness(self.claim, statement, self.features, verbatim=verbatim)
        found = Candidate(self.claim, statement, likeness, says_total=self.says_total)
        if statement is self._only_rate and found.agreement is not Agreement.DIFFERENT:
            likeness.take_for_one()
        return found
