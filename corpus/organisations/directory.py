"""The organisations that reports know: reports in, a ``Directory`` of full and short names out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.lexicon.places import CITIES, PROVINCES
from corpus.listed_names import listed_names
from corpus.organisations.abbreviations import abbreviates_words, may_abbreviate, unit_shortened_at
from corpus.organisations.agreed_names import BUILT_IN, AgreedNames
from corpus.organisations.inspected import former_names, renamed_issuer
from corpus.organisations.lac import is_place_name
from corpus.organisations.mention import Mention, MentionKind
from corpus.organisations.mentions import find_organisations, proper_names
from corpus.organisations.name_parts import NameParts, located_name, name_parts
from corpus.organisations.name_starts import NameStarts
from corpus.organisations.report_regions import report_region
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.organisations.short_names import short_names
from corpus.report import Report
from corpus.structure.member_labels import member_labels

__all__ = ["Directory", "names_in", "organisations_of", "report_region"]

_EXPLAINED: Final = re.compile(
    r"[（(](?:以下|下文|下)?(?:统|并)?(?:简称|称)(?:为)?[:：]?[“\"「『‘]?(?P<alias>[一-鿿]{2,12}?)[”\"」』’]?(?:[或、][^）)]{1,14})?[）)]"
)
_SURE_END: Final = re.compile(
    "(?:大学|学院|有限公司|集团|研究院|科学院|法院|检察院|银行[^，。]{0,16}[分支]行)$"
)
_DEPARTMENT_HEADS: Final = ("局", "厅", "委", "委员会", "办")
_LEVEL_HEADS: Final = ("省", "市", "县", "区", "州")
_LONGEST_SHORT: Final = 12
_UNPLACED: Final = (*_LEVEL_HEADS, "本", "第")
"""What a name begins with that says nobody's by itself."""
_LEADERSHIP: Final = re.compile("委|政府|人民政府|纪委|监委|纪委监委|人大|政协")


class Directory:
    """Full names of organisations, the short names that may stand for them, and the regions they name."""

    def __init__(self, agreed: AgreedNames = BUILT_IN) -> None:
        """Begin with the names that were agreed on; reports add theirs."""
        self._agreed = agreed
        self._names: dict[str, NameParts] = {}
        self._short: dict[str, set[str]] = {}
        self._places: dict[str, str] = {}
        self._findable: set[str] = set()
        self._lengths: dict[str, set[int]] = {}
        self._resolved: dict[tuple[str, str], str] = {}
        self._by_first: dict[str, set[str]] = {}
        self._beginnings: set[str] = set()
        self._shorts_of: dict[str, set[str]] = {}
        self._starts = NameStarts()
        for short, full in agreed.fulls.items():
            self._add(full, name_parts(full))
            self._add_short_name(short, full)

    @classmethod
    def of(cls, reports: Iterable[Report], agreed: AgreedNames = BUILT_IN) -> "Directory":
        """Collect the organisations of ``reports``: titles, issuers, explained short names and mentions."""
        directory = cls(agreed)
        for report in reports:
            directory.add_report(report)
        return directory

    def add_report(self, report: Report, region: str = "") -> str:
        """Add the organisations that ``report`` names, and return its region: ``region`` where it is known otherwise."""
        mentions = find_organisations(report.text)
        region = region or report_region(report, mentions)
        if region:
            self._add(region, name_parts(region))
        for text in (report.title, report.organisation, report.publisher, report.text):
            for name in proper_names(names_in(text, self)):
                self.add_name(located_name(name, region))
        if name_parts(report.organisation).unit and not report.organisation.startswith(_UNPLACED):
            self._add(report.organisation, NameParts("", "", report.organisation))  # 灌区 is no district
        for name, count in Counter(m.name for m in mentions if m.kind is MentionKind.REGION).items():
            if count > 1 and name_parts(name).level:
                self.add_name(name)
        former = former_names(report)
        for name in (*listed_names(report.text), *member_labels(report.text), *(full for _, full in former)):
            self._add(name, name_parts(name))
        renamed = renamed_issuer(report)
        for one in (*former, *([renamed] if renamed else [])):
            self.add_short_name(*(located_name(name, region) for name in one))
        for explained in _EXPLAINED.finditer(report.text):
            start = explained.start()
            before = find_organisations(report.text, max(0, start - 40), start, self)
            if before and before[-1].end == start:
                full = located_name(before[-1].name, region)
                for short in (explained["alias"], located_name(explained["alias"], region)):
                    self.add_short_name(short, full)
        return region

    def add_name(self, name: str) -> None:
        """Add a full name and the short names that it gives rise to; what may be no name is left out."""
        parts = name_parts(name)
        if len(name) >= 3 and self._is_sure(name, parts):
            self._add(name, parts)

    def entries(self) -> Iterator[tuple[str, str]]:
        """Yield each full name beside itself, and beside each short name that may stand for it."""
        for name in self._names:
            yield name, name
        for short, full in self._short.items():
            for name in full:
                yield short, name

    def add_entry(self, short: str, name: str) -> None:
        """Add what another directory's ``entries`` gave, which need not be doubted again."""
        self._add(name, name_parts(name))
        if short != name and name in self._names:
            self._add_short_name(short, name)

    def _is_sure(self, name: str, parts: NameParts) -> bool:
        """Whether a name is sure to be one: its place is one, or it has an end that phrases do not have."""
        region = parts.region
        if not region:
            placed = any(len(name) > len(place) + 2 for place in self._starts.places_before(name))
            return not parts.level and (placed or bool(_SURE_END.search(name)))
        known = region in PROVINCES or region in CITIES or region in self._places
        return known or (bool(parts.level) and is_place_name(parts.place))

    def _add(self, name: str, parts: NameParts) -> None:
        if name in self._names or name in self._short:
            return
        self._names[name] = parts
        self._resolved.clear()
        if 2 <= len(parts.region) <= 6 and parts.level and parts.region not in self._places:
            self._places[parts.region] = parts.place
            self._beginnings.add(parts.region[:2])
            self._starts.add_place(parts.region)
        if parts.unit:
            self._make_findable(name)
            for first in {name[0], parts.unit[0]}:
                self._by_first.setdefault(first, set()).add(name)
            if not parts.leads:
                self._starts.add(name, parts)
        for short in short_names(name):
            self._add_short_name(short, name)

    def add_short_name(self, short: str, name: str) -> None:
        """Let ``short`` stand for the full name ``name``, as a report explains it."""
        self.add_name(name)
        if name in self._names and short != name:
            self._add_short_name(short, name)

    def _replace_by(self, short: str, name: str) -> None:
        """Where ``short`` had been taken for a full name, let it be the short name that it is."""
        old, new = self._names.get(short), self._names[name]
        if old is None or old.region not in (new.region, "") or not old.unit:
            return
        self._starts.remove(short)
        del self._names[short]
        for first in {short[0], old.unit[0]}:
            self._by_first[first].discard(short)
        for other in self._shorts_of.pop(short, ()):
            self._short[other].discard(short)
            self._short[other].add(name)
            self._shorts_of.setdefault(name, set()).add(other)

    def _add_short_name(self, short: str, name: str) -> None:
        self._replace_by(short, name)
        self._short.setdefault(short, set()).add(name)
        self._shorts_of.setdefault(name, set()).add(short)
        self._resolved.clear()
        parts = self._names[name]
        if parts.unit and not _LEADERSHIP.fullmatch(parts.unit) and (len(short) > 2 or short[-1] in "控投"):
            self._make_findable(short)

    def _make_findable(self, name: str) -> None:
        self._findable.add(name)
        self._lengths.setdefault(name[:2], set()).add(len(name))
        self._beginnings.add(name[:2])

    def __contains__(self, name: str) -> bool:
        """Whether ``name`` is a full name that is known."""
        return name in self._names

    @property
    def names(self) -> tuple[str, ...]:
        """The full names, sorted."""
        return tuple(sorted(self._names))

    @property
    def places(self) -> tuple[str, ...]:
        """The names of the regions of the reports, without their 省, 市 or 县."""
        return tuple(self._places)

    def may_start(self, beginning: str) -> bool:
        """Whether a known name or region may start with these two characters."""
        return beginning in self._beginnings

    def longest_at(self, text: str, position: int, end: int) -> int:
        """The end of the longest name, full or short, at ``position``; ``position`` when there is none."""
        ends = (position + length for length in self._lengths.get(text[position : position + 2], ()))
        return max(
            (last for last in ends if last <= end and text[position:last] in self._findable), default=position
        )

    def is_place(self, name: str) -> bool:
        """Whether ``name`` is the name of a region of the reports, without its 省, 市 or 县."""
        return name in self._places

    def canonical(self, name: str, region: str = "") -> str:
        """The full name that ``name`` stands for in a text about ``region``.

        Where several or none of the known names fit, the name as given, with the region before it when it
        gives only the region's level (省信访局 in 东原省: 东原省信访局).
        """
        key = (name, region)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(name, region)
        return self._resolved[key]

    def _resolve(self, name: str, region: str) -> str:
        if (full := self._agreed.full(name)) != name:
            return full
        if name in self._places:
            return self._places[name]
        qualified = located_name(name, region)
        if qualified in self._names or not name:
            return qualified
        fits = self._short.get(qualified, set()) | self._short.get(name, set())
        parts, home = name_parts(qualified), name_parts(region)
        if wanted := parts.region or home.region:
            near = {full for full in fits if self._names[full].region in (wanted, "")}
            fits = near if parts.region or parts.level else near or fits
        elif not parts.level and name.endswith(_DEPARTMENT_HEADS):
            return name
        if len(fits) == 1:
            return next(iter(fits))
        if fits or (region and parts.level and not parts.region):
            return qualified
        return self._abbreviated(qualified) or qualified

    def holders(self, short: str) -> tuple[str, ...]:
        """The known organisations that ``short`` may stand for wherever they are, sorted."""
        return tuple(sorted(name for name in self._short.get(short, ()) if name in self._names))

    def canonical_names(self, mentions: Sequence[Mention], region: str = "") -> list[str]:
        """The full names of a text's mentions in order; a place named before lends itself to what follows.

        市农业农村局 after 北屏市教育局 is 北屏市农业农村局; ``region`` is what the text starts from.
        """
        names: list[str] = []
        near = region
        for mention in mentions:
            name = mention.name
            if mention.kind in (MentionKind.ORGANISATION, MentionKind.REGION):
                name = self.canonical(name, near)
                parts = name_parts(name)
                bare = not parts.region and not parts.level
                if near != region and bare and name.endswith(_DEPARTMENT_HEADS):
                    name = near + name
                near = parts.place or near
            names.append(name)
        return names

    def _abbreviated(self, name: str) -> str:
        """The one known name that ``name`` abbreviates, "" when there is none or several."""
        parts = name_parts(name)
        if not parts.unit:
            return ""
        fits: set[str] = set()
        for full in self._by_first.get(name[:1], set()) | self._by_first.get(parts.unit[0], set()):
            other = self._names[full]
            elsewhere = parts.region and other.region and parts.region != other.region
            if elsewhere or other.leads or len(full) <= len(name):
                continue
            if same_organisation(name, full) in (Sameness.SAME, Sameness.UNKNOWN):
                fits.add(full)
        fits = fits or self._shortened(name)
        return next(iter(fits)) if len(fits) == 1 else ""

    def abbreviation_at(self, text: str, position: int) -> tuple[int, str]:
        """The end of the longest abbreviation of one known name at ``position``, and that name; (0, "") for none.

        What no rule finds in a running text: 省林科院 where 西岭省林业科学研究院 is known.
        """
        first = text[position : position + 2].lstrip("".join(_LEVEL_HEADS))[:1]
        if not self._starts.has(first):
            return 0, ""
        for end in range(min(len(text), position + _LONGEST_SHORT), position + 2, -1):
            fits = self._shortened(text[position:end])
            if len(fits) == 1:
                return end, next(iter(fits))
        return 0, ""

    def with_unit(self, mention: Mention, text: str) -> Mention:
        """A region with what shortens one of its known units right behind it (江湾公交); any other mention as it is."""
        place = name_parts(self.canonical(mention.name)).place
        known = self._names if place and mention.kind is MentionKind.REGION else ()
        end, name = unit_shortened_at(text, mention.end, place, known)
        return Mention(mention.start, end, name) if name else mention

    def _shortened(self, short: str) -> set[str]:
        """The known names that ``short`` shortens word by word."""
        first = short[1:2] if short[:1] in _LEVEL_HEADS else short[:1]
        starting = self._starts.starting(first) if may_abbreviate(short) else ()
        return {full for full, place in starting if abbreviates_words(short, full, place)}


def names_in(text: str, directory: Directory | None = None) -> list[str]:
    """The names of the organisations that ``text`` mentions, in order."""
    return [
        mention.name
        for mention in find_organisations(text, known=directory)
        if mention.kind is MentionKind.ORGANISATION
    ]


def organisations_of(report: Report, directory: Directory | None = None) -> list[str]:
    """The organisations that ``report`` names, in full, in order of first mention, each once."""
    known = directory or Directory.of([report])
    region = report_region(report)
    names = (known.canonical(name, region) for name in names_in(report.text, known))
    return list(dict.fromkeys(name for name in names if name_parts(name).unit))
