import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.facts.confirming import (
    asking_for,
    claimed_figure,
    comparable_beside,
    meant_by,
    verdict_on,
)
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import Saying, understand
from tests.bot.conversation.facts.ledger_facts import known


def said(text: str, speaker: Answerer) -> Saying:
    return understand(text, opened(text), speaker.read, speaker.knowledge)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("是13项吗", "13项"),
        ("你确定不是14项？", "14项"),
        ("不是14吗", "14"),
        ("13项对吧", "13项"),
        ("该不会是14项吧", "14项"),
        ("残联修订的也是13项？", "13项"),
        ("修订了多少项", ""),
        ("2021年呢", ""),
    ],
)
def test_claimed_figure_is_read(speaker: Answerer, text: str, claimed: str) -> None:
    figure = claimed_figure(said(text, speaker))
    assert (figure.raw if figure else "") == claimed


def test_claim_of_something_else_asks_for_it(speaker: Answerer) -> None:
    saying = said("六十六条措施也是吗", speaker)
    figure = claimed_figure(saying)
    assert figure is not None
    assert asking_for(saying, figure) == "多少条措施"


@pytest.mark.parametrize(
    ("text", "begins"),
    [("是13项吗", "是"), ("你确定不是14项？", "不是14项"), ("是14项吗", "不是14项"), ("不是13吗", "是的")],
)
def test_yes_or_no_comes_first(speaker: Answerer, text: str, begins: str) -> None:
    ledger = known(speaker, ("water", "13项", ""))
    claimed = claimed_figure(said(text, speaker))
    assert claimed is not None
    stated = meant_by(claimed, ledger, ())
    assert stated is not None
    draft = verdict_on(claimed, stated, "zh", speaker.knowledge)
    assert draft.text.startswith(begins)
    assert draft.direct is not None
    assert draft.direct.raw == "13项"


def test_number_of_a_part_is_no_claim(speaker: Answerer) -> None:
    assert claimed_figure(said("二分场呢", speaker), and_that=True) is None
    assert claimed_figure(said("2到9月收到信访件呢", speaker), and_that=True) is None
    assert claimed_figure(said("13项制度呢", speaker), and_that=True) is not None


@pytest.mark.parametrize(("text", "raw"), [("是70条吗", "60条"), ("是22个吗", "24个"), ("是3.5%吗", None)])
def test_claim_is_held_against_what_counts_alike(speaker: Answerer, text: str, raw: str | None) -> None:
    claimed = claimed_figure(said(text, speaker))
    assert claimed is not None
    stated = next(one for one in speaker.knowledge.statements(["water"]) if one.figure.raw == "24个")
    done = next(one for one in speaker.knowledge.statements(["water"]) if one.figure.raw == "60条")
    found = comparable_beside(claimed, done if raw == "60条" else stated, speaker.knowledge)
    assert (found.figure.raw if found else None) == raw


@pytest.mark.parametrize("text", ["三个乡镇总体呢", "两个标段一共呢"])
def test_those_that_are_told_off_are_no_claim(speaker: Answerer, text: str) -> None:
    assert claimed_figure(said(text, speaker), and_that=True) is None
