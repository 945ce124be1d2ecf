import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.programs.json_shapes import decision_shape
from bot.review.draft_review import (
    DraftReview,
    JudgedFigure,
    Ruling,
    judged_figures,
    overrules,
)
from checker.check import check
from checker.evidence import Evidence
from corpus.errors import UnusableInput
from corpus.structure.parsing import parse_report
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.chat_catalog.decisions import Decisions

DRAFT = "临川区上半年受理来信41件，办结33件。群众满意率为92.5%。剩余8件正在办理。"
ANNA, BORIS = "telegram:7", "web:anna"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Decisions]:
    with ChatCatalog.open(tmp_path / "catalog.db") as opened:
        yield opened.decisions


def review(store: Decisions, text: str = DRAFT, verdict: str = "unsupported") -> DraftReview:
    spans = [match.span() for match in re.finditer(r"[\d.]+(?:件|%)", text)]
    return DraftReview(store, text, [JudgedFigure(*span, verdict) for span in spans])


def told(made: DraftReview) -> dict[int, tuple[str, str]]:
    return {number: (one.choice, one.note) for number, one in made.decisions().items()}


def test_decision_is_one_wherever_the_draft_is_opened(store: Decisions) -> None:
    review(store).decide(2, Ruling.REJECT, by=ANNA, note="台账为准")
    (found,) = review(store).decisions().values()
    assert (found.choice, found.note, found.person) == ("reject", "台账为准", ANNA)
    assert (found.place.raw, found.quote) == ("33件", "临川区上半年受理来信41件，办结33件。")


def test_next_version_carries_the_decision_and_not_to_a_changed_figure(store: Decisions) -> None:
    for number in (1, 2, 4):
        review(store).decide(number, Ruling.ACCEPT, by=ANNA)
    changed = f"剩余8件正在办理。{DRAFT.replace('剩余8件正在办理。', '').replace('41件', '42件')}"
    made = review(store, changed)
    assert {made.history(number)[-1].place.raw for number in made.decisions()} == {"33件", "8件"}
    assert [one.place.raw for one in made.gone()] == ["41件"]


def test_other_draft_carries_nothing(store: Decisions) -> None:
    review(store).decide(4, Ruling.ACCEPT, by=ANNA)
    other = "南丰镇的情况。剩余8件正在办理。全镇共有3件。另有2件。经费为5件。"
    assert review(store, other).decisions() == {}


def test_last_decision_holds_and_all_are_remembered(store: Decisions) -> None:
    made = review(store)
    made.decide(1, Ruling.ACCEPT, by=ANNA, at=datetime(2024, 1, 2, tzinfo=UTC))
    made.decide(1, Ruling.REJECT, by=BORIS, at=datetime(2024, 1, 3, tzinfo=UTC))
    assert told(made) == {1: ("reject", "")}
    assert [(one.choice, one.person) for one in made.history(1)] == [("accept", ANNA), ("reject", BORIS)]


def test_note_leaves_what_was_chosen(store: Decisions) -> None:
    made = review(store)
    made.decide(1, Ruling.NOTE, by=ANNA, note="待查")
    assert told(made) == {1: ("note", "待查")}
    made.decide(1, Ruling.ACCEPT, by=ANNA)
    assert told(made) == {1: ("accept", "待查")}
    made.decide(1, Ruling.NOTE, by=BORIS, note="已查")
    assert told(made) == {1: ("accept", "已查")}


def test_reopened_finding_is_undecided(store: Decisions) -> None:
    made = review(store)
    made.decide(1, Ruling.REJECT, by=ANNA, note="误报")
    made.decide(1, Ruling.REOPEN, by=BORIS)
    assert told(made) == {}
    assert made.need_person()
    assert len(made.history(1)) == 2


@pytest.mark.parametrize("number", [0, 5, -1])
def test_number_of_no_figure_is_refused(store: Decisions, number: int) -> None:
    with pytest.raises(UnusableInput, match=r"共有 4 个.*it has 4"):
        review(store).decide(number, Ruling.ACCEPT, by=ANNA)


def test_note_that_says_nothing_is_refused(store: Decisions) -> None:
    with pytest.raises(UnusableInput, match="备注是空的"):
        review(store).decide(1, Ruling.NOTE, by=ANNA, note=" ")


def test_figures_that_are_said_to_be_right_need_nobody(store: Decisions) -> None:
    made = review(store, "办结33件。")
    assert made.need_person()
    made.decide(1, Ruling.ACCEPT, by=ANNA)
    assert made.need_person()
    made.decide(1, Ruling.REJECT, by=ANNA)
    assert not made.need_person()


def test_rejection_of_another_verdict_overrules_nothing(store: Decisions) -> None:
    decision = review(store).decide(1, Ruling.REJECT, by=ANNA)
    assert overrules(decision, "unsupported")
    assert not overrules(decision, "contradicted")
    assert review(store, verdict="contradicted").need_person()


def test_findings_of_the_check_are_decided_on(store: Decisions) -> None:
    report = parse_report(
        "关于临川区来信办理情况的通报\n\n临川区上半年受理来信41件，办结30件。", id="lin", source="lin.txt"
    )
    findings = check(DRAFT, Evidence.of_reports([report]))
    made = DraftReview(store, DRAFT, judged_figures(findings), name="稿.docx")
    decision = made.decide(1, Ruling.ACCEPT, by=ANNA)
    assert decision_shape(decision) == {
        "choice": "accept",
        "note": "",
        "by": ANNA,
        "who": ANNA,
        "at": decision.at.isoformat(timespec="seconds"),
        "verdict": str(findings[0].verdict),
        "raw": findings[0].figure.raw,
        "quote": "临川区上半年受理来信41件，办结33件。",
    }
