from collections.abc import Callable, Sequence

from bot.conversation.heard import Heard

Talk = Callable[[Sequence[str]], list[Heard]]


def direct(heard: Heard) -> str:
    return heard.answer.direct.raw if heard.answer.direct else ""


def test_what_was_said_is_compared_and_added(talk: Talk) -> None:
    heard = talk(["平槐县水务局修订制度多少项", "县残联呢", "哪个多", "差多少", "两个加起来"])
    assert [direct(one) for one in heard] == ["13项", "9项", "13项", "4项", "22项"]


def test_level_before_is_given(talk: Talk) -> None:
    assert direct(talk(["平槐县水务局水质合格率多少", "原来呢"])[1]) == "95.2%"


def test_ranking_is_gone_through_by_place(talk: Talk) -> None:
    first, second = talk(["修订制度最多的是哪家", "第二呢"])
    assert (direct(first), direct(second)) == ("13项", "9项")


def test_nobody_named_asks_back_where_several_state_it(talk: Talk) -> None:
    asked, chosen = talk(["修订制度多少项", "残联"])
    assert len(asked.answer.choices) == 2
    assert direct(chosen) == "9项"


def test_figure_tells_whose_it_is(talk: Talk) -> None:
    assert direct(talk(["四百一十二人次是哪个单位的"])[0]) == "412人次"


def test_what_is_named_is_compared_and_not_what_was_answered(talk: Talk) -> None:
    heard = talk(["县水务局追回资金多少", "县残联追回资金多少", "两家哪家完成整改的问题多"])
    assert direct(heard[-1]) == "21个"


def test_which_is_more_is_not_told_of_what_the_turn_does_not_name(talk: Talk) -> None:
    heard = talk(["平槐县水务局修订制度多少项", "县残联呢", "哪家罚款多"])
    assert heard[-1].answer.refused
