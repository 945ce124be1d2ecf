from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages import LANGUAGES, say
from bot.review.deciders import decision_mark, people_names, rulings_of, who_decided
from bot.review.draft_review import Ruling
from checker.check import check
from retrieval.chat_catalog.chat_catalog import ChatCatalog
from tests.checker.reports import evidence_of
from tests.retrieval.chat_catalog.test_decisions import MADE

SOURCE = "青岭县2022年受理来信52件，办结45件。"
DRAFT = "青岭县2022年受理来信52件，办结46件。"


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("web:a66a", "李科员"),
        ("terminal:anna", "anna"),
        ("word:李明", "李明"),
        ("telegram:42", "telegram:42"),
    ],
)
def test_person_is_told_by_name(person: str, name: str) -> None:
    assert who_decided(person, {"web:a66a": "李科员"}) == name


def test_names_are_those_that_people_gave(tmp_path: Path) -> None:
    with ChatCatalog.open(tmp_path / "catalog.db") as store:
        store.people.assign("web:1", "reviewer", by="", name="王芳")
        store.people.assign("telegram:2", "reader", by="")
        assert people_names(store.people) == {"web:1": "王芳"}


def test_decision_on_another_verdict_is_marked() -> None:
    assert decision_mark(MADE, "unsupported", "zh") == "数字无误"
    assert decision_mark(MADE, "contradicted", "en") == "figure is right (of another verdict)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ruling_is_called_the_same_at_every_door(language: str) -> None:
    for ruling in (Ruling.ACCEPT, Ruling.REJECT):
        assert say(f"telegram.button_{ruling}", language)[2:] == say(f"decision.{ruling}", language)


@pytest.mark.parametrize(("verdict", "clears"), [("contradicted", True), ("unsupported", False)])
def test_ruling_of_a_document_says_who_when_and_why(verdict: str, clears: bool) -> None:
    findings = check(DRAFT, evidence_of(SOURCE))
    number = next(n for n, one in enumerate(findings, 1) if one.figure.raw == "46件")
    made = replace(MADE, person="web:1", verdict=verdict, note="台账46件")
    (ruling,) = rulings_of(findings, {number: made}, {"web:1": "王芳"}).values()
    assert ruling.clears is clears
    assert ruling.told.startswith("数字无误")
    assert "（王芳，2024-03-" in ruling.told
    assert ruling.told.endswith("，台账46件）")
