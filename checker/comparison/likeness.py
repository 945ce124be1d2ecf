"""How alike what two figures count is: two statements in, ``Likeness`` out.

A claim and a stated figure are compared by metric (the words of both, with the reports' own synonyms), by
organisation and by period. Quantities are compared in :mod:`checker.comparison.agreement`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.comparison.asides import is_found_of, is_only_mentioned, is_told_in_clause
from checker.comparison.features import Features, Read, features
from checker.comparison.lazy import lazy_property
from checker.comparison.levels import is_only_before, is_only_now
from corpus.figure import Figure, Kind, Statement
from corpus.lexicon.function_words import CHANGE_WORDS
from corpus.lexicon.wording.paraphrases import PARAPHRASES
from corpus.organisations.name_parts import is_bare_department, name_parts
from corpus.organisations.sameness import Sameness, same_organisation, told_region
from corpus.statements.attribution import is_round
from corpus.times.periods import PeriodRelation, is_part_of_year, parse_period, same_period

_ALL_DONE = re.compile(
    r"(?:全部|均|都|悉数|全数)已?(?:经)?(?:整改)?(?:完成|办结|销号|落实|到位|完毕|化解|解决)"
)
_CUMULATIVE = re.compile(r"累计(?:达|为|有)|总数|总量")
_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY})
_GAINED = re.compile(r"(?:新增|净增|增加了?|减少了?|净减|[涨降升增减多少低高退提缩]了)$")
_NEWLY = re.compile(r"新(?:开|增|建|设|办|签|立|制)")
# The shares that follow are bounded by hand and not fitted, as are those of checker.cases.
_ELSEWHERE = 0.45
"""What a word counts for that only stands in the other's sentence."""
_IN_OTHER_WORDS = 0.9
"""What a word counts for that the other metric says in another (查出, 发现)."""
_NONE: frozenset[str] = frozenset()
_IN_METRIC = 0.5
_COLLECTIVE = re.compile(r"轮巡[视察]|被巡[视察]|轮被")
_LEADING = re.compile(r"[省市县区州盟旗](?:委|政府|委员会)?$|巡[视察]办$|巡[视察]工作领导小组")


class Likeness:
    """How alike what two figures count is, and how whose and when relate; each is compared when it is first asked for."""

    def __init__(
        self, claim: Statement, stated: Statement, read: Read = features, *, verbatim: bool = False
    ) -> None:
        """Keep both and their features, which ``read`` gives; ``verbatim`` says that all of the claim stands in the source."""
        self._claim, self._stated = claim, stated
        self.mine, self.theirs = read(claim), read(stated)
        if verbatim:
            self.take_for_one()
            self.organisation, self.period, self.conflict = Sameness.SAME, PeriodRelation.SAME, ""

    def take_for_one(self) -> None:
        """Take the two metrics for one, whatever their words."""
        self.metric, self.weaker, self.heads = 1.0, 1.0, True

    @lazy_property
    def organisation(self) -> Sameness:
        """How whose the two figures are relates."""
        return _owners(self._claim, self._stated, self.mine, self.theirs)

    @lazy_property
    def period(self) -> PeriodRelation:
        """How the times of the two figures relate."""
        return _times(self.mine, self.theirs)

    @lazy_property
    def _coverages(self) -> tuple[float, float]:
        """The shares that each metric has of the other."""
        return _coverage(self.mine, self.theirs, {}), _coverage(self.theirs, self.mine, self.mine.holds)

    @lazy_property
    def metric(self) -> float:
        """How alike the metrics are, from 0 to 1."""
        mine, theirs = self.mine, self.theirs
        if mine.words and theirs.words:
            return sum(self._coverages) / 2 * _same_subject(mine, theirs)
        return 0.5 * len(mine.context & theirs.context) / max(1, min(len(mine.context), len(theirs.context)))

    @lazy_property
    def weaker(self) -> float:
        """The share of the metric of which the other has less."""
        return min(self._coverages) if self.mine.words and self.theirs.words else 0.0

    @lazy_property
    def heads(self) -> bool:
        """Whether the claim's head, its last telling word, stands in the other's sentence, and one in the metric."""
        mine, theirs = self.mine, self.theirs
        if not _has_head(mine, theirs, _ELSEWHERE):
            return False
        return _has_head(mine, theirs, _IN_METRIC) or _has_head(theirs, mine, _IN_METRIC)

    @lazy_property
    def conflict(self) -> str:
        """What forbids that the two count the same thing, "" for nothing.

        ``stage``, ``negation``, ``average``, ``earlier``, ``rate``, ``change`` or ``opposite``.
        """
        return _conflict(self._claim, self._stated, self.mine, self.theirs)


def _owners(claim: Statement, stated: Statement, mine: Features, theirs: Features) -> Sameness:
    owners = compare_owners(claim.figure.org, stated.figure.org)
    if owners is Sameness.DIFFERENT and (is_found_of(claim, stated) or is_told_in_clause(claim, stated)):
        return Sameness.UNKNOWN
    if owners is Sameness.DIFFERENT or not (mine.acting or theirs.brackets):
        return owners
    aside = is_only_mentioned(claim, stated, mine.acting, theirs.brackets)
    return Sameness.DIFFERENT if aside else owners


def compare_owners(claimed: str, stated: str) -> Sameness:
    """Say whether two organisations are one; all that a round inspected is a collective of its region."""
    collectives = _is_collective(claimed), _is_collective(stated)
    if collectives == (True, True):
        return Sameness.SAME
    if any(collectives) and claimed and stated:
        if is_round(claimed):
            return Sameness.UNKNOWN  # 第七轮巡察向市人民医院指出…: it says when, not whose
        named = stated if collectives[0] else claimed
        if is_round(stated) and not name_parts(claimed).unit:
            return Sameness.PART_OF  # 清禾县反馈问题317个: the round is the county's
        if is_round(stated) and stated[0] in "第本首" and not name_parts(claimed).region:
            return Sameness.UNKNOWN  # 公司党委开展第三轮巡察: it does not say whose
        return Sameness.PART_OF if _LEADING.search(named) else Sameness.DIFFERENT
    if is_bare_department(stated) and claimed and not is_bare_department(claimed):
        return Sameness.PART_OF  # 财务处 of the college that the claim names
    return same_organisation(claimed, stated)


def owner_region(name: str) -> str:
    """Return the region that sets an owner apart from all of other regions, which are never the same, "" for none."""
    return "" if _is_collective(name) else told_region(name)


def _is_collective(name: str) -> bool:
    """Whether a name is of all that a round inspected; most names have none of the characters."""
    return ("轮" in name or "巡" in name) and bool(_COLLECTIVE.search(name))


def compare_times(claim: Statement, stated: Statement, read: Read = features) -> PeriodRelation:
    """Say how the times of two statements relate: their rounds of inspection first, then their periods."""
    return _times(read(claim), read(stated))


def _times(mine: Features, theirs: Features) -> PeriodRelation:
    if mine.round and theirs.round and mine.round != theirs.round and _are_told_apart(mine, theirs):
        return PeriodRelation.DIFFERENT
    if mine.term and theirs.term and mine.term != theirs.term:
        return PeriodRelation.DIFFERENT
    if mine.whole_year and not theirs.whole_year and is_part_of_year(theirs.period):
        return PeriodRelation.DIFFERENT
    if mine.against and theirs.against and mine.against != theirs.against:
        return PeriodRelation.DIFFERENT
    return compare_periods(mine.period, theirs.period)


def _are_told_apart(mine: Features, theirs: Features) -> bool:
    """Whether what rounds or batches two statements are of is a matter of time: a batch and another are things (contrast)."""
    rows = mine.round + theirs.round
    return "批" not in rows or "-" in rows


@lru_cache(maxsize=20_000)
def compare_periods(claimed: str, stated: str) -> PeriodRelation:
    """Say how two period labels relate; an empty one decides nothing."""
    if not claimed or not stated:
        return PeriodRelation.UNKNOWN
    return same_period(parse_period(claimed), parse_period(stated))


def _same_subject(mine: Features, theirs: Features) -> float:
    """Return 1, or less for two bare rates (办结率) whose clauses before speak of different things."""
    rates = mine.words and theirs.words and mine.words[-1] == theirs.words[-1] == "率"
    if not rates or not mine.about or not theirs.about:
        return 1.0
    known = mine.about & theirs.about.union(theirs.named) or theirs.about.intersection(mine.named)
    return 1.0 if known else 0.5


def _has_head(these: Features, those: Features, least: float) -> bool:
    return all(_presence(head, those.words, those) >= least for head in these.heads)


def _coverage(these: Features, those: Features, known: dict[str, float]) -> float:
    """Return the share of these metric words that the other metric or its sentence has too.

    ``known`` is how far words stand in ``those``, as far as that was asked for.
    """
    found = 0.0
    for word, weight in zip(these.named, these.weights, strict=True):
        if word not in known:
            known[word] = _presence(word, those.named, those)
        found += weight * known[word]
    return found / sum(these.weights) if found else 0.0


def _presence(word: str, words: Sequence[str], those: Features) -> float:
    if word in words:
        return 1.0
    if len(word) == 1:
        return _ELSEWHERE if word in those.context else 0.0
    if word in those.text:
        return 1.0
    if word in those.context_text:
        return _ELSEWHERE
    if not PARAPHRASES.get(word, _NONE).isdisjoint(words):
        return _IN_OTHER_WORDS
    for other in words:
        if len(other) > 1 and other in word:
            return 0.7
    letters = set(word)
    return 0.5 if len(letters.intersection(those.text)) * 2 >= len(letters) else 0.0


def _conflict(claim: Statement, stated_in: Statement, mine: Features, theirs: Features) -> str:
    claimed, stated = claim.figure, stated_in.figure
    share = claimed.kind is Kind.PERCENT and "占" in mine.clause and "占" in theirs.clause
    if mine.stages and theirs.stages and not mine.stages & theirs.stages and not share:
        return "stage"
    if _ALL_DONE.search(mine.clause) and "done" not in theirs.stages:
        return "stage"
    if _CUMULATIVE.search(theirs.clause) and _NEWLY.search(mine.text) and not _CUMULATIVE.search(mine.clause):
        return "opposite"
    if _denies(mine, theirs) or (_denies(theirs, mine) and not _denies_behind(theirs, mine)):
        return "negation"
    if mine.averaged != theirs.averaged and (mine.averaged or claimed.kind in _AMOUNTS):
        return "average"
    if (mine.earlier and theirs.later) or (mine.later and theirs.earlier):
        return "earlier"
    if is_only_now(claim, stated_in) or (is_only_before(claim, stated_in) and not mine.earlier):
        return "earlier"
    if theirs.superseded and not mine.superseded:
        return "earlier"
    if _rates_differ(mine, theirs, claimed, stated):
        return "rate"
    if _change_differs(claimed, stated, mine, theirs) or _change_of_level(claim, theirs):
        return "change"
    if any((other, one) in theirs.opposed for one, other in mine.opposed):
        return "opposite"
    return ""


def _denies(one: Features, other: Features) -> bool:
    """Whether what one says is not done, or left over, the other says of something that was.

    What is denied may be said before the other's figure (超期未发案款1386笔、2947.3万元), and what is left over need not be
    called so.
    """
    if not one.negated or other.negated:
        return False
    return not one.denied <= other.denied_before if one.denied else bool(other.stages)


def _denies_behind(stated: Features, claimed: Features) -> bool:
    """Whether a source only goes on with what was not done, of which a claim says nothing (超概算256万元未报批)."""
    behind = stated.denied - stated.denied_before
    told = claimed.text + claimed.clause
    return bool(behind) and behind == stated.denied and not any(deed[-1:] in told for deed in behind)


def _rates_differ(mine: Features, theirs: Features, claimed: Figure, stated: Figure) -> bool:
    percent = {Kind.PERCENT, Kind.PERCENTAGE_POINT}
    if claimed.kind not in percent or stated.kind not in percent:
        return False
    # 药占比 and 化解率 are no rates of each other; 完成率 and 整改完成率 may be.
    if not mine.rates or not theirs.rates:
        return False
    return not any(
        _in_order(a, theirs.metric) or _in_order(b, mine.metric) for a in mine.rates for b in theirs.rates
    )


def _in_order(root: str, text: str) -> bool:
    """Whether the characters of ``root`` stand in ``text`` in order (不良率 in 不良贷款率)."""
    place = -1
    for char in root:
        place = text.find(char, place + 1)
        if place < 0:
            return False
    return True


def _change_differs(claimed: Figure, stated: Figure, mine: Features, theirs: Features) -> bool:
    """Whether one states a level and the other a change, or they change in opposite directions."""
    mine_moves, theirs_move = claimed.change or mine.compared, stated.change or theirs.compared
    if mine_moves and theirs_move:
        return mine_moves != theirs_move
    if bool(mine_moves) == bool(theirs_move):
        return False
    if claimed.kind in {Kind.PERCENT, Kind.PERCENTAGE_POINT}:
        return True
    level = mine if theirs_move else theirs
    return not _NEWLY.search(level.clause) and not any(word in level.clause for word in CHANGE_WORDS)


def _change_of_level(claim: Statement, theirs: Features) -> bool:
    """Whether the claim tells a change and the other one of the two levels that it lies between."""
    changes = claim.figure.change or _GAINED.search(claim.quote[: claim.figure.start - claim.start])
    return bool(changes) and (theirs.earlier or theirs.later)
