"""Whom a report's opening names as inspected: a text in, the organisation's name out.

Nearly every notice opens with it (市委第二巡察组对市教育局党组开展了常规巡察), and many name it nowhere else.
"""

import re
from typing import Final

from corpus.lexicon.inspections import inspection_words
from corpus.lexicon.places import LEVELS
from corpus.organisations.mention import MentionKind
from corpus.organisations.mentions import find_organisations
from corpus.organisations.name_parts import located_name, name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.report import Report

_OPENING: Final = 600
"""Characters of a text that are its opening."""
_NAMED: Final = frozenset({MentionKind.ORGANISATION, MentionKind.REGION})
_TO: Final = ("对", "向")
_LIST: Final = re.compile(r"^(?:、|[和及与等]|[直所下]属)")


def _any(sort: str) -> str:
    return "|".join(inspection_words(sort))


_INSPECTED: Final = re.compile(
    rf"^[^，,。；;、]{{0,12}}?(?:(?:{_any('begin')})了?[^，,。；;、]{{0,16}}?(?:{_any('kind')})"
    rf"|(?:{_any('tell')})了?[^，,。；;、]{{0,12}}?(?:{_any('told')}))"
)
_OWN_RECTIFICATION: Final = re.compile(r"整改")
_INSPECTING: Final = re.compile(r"巡[视察]|督[察查]|审计|纪委|监委|监察")


def inspected_organisation(text: str, start: int = 0) -> str:
    """Return the one organisation that the opening of ``text`` from ``start`` on tells to have been inspected.

    "" where it names none, or several: what was done to a list is nobody's own report.
    """
    end = min(len(text), start + _OPENING)
    for mention in find_organisations(text, start, end):
        if mention.kind not in _NAMED or text[max(start, mention.start - 1) : mention.start] not in _TO:
            continue
        after = text[mention.end : end]
        if _LIST.match(after) or not _INSPECTED.match(after):
            continue
        bears_body = mention.end - mention.start > len(mention.name)
        if mention.kind is MentionKind.ORGANISATION or bears_body:
            return mention.name
    return ""


def former_names(report: Report) -> list[tuple[str, str]]:
    """Return the organisations of a title that go on in another (关于原市路桥公司…): without its level, and the name.

    The text may call it by the first alone; whoever follows it signs the notice.
    """
    return [
        (mention.name[1:], mention.name)
        for mention in find_organisations(report.title)
        if report.title[: mention.start].endswith("原") and mention.name[0] in LEVELS
    ]


def renamed_issuer(report: Report) -> tuple[str, str] | None:
    """Return a report's issuer and the inspected one, where both are one organisation under two names.

    A notice on one's own rectification is the inspected one's, whoever signs it (a party committee for its bureau,
    the successor of what was merged into it). None where both names are the same or the issuer is who inspects.
    """
    issuer = report.organisation
    if not issuer or not _OWN_RECTIFICATION.search(report.title) or issuer not in _squeezed(report.title):
        return None
    if name_parts(issuer).leads or _INSPECTING.search(issuer):
        return None
    inspected = inspected_organisation(report.text)
    located = located_name(inspected, name_parts(issuer).place)
    if not inspected or same_organisation(issuer, located) in (Sameness.SAME, Sameness.PART_OF):
        return None
    return issuer, inspected


def _squeezed(title: str) -> str:
    return re.sub(r"\s+", "", title)
