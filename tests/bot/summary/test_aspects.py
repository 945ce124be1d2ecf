import pytest

from bot.summary.aspects import (
    ACCOUNTABILITY,
    ASPECTS,
    INSPECTION,
    PROGRESS,
    REMAINING,
    RESULTS,
    Aspect,
    aspect_fitness,
    is_told_by,
    weight_of,
)
from bot.summary.facts import Fact
from corpus.figure import Figure, Kind
from corpus.structure.parsing import parse_report
from tests.bot.summary.summed_report import facts_of, notice

FACTS = facts_of(notice())


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.name)
def test_aspect_knows_its_example(aspect: Aspect) -> None:
    assert aspect.clue.search(aspect.example)
    assert not aspect.against.search(aspect.example)


NEAR_MISSES = [
    (INSPECTION, "将巡视反馈意见细化为12条措施", "measures-are-progress"),
    (RESULTS, "召开专题会14次", "meetings-are-no-result"),
]


@pytest.mark.parametrize(
    ("aspect", "text"), [row[:2] for row in NEAR_MISSES], ids=[row[2] for row in NEAR_MISSES]
)
def test_aspect_lets_a_near_miss_be(aspect: Aspect, text: str) -> None:
    assert aspect.against.search(text) or not aspect.clue.search(text)


def fact(words: str) -> Fact:
    return next(one for one in FACTS if words in one.text)


TOLD = [
    pytest.param(INSPECTION, "市委第一巡察组", "市委第一巡察组对", True, id="who inspected"),
    pytest.param(INSPECTION, "市委第一巡察组", "根据市委", False, id="by whose leave"),
    pytest.param(PROGRESS, "19个问题已完成", "19个问题已完成", True, id="how far it is"),
    pytest.param(PROGRESS, "召开党组会", "召开党组会", False, id="meetings are no progress"),
    pytest.param(RESULTS, "83.5万元", "83.5万元", True, id="what came of it"),
    pytest.param(RESULTS, "召开党组会", "召开党组会", False, id="meetings are no result"),
    pytest.param(RESULTS, "市委第一巡察组", "市委第一巡察组对", False, id="no figure to show"),
    pytest.param(ACCOUNTABILITY, "处分4人", "处分4人", True, id="who answered for it"),
    pytest.param(ACCOUNTABILITY, "83.5万元", "83.5万元", False, id="money is nobody"),
    pytest.param(REMAINING, "紧盯", "紧盯", True, id="what is left"),
    pytest.param(REMAINING, "紧盯", "10%以下", False, id="plan that nobody vouches for"),
]


@pytest.mark.parametrize(("aspect", "words", "segment", "told"), TOLD)
def test_segment_tells_its_aspect(aspect: Aspect, words: str, segment: str, told: bool) -> None:
    one = fact(words)
    (found,) = [each for each in one.segments if segment in one.report.text[each.start : each.end]]
    assert is_told_by(aspect, one, found) is told


@pytest.mark.parametrize(
    ("aspect", "better", "worse"),
    [
        pytest.param(INSPECTION, "市委第一巡察组", "召开党组会", id="inspection"),
        pytest.param(PROGRESS, "19个问题已完成", "处分4人", id="progress"),
        pytest.param(RESULTS, "83.5万元", "19个问题已完成", id="results"),
        pytest.param(ACCOUNTABILITY, "处分4人", "83.5万元", id="accountability"),
        pytest.param(REMAINING, "紧盯", "83.5万元", id="remaining"),
    ],
)
def test_run_that_tells_the_aspect_serves_it_better(aspect: Aspect, better: str, worse: str) -> None:
    one, other = fact(better), fact(worse)
    assert aspect_fitness(aspect, one, one.segments) > max(0.0, aspect_fitness(aspect, other, other.segments))


def test_results_are_not_told_of_the_next_steps() -> None:
    one = fact("紧盯")
    assert aspect_fitness(RESULTS, one, one.segments) == 0.0


@pytest.mark.parametrize(
    ("figure", "other"),
    [
        pytest.param(
            Figure("9万元", 0, 3, Kind.MONEY), Figure("9%", 0, 2, Kind.PERCENT), id="money before rates"
        ),
        pytest.param(
            Figure("9%", 0, 2, Kind.PERCENT),
            Figure("9项", 0, 2, Kind.COUNT, unit="项"),
            id="rates before counts",
        ),
        pytest.param(
            Figure("9人", 0, 2, Kind.COUNT, unit="人"),
            Figure("9项", 0, 2, Kind.COUNT, unit="项"),
            id="people before things",
        ),
        pytest.param(
            Figure("9项", 0, 2, Kind.COUNT, unit="项"),
            Figure("9日", 0, 2, Kind.DATE),
            id="things before times",
        ),
    ],
)
def test_figure_tells_more_than_another(figure: Figure, other: Figure) -> None:
    assert weight_of(figure) > weight_of(other) >= 0.0


def test_aspects_give_their_room_within_bounds() -> None:
    assert len({one.name for one in ASPECTS}) == len(ASPECTS)
    assert all(0 < one.short <= one.long and one.longest > 0 for one in ASPECTS)


@pytest.mark.parametrize(
    ("aspect", "clause", "later"),
    [
        pytest.param(REMAINING, "局党组仍有2个问题未完成整改。", True, id="what is left, at the end"),
        pytest.param(PROGRESS, "局党组28个问题已完成整改25个。", False, id="how far it is, at the start"),
    ],
)
def test_aspect_is_told_where_reports_tell_it(aspect: Aspect, clause: str, later: bool) -> None:
    text = f"中共松原市水务局党组关于整改的通报\n{clause}\n{'局党组认真学习文件精神。' * 9}\n{clause}\n"
    facts = facts_of(parse_report(text, id="one", source="one.txt"))
    first, last = (aspect_fitness(aspect, one, one.segments) for one in (facts[0], facts[-1]))
    assert (last > first) is later
    assert last != first
