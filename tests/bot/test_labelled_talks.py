"""Written talks over the sample reports, turn by turn with what is expected, held by floors.

``tests/data/README.md`` says who wrote them. A turn is right where its answer is of the sort and says what is expected.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest

from bot.answer import CheckedAnswer
from bot.answering.pipeline import Answerer
from bot.conversation.conversation import Conversation
from bot.conversation.state import NEW_DIALOGUE
from bot.library.opening import load_embedder
from bot.library.samples import SAMPLE_REPORTS
from bot.settings import Settings
from checker.comparison.agreement import Agreement, agree
from corpus.figure import Figure
from corpus.quantities.figures import find_figures
from corpus.structure.parsing import parse_report
from retrieval.index import Index

pytestmark = pytest.mark.model

TALKS = Path(__file__).parents[1] / "data" / "sample_talks" / "talks.jsonl"


@dataclass(frozen=True, slots=True)
class Told:
    """A turn of a talk with its answer."""

    turn: dict[str, Any]
    answer: CheckedAnswer

    @property
    def is_right(self) -> bool:
        """Whether one of the sorts that are expected fits."""
        return any(self._is(sort) for sort in self.turn["expect"].split("|"))

    @property
    def states_wrongly(self) -> bool:
        """Whether it states a figure that is not what was asked."""
        return not self.is_right and bool(self.answer.direct) and not self.answer.refused

    def _is(self, sort: str) -> bool:
        answer = self.answer
        if sort in ("smalltalk", "help"):
            return not answer.direct and not answer.citations and (not answer.refused or self._is_scope)
        if sort == "ask_back":
            return bool(answer.choices)
        if sort == "refuse":
            return answer.refused
        if answer.refused:
            return False
        wanted = self.turn.get("answer") or []
        if sort in ("figure", "derived"):
            return all(self._states(one) for one in wanted) and not self._is_forbidden
        return all(_says(answer.text, one) for one in wanted) and not self._is_forbidden

    @property
    def _is_scope(self) -> bool:
        return self.turn.get("kind") == "scope"

    @property
    def _is_forbidden(self) -> bool:
        direct = self.answer.direct
        return direct is not None and any(_same(direct, one) for one in self.turn.get("not", ()))

    def _states(self, wanted: str) -> bool:
        own = [line for line in self.answer.text.split("\n") if not line.startswith(("原文", "Source"))]
        direct = self.answer.direct
        return (direct is not None and any(_same(direct, one) for one in wanted.split("~"))) or _says(
            "\n".join(own), wanted
        )


def _says(text: str, wanted: str) -> bool:
    return any(one.replace(" ", "") in text.replace(" ", "").replace(",", "") for one in wanted.split("~"))


def _same(stated: Figure, wanted: str) -> bool:
    figures = find_figures(wanted)
    return stated.raw == wanted or (bool(figures) and agree(stated, figures[0]) is Agreement.EQUAL)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """Every turn of every talk with its answer."""
    talks = [json.loads(line) for line in TALKS.read_text("utf-8").splitlines()]
    found = []
    home = tmp_path_factory.mktemp("samples")
    settings = Settings(home=home)
    with Index.open(home, load=lambda: load_embedder(settings)) as index:
        files = sorted(
            (one for one in SAMPLE_REPORTS.iterdir() if one.name.endswith(".txt")), key=lambda one: one.name
        )
        index.add_all([parse_report(one.read_text("utf-8"), id=one.name, source=one.name) for one in files])
        conversation = Conversation(Answerer(index))
        for talk in talks:
            state = NEW_DIALOGUE
            for turn in talk["turns"]:
                heard = conversation.hear(turn["say"], state)
                state = heard.state
                found.append(Told(turn, heard.answer))
    return found


def test_turns_are_answered_right(told: list[Told]) -> None:
    assert fmean(one.is_right for one in told) >= 0.87, [one.turn["say"] for one in told if not one.is_right]


def test_few_turns_state_a_wrong_figure(told: list[Told]) -> None:
    wrong = [one.turn["say"] for one in told if one.states_wrongly]
    assert len(wrong) <= 0.04 * len(told), wrong


@pytest.mark.parametrize(
    ("kind", "floor"), [("greet", 1.0), ("meta", 1.0), ("scope", 1.0), ("nearmiss", 1.0)]
)
def test_turns_of_a_kind_are_answered_right(told: list[Told], kind: str, floor: float) -> None:
    own = [one for one in told if one.turn.get("kind") == kind]
    assert fmean(one.is_right for one in own) >= floor
