from dataclasses import replace

import pytest

from bot.summary.aspects import ACCOUNTABILITY, PROGRESS, REMAINING, RESULTS
from bot.summary.facts import Fact
from bot.summary.selection import WIDEST, Piece, ReportSpan, overlaps, pieces_for, select
from corpus.structure.parsing import parse_report
from tests.bot.summary.summed_report import facts_of, notice

LEAST = 1.0
"""Fitness below which a clause is not worth telling."""

FACTS = facts_of(notice())


def fact(words: str) -> Fact:
    return next(one for one in FACTS if words in one.text)


def piece(words: str, start: int = 0, end: int | None = None) -> Piece:
    one = fact(words)
    return Piece(one, one.segments[start:end])


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        pytest.param(0, None, "追回拖欠水费83.5万元，退还多收费用12.4万元，涉及用户960户", id="whole clause"),
        pytest.param(1, 2, "退还多收费用12.4万元", id="one segment"),
    ],
)
def test_piece_is_the_reports_text(start: int, end: int | None, text: str) -> None:
    one = piece("83.5万元", start, end)
    assert one.text == text
    assert one.fact.report.text[one.start : one.end] == text
    assert one.span == ("water", one.start, one.end)
    assert all(each.figure.raw in text for each in one.quantities)


@pytest.mark.parametrize(
    ("one", "wider"),
    [
        pytest.param(piece("83.5万元", 0, 1), True, id="part of a clause"),
        pytest.param(piece("83.5万元"), False, id="whole clause"),
        pytest.param(piece("紧盯", 0, 1), False, id="the rest is a plan"),
    ],
)
def test_part_of_a_clause_may_be_told_whole(one: Piece, wider: bool) -> None:
    assert one.can_widen is wider


@pytest.mark.parametrize(
    ("length", "wider"), [(WIDEST, True), (WIDEST + 1, False)], ids=["widest", "too wide"]
)
def test_clause_that_is_too_long_is_not_told_whole(length: int, wider: bool) -> None:
    lead = "局党组追回水费3万元，"
    text = f"松原市水务局通报\n{lead}{'好' * (length - len(lead))}。\n"
    (long,) = facts_of(parse_report(text, id="long", source="long.txt"))
    assert len(long.text) == length
    assert Piece(long, long.segments[:1]).can_widen is wider


@pytest.mark.parametrize(
    ("span", "shared"),
    [
        pytest.param(("a", 5, 10), True, id="the same"),
        pytest.param(("a", 9, 12), True, id="one character"),
        pytest.param(("a", 10, 12), False, id="right behind"),
        pytest.param(("a", 0, 5), False, id="right before"),
        pytest.param(("b", 5, 10), False, id="of another report"),
    ],
)
def test_spans_overlap_where_they_share_a_character(span: ReportSpan, shared: bool) -> None:
    assert overlaps(span, [("a", 5, 10)]) is shared
    assert not overlaps(span, [])


def test_runs_reach_from_the_first_segment_that_tells_to_the_last() -> None:
    texts = [one.text for _, one in pieces_for(PROGRESS, FACTS, ())]
    assert "针对反馈的19个问题，制定整改措施66条" in texts
    assert [one.text for _, one in pieces_for(ACCOUNTABILITY, FACTS, ())] == ["给予党纪处分4人，诫勉5人"]


def test_what_sets_the_time_belongs_to_the_run() -> None:
    texts = [one.text for _, one in pieces_for(PROGRESS, FACTS, ())]
    assert "截至2023年4月30日，19个问题已完成整改17个，其余2个正在推进" in texts


def test_plan_ends_a_run() -> None:
    texts = [one.text for _, one in pieces_for(REMAINING, FACTS, ())]
    assert "局党组将紧盯未完成的2个问题" in texts
    assert not [text for text in texts if "10%以下" in text]


def test_what_is_taken_is_not_told_again() -> None:
    one = piece("83.5万元", 0, 1)
    texts = [each.text for _, each in pieces_for(RESULTS, FACTS, [one.span])]
    assert "退还多收费用12.4万元，涉及用户960户" in texts
    assert not [text for text in texts if one.text in text]


def test_runs_are_in_the_order_of_the_facts_and_fit_enough() -> None:
    found = pieces_for(RESULTS, FACTS, ())
    assert [one.start for _, one in found] == sorted(one.start for _, one in found)
    assert all(score >= LEAST for score, _ in found)


CANDIDATES = [(5.0, piece("83.5万元")), (4.0, piece("31.6公里")), (3.0, piece("处分4人"))]


@pytest.mark.parametrize("most", [0, 1, 2, 3, 9])
def test_best_are_chosen_first_and_no_more_than_wanted(most: int) -> None:
    assert select(CANDIDATES, most) == [one for _, one in CANDIDATES[:most]]


def test_clause_of_which_all_was_told_gives_way() -> None:
    told = [piece("83.5万元")]
    assert select(CANDIDATES, 1, told) == [piece("31.6公里")]


def test_clause_that_is_not_worth_telling_is_left_out() -> None:
    assert select([(LEAST, piece("83.5万元"))], 5) == [piece("83.5万元")]
    assert select([(LEAST - 0.01, piece("83.5万元"))], 5) == []


def test_clause_that_does_not_fit_is_passed_over() -> None:
    chosen = select(CANDIDATES, 2, fits=lambda one: "83.5万元" not in one.text)
    assert chosen == [piece("31.6公里"), piece("处分4人")]


def test_two_of_one_organisation_tell_less_than_two_of_two() -> None:
    same = [replace(one, fact=replace(one.fact, owner="城南水厂")) for _, one in CANDIDATES[:2]]
    other = replace(CANDIDATES[2][1], fact=replace(CANDIDATES[2][1].fact, owner="城北水厂"))
    chosen = select([(3.0, same[0]), (2.9, same[1]), (2.5, other)], 2)
    assert chosen == [same[0], other]
