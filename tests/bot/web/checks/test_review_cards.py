from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.web.checks.kept_check import KeptCheck
from bot.web.checks.review_cards import counted_verdicts, review_cards, source_view
from checker.check import check
from checker.evidence import Evidence
from retrieval.chat_catalog.decisions import Decision, FigurePlace
from tests.retrieval.fictional import WATER, report

DRAFT = "市水务局反馈问题36个，已完成整改30个。"


def kept() -> KeptCheck:
    return KeptCheck(DRAFT, "text", tuple(check(DRAFT, Evidence.of_reports([report(WATER)]))))


def decision(choice: str, note: str = "") -> Decision:
    at = datetime(2024, 1, 2, tzinfo=UTC)
    return Decision(FigurePlace("s", 1, "30个"), choice, "web:1", at, note, "contradicted")


@pytest.mark.parametrize(
    ("choice", "is_open"), [("", True), ("note", True), ("accept", False), ("reject", False)]
)
def test_card_is_open_until_somebody_decides(choice: str, is_open: bool) -> None:
    decided = {2: decision(choice, "看过")} if choice else {}
    first, second = review_cards(kept(), decided, {"web:1": "王芳"}, "zh")
    assert (first.is_open, second.is_open) == (False, is_open)
    assert second.decision is None or (second.decision.who, second.decision.note) == ("王芳", "看过")


@pytest.mark.parametrize(("choice", "needs"), [("accept", True), ("note", True), ("reject", False)])
def test_figure_that_was_said_to_be_right_needs_nobody(choice: str, needs: bool) -> None:
    assert review_cards(kept(), {2: decision(choice)}, {}, "zh")[1].needs_person is needs


def test_decision_on_what_the_check_said_before_leaves_the_card_open() -> None:
    stale = replace(decision("reject"), verdict="unsupported")
    card = review_cards(kept(), {2: stale}, {}, "zh")[1]
    assert (card.needs_person, card.is_open) == (True, True)
    assert card.decision is not None
    assert card.decision.name == "数字无误（当时核对结论不同）"


def test_card_shows_the_source_with_its_figure_and_place() -> None:
    second = review_cards(kept(), {}, {}, "en")[1]
    assert second.name == "contradicted"
    (source, *_) = second.sources
    assert [piece.text for piece in source.pieces if piece.mark >= 0] == ["33个"]
    assert source.title == "临江市水务局关于巡察整改进展情况的通报"
    assert source.link.startswith("/reports/water?start=")


def test_person_without_a_name_is_told_by_id() -> None:
    made = review_cards(kept(), {2: decision("accept")}, {}, "zh")[1].decision
    assert made is not None
    assert made.who == "web:1"


def test_long_sentence_is_shown_around_the_figure() -> None:
    of = report("县局通报\n" + "甲" * 300 + "整改问题12个，" + "乙" * 300 + "。")
    evidence = Evidence.of_reports([of])
    shown = "".join(piece.text for piece in source_view(evidence.statements[0]).pieces)
    assert "12个" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 200


def test_counts_put_what_needs_a_person_first() -> None:
    assert [(one.verdict, one.count) for one in counted_verdicts(kept().findings, "zh")] == [
        ("contradicted", 1),
        ("supported", 1),
    ]
