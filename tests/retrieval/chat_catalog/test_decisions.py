from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from retrieval.chat_catalog.chat_catalog import ChatCatalog
from retrieval.chat_catalog.decisions import Decision, FigurePlace

NOON = datetime(2024, 3, 5, 12, tzinfo=UTC)
PLACE = FigurePlace("d1", 1, "41件", "d0", 0, 2)
MADE = Decision(PLACE, "reject", "telegram:7", NOON, "县里的台账是41件", "unsupported", "全县办结41件。")


def sentences(*numbers: int) -> set[str]:
    return {f"s{number}" for number in numbers}


def test_decision_comes_back_as_it_was_made(chat: ChatCatalog) -> None:
    draft = chat.decisions.add(sentences(1, 2, 3), MADE, name="通报.docx")
    assert chat.decisions.of(draft) == [MADE]


def test_decision_is_kept_once(chat: ChatCatalog) -> None:
    first = chat.decisions.add(sentences(1, 2), MADE)
    assert chat.decisions.add(sentences(1, 2), MADE) == first
    assert chat.decisions.of(first) == [MADE]


def test_decisions_come_in_the_order_in_which_they_were_made(chat: ChatCatalog) -> None:
    earlier = replace(MADE, choice="accept", at=NOON - timedelta(days=1))
    for made in (MADE, earlier):
        draft = chat.decisions.add(sentences(1), made)
    assert chat.decisions.of(draft) == [earlier, MADE]


@pytest.mark.parametrize(
    ("numbers", "known"),
    [
        pytest.param((1, 2, 3, 4), True, id="the same"),
        pytest.param((4, 3, 2, 1, 9), True, id="moved and one more"),
        pytest.param((1, 2, 8, 9), True, id="half"),
        pytest.param((1, 7, 8, 9), False, id="one of four"),
        pytest.param((7, 8), False, id="none"),
        pytest.param((), False, id="empty"),
    ],
)
def test_draft_is_known_by_its_sentences(chat: ChatCatalog, numbers: tuple[int, ...], known: bool) -> None:
    draft = chat.decisions.add(sentences(1, 2, 3, 4), MADE, name="a.docx")
    assert chat.decisions.draft(sentences(*numbers)) == (draft if known else None)


def test_draft_follows_its_versions(chat: ChatCatalog) -> None:
    draft = chat.decisions.add(sentences(1, 2, 3, 4), MADE)
    assert chat.decisions.add(sentences(3, 4, 5, 6), replace(MADE, choice="accept")) == draft
    assert chat.decisions.draft(sentences(5, 6, 7, 8)) == draft


def test_draft_with_most_in_common_is_meant(chat: ChatCatalog) -> None:
    chat.decisions.add(sentences(1, 2, 3, 4), MADE)
    second = chat.decisions.add(sentences(4, 5, 6, 7, 8), MADE)
    assert chat.decisions.draft(sentences(3, 4, 5, 6, 7, 8)) == second


def test_draft_of_thousands_of_sentences_is_known(chat: ChatCatalog) -> None:
    draft = chat.decisions.add(sentences(*range(3000)), MADE)
    assert chat.decisions.draft(sentences(*range(1000, 4000))) == draft
    assert chat.decisions.draft(sentences(*range(2900, 6000))) is None


def test_decisions_outlive_the_process(place: Path, chat: ChatCatalog) -> None:
    draft = chat.decisions.add(sentences(1), MADE)
    with ChatCatalog.open(place) as again:
        assert again.decisions.of(draft) == [MADE]
