import pytest

from bot.conversation.turns.name_slips import (
    meant_by_half,
    name_alone,
    with_name_in_full,
    with_sounds_written,
)

NAMES = (
    "平槐县水务局",
    "汐港市住房和城乡建设局",
    "汐港市中心医院",
    "云溪省肿瘤医院",
    "云溪省水务投资集团有限公司",
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("shuiwuju 修订多少", "水务局 修订多少"),
        ("pinghuaixian shuiwuju修订多少", "平槐县水务局修订多少"),
        ("GDP增长多少", "GDP增长多少"),
        ("How many rules?", "How many rules?"),
    ],
    ids=["short", "in two words", "no name", "English"],
)
def test_name_in_pinyin_is_written_in_characters(text: str, written: str) -> None:
    assert with_sounds_written(text, NAMES) == written


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("医院", ("汐港市中心医院", "云溪省肿瘤医院")),
        ("住建", ("汐港市住房和城乡建设局",)),
        ("措施", ()),
        ("水", ()),
        ("务投资", ("云溪省水务投资集团有限公司",)),
    ],
    ids=["end", "characters", "no name", "too short", "piece"],
)
def test_half_a_name_means_those_that_it_may_be(said: str, meant: tuple[str, ...]) -> None:
    assert meant_by_half(said, NAMES) == meant


@pytest.mark.parametrize(
    ("rest", "name"), [("水务的", "水务"), ("水务的是多少", "水务"), ("水务追回多少", "水务追回多少")]
)
def test_name_alone_is_told_from_what_asks(rest: str, name: str) -> None:
    assert name_alone(rest) == name


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("仁安医院呢", "仁安民营医院呢"),
        ("仁安民营医院呢", "仁安民营医院呢"),
        ("汐港医院呢", "汐港医院呢"),
        ("仁安呢", "仁安呢"),
        ("仁安学院呢", "仁安学院呢"),
    ],
    ids=["short", "full", "several", "no end", "another"],
)
def test_name_in_short_is_one_that_begins_and_ends_alike(text: str, full: str) -> None:
    names = ("仁安民营医院", "汐港市中心医院", "汐港市口腔医院", "")
    assert with_name_in_full(text, names) == full
