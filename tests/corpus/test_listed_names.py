import pytest

from corpus.listed_names import (
    END_OF_PLACE,
    are_names,
    are_of_a_sort,
    body_name_end,
    body_sort,
    ends_as_place,
    listed_names,
    place_name_end,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("共修复矿山45座，其中望岭县18座、桐埠区15座、曲屏高新区12座。", ("望岭县", "桐埠区", "曲屏高新区")),
        ("城关区追发工资562万元（涉及71人）、沙湾区438万元（涉及29人）。", ("城关区", "沙湾区")),
        ("其中东岭镇62.4万元、柳湾乡48.7万元。", ("东岭镇", "柳湾乡")),
        ("居前两位的分别是梅垅县41件、青竹区38件。", ("梅垅县", "青竹区")),
        (
            "路桥公司反馈问题22个；养护公司反馈问题14个；物流公司反馈问题11个。",
            ("路桥公司", "养护公司", "物流公司"),
        ),
        ("人事处12个、已改11个；图书馆5个、已改3个；附属小学8个。", ("人事处", "图书馆", "附属小学")),
        ("人事处12个，图书馆5个。", ()),
        ("一标段核减12万元，二标段核减9万元。", ()),
        ("改造村庄15个，其中中心村3个、自然村12个。", ()),
        ("全市整改31个，各县整改20个。", ()),
        ("东岭镇整改31个。", ()),
    ],
    ids=[
        "parts",
        "with a deed and brackets",
        "at the beginning",
        "after 分别是",
        "bodies of a sort",
        "bodies of several sorts",
        "two of several sorts",
        "numbered parts",
        "kinds",
        "wholes",
        "one alone",
    ],
)
def test_places_that_are_listed_with_a_figure_each_are_named(text: str, names: tuple[str, ...]) -> None:
    assert listed_names(text) == names


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("城关区追发工资", 3),
        ("柳浦区被免职", 3),
        ("高新区", 3),
        ("望岭县", 3),
        ("收回资金", 0),
        ("全市整改", 0),
        ("", 0),
    ],
    ids=["deed", "what was done to it", "bare", "county", "no place", "whole", "nothing"],
)
def test_name_ends_where_its_deed_begins(words: str, end: int) -> None:
    assert place_name_end(words) == end


@pytest.mark.parametrize(
    ("words", "end", "sort"),
    [
        ("物流公司反馈问题", 4, "公司"),
        ("养护公司", 4, "公司"),
        ("市住建局追缴", 4, "局"),
        ("公司制度", 0, ""),
        ("收回资金", 0, ""),
    ],
    ids=["deed", "a verb in the name", "bureau", "no name", "no body"],
)
def test_body_ends_where_its_deed_begins(words: str, end: int, sort: str) -> None:
    assert (body_name_end(words), body_sort(words[:end])) == (end, sort)


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (["路桥公司", "养护公司"], True),
        (["路桥公司", "市住建局"], False),
        (["一标段", "二标段"], False),
        (["东岭镇", "柳湾镇"], False),
    ],
    ids=["companies", "of two sorts", "numbered", "an end of one character"],
)
def test_bodies_of_a_sort_end_alike(names: list[str], alike: bool) -> None:
    assert are_of_a_sort(names) is alike


def test_names_differ_and_are_mostly_no_common_words() -> None:
    assert are_names(["望岭县", "桐埠区"])
    assert not are_names(["望岭县", "望岭县"])
    assert not are_names(["中心村", "自然村"])
    assert END_OF_PLACE.search("白沙街道")


def test_end_of_a_place_stands_at_the_end_of_its_name() -> None:
    assert [one for one in ("马鞍村", "青泊市", "市殡仪馆", "县委") if ends_as_place(one)] == [
        "马鞍村",
        "青泊市",
    ]
