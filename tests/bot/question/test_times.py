import pytest

from bot.question.times import find_rounds, find_times, full_times


@pytest.mark.parametrize(
    ("said", "full"),
    [
        pytest.param("2020和2021年各多少", "2020年和2021年各多少", id="years that share their word"),
        pytest.param("2020、2021年各多少", "2020年、2021年各多少", id="in a row"),
        pytest.param("22年上半年多少", "2022年上半年多少", id="two digits"),
        pytest.param("2023上半年多少", "2023年上半年多少", id="without 年"),
        pytest.param("第二、三轮多少", "第二轮、第三轮多少", id="rounds that share their word"),
        pytest.param("第二轮和三轮多少", "第二轮和第三轮多少", id="second round without 第"),
        pytest.param("用了22年", "用了22年", id="how long, not when"),
        pytest.param("近10年多少", "近10年多少", id="a span"),
        pytest.param("2020年和2021年多少", "2020年和2021年多少", id="full already"),
        pytest.param("完成2020个", "完成2020个", id="number that is no year"),
        pytest.param("2022采茶节来了多少人", "2022年采茶节来了多少人", id="before what was in it"),
        pytest.param("规程（2022版）有几条", "规程（2022版）有几条", id="of a document"),
        pytest.param("2022人来过", "2022人来过", id="people, not the year"),
        pytest.param("", "", id="empty"),
    ],
)
def test_shortened_times_are_written_in_full(said: str, full: str) -> None:
    assert full_times(said) == full


TIMES = [
    pytest.param("2021年修了几座", "　　　　　修了几座", ("2021年",), (), id="one year"),
    pytest.param("本科生占比2021年多少", "本科生占比　　　　　多少", ("2021年",), (), id="a share, not than"),
    pytest.param(
        "2021年比2020年多修几座", "　　　　　　　　　　　多修几座", ("2021年",), ("2020年",), id="compared"
    ),
    pytest.param("现在修了几座", "　　修了几座", (), (), id="now says no time"),
    pytest.param("整改前后各几座", "　　　　各几座", (), (), id="before and after"),
    pytest.param("第三轮修了几座", "第三轮修了几座", (), (), id="a round is no time"),
    pytest.param("修了几座", "修了几座", (), (), id="no time"),
    pytest.param("", "", (), (), id="empty"),
]


@pytest.mark.parametrize(("text", "masked", "asked", "compared"), TIMES)
def test_times_are_blanked_and_told(
    text: str, masked: str, asked: tuple[str, ...], compared: tuple[str, ...]
) -> None:
    assert find_times(text) == (masked, asked, compared)


@pytest.mark.parametrize(
    "text",
    ["2021年和2022年上半年各多少", "比上年提高了多少", "整改之后2023年3月8日多少", "较2020年末下降多少"],
)
def test_blanking_moves_no_offset(text: str) -> None:
    masked, _, _ = find_times(text)
    assert len(masked) == len(text)
    assert all(one in (other, "　") for one, other in zip(masked, text, strict=True))


@pytest.mark.parametrize(
    ("text", "masked", "rounds"),
    [
        pytest.param("第三轮多少", "　　　多少", ("三",), id="one"),
        pytest.param("第３轮多少", "　　　多少", ("三",), id="full-width digit"),
        pytest.param(
            "第三轮和第四轮，第三轮多少", "　　　和　　　，　　　多少", ("三", "四"), id="each once"
        ),
        pytest.param("这轮多少", "这轮多少", (), id="no number"),
        pytest.param("第三届多少", "第三届多少", (), id="a term"),
    ],
)
def test_rounds_are_blanked_and_told(text: str, masked: str, rounds: tuple[str, ...]) -> None:
    assert find_rounds(text, text) == (masked, rounds)


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
