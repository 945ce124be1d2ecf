import pytest

from bot.question.times import find_rounds, find_times, full_times

FULL = [
    ("years in a row", "2020和2021年", "2020年和2021年"),
    ("short year", "22年上半年", "2022年上半年"),
    ("rounds in a row", "第二、三轮", "第二轮、第三轮"),
    ("rounds in a row, in digits", "第4、5轮", "第四轮、第五轮"),
    ("round in digits", "第12轮和第４轮", "第十二轮和第四轮"),
    ("nothing short", "2022年第八轮", "2022年第八轮"),
]


@pytest.mark.parametrize(("text", "full"), [row[1:] for row in FULL], ids=[row[0] for row in FULL])
def test_full_times_write_out(text: str, full: str) -> None:
    assert full_times(text) == full


@pytest.mark.parametrize("text", ["第八轮巡视", "第8轮巡视", "第８轮巡视"])
def test_find_rounds_reads_any_numerals(text: str) -> None:
    masked, rounds = find_rounds(text, text)
    assert rounds == ("八",)
    assert masked == "　　　巡视"


def test_find_times_tells_what_is_only_compared_with() -> None:
    masked, asked, beside = find_times("2021年比2020年提高多少")
    assert (asked, beside) == (("2021年",), ("2020年",))
    assert "20" not in masked
