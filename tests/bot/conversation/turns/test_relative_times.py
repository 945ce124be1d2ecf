import pytest

from bot.conversation.turns.relative_times import in_full


@pytest.mark.parametrize(
    ("text", "periods", "rounds", "full"),
    [
        ("上年", ("2021年",), (), "2020年"),
        ("前年", ("2021年上半年",), (), "2019年"),
        ("上一轮", (), ("六",), "第五轮"),
        ("上上轮", (), ("六",), "第四轮"),
        ("5月底的", ("2021年",), (), "2021年5月底的"),
        ("上半年", ("2021年",), (), "2021年上半年"),
        ("比上年增长多少", ("2021年",), (), "比上年增长多少"),
        ("and the sixth?", (), ("五",), "and the sixth round?"),
        ("上年", (), (), "上年"),
        ("上一轮", (), ("一",), "上一轮"),
    ],
    ids=[
        "year before",
        "two before",
        "round before",
        "two rounds before",
        "month",
        "half a year",
        "compared with",
        "English",
        "no topic",
        "none before",
    ],
)
def test_time_is_told_by_the_one_before(
    text: str, periods: tuple[str, ...], rounds: tuple[str, ...], full: str
) -> None:
    assert in_full(text, periods, rounds) == full


def test_time_of_the_answer_serves_where_none_was_said() -> None:
    assert in_full("上年", (), (), "截至2021年6月30日") == "2020年"
