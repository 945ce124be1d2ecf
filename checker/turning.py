"""A claim turned into another statement by one word that no statement of its quantity has: a case in, a ground out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from checker.alignment.other_things import other_thing
from checker.alignment.untold import own_clause, untold_word, wholly_untold
from checker.alignment.wholly import part_done
from checker.arithmetic.derivations import derive
from checker.cases import Case
from checker.comparison.asides import member_unsaid
from checker.comparison.likeness import compare_owners
from checker.gainsaid import gainsaid
from checker.predicates import Ground, other_organisation
from corpus.figure import Kind, Statement
from corpus.lexicon.wording.paraphrases import says
from corpus.lexicon.wording.turning import TURNING
from corpus.organisations.directory import Directory
from corpus.organisations.mentions import find_organisations
from corpus.organisations.sameness import Sameness
from corpus.quantities.units import interchangeable, unit_at
from corpus.words import segmenter

_BORDER: Final = re.compile(r"[，,；;。：:！？\n（）()“”《》]")
_SCOPE: Final = re.compile(r"全(?:国|([省市县区州镇乡]))(?!民|资|员|程|额|文|会|委)")
_PAYER: Final = re.compile("(?P<level>[省市县区州镇乡]|中央)(?:本?级)?财政(?![局厅所])")
_EACH: Final = re.compile("每([年月日周])")
_BARE_EACH: Final = r"(?:^|[，,；;。：:、（(\s]){}(?=[^\W\d初末底度份内前后来间中])"
"""What says so much for each year without saying 每: ，年节约采购支出620万元."""
_BEFORE: Final = re.compile("|".join((*TURNING["deed"], *TURNING["rate"], *TURNING["time"])))
_DEED: Final = re.compile("|".join(TURNING["deed"]))
_DOUBT: Final = re.compile("|".join(TURNING["doubt"]))
_SINCE: Final = re.compile(r"[，,；;。：:！？\n（）()“”《》\d]")
_INCLUDED: Final = re.compile(
    r"(?P<whole>[^\W\d]{2})[（(](?:内?含|包括|包含)(?P<parts>[^（）()\d]{2,30})[）)]"
)
_JOINT: Final = re.compile("[、，,和及与]")
_GROUP: Final = re.compile("[；;。]")
_MARK: Final = re.compile(r"(?![QH]\d)[A-Za-z]+[A-Za-z\d.]*\d|[A-Z]{2,}")
_NUMBER: Final = re.compile(r"\d")


def turned(case: Case) -> Ground | None:
    """The claim's clause has a deed, a rate, a time or a scope that no statement of its quantity is told with."""
    return _turn(case)


def turned_of_another(case: Case) -> Ground | None:
    """The deed that turns the claim is told of another quantity in the very sentence: that one is meant."""
    ground = _turn(case)
    if ground is None:
        return None
    found, *more = ground.statements
    meant = more[0] if more else _told_with(ground.said, case.claim, found, case.evidence.beside(found))
    return Ground((meant, found), said=ground.said) if meant else None


def exchanged(case: Case) -> Ground | None:
    """The statement of the claim's number is what another figure of the sentence means, which has this one's."""
    found = case.agreeing.statement if case.agreeing else case.aligned.nearest_equal if case.aligned else None
    meant = case.together.exchanged_for(case.claim, found) if found and case.together.meant else None
    return Ground((meant,)) if meant else None


def own_differs(case: Case) -> Ground | None:
    """The quantity is another organisation's, and of the claim's own the very same thing is stated as another."""
    theirs = other_organisation(case)
    if theirs is None or not case.figure.org:
        return None
    found = theirs.statements[0]
    own = (
        one
        for one in case.evidence.of_report(found)
        if one.figure.metric == found.figure.metric
        and one.figure.period == found.figure.period
        and one.figure.change == found.figure.change
        and interchangeable(one.figure.unit, found.figure.unit)
        and compare_owners(case.figure.org, one.figure.org) is Sameness.SAME
    )
    first = next(own, None)
    return Ground((first, found)) if first else None


def earlier_as_now(case: Case) -> Ground | None:
    """The quantity is what the claim's own was before, told as if it were so still: the level that it came to is meant."""
    for one in case.elsewhere:
        if one.likeness.conflict != "earlier" or not case.features(one.statement).earlier:
            continue
        behind = (s for s in case.evidence.beside(one.statement) if s.figure.start > one.figure.start)
        later = next(behind, None)
        if later and case.features(later).later and interchangeable(later.figure.unit, one.figure.unit):
            return Ground((later, one.statement))
    return None


def point_as_per_cent(case: Case) -> Ground | None:
    """A rise or fall in per cent, where the source's shares come to it in points: 由72%提高到88% is no rise of 16%."""
    figure = case.figure
    if figure.kind is not Kind.PERCENT or not figure.change:
        return None
    points = replace(figure, kind=Kind.PERCENTAGE_POINT, unit="个百分点", measure="个百分点")
    found = derive(Case(replace(case.claim, figure=points), case.evidence))
    return Ground(found.terms, found.formula) if found else None


def _told_with(
    said: str, claim: Statement, found: Statement, beside: Sequence[Statement]
) -> Statement | None:
    """Return the statement ``beside`` that is told in its own clause with what was ``said`` of the claim, None for none or several."""
    figure = claim.figure
    told = [
        one
        for one in beside
        if one is not found
        and one.figure.kind is figure.kind
        and interchangeable(one.figure.unit, figure.unit)
        and bool(one.figure.change) is bool(figure.change)
        and one.figure.value != figure.value
        and says("|".join(own_clause(one)[:2]), said)
    ]
    return told[0] if len(told) == 1 else None


def _turn(case: Case) -> Ground | None:
    """Return the statement of the claim's quantity, what that is not told with, and behind it the one that is, if it is known."""
    best = case.agreeing
    found = best.statement if best else case.aligned.nearest_equal if case.aligned else None
    if found is None or case.quoted is not None:
        return None
    if best is None and (rival := case.contradicting) and rival.is_of_the_very_owner:
        return None  # what is stated of the very owner speaks against it first
    stated = (found, *case.valued)
    report = case.evidence.of_report(found)
    if part := _only_included(case.claim, found) or (best and member_unsaid(case.claim, stated, report)):
        return Ground((found,), said=part)
    said, done = part_done(case.claim, found, case.evidence.beside(found))
    if done:
        return Ground((found, done), said=said)
    if said := gainsaid(case.claim, found, report, case.evidence.directory):
        return Ground((found,), said=said)
    if payer := _other_payer(case.claim, found):
        return Ground((found,), said=payer)
    if name := _other_mark(case.claim, stated):
        return Ground((found,), said=name)
    own = _own_words(case.claim, case.evidence.directory)
    strange = ""
    if best or not case.contradicting:
        strange = untold_word(own, case.claim, stated, report) or other_thing(own, case.claim, stated, report)
    reckoned = strange and not _names_a_thing(strange) and derive(case)  # 10户整改了4户，还剩6户
    if strange and not reckoned and case.weigh(found).may_be_of_the_owner:
        return Ground((found,), said=strange)
    alike = found.figure.value == case.figure.value and found.figure.metric  # not 不足80% of 62.5%
    if alike and best is None and not case.contradicting and not reckoned:
        strange = wholly_untold(own, case.claim, found, case.evidence.beside(found))
        if strange:
            return Ground((found,), said=strange)
    words = _turning_words(case.claim)
    word = next((one for one in words if not any(_stands(one, _around(told)) for told in stated)), None)
    return Ground((found,), said=word) if word else None


def _names_a_thing(word: str) -> bool:
    return all(tag[0] == "n" or tag == "vn" for _, tag in segmenter().tag(word))


def _other_mark(claim: Statement, stated: Sequence[Statement]) -> str:
    """Return the name in Latin letters before the figure (PM10) that no statement of its quantity is told with, "" for none."""
    before = _BORDER.split(claim.quote[: claim.figure.start - claim.start])[-1]
    marks = (match[0] for match in _MARK.finditer(before))
    return next((one for one in marks if not any(one in _around(told) for told in stated)), "")


def _other_payer(claim: Statement, stated: Statement) -> str:
    """Return the level whose treasury the claim's clause names, where the statement's sentence names another's: "" for none."""
    before = _BORDER.split(claim.quote[: claim.figure.start - claim.start])[-1]
    said, told = _PAYER.search(before), {one["level"] for one in _PAYER.finditer(stated.quote)}
    return said[0] if said and told and said["level"] not in told else ""


def _only_included(claim: Statement, stated: Statement) -> str:
    """Return the part that the claim tells of where the statement's figure is that of the whole (城区中队（含夜巡组）)."""
    before = _GROUP.split(stated.quote[: stated.figure.start - stated.start])[-1]
    for match in _INCLUDED.finditer(before):
        part = next((one for one in _JOINT.split(match["parts"]) if len(one) > 1 and one in claim.quote), "")
        if part and match["whole"] not in claim.quote:
            return part
    return ""


def _turning_words(claim: Statement) -> Iterable[str]:
    """Yield the words that turn the figure's own clause, or take back behind it what was said.

    追缴套取的资金 has a deed of its own: what follows only says which.
    """
    start, end = claim.figure.start - claim.start, claim.figure.end - claim.start
    before = _BORDER.split(claim.quote[:start])[-1]
    yield from (match[0] for match in _BEFORE.finditer(before) if not _has_deed(before[: match.start()]))
    yield from (match[0] for match in _SCOPE.finditer(before))
    behind = list(takewhile(lambda one: not _NUMBER.search(one), _BORDER.split(claim.quote[end:])))
    if behind and not _has_deed(before):
        yield from (match[0] for match in _DEED.finditer(behind[0]))
    yield from (match[0] for clause in behind for match in _DOUBT.finditer(clause))


def _own_words(claim: Statement, directory: Directory) -> str:
    """Return what stands between the figure and the mark or number before it, without names of organisations."""
    before = _SINCE.split(claim.quote[: claim.figure.start - claim.start])[-1]
    number = claim.quote[: claim.figure.start - claim.start - len(before)][-1:].isdigit()
    if number and (unit := unit_at(before, 0)) and unit.kind is not Kind.DURATION:
        before = before[len(unit.name) :]  # 从310元涨到465元
    for name in (claim.figure.org, *(one.name for one in find_organisations(before, 0, None, directory))):
        before = before.replace(name, " ") if name else before  # 水投 is a name, and 镇清出 none of 甲镇清出
    return before


def _has_deed(text: str) -> bool:
    return any(len(word) > 1 and tag.startswith("v") for word, tag in segmenter().tag(text))


def _around(statement: Statement) -> str:
    """Return all that may say of a statement whose and what it is."""
    return f"{statement.quote}|{statement.section}|{statement.title}|{statement.figure.org}"


def _stands(word: str, text: str) -> bool:
    scope = _SCOPE.fullmatch(word)
    if scope and scope[1]:
        return scope[1] in text
    if (each := _EACH.fullmatch(word)) and re.search(_BARE_EACH.format(each[1]), text):
        return True
    return says(text, word)
