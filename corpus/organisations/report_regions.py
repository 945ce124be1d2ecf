"""The region that a report speaks of: a ``Report`` in, 东原省 or 青岚县 out."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from corpus.lexicon.places import CITIES, PROVINCES
from corpus.organisations.inspected import inspected_organisation
from corpus.organisations.lac import is_place_name
from corpus.organisations.mention import Mention, MentionKind
from corpus.organisations.mentions import find_organisations
from corpus.organisations.name_parts import name_parts
from corpus.report import Report

RULE: Final = 5
"""Counts the changes to how a region and a report's names are told; what another count told is told anew."""

_OWN_LEVEL: Final = re.compile(
    "(?:全|我)([省市县区州])(?![场面])|(?<![一-鿿])([省市县区州])(?:委|政府|直|纪委|级)"
    "|届(自治区|自治州|[省市县区州])党?委|[对向由和与、]([省市县区州])[一-鿿]{1,12}?[局厅委]"
)
_ROUND_PLACE: Final = re.compile("(?:届|^(?!.{1,4}届))([一-鿿]{2,9}?[省市县区州])党?委")
_TITLE: Final = 1000
_HIGHEST: Final = ("省", "自治区", "特别行政区")


def report_region(report: Report, mentions: Sequence[Mention] | None = None) -> str:
    """The region that a report speaks of (东原省, 临河市, 青岚县); "" when it does not say.

    ``mentions`` are those that the rule alone finds in its text, where they are at hand.
    Its level is the one that the report calls its own (省委, 全市, 县教育局), its place the one of that level
    that title, issuer and text name most.
    """
    level = _own_level(f"{report.title}\n{report.text}")
    told = find_organisations(report.text) if mentions is None else mentions
    places = _places(report, told)
    fitting = sorted(((-weight, place) for place, weight in places.items() if _is_of_level(place, level)))
    opening = (report.title.removeprefix("中共"), report.organisation.removeprefix("中共"))
    sure = (
        place
        for _, place in fitting
        if _is_place(place)
        or any(text.startswith(place) for text in opening)
        or _is_of_inspected(place, report)
    )
    return next(sure, "")


def _is_of_inspected(place: str, report: Report) -> bool:
    """Whether the text also names the inspected one, whose name begins with its level, with ``place`` before it."""
    inspected = inspected_organisation(report.text)
    parts = name_parts(inspected)
    by_level = bool(parts.level) and not parts.region and place.endswith(parts.level)
    return by_level and place + inspected.removeprefix(parts.level) in report.text


def _own_level(text: str) -> str:
    levels = Counter(next(filter(None, match.groups())) for match in _OWN_LEVEL.finditer(text))
    return levels.most_common(1)[0][0] if levels else ""


def _places(report: Report, told: Sequence[Mention]) -> Counter[str]:
    """How much each full name of a region weighs: a title and an issuer count more than the text, which ``told``."""
    places: Counter[str] = Counter()
    weighted = (
        (_TITLE, find_organisations(report.title)),
        (_TITLE, find_organisations(report.organisation)),
        (2, find_organisations(report.publisher)),
        (1, told),
    )
    for weight, mentions in weighted:
        for mention in mentions:
            parts = name_parts(mention.name)
            if mention.kind is MentionKind.GENERIC:
                if named := _ROUND_PLACE.search(mention.name):
                    places[named[1]] += weight
            elif parts.region and parts.level and mention.certain:
                places[parts.place] += weight
    return places


def _is_place(place: str) -> bool:
    parts = name_parts(place)
    return parts.region in PROVINCES or parts.region in CITIES or is_place_name(place)


def _is_of_level(place: str, level: str) -> bool:
    if level == "省":
        return place.endswith(_HIGHEST)
    if level in ("区", "州"):
        return place.endswith(level) or place in PROVINCES.values()
    return place.endswith(level or ("省", "市", "县", "区"))
