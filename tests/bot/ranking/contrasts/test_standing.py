import pytest

from bot.ranking.contrasts.standing import Standing, standing, standings_ruled_out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("预计接待游客", Standing.PLANNED, id="planned"),
        pytest.param("应盘活土地", Standing.PLANNED, id="due"),
        pytest.param("押金一共要退", Standing.PLANNED, id="to be done"),
        pytest.param("原计划种树40亩，实际种树", Standing.DONE, id="done after a plan"),
        pytest.param("已种树40亩，下一步再种", Standing.PLANNED, id="a plan after what was done"),
        pytest.param("落实《种树计划》，种树", Standing.UNSAID, id="a document's name"),
    ],
)
def test_standing_is_what_a_text_tells_last(text: str, expected: Standing) -> None:
    assert standing(text) is expected
    for asked in ("实际种了多少亩", "种到了多少亩", "到底种多少亩"):
        assert (standing(text) in standings_ruled_out(asked)) is (expected is Standing.PLANNED)
    assert (standing(text) in standings_ruled_out("种树目标是多少亩")) is (expected is not Standing.PLANNED)
    assert standing(text) not in standings_ruled_out("种树多少亩")
