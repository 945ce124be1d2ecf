from decimal import Decimal
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bot.chat.drawing import FONT, draw, scale
from bot.chat.series import Mark, Series
from corpus.statements.statements import read_statements
from tests.retrieval.fictional import WATER, report

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
