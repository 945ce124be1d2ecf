from collections.abc import Callable, Sequence

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.facts.gathering import (
    asks_owners,
    asks_superlative,
    of_owners,
    ordered,
    owners_draft,
    place_asked,
    which_owner,
)
from bot.conversation.heard import Heard
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import Saying, understand


def said(text: str, speaker: Answerer) -> Saying:
    return understand(text, opened(text), speaker.read, speaker.knowledge)


def test_owners_of_the_same_are_gathered_and_put_in_order(speaker: Answerer) -> None:
    saying = said("修订制度最少的是哪家", speaker)
    assert asks_superlative(saying)
    owned = of_owners(speaker, saying, "")
    told = ordered(saying, owned)
    assert [one.statement.figure.raw for one in told] == ["9项", "13项"]
    draft = owners_draft(saying, told, speaker.knowledge, ranked=True)
    assert draft.text.startswith("最少")


@pytest.mark.parametrize(
    ("text", "owners"), [("哪些单位追回了资金", True), ("追回了多少资金", False), ("哪些单位", False)]
)
def test_which_organisations_is_asked(speaker: Answerer, text: str, owners: bool) -> None:
    assert asks_owners(said(text, speaker)) is owners


@pytest.mark.parametrize(
    ("text", "superlative"),
    [
        ("修订制度最多的是哪家", True),
        ("哪个单位追回资金多", True),
        ("谁的修订制度更少", True),
        ("哪个多", False),
        ("平槐县水务局和县残联哪个追回资金多", False),
        ("追回资金多少", False),
    ],
)
def test_who_has_most_is_asked(speaker: Answerer, text: str, superlative: bool) -> None:
    assert asks_superlative(said(text, speaker)) is superlative


@pytest.mark.parametrize(("text", "raw"), [("哪个单位追回资金多", "48.6万元"), ("谁修订制度少一些", "9项")])
def test_who_has_more_of_all_has_most(
    talk: Callable[[Sequence[str]], list[Heard]], text: str, raw: str
) -> None:
    direct = talk([text])[-1].answer.direct
    assert direct is not None
    assert direct.raw == raw


@pytest.mark.parametrize(
    ("text", "place"), [("第二呢", 2), ("那第3名是谁", 3), ("最多的多少项", 1), ("修订几项", 0)]
)
def test_place_of_a_ranking_is_asked(text: str, place: int) -> None:
    assert place_asked(text) == place


def test_person_is_asked_whose(speaker: Answerer) -> None:
    owned = of_owners(speaker, said("修订制度最多的是哪家", speaker), "")
    answer = which_owner("修订制度多少项", "zh", "修订制度", owned)
    assert answer.refused
    assert len(answer.choices) == 2
