"""Whether a statement is only of a part of what a claim tells of: two statements in, whether so out.

清禾县已整改301个 is not told of by 县民政局已整改27个, nor 积案52件 by 征地拆迁、物业管理积案分别有19件、15件, nor by 化解积案44件.
"""

from collections.abc import Sequence

from checker.comparison.features import Features, Read
from corpus.figure import Statement
from corpus.lexicon.synonyms import GENERIC_WORDS, STAGE_WORDS
from corpus.listed_names import ends_as_place
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.statements.metrics import content_words
from corpus.statements.phrase_words import has_verb


def is_of_part(claim: Statement, stated: Statement, beside: Sequence[Statement], read: Read) -> bool:
    """Whether a statement, with those ``beside`` it, is of one member, sort or deed that the claim does not name."""
    if _is_of_what_came_of_it(read(claim), read(stated)):
        return True
    return _is_of_member(claim, stated) or _is_of_one_sort(claim, stated, beside)


def _is_of_what_came_of_it(claim: Features, stated: Features) -> bool:
    """Whether a statement counts what was done or is left of what the claim, which tells no deed, only counts."""
    told = (
        claim.stages or claim.negated or has_verb(claim.words[-1:]) or STAGE_WORDS.intersection(claim.words)
    )
    return not told and ("done" in stated.stages or stated.left)


def _is_of_member(claim: Statement, stated: Statement) -> bool:
    """Whether the source names a member of the claim's organisation as the figure's own, and the claim does not."""
    whole, owner = claim.figure.org, stated.figure.org
    relation = same_organisation(whole, owner) if owner else Sameness.SAME
    if relation is Sameness.UNKNOWN and not whole:
        # a town's or a village's, where the claim names nobody
        within = not name_parts(owner).unit or ends_as_place(owner)
    elif relation is Sameness.UNKNOWN:
        # an office's, where it names a county
        within = bool(name_parts(owner).unit) and not name_parts(whole).unit
    else:
        within = relation is Sameness.PART_OF
    if not within:
        return False
    parts = name_parts(owner)
    name = owner.removeprefix(f"{parts.region}{parts.level}") or owner
    return name in f"{stated.section}{stated.quote}" and name not in claim.quote


def _is_of_one_sort(claim: Statement, stated: Statement, beside: Sequence[Statement]) -> bool:
    """Whether the figures ``beside`` a statement, of its unit, count other sorts of the same, and the claim says none."""
    words = set(content_words(stated.figure.metric))
    others = [
        set(content_words(one.figure.metric))
        for one in beside
        if one is not stated and one.figure.unit == stated.figure.unit
    ]
    alike = [one for one in others if one & words and one != words]
    own = {word for word in words if not any(word in one for one in alike) and not has_verb((word,))}
    own = {word for word in own if word.removesuffix("数") not in GENERIC_WORDS}
    return bool(alike and own) and not any(word in claim.quote for word in own)
