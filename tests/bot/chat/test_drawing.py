from decimal import Decimal
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bot.chat.drawing import FONT, draw, scale
from bot.chat.series import Mark, Series, difference, series_of
from corpus.statements.statements import read_statements
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Someone
from tests.retrieval.fictional import SCHOOL, WATER, report

CORPUS = Path(__file__).parents[3] / "corpus" / "reports"


def marks(*values: str) -> tuple[Mark, ...]:
    (first, *_) = read_statements(report(WATER))
    return tuple(Mark(f"第{number}家", Decimal(value), first) for number, value in enumerate(values))


@pytest.mark.parametrize(
    ("unit", "values", "factor", "plain"),
    [
        ("元", ["9999"], 1, "元"),
        ("元", ["5", "10000"], 10_000, "万元"),
        ("元", ["235100000"], 100_000_000, "亿元"),
        ("%", ["91.35"], 1, "%"),
        ("个", ["20000"], 1, "个"),
    ],
)
def test_axis_is_in_plain_units(unit: str, values: list[str], factor: int, plain: str) -> None:
    assert scale(Series("金额", unit, marks(*values))) == (Decimal(factor), plain)


@pytest.mark.parametrize(
    "values", [["3", "4"], ["0", "0"], ["-3", "4"], ["1"] * 12], ids=lambda v: "/".join(v[:2])
)
def test_picture_is_drawn(values: list[str]) -> None:
    assert draw(Series("整改问题", "个", marks(*values)), "出处：《某某通报》").startswith(b"\x89PNG")


def test_font_has_every_character_of_the_sample_reports() -> None:
    with TTFont(FONT, lazy=True) as font:
        known = set(font.getBestCmap())
    text = "".join(path.read_text("utf-8") for path in CORPUS.glob("*.txt"))
    assert {
        character for character in text if ord(character) not in known and not character.isspace()
    } == set()


def test_series_takes_one_unit_and_orders_by_value() -> None:
    found = series_of([*read_statements(report(WATER)), *read_statements(report(SCHOOL, "school"))])
    assert found is not None
    assert found.unit == "个"
    assert [(mark.label, str(mark.value)) for mark in found.marks] == [
        ("云溪大学", "42"),
        ("临江市水务局", "36"),
    ]


def test_series_of_one_figure_is_none() -> None:
    assert series_of(read_statements(report(WATER))[:1]) is None
    assert series_of([]) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["40", "33"], ("7", "1.21")), (["33", "40"], ("7", "0.82")), (["3", "0"], ("3", ""))],
)
def test_difference_and_ratio_are_exact(values: list[str], expected: tuple[str, str]) -> None:
    assert difference(marks(*values)) == expected


@pytest.mark.server
async def test_chart_is_sent_with_its_table(bot: Office, reader: Someone) -> None:
    (sent,) = await bot.tell(reader, "/chart 整改问题")
    assert sent.kind == "photo"
    assert "云溪大学：40个" in sent.text
    assert "《临江市水务局关于巡察整改进展情况的通报》" in sent.text


@pytest.mark.server
@pytest.mark.parametrize(
    ("text", "reply"), [("/chart", "请写明指标"), ("/chart 月球基地", "没有可以并列比较")]
)
async def test_chart_of_nothing_gets_its_sentence(
    bot: Office, reader: Someone, text: str, reply: str
) -> None:
    assert reply in (await bot.tell(reader, text))[0].text
