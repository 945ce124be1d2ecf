from dataclasses import replace

import pytest

from bot.summary.aspects import ASPECTS
from bot.summary.facts import read_problems
from bot.summary.filling import LEAST_POINTS, Shelf, fill_plan
from bot.summary.key_figures import key_figures, read_snippets
from bot.summary.plan import Plan
from bot.summary.selection import ReportSpan, overlaps
from bot.summary.writing import write
from corpus.structure.parsing import parse_report
from tests.bot.summary.summed_report import facts_of, notice

REPORT = notice()
FACTS = facts_of(REPORT)
PROBLEMS = read_problems(REPORT)
KEYS = key_figures(read_snippets(FACTS), 5, (), totals_first=False)
PLAN = Plan("《通报》")


def shelf(
    barred: set[ReportSpan] | None = None, widened: set[ReportSpan] | None = None, *, several: bool = False
) -> Shelf:
    return Shelf.of(FACTS, PROBLEMS, barred or set(), widened or set(), several=several)


def test_each_clause_is_chosen_for_one_aspect_only() -> None:
    pieces = [one for row in shelf().pieces.values() for one in row]
    assert [
        one for one in pieces if overlaps(one.span, {other.span for other in pieces if other != one})
    ] == []
    assert set(shelf().pieces) == {aspect.name for aspect in ASPECTS}


def test_what_no_aspect_took_is_the_rest() -> None:
    full = shelf()
    taken = {one.span for row in full.pieces.values() for one in row}
    assert full.rest
    assert not [one for one in full.rest if overlaps(one.span, taken)]
    assert not [one for one in full.rest if any(segment.barred for segment in one.segments)]


def test_barred_clause_and_problem_are_not_at_hand() -> None:
    barred: set[ReportSpan] = {
        shelf().pieces["results"][0].span,
        ("water", PROBLEMS[0].start, PROBLEMS[0].end),
    }
    left = shelf(barred)
    assert not [one for row in left.pieces.values() for one in row if overlaps(one.span, barred)]
    assert left.problems == tuple(PROBLEMS[1:])
    assert left.all_problems == len(PROBLEMS)


def test_part_that_failed_alone_is_told_whole() -> None:
    (part,) = [one for one in shelf().pieces["progress"] if "措施66条" in one.text]
    assert part.can_widen
    whole = shelf(widened={part.span}).pieces["progress"]
    assert [one.text for one in whole if "措施66条" in one.text] == [part.fact.text]


@pytest.mark.parametrize(("several", "labels"), [(True, {"城南水厂"}), (False, {""})], ids=["several", "one"])
def test_organisation_is_named_where_there_are_several(several: bool, labels: set[str]) -> None:
    owned = [replace(fact, owner="城南水厂") for fact in FACTS]
    full = Shelf.of(owned, (), set(), set(), several=several)
    assert {one.label for one in full.pieces["results"]} == labels


@pytest.mark.parametrize("limit", [0, 40, 80, 120, 200, 300, 400, 600])
def test_text_keeps_to_its_limit_unless_the_title_alone_is_longer(limit: int) -> None:
    text = write(fill_plan(PLAN, shelf(), KEYS, limit)).text
    assert len(text) <= max(limit, len(PLAN.title))
    assert text.startswith(PLAN.title)


def test_more_room_tells_no_less() -> None:
    lengths = [len(write(fill_plan(PLAN, shelf(), KEYS, limit)).text) for limit in (100, 300, 600)]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1]


def test_short_text_takes_no_more_of_an_aspect_than_its_share() -> None:
    filled = fill_plan(PLAN, shelf(), KEYS, 10_000)
    for aspect in ASPECTS:
        assert len(filled.pieces.get(aspect.name, ())) <= aspect.short


def test_without_a_limit_all_is_told() -> None:
    filled = fill_plan(PLAN, shelf(), KEYS, None)
    assert filled.keys == tuple(KEYS)
    assert filled.problems == tuple(PROBLEMS)
    for name, pieces in shelf().pieces.items():
        assert set(filled.pieces.get(name, ())) == set(pieces)


def test_aspects_stand_in_their_order_and_clauses_in_the_reports() -> None:
    filled = fill_plan(PLAN, shelf(), KEYS, None)
    order = [aspect.name for aspect in ASPECTS if aspect.name in filled.pieces]
    assert [name for name in filled.pieces if name != "rest"] == order
    for pieces in filled.pieces.values():
        assert [one.start for one in pieces] == sorted(one.start for one in pieces)


def test_report_of_another_kind_is_filled_from_the_rest() -> None:
    text = "松原日报\n全市销售额达到3.2亿元。接待游客12万人次。新车上牌900辆。开出班列80趟。\n"
    facts = facts_of(parse_report(text, id="news", source="news.txt"))
    filled = fill_plan(PLAN, Shelf.of(facts, (), set(), set(), several=False), (), 600)
    points = [one for pieces in filled.pieces.values() for one in pieces]
    assert len(points) >= LEAST_POINTS


@pytest.mark.parametrize(
    ("several", "first"),
    [(True, "全局干部职工当中给予政务处分5人"), (False, "城南水厂党委给予党纪处分4人")],
    ids=["several", "one"],
)
def test_what_is_told_of_all_comes_before_what_is_told_of_one(several: bool, first: str) -> None:
    text = "中共松原市水务局党组关于巡察整改情况的通报\n城南水厂党委给予党纪处分4人。\n全局干部职工当中给予政务处分5人。\n"
    facts = facts_of(parse_report(text, id="one", source="one.txt"))
    full = Shelf.of(facts, (), set(), set(), several=several)
    assert full.pieces["accountability"][0].text == first


def test_rest_stands_in_the_reports_order_where_it_tells_as_much() -> None:
    text = "松原日报\n游客接待量达12万人次。游客接待量达13万人次。\n"
    facts = facts_of(parse_report(text, id="news", source="news.txt"))
    rest = Shelf.of(facts, (), set(), set(), several=False).rest
    assert [one.text for one in rest] == ["游客接待量达12万人次", "游客接待量达13万人次"]
