import re
from pathlib import Path

import pytest

from corpus.lexicon.organisation_names import HEADS
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
    REGION_SOURCE,
    RUN,
    SCAN,
    SCAN_SOURCE,
    SESSION,
    TAIL,
    before,
    either,
)

SAMPLES = Path(__file__).parents[3] / "corpus" / "reports"


@pytest.mark.parametrize(
    ("quick", "source"), [(SCAN, SCAN_SOURCE), (REGION, REGION_SOURCE)], ids=["scan", "region"]
)
def test_no_match_begins_with_a_character_that_is_passed_over(quick: re.Pattern[str], source: str) -> None:
    whole = re.compile(source, re.VERBOSE)
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text("utf-8")
        starts = [place for place in range(len(text)) if whole.match(text, place)]
        assert starts
        assert starts == [place for place in range(len(text)) if quick.match(text, place)]


def test_either_tries_the_longest_word_first_and_takes_signs_for_themselves() -> None:
    assert either(["局", "管理局", "a.c"]) == r"a\.c|管理局|局"
    assert re.compile(either(["局", "管理局"])).match("管理局")
    assert not re.compile(either(["a.c"])).match("abc")


@pytest.mark.parametrize(("text", "matches"), [("局长", True), ("厅长", True), ("处长", False)])
def test_before_passes_over_what_no_word_begins_with(text: str, matches: bool) -> None:
    assert bool(re.match(before(["局", "厅"], "[局厅处]长"), text)) is matches


ROWS: list[tuple[str, re.Pattern[str], str, str]] = [
    ("a level", LEVEL, "省财政厅", "省"),
    ("the longest level", LEVEL, "自治区党委", "自治区"),
    ("a head with its line of work", HEAD, "财政厅", "财政厅"),
    ("a head with its line of work in short", HEAD, "住建局", "住建局"),
    ("party bodies", TAIL, "党组领导班子", "党组领导班子"),
    ("a place that is known", PLACE_NAMES, "海南师范大学", "海南"),
    ("a party's organisation", PARTY, "中共", "中共"),
    ("a session", SESSION, "十三届", "十三届"),
    ("a part of a committee", COMMITTEE_PART, "组织", "组织"),
    ("a branch with a name of its own", BRANCH, "西湖分局", "西湖分局"),
    ("a region", REGION, "广西壮族自治区民政厅", "广西壮族自治区"),
    ("a village", REGION, "村党支部", "村"),
    ("a run with brackets", RUN, "中国东盟(澳门)仲裁协会", "中国东盟(澳门)仲裁协会"),
]


@pytest.mark.parametrize(
    ("pattern", "text", "found"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_pattern_finds(pattern: re.Pattern[str], text: str, found: str) -> None:
    match = pattern.search(text)
    assert match is not None
    assert match.group() == found


@pytest.mark.parametrize(
    ("gap", "joins"),
    [
        pytest.param("", True, id="nothing"),
        pytest.param("巡察工作领导小组", True, id="a leading group"),
        pytest.param("附属", True, id="attached"),
        pytest.param("第一", True, id="a number"),
        pytest.param("和", False, id="a conjunction"),
        pytest.param("会同省", False, id="another name"),
    ],
)
def test_heads_of_one_name_are_joined_by(gap: str, joins: bool) -> None:
    assert bool(BETWEEN_HEADS.fullmatch(gap)) is joins


MISSES: list[tuple[str, re.Pattern[str], str]] = [
    ("a level of another word", LEVEL, "市场监管"),
    ("a word after a head", PARTY, "中共的"),
    ("a session that is not the last word", SESSION, "十三届的"),
    ("a place that does not end there", PLACE_END, "海南的"),
    ("a township's village", REGION, "乡村振兴"),
    ("no branch", BRANCH, "西湖"),
    ("marks", RUN, "，。（）"),
]


@pytest.mark.parametrize(("pattern", "text"), [row[1:] for row in MISSES], ids=[row[0] for row in MISSES])
def test_pattern_finds_nothing(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text) is None


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("七届省委第八轮被巡视党组织", "round"),
        ("第三巡察组", "team"),
        ("各被巡视党组织", "generic"),
        ("有关部门", "generic"),
        ("该局", "anaphor"),
        ("医院党委", "anaphor"),
        ("全省", "whole"),
        ("省委", "head"),
        ("财政厅", "head"),
    ],
    ids=lambda value: value,
)
def test_scan_says_what_it_stopped_at(text: str, group: str) -> None:
    match = SCAN.search(text)
    assert match is not None
    assert match[group]


def test_every_head_says_what_it_needs_to_its_left() -> None:
    assert set(NEEDS) == {suffix for row in HEADS if row.needs != "level" for suffix in row.suffixes}
    assert set(NEEDS.values()) <= {row.needs for row in HEADS}
