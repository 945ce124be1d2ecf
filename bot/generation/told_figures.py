"""The quantities of a model's sentence for its account: a claim and its finding in, what it may be of the source out.

The check knows less of words than the account does. So a number that it finds told of something else, and one that
it works out where the sentence says so (还剩5个), go on to the account, which decides by every word.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.answer import Citation
from bot.generation.own_reckoning import SHARE_KINDS
from bot.generation.passages import is_in
from bot.messages import say
from checker.accounting.directions import way_before, way_from_former
from checker.accounting.omissions import ANNOUNCED_PLANS
from checker.accounting.relations.plans import REST
from checker.accounting.relations.worked_out import is_former_of_told, is_rate_of_told
from checker.accounting.windows import ToldFigure
from checker.comparison.agreement import Agreement, UnitRelation, agree, relate_units
from checker.comparison.features import FeatureReader
from checker.comparison.likeness import Likeness
from checker.comparison.plan_marks import is_planned
from checker.finding import Finding
from checker.verdicts import VERDICT_ROWS, Verdict
from corpus.figure import Qualifier, Statement
from corpus.lexicon.wording.connectives import connectives
from corpus.organisations.anaphors import YOURS, addressee_of
from corpus.organisations.sameness import Sameness
from corpus.statements.list_heads import MARK
from corpus.times.periods import PeriodRelation

_SAME: Final = {True: (Agreement.EQUAL,), False: (Agreement.EQUAL, Agreement.ROUNDED)}
"""What a number may be to the one that it tells, by whether it is exact: 近三成 of 29.9%."""
_PLANNED: Final = "planned_there"
"""The rule for a number that is only planned: no words make it what there is."""
_WORDED: Final = frozenset({"", "negation", "stage", "average"})
"""What sets two statements apart by words, which the account weighs one by one."""
_RECKONED: Final = re.compile("还|剩|余|尚|未|没|差|欠|缺|比|多|少|共|合计|合起来|加起来|占|相当于")
"""What says, before a figure, that it was worked out from others."""
_DENIED: Final = re.compile("[未没](?!来)")
_REACHING: Final = re.compile(r"[到至为成达]了?\s*\Z")
_PARTED: Final = re.compile("[；;。]")
_WAYS: Final = 2
_UP_TO: Final = "截"
"""What a time begins with up to which a sentence tells (截至8月底)."""
_EARLIER: Final = frozenset({"earlier", "rate"})
"""What sets a level apart that is told as an earlier one: 比上一年的31.6%低 is no rate of its own."""
_FORMER: Final = frozenset(word for word in connectives("former") if "原" in word or "前" in word)
_YEAR: Final = re.compile("[头前上去]一?年")
_DIGIT: Final = re.compile(r"\d")
_THAN: Final = re.compile(r"(?:[比较](?![例率重])|(?:[头前上]一?|去)年)[^\d，,；;。]*$")
_SINCE: Final = re.compile(r"[\d，,；;：:。、]")


def is_for_the_account(claim: Statement, finding: Finding, equal: Sequence[Statement]) -> bool:
    """Whether a figure that the check does not find as it is told may still pass, where every word is accounted for."""
    if finding.formula and VERDICT_ROWS[finding.verdict].is_confirmed:
        if is_rate_of_told(claim, finding.evidence) or is_former_of_told(claim, finding.evidence):
            return True
        moved = {way_before(one) for one in (claim, *equal)} | {way_from_former(finding.evidence)}
        return bool(equal) or (len(moved - {""}) < _WAYS and _is_said_to_be_reckoned(claim, finding))
    row = VERDICT_ROWS[finding.verdict]
    if row.is_confirmed and not row.is_stated:  # 四成多 of 42%; 约76.8万元 of 76.8万元 says no more than that
        return claim.figure.kind in SHARE_KINDS or claim.figure.value == finding.evidence[0].figure.value
    return finding.rule != _PLANNED and bool(equal)


def told_figure(
    claim: Statement, finding: Finding, equal: Sequence[Statement], own: Sequence[Statement] = ()
) -> ToldFigure:
    """Return a figure with the statements that it may be; ``equal`` are those of its value in the passages.

    One that follows from others of its sentence rests on its ``own`` terms, unless it is denied and the terms' own
    sentence states it: of 修订58项，其中新制定22项、修订36项 the 36 are not left either.
    """
    figure = claim.figure
    if own and not (_is_denied(claim) and {_place(one) for one in equal} & {_place(one) for one in own}):
        return ToldFigure(figure.start, figure.end, tuple(own), reckoned=True)
    row = VERDICT_ROWS[finding.verdict]
    # What stands beside the terms as a number of its own is not worked out from them.
    terms = {_place(one) for one in finding.evidence if finding.formula}
    among = any(_place(one) in terms for one in equal)
    beside = among and not (
        _is_said_to_be_reckoned(claim, finding) or is_rate_of_told(claim, finding.evidence)
    )
    # 未处分3人: that six less three leaves three too does not make of the three disciplined the three that were not.
    beside = beside or (_is_denied(claim) and (among or any(one in finding.evidence for one in equal)))
    reckoned = bool(finding.formula) and not beside
    unsure = beside or row.is_wrong
    stated = dict.fromkeys((*(() if unsure else finding.evidence), *(() if reckoned else equal)))
    if not stated:  # wrongly worked out, and stated of something
        return ToldFigure(figure.start, figure.end, tuple(equal), unsure=True)
    return ToldFigure(figure.start, figure.end, tuple(stated), reckoned, unsure)


def told_as_stated(told: ToldFigure, equal: Sequence[Statement]) -> ToldFigure:
    """Return a figure that was worked out as one of the statements of its number, where there are any."""
    return ToldFigure(told.start, told.end, tuple(equal), unsure=True) if told.reckoned and equal else told


def as_accounted(finding: Finding) -> Finding:
    """Return the finding on a figure as it stands where every word of its sentence is accounted for."""
    if not VERDICT_ROWS[finding.verdict].is_wrong:
        return finding
    told = say("model.worded")
    return replace(finding, verdict=Verdict.SUPPORTED, rule="accounted", explanation=told)


def equal_statements(
    claim: Statement, known: Iterable[Statement], passages: Sequence[Citation], reader: FeatureReader
) -> list[Statement]:
    """Return those ``known`` that state a claim's very quantity in ``passages``, which only words may tell apart from it."""
    owner = claim.figure.org
    addressed = any(addressee_of(one.quote) == owner for one in passages)
    return [
        one
        for one in known
        if is_in(one, passages)
        and relate_units(claim.figure, one.figure) is UnitRelation.SAME
        and agree(claim.figure, one.figure) in _SAME[claim.figure.qualifier is Qualifier.EXACT]
        and _may_be(claim, one, reader, addressed)
    ]


def _may_be(claim: Statement, stated: Statement, reader: FeatureReader, addressed: bool) -> bool:
    """Whether owner, time and role of a statement speak against none of a claim's, and it is no plan told as done.

    A time up to which the claim's own sentence tells is the account's, which reads it anew; so is its owner, where the stated
    sentence names it too, or speaks to it (你公司) as whom the report is ``addressed`` to.
    """
    if is_planned(stated) and not (is_planned(claim) or _plans(claim)):
        return False
    like = Likeness(claim, stated, reader.of)
    owner = claim.figure.org
    spoken_to = addressed and YOURS.search(stated.quote)
    named = owner in claim.quote and (owner in stated.quote or spoken_to)
    other = like.organisation is Sameness.DIFFERENT and not named
    other = other and not _is_named_before(claim.figure.org, stated)
    moved = (
        like.conflict == "change"
        and way_before(claim) == way_before(stated) != ""
        and _reaches(claim) == _reaches(stated)  # 增加到11个 is no 增加11个
    )
    before = claim.quote[: claim.figure.start - claim.start]
    than = _THAN.search(before)  # 比前一年的56件少: the account knows which year that is
    former = bool(than) or all(any(word in _since(one) for word in _FORMER) for one in (claim, stated))
    moved = moved or (former and like.conflict in _EARLIER)
    yearly = than and (_YEAR.search(than[0]) or not _DIGIT.search(claim.figure.period))
    up_to = claim.figure.period[:1] == _UP_TO and claim.figure.period in claim.quote
    then = like.period is not PeriodRelation.DIFFERENT or yearly or up_to
    return then and not other and (moved or like.conflict in _WORDED)


def _plans(claim: Statement) -> bool:
    """Whether a word behind a figure, in its clause, says that it is only meant to be done (5个打算年底前改完)."""
    behind = _PARTED.split(claim.quote[claim.figure.end - claim.start :].replace("，", "；"))[0]
    return ANNOUNCED_PLANS.search(behind) is not None


def _is_named_before(name: str, stated: Statement) -> bool:
    """Whether a statement says of a name what it states, whoever it was taken for: the account reads names anew."""
    before = stated.quote[: stated.figure.start - stated.start].rpartition(name)
    return name in stated.figure.metric or bool(
        before[1] and not (_PARTED.search(before[2]) or MARK.search(before[2]))
    )


def _reaches(statement: Statement) -> bool:
    """Whether the word before a figure says that it is the level that was reached."""
    return bool(_REACHING.search(statement.quote[: statement.figure.start - statement.start]))


def _is_said_to_be_reckoned(claim: Statement, finding: Finding) -> bool:
    """Whether the words since the figure before say that the figure is worked out, or which way its terms moved."""
    moved = way_before(claim) == way_from_former(finding.evidence) != ""  # 提高了24个百分点
    moved = moved or (claim.figure.kind in SHARE_KINDS and bool(claim.figure.change))  # 增长近三成
    return (moved and not _reaches(claim)) or bool(_RECKONED.search(_since(claim)))


def _place(statement: Statement) -> tuple[str, int]:
    """Return where the sentence of a statement stands."""
    return statement.report, statement.start


def _is_denied(claim: Statement) -> bool:
    """Whether the words since the figure before deny something of it, and do not say that it is what is left."""
    since = _since(claim)
    return bool(_DENIED.search(since)) and not any(word in since for word in REST)


def _since(claim: Statement) -> str:
    """Return what stands before a figure since the mark or the number before it."""
    return _SINCE.split(claim.quote[: claim.figure.start - claim.start])[-1]
