"""Whether a claim gives a figure to somebody whom the source only mentions beside it: two statements in.

针对市委第四巡察组反馈的问题，局党组制定整改措施76条 tells of the bureau, not of those who inspected it: theirs is what they
told, found or handed over. 财政部门（含自然资源局）预算执行问题9项 tells of all of them together.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.figure import Statement
from corpus.lexicon.function_words import FINDING_WORDS
from corpus.lexicon.inspections import inspection_words
from corpus.lexicon.lead_ins import any_lead_in
from corpus.lexicon.organisation_names import HEADS, MEMBER_ENDS
from corpus.lexicon.wording.connectives import any_connective
from corpus.listed_names import END_OF_PLACE
from corpus.organisations.mentions import find_organisations
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.statements.attribution import FINDER
from corpus.words import begins_with_verb

_LEVEL: Final = "[省市县区州旗盟]"
_BODIES: Final = "|".join(word for row in HEADS if row.needs == "level" for word in row.suffixes)
_INSPECTING: Final = "|".join(inspection_words("kind"))
_ABOVE: Final = re.compile(
    rf"(?:{_LEVEL}委(?:第[^，,。；;\d]{{1,3}}|第\d+)?|第[^，,。；;\d轮]{{1,3}}|第\d+)(?P<team>(?:{_INSPECTING})组)"
    rf"|(?<![全我本]){_LEVEL}(?:{_BODIES})(?![员托])"
)
"""A body that leads or inspects others."""
_TEAM: Final = re.compile(rf"(?:{_INSPECTING})组")
_OBJECT: Final = re.compile(rf"(?:{any_connective('heeded')})[^，,。；;：:的]{{0,16}}$")
"""What makes an object of the body that follows it."""
_ITS_OWN: Final = re.compile(rf"{'|'.join(inspection_words('tell'))}|{_INSPECTING}|指出|发现|[交督转]办")
"""What such a body does itself."""
_BRACKET: Final = re.compile(
    r"[（(](?<=(?P<owner>[^\W\d]{2})[（(])不?(?:包[含括]|[含括])(?:下[属辖]|所属)?的?(?P<names>[^）)]+)[）)]"
)
"""Whom an owner has in it: the end of the owner's name, and the names; from the bracket on, which few sentences have."""
Bracket = tuple[str, tuple[str, ...]]
"""The end of an owner's name, and the names of those that are in it or not."""
_PART: Final = re.compile(f"^(?:{any_lead_in('part')})")
_COUNTED: Final = re.compile(r"[\d一二两三四五六七八九十][个家所座][^\W\d]{1,4}$")
"""What tells of several together (三个标段), and names none of them."""
_JOINT: Final = re.compile(r"、|以?及|[和与等，,]")
_FOUND: Final = re.compile(f"[被受收接认]|{FINDER.pattern}")
"""What says that somebody was inspected, and did not find it himself."""
_BORDER: Final = "\0"
"""What no name has in it."""
_SHORTEST: Final = 3
_SORT: Final = 2
_CLAUSE_END: Final = re.compile(r"[，,；;。：:]")
_MEMBER: Final = re.compile(
    rf"(?:{END_OF_PLACE.pattern}|{'|'.join(sorted(MEMBER_ENDS, key=len, reverse=True))})"
)
"""How the name of a member of a whole ends."""


def is_found_of(claim: Statement, stated: Statement) -> bool:
    """Whether the claim tells what an inspecting body found in its owner, whose report it stands in (被指出问题17个)."""
    owner = claim.figure.org
    finder = f"{stated.figure.org}{stated.quote[: stated.figure.start - stated.start]}"  # or its group: 市水务局督查组
    found = FINDER.search(finder) and any(word in stated.figure.metric for word in FINDING_WORDS)
    if not found or not owner or not _FOUND.search(claim.clause):
        return False
    titled = (one.name for one in find_organisations(stated.title))
    return any(same_organisation(one, owner) is Sameness.SAME for one in titled)


def is_told_in_clause(claim: Statement, stated: Statement) -> bool:
    """Whether a figure's own clause tells it of the claim's owner, though its report gives it to the whole (登记中心完成14个)."""
    unit = name_parts(claim.figure.org, expand=False).unit
    told = _CLAUSE_END.split(stated.quote[: stated.figure.start - stated.start])[-1]
    return len(unit) >= _SHORTEST and unit in told


def is_only_mentioned(claim: Statement, stated: Statement, body: str, brackets: Iterable[Bracket]) -> bool:
    """Whether the claim's own organisation is one that the source's sentence has aside, as an object or in a bracket.

    ``body`` is the claim's :func:`acting_body`, ``brackets`` are the statement's :func:`brackets_before`.
    """
    if body and _is_heeded(body, claim, stated):
        return True
    return any(
        owner not in claim.quote and any(name in claim.quote for name in names) for owner, names in brackets
    )


def brackets_before(statement: Statement) -> tuple[Bracket, ...]:
    """Return the brackets before a figure that say who is in their owner, or not in it."""
    at = statement.figure.start - statement.start
    return tuple(
        (found["owner"], tuple(name for name in _JOINT.split(found["names"]) if len(name) >= _SHORTEST))
        for found in _BRACKET.finditer(statement.quote, 0, at)
    )


def acting_body(statement: Statement) -> str:
    """Return the body above that the figure's clause tells of as acting, not as doing its own work; "" for none."""
    at = statement.figure.start - statement.start
    before = _CLAUSE_END.split(statement.quote[:at])[-1]
    body = _ABOVE.search(before)
    if body is None or _OBJECT.search(before, 0, body.start()):
        return ""
    if _ITS_OWN.search(before + _CLAUSE_END.split(statement.quote[at:])[0], body.end()):
        return ""
    return body["team"] or body[0]


def _is_heeded(body: str, claim: Statement, stated: Statement) -> bool:
    """Whether ``stated`` names the ``body`` that ``claim`` tells of as acting only as whose word was followed."""
    theirs = stated.quote[: stated.figure.start - stated.start]
    places = [found.start() for found in re.finditer(re.escape(body), theirs)]
    if places:
        return all(_OBJECT.search(theirs, 0, place) and _CLAUSE_END.search(theirs, place) for place in places)
    if _TEAM.fullmatch(body):
        return False
    other = name_parts(stated.figure.org)
    return bool(other.unit) and not other.leads and name_parts(claim.figure.org).leads


def member_unsaid(claim: Statement, stated: Sequence[Statement], report: Sequence[Statement]) -> str:
    """Return the member of the report that ``claim`` gives the figure to, where none of ``stated`` is told of it: "" for none.

    全市罚款86万元 is not 城北区罚款86万元, where the report tells of 城北区 elsewhere. ``stated`` are the statements of the
    claim's quantity, ``report`` those of the source's report.
    """
    near, far = _told_of(stated[:1]), ""
    for name in _opening_names(claim):
        if begins_with_verb(name):
            continue
        far = far or (_told_of(stated[1:]) if name not in near else "")
        if name in near or name in far or _is_told(name, stated):
            return ""
        if _is_known(name, report):
            return name
    return ""


def _opening_names(claim: Statement) -> Iterator[str]:
    """Yield what may be the name of a member that opens the figure's clause, the longest first, and its owner."""
    clause = _PART.sub("", _CLAUSE_END.split(claim.quote[: claim.figure.start - claim.start])[-1].strip())
    owner = claim.figure.org
    if "、" in clause and any(found.end() == len(owner) for found in _MEMBER.finditer(owner)):
        # 甲镇、乙镇分别完成9个、7个: the other names are the other figures'
        clause = "" if owner in clause else clause
    for end in (found.end() for found in _MEMBER.finditer(clause)):
        if not _OBJECT.search(clause, 0, end) and not _COUNTED.search(clause, 0, end):
            yield from (clause[start:end] for start in range(end - _SHORTEST + 1))
    if any(found.end() == len(owner) for found in _MEMBER.finditer(owner)):
        yield owner


def _told_of(stated: Sequence[Statement]) -> str:
    """Return all that names whose ``stated`` are but for their sentences, in one text, as many names are sought in it."""
    return _BORDER.join(f"{one.section}{_BORDER}{one.title}{_BORDER}{one.figure.org}" for one in stated)


def _is_told(name: str, stated: Sequence[Statement]) -> bool:
    """Whether any of ``stated`` is ``name``'s, or its sentence has that and does not tell it of another of the sort."""
    owners = {one.figure.org for one in stated}
    if any(same_organisation(name, owner) is Sameness.SAME for owner in owners):
        return True
    return any(name in one.quote and not _is_anothers(one, name) for one in stated)


def _is_anothers(stated: Statement, name: str) -> bool:
    """Whether a sentence that has ``name`` tells ``stated`` of another of the sort."""
    owner = stated.figure.org
    told = owner in stated.quote and owner[-_SORT:] == name[-_SORT:]
    return told and same_organisation(name, owner) is Sameness.DIFFERENT


def _is_known(name: str, report: Sequence[Statement]) -> bool:
    """Whether ``report`` tells of ``name`` elsewhere: a clause opens with it, or a figure is its own."""
    opened = re.compile(rf"(?:^|[^\w]|中|\d[^\W\d]?){re.escape(name)}")
    return any((name in one.quote and opened.search(one.quote)) or one.figure.org == name for one in report)
