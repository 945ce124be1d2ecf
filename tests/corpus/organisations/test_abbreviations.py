import pytest

from corpus.organisations.abbreviations import abbreviates_words, unit_shortened_at

ROWS = [
    ("西岭医科大附属医院", "西岭医科大学附属医院", "西岭", True),
    ("中医药大学", "西岭中医药大学", "西岭", True),
    ("省林科院", "西岭省林业科学研究院", "", True),
    ("西岭社科院", "西岭省社会科学院", "", True),
    ("云泽文旅集团", "云泽市文化旅游投资集团有限公司", "", True),
    ("西岭大学", "西岭工业大学", "西岭", False),
    ("省中医院", "西岭省人民医院", "", False),
    ("云泽人民医院", "云泽市第一人民医院", "", False),
    ("医院", "云泽市第一人民医院", "", False),
    ("云泽市", "云泽市", "", False),
]


@pytest.mark.parametrize(("short", "full", "place", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_short_name_takes_of_every_telling_word(short: str, full: str, place: str, expected: bool) -> None:
    assert abbreviates_words(short, full, place) is expected


UNITS = ("江湾市公共交通有限公司", "江湾市教育局", "江湾市第一中学", "江湾市第二中学", "北岸市城市管理局")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("江湾公交更新车辆", "江湾市公共交通有限公司", id="one of the place"),
        pytest.param("江湾教育经费", "", id="the field of an office"),
        pytest.param("江湾中学", "", id="two of the place"),
        pytest.param("江湾城管", "", id="another place's"),
    ],
)
def test_what_stands_behind_a_place_shortens_its_one_unit(text: str, name: str) -> None:
    end, found = unit_shortened_at(text, 2, "江湾市", UNITS)
    assert (found, text[:end]) == (name, text[:4] if name else "")
