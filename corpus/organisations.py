"""Organisations and regions as a text names them: text in, ``Mention`` values out.

The rule reads runs of Chinese characters. A head (厅, 医院, 有限公司: the table ``HEADS``) ends a name; its left edge
is the region or level that stands before it (东原省, 省), a known place, or the nearest word that no name
contains. Names that a ``Names`` lookup knows come first, and where nothing is certain nothing is returned.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from corpus.organisation_names import (
    AMBIGUOUS_PLACES,
    CITIES,
    DEPARTMENTS,
    HEADS,
    LEVELS,
    NOT_NAMES,
    PROVINCES,
    TAILS,
)
from corpus.organisation_words import CUT, NOT_AFTER, STRIP


class MentionKind(StrEnum):
    """What a mention stands for.

    ``ANAPHOR`` points back to an organisation of the text (该局, 医院党委); ``GENERIC`` is a collective with no name
    of its own (各部门, 被巡视党组织, 七届省委第八轮被巡视党组织).
    """

    ORGANISATION = "organisation"
    REGION = "region"
    GENERIC = "generic"
    ANAPHOR = "anaphor"


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation named in a text: ``text[start:end]`` is the mention, ``name`` without 中共, 党组 and the like."""

    start: int
    end: int
    name: str
    kind: MentionKind = MentionKind.ORGANISATION


class Names(Protocol):
    """What ``find_organisations`` asks of a dictionary of known names."""

    def longest_at(self, text: str, position: int, end: int) -> int:
        """The end of the longest known name that starts at ``position``, or ``position`` when none does."""

    def is_place(self, name: str) -> bool:
        """Whether ``name`` is the name of a known region, without its 省, 市 or 县."""


def _either(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


_HAN: Final = "一-鿿〇"
_RUN: Final = re.compile(rf"[{_HAN}]+(?:[（(][{_HAN}A-Za-z]{{2,8}}[）)][{_HAN}]+)*")
_NUMBER: Final = "[一二三四五六七八九十百零〇0-9０-９]{1,4}"
_LEVEL: Final = re.compile(
    rf"(?:{_either(LEVELS)})(?<!城市)(?<!都市)(?<!超市)(?<!股市)(?<!楼市)(?<!上市)(?<!门市)(?<!地区)(?<!社区)(?<!小区)(?<!园区)(?<!景区)(?<!校区)(?<!城区)(?<!片区)"
    rf"(?<!灾区)(?<!特区)(?<!山区)(?<!郊区)(?<!市区)(?<!农村)(?<!乡村)(?<!城乡)"
    r"(?!场|值|容|级|直|域|块|间|别|略|会|份|民(?!政)|面|况|城|际|长|土|里)"
)
_ATOMS: Final = _either({*DEPARTMENTS, *(alias for aliases in DEPARTMENTS.values() for alias in aliases)})
_NEEDS: Final = {suffix: row.needs for row in HEADS if row.needs != "level" for suffix in row.suffixes}
_LEVEL_HEADS: Final = _either({suffix for row in HEADS if row.needs == "level" for suffix in row.suffixes})
_TAIL: Final = re.compile(rf"(?:(?:{_either(TAILS)})(?![{_HAN}]*?书记处))+")
_CHAIN: Final = re.compile(
    rf"(?:第{_NUMBER}|附属|直属|分|支|(?:{_ATOMS})?工作|[{_HAN}]{{0,8}}(?:领导小组|指挥部))?"
)  # between two heads of one name
_COMMITTEE_PART: Final = re.compile(
    rf"(?:(?:{_ATOMS})(?:工作)?|组织|宣传|政法|办公|统战|政研|老干部|督查|改革|编|研究)$"
)
_FREE: Final = rf"(?:(?<![{_HAN}])|(?<=[由向对经在将年月日后前，和是令]))"
_HEAD_PATTERN: Final = (
    rf"(?P<head>(?P<level>(?:{_LEVEL.pattern})(?:{_LEVEL_HEADS}|(?={_either(TAILS)})))"
    rf"|(?P<atom>{_ATOMS})?(?P<suffix>{_either(_NEEDS)}))(?!{NOT_AFTER})"
)
_SCAN: Final = re.compile(
    rf"""
    (?P<round>(?:(?:{_LEVEL.pattern})委)?(?:第{_NUMBER}轮|本轮|上一?轮|首轮)被?巡[视察](?:党组织|单位|整改)?)
    |(?P<team>(?:(?:{_LEVEL.pattern})委|中央)?(?:第{_NUMBER})?巡[视察]组)
    |(?P<generic>各?被?巡[视察](?:党组织|单位)|(?:各级?|有关|相关|全体|部分|个别)(?:部门|单位|地|党组织|市县|县市区|机关|机构|纪检监察机[关构]))
    |(?P<anaphor>(?:该|我|本)(?:局|厅|委|院|校|集团|公司|医院|学校|行|所|中心|办|单位)(?![法理事])
        |{_FREE}(?:局|厅|院|校|办|委)(?:{_either(TAILS)})
        |(?:集团|公司|学校|医院|学院)(?:{_either(TAILS)})
        |{_FREE}(?:集团|学校|医院|公司|学院)(?![{_HAN}]?[院校长党]))
    |(?P<whole>(?:全|我|本)[省市县区州镇乡国](?![场委]))
    |{_HEAD_PATTERN}
    """,
    re.VERBOSE,
)
_HEAD: Final = re.compile(_HEAD_PATTERN)
_CUT: Final = re.compile(CUT)
_STRIP: Final = re.compile(rf"^(?:{STRIP})+")
_PLACES: Final = re.compile(
    rf"(?:{_either({*PROVINCES, *CITIES, '中国', '国家', '全国', '中央', '最高'} - AMBIGUOUS_PLACES)})"
)
_PLACE_END: Final = re.compile(rf"(?:{_either({*PROVINCES, *CITIES, '某'})})$")
_REGION: Final = re.compile(
    rf"(?P<place>(?:{_either({*PROVINCES, *CITIES} - AMBIGUOUS_PLACES)})(?:{_either(LEVELS)})?)|(?:{_LEVEL.pattern})"
)
_OPEN_LEVELS: Final = frozenset(("省", "市", "县", "镇", "乡", "街道", "自治县", "自治州"))
_NO_PLACE: Final = re.compile("[各包抓个驻下某该每另其此两多几一二三四五六七八九十全我本所有在]")
_PARTY: Final = re.compile("(?:中共|中国共产党)$")
_LONGEST_BODY: Final = 20


def find_organisations(
    text: str, start: int = 0, end: int | None = None, known: Names | None = None
) -> list[Mention]:
    """Find the organisations, regions, collectives and pointing words in ``text[start:end]``, in order.

    Offsets index ``text``; mentions do not overlap. ``known`` is a dictionary of names (``Directory``).
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[Mention] = []
    for run in _RUN.finditer(text, max(start, 0), stop):
        found.extend(_RunReader(text, run.start(), run.end(), known).mentions())
    return found


class _RunReader:
    """Reads the mentions of one run of characters from left to right."""

    def __init__(self, text: str, start: int, end: int, known: Names | None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.known = known

    def mentions(self) -> Iterator[Mention]:
        """The mentions of the run, in order."""
        last = self.start
        for mention in self._merged():
            yield from self._regions(last, mention.start)
            yield mention
            last = mention.end
        yield from self._regions(last, self.end)

    def _merged(self) -> Iterator[Mention]:
        """The known names and those of the rule; where they overlap, the longer, of equals the known one."""
        found = [*self._known_names(), *self._named(self.start)]
        found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
        kept: list[Mention] = []
        for mention in found:
            if all(mention.end <= other.start or mention.start >= other.end for other in kept):
                kept.append(mention)
        yield from sorted(kept, key=lambda mention: mention.start)

    def _known_names(self) -> Iterator[Mention]:
        position = self.start
        while self.known and position < self.end:
            name_end = self.known.longest_at(self.text, position, self.end)
            if name_end > position:
                yield self._with_tail(position, name_end)
            position = max(name_end, position + 1)

    def _with_tail(self, start: int, name_end: int) -> Mention:
        tail = _TAIL.match(self.text, name_end, self.end)
        return Mention(start, tail.end() if tail else name_end, self.text[start:name_end])

    def _named(self, last: int) -> Iterator[Mention]:
        position = last
        while match := _SCAN.search(self.text, position, self.end):
            mention = self._read(match, last)
            position = mention.end if mention else self._past(match)
            if mention:
                last = mention.end
                yield mention
            elif match["team"]:
                last = position

    def _past(self, match: re.Match[str]) -> int:
        return match.end() if match["team"] else match.start() + 1

    def _read(self, match: re.Match[str], last: int) -> Mention | None:
        start, end = match.span()
        if match["round"]:
            start = self._region_start(last, start) if self.text[start] not in "第本上首" else start
            start = self._session_start(last, start)
            return Mention(start, end, self.text[start:end], MentionKind.GENERIC)
        if match["generic"]:
            return Mention(start, end, match[0], MentionKind.GENERIC)
        if match["anaphor"]:
            return self._full_name(match, last) or Mention(start, end, match[0], MentionKind.ANAPHOR)
        if match["whole"]:
            return Mention(start, end, match[0], MentionKind.REGION)
        if match["head"]:
            return self._organisation(match, last)
        return None

    def _full_name(self, match: re.Match[str], last: int) -> Mention | None:
        """The organisation whose name ends in what looks like a pointing word: 东原职业技术学院党委."""
        head = _HEAD.match(self.text, match.start(), self.end)
        if head is None or not head["suffix"]:
            return None
        mention = self._organisation(head, last)
        certain = mention and (
            head.start() - mention.start >= 4
            or _LEVEL.match(self.text, mention.start)
            or _PLACES.match(self.text, mention.start)
        )
        return mention if certain else None

    def _organisation(self, match: re.Match[str], last: int) -> Mention | None:
        """The organisation whose first head ``match`` is."""
        start = self._head_start(match, last)
        if start is None or self.text[start : match.end()] in NOT_NAMES:
            return None
        end = self._chained_end(match)
        name_end = end
        if tail := _TAIL.match(self.text, end, self.end):
            end = tail.end()
        name = self.text[start:name_end]
        if party := _PARTY.search(self.text, max(last, start - 5), start):
            start = party.start()
            name = name.removesuffix("委员会") if _ends_in_head(name.removesuffix("委员会")) else name
        return Mention(start, end, name)

    def _head_start(self, match: re.Match[str], last: int) -> int | None:
        if match["level"]:
            return self._region_start(last, match.start())
        low = max(last, match.start() - _LONGEST_BODY)
        for cut in _CUT.finditer(self.text, low, match.start()):
            low = cut.end()
        level = _LEVEL.search(self.text, low, self.end)
        if level and level.start() < match.start():
            return self._region_start(low, level.start())
        if place := _PLACES.search(self.text, low, match.start()):
            return place.start()
        if match["atom"]:
            return match.start()
        if _NEEDS[match["suffix"]] == "name":
            if strip := _STRIP.match(self.text[low : match.start()]):
                low += strip.end()
            return low if 2 <= match.start() - low <= 10 else None
        return None

    def _region_start(self, low: int, level: int) -> int:
        """Where the region starts whose 省, 市, 县 stands at ``level``."""
        for cut in _CUT.finditer(self.text, low, level):
            low = cut.end()
        if strip := _STRIP.match(self.text[low:level]):
            low += strip.end()
        for place_end in (level + 1, level):
            if place := _PLACE_END.search(self.text, low, place_end):
                return place.start()
        length = level - low
        for size in (4, 3, 2):
            if self.known and length >= size and self.known.is_place(self.text[level - size : level]):
                return level - size
        if length == 1:
            return level
        return low if length <= 3 else level - 2

    def _session_start(self, last: int, start: int) -> int:
        session = re.compile(rf"{_NUMBER}届$").search(self.text, max(last, start - 5), start)
        return session.start() if session else start

    def _chained_end(self, match: re.Match[str]) -> int:
        end = match.end()
        committee = bool(match["level"])
        while following := _HEAD.search(self.text, end, min(self.end, end + 14)):
            gap = self.text[end : following.start("suffix")]
            if following["level"] or not (
                _CHAIN.fullmatch(gap) or (committee and _COMMITTEE_PART.fullmatch(gap))
            ):
                break
            end = following.end()
            committee = False
        return end

    def _regions(self, low: int, high: int) -> Iterator[Mention]:
        """The regions named between two mentions: those that are known, and 青岚县 where nothing else runs into it."""
        position = low
        while found := _REGION.search(self.text, position, self.end):
            if found.start() >= high:
                return
            place, start = found["place"], found.start()
            if not place:
                start = self._region_start(position, start)
                place = self.text[start : found.start()]
            if found["place"] or self._is_region(place, found[0], start == position or start > low):
                yield Mention(start, found.end(), self.text[start : found.end()], MentionKind.REGION)
            position = found.end()

    def _is_region(self, place: str, level: str, bounded: bool) -> bool:
        if place in CITIES or place in PROVINCES or (self.known and self.known.is_place(place)):
            return True
        return bounded and 2 <= len(place) <= 3 and level in _OPEN_LEVELS and not _NO_PLACE.search(place)


def _ends_in_head(name: str) -> bool:
    return any(name.endswith(suffix) and name != suffix for row in HEADS for suffix in row.suffixes)
