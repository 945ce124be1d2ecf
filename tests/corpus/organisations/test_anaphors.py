import pytest

from corpus.organisations.anaphors import antecedent, is_anaphor, may_refer_to


@pytest.mark.parametrize("word", ["该局", "局党组", "医院党委", "集团", "我县", "该局党组领导班子"])
def test_pointing_words_are_anaphors(word: str) -> None:
    assert is_anaphor(word)


@pytest.mark.parametrize("word", ["县委", "财政局", "省财政厅党组", "水投集团", ""])
def test_names_are_no_anaphors(word: str) -> None:
    assert not is_anaphor(word)


@pytest.mark.parametrize(
    ("word", "name", "fits"),
    [
        ("院党委", "省第一中级人民法院", True),
        ("医院党委", "省第一中级人民法院", False),
        ("学校党委", "云泽职业技术学院", True),
        ("公司", "云泽市城投集团", True),
        ("该单位", "市财政局", True),
        ("我县", "南川县", True),
        ("我县", "云泽市", False),
        ("该局", "该局", False),
    ],
)
def test_pointing_words_fit_what_ends_alike(word: str, name: str, fits: bool) -> None:
    assert may_refer_to(word, name) is fits


def test_antecedent_is_the_last_name_that_fits() -> None:
    before = ["云泽市财政局", "云泽理工大学", "省教育厅"]
    assert antecedent("学校", before) == "云泽理工大学"
    assert antecedent("该局", before) == "云泽市财政局"
    assert antecedent("医院党委", before) == ""
