import pytest

from bot.conversation.turns.relative_times import in_full, is_bare_year


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


@pytest.mark.parametrize(
    ("text", "periods", "stated", "full"),
    [
        ("前年", ("去年",), "2025年", "2024年"),
        ("前年", ("去年",), "12月末", "2024年"),
        ("去年", ("前年",), "2024年", "2025年"),
        ("比去年", ("去年",), "2025年", "比去年"),
        ("前年", (), "12月末", "前年"),
    ],
)
def test_year_that_is_spoken_of_is_told_by_when_it_is_said(
    text: str, periods: tuple[str, ...], stated: str, full: str
) -> None:
    assert in_full(text, periods, (), stated, "2026-03-05") == full


@pytest.mark.parametrize(
    ("text", "is_year"), [("2023", True), ("2023？", True), ("2023个", False), ("588", False)]
)
def test_year_alone_is_told_from_a_number(text: str, is_year: bool) -> None:
    assert is_bare_year(text) is is_year
