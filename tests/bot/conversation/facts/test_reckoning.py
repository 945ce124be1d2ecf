import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.facts.reckoning import Reckon, asked_reckoning, worked
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import Saying, understand
from tests.bot.conversation.facts.ledger_facts import known

ROWS = (("water", "13项", "平槐县水务局"), ("union", "9项", "平槐县残疾人联合会"))
MONEY = (("water", "3100万元", "2022年"), ("water", "2800万元", "2021年"))


def said(text: str, speaker: Answerer) -> Saying:
    return understand(text, opened(text), speaker.read, speaker.knowledge)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("哪个多", Reckon.WHICH),
        ("差多少", Reckon.GAP),
        ("涨了多少", Reckon.GAP),
        ("两个加起来多少", Reckon.SUM),
        ("还剩几个", Reckon.REST),
        ("人均多少", Reckon.MEAN),
        ("一样吗", Reckon.ALIKE),
        ("漏损率多少", None),
        ("县残联呢", None),
        ("为什么没退", None),
        ("哪个镇没退的最多", None),
        ("还有几个没退", Reckon.REST),
        ("2021年和2022年差多少", Reckon.GAP),
    ],
)
def test_turn_reckons_with_what_was_said(speaker: Answerer, text: str, act: Reckon | None) -> None:
    assert asked_reckoning(said(text, speaker), ()) is act


@pytest.mark.parametrize(
    ("text", "rows", "figure"),
    [
        ("差多少", ROWS, "4项"),
        ("两个加起来", ROWS, "22项"),
        ("涨了多少", MONEY, "300万元"),
        ("涨了百分之几", MONEY, "10.71%"),
        ("下降了百分之多少", MONEY, "9.68%"),
    ],
    ids=["gap", "sum", "rise", "in per cent", "how much less"],
)
def test_figure_is_worked_out_of_the_very_facts(
    speaker: Answerer, text: str, rows: tuple[tuple[str, str, str], ...], figure: str
) -> None:
    saying = said(text, speaker)
    act = asked_reckoning(saying, ())
    assert act is not None
    found = worked(act, saying, known(speaker, *rows), speaker.knowledge)
    assert found is not None
    assert found.draft.direct is not None
    assert found.draft.direct.raw == figure
    assert len(found.draft.citations) in (1, 2)


def test_more_of_two_is_named_first(speaker: Answerer) -> None:
    found = worked(Reckon.WHICH, said("哪个多", speaker), known(speaker, *ROWS), speaker.knowledge)
    assert found is not None
    assert found.draft.text.startswith("平槐县水务局")


def test_one_fact_compares_with_nothing(speaker: Answerer) -> None:
    ledger = known(speaker, ROWS[0])
    assert worked(Reckon.WHICH, said("哪个多", speaker), ledger, speaker.knowledge) is None
