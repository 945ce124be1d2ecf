"""The organisations that a set of reports knows: reports in, a ``Directory`` of full names and aliases out."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from corpus.place_names import AMBIGUOUS_PLACES, CITIES, PROVINCES
from corpus.mention import MentionKind
from corpus.organisations import find_organisations
from corpus.report import Report
from corpus.sameness import NameParts, Sameness, name_parts, same_organisation
from corpus.short_names import short_names

_ALIAS: Final = re.compile(
    r"[（(](?:以下|下文)?(?:统|并)?(?:简称|称)(?:为)?[:：]?[“\"「『‘]?(?P<alias>[一-鿿]{2,12})[”\"」』’]?[）)]"
)
_LEVEL_OF_WORD: Final = re.compile(r"(?:全|我)([省市县区州])|([省市县区州])(?:委|政府|直|纪委|教育|财政|信访)")
_PLACE_LEVEL: Final = re.compile(r"(?<=[省市县])[市县]|[省市县]")
_WHOLE: Final = {"省": "自治区省直辖市", "市": "市", "县": "县", "区": "区", "州": "州"}


class Directory:
    """Full names of organisations with the aliases that stand for them, and the regions that they belong to."""

    def __init__(self) -> None:
        self._names: dict[str, NameParts] = {}
        self._aliases: dict[str, set[str]] = {}
        self._places: set[str] = set()
        self._lengths: dict[str, set[int]] = {}
        self._by_first: dict[str, set[str]] = {}

    @classmethod
    def of(cls, reports: Iterable[Report]) -> "Directory":
        """Collect the organisations of ``reports``: titles, issuers, signatures, explained aliases and mentions."""
        directory = cls()
        for report in reports:
            directory.add_report(report)
        return directory

    def add_report(self, report: Report) -> None:
        """Add the organisations that ``report`` names."""
        region = report_region(report)
        self.add_name(region)
        for text in (report.title, report.organisation, report.publisher, report.text):
            for name in names_in(text, self):
                self.add_name(_qualified(name, region))
        for explained in _ALIAS.finditer(report.text):
            before = find_organisations(report.text, max(0, explained.start() - 40), explained.start(), self)
            if before and before[-1].end == explained.start():
                self.add_alias(explained["alias"], _qualified(before[-1].name, region))

    def add_name(self, name: str) -> None:
        """Add a full name, and the short names that it gives rise to; an uncertain name is not added."""
        parts = name_parts(name)
        if len(name) < 3 or name in self._names or name in self._aliases or not _is_certain(name, parts):
            return
        self._names[name] = parts
        if 2 <= len(parts.region) <= 6:
            self._places.add(parts.region)
        if parts.unit:
            self._index(name)
        for first in {name[0], parts.unit[:1]}:
            self._by_first.setdefault(first, set()).add(name)
        for short in short_names(name):
            self._add_alias(short, name)

    def add_alias(self, alias: str, name: str) -> None:
        """Let ``alias`` stand for the full name ``name``, as a report explains it."""
        self.add_name(name)
        self._add_alias(alias, name)

    def _add_alias(self, alias: str, name: str) -> None:
        self._aliases.setdefault(alias, set()).add(name)
        if self._names[name].unit and len(alias) > 2 or alias[-1:] in "控投":
            self._index(alias)

    def _index(self, name: str) -> None:
        self._lengths.setdefault(name[:2], set()).add(len(name))

    @property
    def names(self) -> tuple[str, ...]:
        """The full names, sorted."""
        return tuple(sorted(name for name in self._names if self.canonical(name) == name))

    def longest_at(self, text: str, position: int, end: int) -> int:
        """The end of the longest name or alias that starts at ``position``, or ``position`` when none does."""
        for length in sorted(self._lengths.get(text[position : position + 2], ()), reverse=True):
            candidate = text[position : position + length]
            if position + length <= end and (candidate in self._names or candidate in self._aliases):
                return position + length
        return position

    def is_place(self, name: str) -> bool:
        """Whether ``name`` is the name of a region of the reports, without its 省, 市 or 县."""
        return name in self._places

    def canonical(self, name: str, region: str = "") -> str:
        """The full name that ``name`` stands for in a text about ``region``.

        Where several or none of the known names fit, the name as given, with the region before it when only
        its level is given (省信访局 in 东原省: 东原省信访局).
        """
        qualified = _qualified(name, region)
        fits = self._aliases.get(qualified, set()) | self._aliases.get(name, set())
        parts, home = name_parts(qualified), name_parts(region)
        if parts.region or home.region:
            wanted = parts.region or home.region
            near = {full for full in fits if self._names[full].region in (wanted, "")}
            fits = near if parts.region or parts.level else near or fits
        if len(fits) == 1:
            return next(iter(fits))
        if fits or qualified in self._names or not name:
            return qualified
        return self._abbreviated(qualified) or qualified

    def _abbreviated(self, name: str) -> str:
        """The one known name that ``name`` abbreviates, "" when there is none or several."""
        parts = name_parts(name)
        candidates = self._by_first.get(name[:1], set()) | self._by_first.get(parts.unit[:1], set())
        fits = {
            full
            for full in candidates
            if self._names[full].unit
            and parts.unit
            and same_organisation(name, full) in (Sameness.SAME, Sameness.UNKNOWN)
        }
        return next(iter(fits)) if len(fits) == 1 else ""


def _is_certain(name: str, parts: NameParts) -> bool:
    """Whether a name is sure to be one: it starts with a region, or is too long to be a phrase that ends in a head."""
    return bool(parts.region) or bool(re.search("大学$|学院$|有限公司$|集团$|研究院$|科学院$", name))


def names_in(text: str, directory: Directory) -> list[str]:
    """The names of the organisations that ``text`` mentions, in order."""
    return [
        mention.name
        for mention in find_organisations(text, known=directory)
        if mention.kind is MentionKind.ORGANISATION
    ]


def _qualified(name: str, region: str) -> str:
    """``name`` with the region before it where it gives only its level: 县教育局 in 青岚县 is 青岚县教育局."""
    parts, home = name_parts(name), name_parts(region)
    if region and not parts.region and parts.level and parts.level == home.level and name.startswith(parts.level):
        return region + name.removeprefix(parts.level)
    return name


def report_region(report: Report) -> str:
    """The region that a report speaks of (东原省, 临河市, 青岚县); "" when it does not say.

    The level is the one that the report speaks of as its own (省委, 全市, 县教育局); the place is the one of that
    level that title, issuer and text name most.
    """
    level = _own_level(f"{report.title}\n{report.text}")
    places: Counter[str] = Counter()
    for weight, text in ((5, report.title), (5, report.organisation), (2, report.publisher), (1, report.text)):
        for mention in find_organisations(text):
            parts = name_parts(mention.name)
            if mention.kind in (MentionKind.ORGANISATION, MentionKind.REGION) and parts.region:
                places[parts.region + parts.level] += weight
            elif mention.kind is MentionKind.GENERIC and (place := re.search(r"届([一-鿿]{2,6}[省市县区州])委", mention.name)):
                places[place[1]] += weight
    fitting = [(count, place) for place, count in places.items() if _is_of(place, level)]
    return max(fitting)[1] if fitting else ""


def _own_level(text: str) -> str:
    levels = Counter(match[1] or match[2] for match in _LEVEL_OF_WORD.finditer(text))
    return levels.most_common(1)[0][0] if levels else ""


def _is_of(place: str, level: str) -> bool:
    short = place[:3] if place[:3] in PROVINCES else place[:2]
    if level == "省":
        return place.endswith(("省", "自治区")) or (place in PROVINCES.values() and short in PROVINCES)
    if not level:
        return place.endswith(("省", "市", "县", "区"))
    return place.endswith(level) and short not in AMBIGUOUS_PLACES | (CITIES if level == "县" else frozenset())


def organisations_of(report: Report, directory: Directory | None = None) -> list[str]:
    """The organisations that ``report`` names, in full, in order of first mention, each once."""
    known = directory or Directory.of([report])
    region = report_region(report)
    names = (known.canonical(name, region) for name in names_in(report.text, known))
    return list(dict.fromkeys(name for name in names if name_parts(name).unit))
