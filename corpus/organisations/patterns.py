"""The patterns by which the rule for organisations reads a run of characters, built from the tables."""

import re
from collections.abc import Iterable
from typing import Final

from corpus.lexicon.organisation_context import NO_HEAD_BEFORE, NOT_LEVEL_AFTER, NOT_LEVEL_BEFORE
from corpus.lexicon.organisation_names import BRANCHES, DEPARTMENTS, HEADS, MINISTRIES, PARTY_BODIES, TAILS
from corpus.lexicon.places import (
    AMBIGUOUS_PLACES,
    CITIES,
    COUNTRY,
    LEVELS,
    PEOPLES,
    PROVINCES,
    TOWNSHIP_PEOPLES,
)
from corpus.times.rounds import ROUND_NUMBER


def either(words: Iterable[str]) -> str:
    """Source of a pattern of any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def before(words: Iterable[str], pattern: str) -> str:
    """Source of ``pattern``, which begins with one of ``words``: most characters are passed over at once."""
    return f"(?=[{''.join(sorted({word[0] for word in words}))}])(?:{pattern})"


HAN: Final = "一-鿿〇"
_NUMBER: Final = "[一二三四五六七八九十百零〇0-9０-９]{1,4}"
_LEVEL_WORD: Final = (
    rf"(?:(?:{either(PEOPLES)})+自治[州县旗]|(?:{either(TOWNSHIP_PEOPLES)})+(?:民族)?[乡镇]|{either(LEVELS)})"
)
_LEVEL: Final = rf"{_LEVEL_WORD}{NOT_LEVEL_BEFORE}(?!{NOT_LEVEL_AFTER})"
_WORK: Final = either({*DEPARTMENTS, *(alias for aliases in DEPARTMENTS.values() for alias in aliases)})
_SUFFIXES: Final = {suffix for row in HEADS if row.needs != "level" for suffix in row.suffixes}
_LEVEL_HEADS: Final = either({suffix for row in HEADS if row.needs == "level" for suffix in row.suffixes})
_FREE: Final = rf"(?:(?<![{HAN}])|(?<=[由向对经在将年月日后前，和是令中末]))"
_HEAD: Final = (
    rf"(?P<head>(?P<level>{_LEVEL}(?:(?<=自治[区州县])党委|{_LEVEL_HEADS}|(?={either(TAILS)})))"
    rf"(?!{NO_HEAD_BEFORE})"
    rf"|(?P<work>{_WORK}|{either(MINISTRIES)}(?=部|委))?(?P<suffix>{either(_SUFFIXES)})(?<![交承督查主协催转]办)(?!{NO_HEAD_BEFORE})"
    rf"|(?P<body>(?<=[{HAN}])(?={either(PARTY_BODIES)})(?!党组织)))"
)
_KNOWN_PLACES: Final = either({*PROVINCES, *CITIES} - AMBIGUOUS_PLACES)
_COLLECTIVE: Final = "部门|单位|党组织|市县|县市区|机关|机构|地方|企业|纪检监察机[关构]"

NEEDS: Final = {suffix: row.needs for row in HEADS if row.needs != "level" for suffix in row.suffixes}
"""What each head needs to its left."""

BRANCH: Final = re.compile(rf"(?P<own>[{HAN}]{{0,6}}?)(?:{either(BRANCHES)})")
"""The branch of an organisation right after its name."""

RUN: Final = re.compile(rf"[{HAN}]+(?:[（(][{HAN}A-Za-z]{{2,8}}[）)][{HAN}]+){{0,8}}")
"""A run of characters that a name may lie in."""

LEVEL: Final = re.compile(_LEVEL)
"""The level of a region."""

HEAD: Final = re.compile(_HEAD)
"""The head of a name."""

TAIL: Final = re.compile(rf"(?:{either(TAILS)})+")
"""What follows a name and belongs to its mention."""

BETWEEN_HEADS: Final = re.compile(
    rf"(?:第{_NUMBER}|附属|直属|分|支|(?:{_WORK})?工作|[{HAN}]{{0,8}}(?:领导小组|指挥部))?"
)
"""What may stand between two heads of one name: 省委外事工作委员会办公室, 大学附属医院."""

COMMITTEE_PART: Final = re.compile(
    rf"(?:(?:{_WORK})(?:工作)?|{either(MINISTRIES)}|办公|政研|政策研究|老干部|督查|改革|编|研究)"
)
"""What may stand between a party committee or government and the head of its part: 省委组织部."""

PLACE_NAMES: Final = re.compile(
    either({*PROVINCES, *PROVINCES.values(), *CITIES, *COUNTRY} - AMBIGUOUS_PLACES)
)
"""A place that a name may begin with."""

PLACE_END: Final = re.compile(
    rf"(?:{either({*PROVINCES, *CITIES, '广西壮族', '宁夏回族', '新疆维吾尔', '某'})})$"
)
"""A place right before the level of its region."""

REGION_SOURCE: Final = (
    rf"(?P<place>(?:{either(PROVINCES.values())})|(?:{_KNOWN_PLACES}){_LEVEL_WORD}?)"
    rf"|{_LEVEL}|(?<![乡农])(?:村|社区)(?=党|村委|居委|两委|支部|[^{HAN}]|$)"
)
REGION: Final = re.compile(
    before({*PROVINCES, *PROVINCES.values(), *CITIES, *LEVELS, *PEOPLES, "村", "社区"}, REGION_SOURCE)
)
"""A region: a place that is known, or the level of one."""

PARTY: Final = re.compile("(?:中共|中国共产党)$")
"""What stands before the name of a party organisation."""

SESSION: Final = re.compile(rf"{_NUMBER}届$")
"""The session of a committee, before it."""

SCAN_SOURCE: Final = rf"""
    (?P<round>(?:{_LEVEL}党?委第(?:{ROUND_NUMBER})轮(?:被?巡[视察](?:党组织|单位|整改)?)?
        |(?:第(?:{ROUND_NUMBER})轮|本轮|上一?轮|首轮)被?巡[视察](?:党组织|单位|整改)?)(?!办|组))
    |(?P<team>(?:{_LEVEL}党?委|中央)?(?:第{_NUMBER})?巡[视察]组)
    |(?P<generic>各?(?:级|地|有关|相关)?被?巡[视察](?:党组织|单位)
        |(?:各级?|有关|相关|全体|部分|个别|多个|其他)(?:{_COLLECTIVE})
        |各(?:级|地|省|市|县|区|州|乡|镇|街道){{1,3}}(?:[{HAN}]{{0,6}}?(?:局|厅|委|办|法院|检察院|医院|学校|政府)))
    |(?P<anaphor>(?:该|我|本)(?:局|厅|委|院|校|集团|公司|医院|学校|学院|行|所|中心|办|单位|部门)(?![法理事])(?:{either(TAILS)})?
        |{_FREE}(?:局|厅|院|校|办|委)(?:{either(TAILS)})
        |{_FREE}[镇乡]党委
        |(?:集团|公司|学校|医院|学院)(?:{either(TAILS)})
        |{_FREE}(?:集团|学校|医院|公司|学院)(?![院校长党]))
    |(?P<whole>(?:全|我|本)[省市县区州镇乡国](?![场委]))
    |{_HEAD}
    """
_HEAD_WORDS: Final = {suffix for row in HEADS for suffix in row.suffixes}
SCAN: Final = re.compile(
    before(
        {*LEVELS, *PEOPLES, *_WORK.split("|"), *MINISTRIES, *_HEAD_WORDS, *PARTY_BODIES}
        | set("第本上首中央巡各级地有相被全部个多其该我局厅院校办委镇乡集公学医"),
        SCAN_SOURCE,
    ),
    re.VERBOSE,
)
"""Whatever the rule stops at, from left to right."""
