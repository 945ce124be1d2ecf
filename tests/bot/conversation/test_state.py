import json

import pytest

from bot.answer import Choice
from bot.conversation.state import (
    FACTS_KEPT,
    CitedPlace,
    LedgerFact,
    Origin,
    State,
    Topic,
    state_json,
    state_of,
)

TALK = State(
    Topic(
        ("平槐县水务局",), (), ("2022年",), ("三",), "化解率多少", "figure", "a", {"orgs": Origin.INHERITED}
    ),
    (LedgerFact("a", 10, 14, "平槐县水务局2022年", 1), LedgerFact("a", 30, 34, raw="93.1%", metric="化解率")),
    3,
    "那2022年呢",
    (CitedPlace("a", 10, 40),),
    Topic(act="summary"),
    (Choice("平槐县水务局", "平槐县水务局化解率多少"),),
    library=True,
    before=State(said="化解率多少"),
)


@pytest.mark.parametrize("state", [State(), TALK], ids=["new", "full"])
def test_state_comes_back_from_json_unchanged(state: State) -> None:
    assert state_of(json.loads(json.dumps(state_json(state)))) == state


@pytest.mark.parametrize("shape", [None, [], {}, {"topic": 5}, {"facts": []}, "x"])
def test_what_is_no_state_is_the_empty_one(shape: object) -> None:
    assert state_of(shape) == State()


def test_ledger_keeps_the_last_facts_each_once() -> None:
    facts = tuple(LedgerFact("a", number, number) for number in range(FACTS_KEPT + 2))
    state = State().with_facts(facts).with_facts((LedgerFact("a", 5, 5, "again"),))
    assert len(state.facts) == FACTS_KEPT
    assert state.facts[-1].name == "again"
    assert [fact.at for fact in state.facts].count(5) == 1
