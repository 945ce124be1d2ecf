"""The rule that finds organisations and regions in a run of characters: a run in, ``Mention`` values out.

A head (厅, 医院, 有限公司) ends a name. Its left edge is the region or level before it (东原省, 省), a place
that is known, its line of work (教育部), or the nearest word that no name contains.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from corpus.lexicon.organisation_context import CUT, NO_NAME, STRIP, STRIP_BEFORE_LEVEL
from corpus.lexicon.organisation_names import HEADS, HOUSES, NOT_NAMES
from corpus.lexicon.places import CITIES, PROVINCES
from corpus.organisations.lac import is_place_name
from corpus.organisations.mention import KnownNames, Mention, MentionKind
from corpus.organisations.patterns import (
    BETWEEN_HEADS,
    BRANCH,
    COMMITTEE_PART,
    HEAD,
    LEVEL,
    NEEDS,
    PARTY,
    PLACE_END,
    PLACE_NAMES,
    REGION,
    SCAN,
    SESSION,
    TAIL,
)
from corpus.words import is_common_word

_CUT: Final = re.compile(CUT)
_STRIP: Final = re.compile(rf"(?:{STRIP})+")
_STRIP_LEVEL: Final = re.compile(rf"(?:{STRIP_BEFORE_LEVEL})+")
_STRIP_END: Final = re.compile(rf"(?:{'|'.join(w for w in STRIP_BEFORE_LEVEL.split('|') if w[1:])})$")
_NO_NAME: Final = re.compile(NO_NAME)
_NO_PLACE: Final = re.compile(
    "[各包抓个驻某该每另其此两多几全我本所有在进返跨扩加做出带当撤]|.[一二三四五六七八九十]|^[一二三四五六七八九十].?$|^村|下(?![^属辖设面级]$)"
)
"""What shows that the characters before a level are no place: 六镇, 五类县, but not 五里坡乡, 下坝乡."""
_OPEN_LEVELS: Final = frozenset(("省", "市", "县", "镇", "乡", "街道", "自治县", "自治州", "村", "社区"))
_MOSTLY_NO_PLACES: Final = frozenset(("区",))
"""Levels whose word ends many that name no place (库区, 生活区): the tagger of words tells."""
_COUNTED_HEADS: Final = ("公司", "集团", "企业", "医院", "学校", "学院")
"""Ends of names that are as often counted themselves."""
_COUNTED: Final = re.compile(
    "[由从已共达增至到加有]{0,4}[约近]?(?:[0-9０-９]{1,5}|[两三四五六七八九十]{1,3})[余多]?[家所]"
)
_LONGEST_BODY, _LONGEST_LOOK = 20, 8
_LONGEST_OPEN_NAME: Final = 10


class RunReader:
    """Reads the mentions of ``text[start:end]``, a run of characters, from left to right."""

    def __init__(self, text: str, start: int, end: int, known: KnownNames | None) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._known = known

    def mentions(self) -> Iterator[Mention]:
        """The mentions of the run, in order, none over another."""
        last = self._start
        for mention in self._merged():
            yield from self._regions(last, mention.start)
            yield mention
            last = mention.end
        yield from self._regions(last, self._end)

    def _merged(self) -> list[Mention]:
        """The known names and those of the rule; where they overlap, the longer, of equals the known one."""
        known = list(self._known_names())
        named = list(self._named())
        if not known:
            return named
        ends = {one.start: one.end for one in known}
        named = [one for one in named if self._text[ends.get(one.start, one.end) : one.end] not in HOUSES]
        return without_overlaps([*known, *named])

    def _known_names(self) -> Iterator[Mention]:
        position = self._start
        while self._known and position < self._end:
            if not self._known.may_start(self._text[position : position + 2]):
                position += 1
                continue
            name_end = self._known.longest_at(self._text, position, self._end)
            if name_end > position and self._is_of_another_region(position):
                position += 1
            elif name_end > position:
                end = self._tail_end(name_end)
                yield Mention(position, end, self._text[position:name_end])
                position = end
            elif place_end := self._known_place_end(position):
                yield Mention(position, place_end, self._text[position:place_end], MentionKind.REGION)
                position = place_end
            else:
                position += 1

    def _is_of_another_region(self, start: int) -> bool:
        """Whether the name at ``start`` is said of the region before it: 银沙市|海洋与渔业局, 和平|街道办事处."""
        levels = [
            low for low, end in ((start, self._end), (start - 1, start)) if LEVEL.match(self._text, low, end)
        ]
        return any(self._region_start(self._start, low) < low for low in levels if low > self._start)

    def _known_place_end(self, start: int) -> int:
        """The end of the region that is known at ``start``, with its level; 0 when there is none."""
        for end in range(min(start + 4, self._end), start + 1, -1):
            if self._known and self._known.is_place(self._text[start:end]):
                level = LEVEL.match(self._text, end, self._end)
                return level.end() if level else end
        return 0

    def _tail_end(self, name_end: int) -> int:
        tail = TAIL.match(self._text, name_end, self._end)
        return tail.end() if tail else name_end

    def _named(self) -> Iterator[Mention]:
        position = last = self._start
        while match := SCAN.search(self._text, position, self._end):
            if match["team"]:
                position = last = match.end()
                continue
            mention = self._read(match, last)
            if mention and mention.start >= last:
                yield mention
                position = last = mention.end
            else:
                position = match.start() + 1  # what a failed match covers may hold another

    def _read(self, match: re.Match[str], last: int) -> Mention | None:
        start, end = match.span()
        if match["round"]:
            if self._text[start] not in "第本上首":
                start = self._region_start(last, start)
            if session := SESSION.search(self._text, max(last, start - 5), start):
                start = session.start()
            return Mention(start, end, self._text[start:end], MentionKind.GENERIC)
        if match["generic"]:
            return Mention(start, end, match[0], MentionKind.GENERIC)
        if match["whole"]:
            place = self._whole_place(match, last)
            name = f"{place}{match[0].removeprefix('全')}" if place else match[0]
            return Mention(start - len(place), end, name, MentionKind.REGION)
        if match["anaphor"]:
            return self._full_name(match, last) or Mention(start, end, match[0], MentionKind.ANAPHOR)
        return self._organisation(match, last)

    def _whole_place(self, match: re.Match[str], last: int) -> str:
        """The place before 全省, 全市 … whose whole is meant (岭东全市: 岭东市), "" where none is named."""
        for size in (3, 2):
            low = match.start() - size
            if match[0][0] != "全" or low < last or self._after_cut(last, low) != low:
                continue
            place = self._text[low : match.start()]
            told = is_place_name(place) and not is_common_word(place)
            if told and not LEVEL.search(place[2:]) and not self._is_place(place):
                return place
        return ""

    def _full_name(self, match: re.Match[str], last: int) -> Mention | None:
        """The organisation whose name ends in what looks like a pointing word: 东原职业技术学院党委."""
        head = HEAD.match(self._text, match.start(), self._end)
        if head is None or not head["suffix"]:
            return None
        mention = self._organisation(head, last)
        if mention and (mention.certain or head.start() - mention.start >= 4):
            return mention
        return None

    def _organisation(self, match: re.Match[str], last: int) -> Mention | None:
        """The organisation whose first head ``match`` is."""
        if match["suffix"] and self._text[match.end() - 2 : match.end()] in NOT_NAMES and not match["work"]:
            return None
        left = self._level_start(match, last) if match["level"] else self._left_edge(match, last)
        if left is None:
            return None
        start, certain = left
        name_end = match.end() if match["body"] is not None else self._chained_end(match)
        if name_end - start < 2:
            return None
        end = self._tail_end(name_end)
        name = self._text[start:name_end]
        if party := PARTY.search(self._text, max(last, start - 5), start):
            start = party.start()
            bare = name.removesuffix("委员会")
            name = bare if _ends_in_head(bare) else name
        return Mention(start, end, name, certain=certain)

    def _level_start(self, match: re.Match[str], last: int) -> tuple[int, bool] | None:
        start = self._region_start(last, match.start())
        if LEVEL.fullmatch(match["level"]) and start == match.start():
            return None
        league = next(
            (
                word
                for word in ("共青团", "团")
                if self._text.startswith(word, max(last, start - len(word)), start)
            ),
            "",
        )
        return start - len(league), True

    def _left_edge(self, match: re.Match[str], last: int) -> tuple[int, bool] | None:
        """Where the name starts that ``match`` ends, and whether that is certain."""
        needs = NEEDS[match["suffix"]] if match["suffix"] else "region"
        if match["suffix"] in _COUNTED_HEADS and _COUNTED.match(self._text, match.end()):
            return None  # 青泊市新增上市公司6家
        if needs == "work":
            return (self._place_before(match, last), True) if match["work"] else None
        low = self._after_cut(max(last, match.start() - _LONGEST_BODY), match.start())
        level = LEVEL.search(self._text, low, min(self._end, match.end() + 4))
        if level and level.start() < match.start():
            alone = needs == "own" and level.end() == match.start()
            return None if alone else (self._region_start(low, level.start()), True)
        if place := PLACE_NAMES.search(self._text, low, match.start()):
            return place.start(), True
        if needs not in ("name", "own"):
            start = self._place_before(match, last)
            return (start, True) if match["work"] or start < match.start() else None
        if strip := _STRIP.match(self._text, low, match.start()):
            low = strip.end()
        open_name = self._text[low : match.start()]
        if 2 <= len(open_name) <= _LONGEST_OPEN_NAME and not _NO_NAME.search(open_name):
            return low, False
        return None

    def _place_before(self, match: re.Match[str], last: int) -> int:
        """Where a department starts: at the place or level right before its line of work, if one is there."""
        start = match.start()
        for size in (4, 3, 2):
            if start - size >= last and self._is_place(self._text[start - size : start]):
                return start - size
        level = LEVEL.match(self._text, start - 1, self._end) if start - 1 >= last else None
        return self._region_start(last, start - 1) if level else start

    def _after_cut(self, low: int, high: int) -> int:
        """One past the last word before ``high`` that no name contains; ``low`` when there is none."""
        return max((cut.end() for cut in _CUT.finditer(self._text, low, high)), default=low)

    def _region_start(self, low: int, level: int) -> int:
        """Where the region starts whose 省, 市, 县 stands at ``level``; ``level`` when it has no name."""
        for end in (level + 1, level):
            if place := PLACE_END.search(self._text, max(self._start, level - 8), end):
                return place.start()
        low = self._after_cut(low, level)
        if strip := _STRIP_LEVEL.match(self._text, low, level):
            low = strip.end()
        low = max(
            [low, *(above.end() for above in LEVEL.finditer(self._text, low, level - 1))]
        )  # 区|梧桐里街道
        if _STRIP_END.search(self._text, low, level):
            return level
        length = level - low
        if length == 1 and self._text[level] == "州":
            return low
        for size in (4, 3, 2):
            if self._known and length >= size and self._known.is_place(self._text[level - size : level]):
                return level - size
        if length == 1:
            return level
        return low if length <= 3 else level - 2

    def _chained_end(self, match: re.Match[str]) -> int:
        """The end of the name: the last of the heads that belong together (委员会办公室, 集团有限公司)."""
        end, committee = match.end(), bool(match["level"])
        while following := HEAD.search(self._text, end, min(self._end, end + 14)):
            if not following["suffix"]:
                break
            gap = self._text[end : following.start("suffix")]
            if not (BETWEEN_HEADS.fullmatch(gap) or (committee and COMMITTEE_PART.fullmatch(gap))):
                break
            end, committee = following.end(), False
        if (branch := BRANCH.match(self._text, end, self._end)) and not _CUT.search(branch["own"]):
            end = branch.end()
        return end

    def _is_place(self, name: str) -> bool:
        return name in CITIES or name in PROVINCES or bool(self._known and self._known.is_place(name))

    def _regions(self, low: int, high: int) -> Iterator[Mention]:
        """The regions named between two mentions: those that are known, and 青岚县 where it stands alone."""
        position = low
        end = min(self._end, high + _LONGEST_LOOK)
        while (found := REGION.search(self._text, position, end)) and found.start() < high:
            start = found.start() if found["place"] else self._region_start(position, found.start())
            place = self._text[start : found.start()]
            alone = start >= position and self._stands_alone(place, found[0], start, position)
            if found.end() <= high and (found["place"] or alone):
                yield Mention(start, found.end(), self._text[start : found.end()], MentionKind.REGION)
            position = found.end()

    def _stands_alone(self, place: str, level: str, start: int, low: int) -> bool:
        if self._is_place(place):
            return True
        bounded = start == low or self._after_cut(low, start) == start
        if not bounded or not 2 <= len(place) <= 3 or _NO_PLACE.search(place):
            return False
        if level in _OPEN_LEVELS and not is_common_word(place):
            return True
        told = level in _OPEN_LEVELS or level in _MOSTLY_NO_PLACES
        return told and not is_common_word(place + level) and is_place_name(place + level)


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that remain when, of any that overlap, the longest stays, of equals the first given."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: mention.start - mention.end):
        places = range(mention.start, mention.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _ends_in_head(name: str) -> bool:
    return any(name.endswith(suffix) and name != suffix for row in HEADS for suffix in row.suffixes)
