import pytest

from bot.english.names import find_names, organisation_words, pinyin, titled_names
from corpus.organisations.directory import Directory


@pytest.fixture
def directory() -> Directory:
    found = Directory()
    for name in ("西岭省财政厅", "西岭省粮食和物资储备局", "云泽市第一人民医院", "云泽市第二人民医院"):
        found.add_name(name)
    return found


NAMED = [
    ("what did the xiling finance department recover", "西岭", ["西岭省财政厅"]),
    ("how many depots did the xiling grain and reserves bureau check", "西岭", ["西岭省粮食和物资储备局"]),
    ("the rate of yunze second people's hospital", "云泽", ["云泽市第二人民医院"]),
    ("the rate of yunze hospital", "云泽", []),
    ("what did the xiling education department recover", "西岭", []),
    ("how many bridges did xiling repair", "西岭", []),
]


@pytest.mark.parametrize(("text", "place", "names"), NAMED, ids=[row[0] for row in NAMED])
def test_name_is_read_word_by_word(text: str, place: str, names: list[str], directory: Directory) -> None:
    assert find_names(text, [place], directory)[1] == names


def test_words_of_a_name_are_blanked_and_no_others(directory: Directory) -> None:
    text, _ = find_names("how much grain did the xiling grain and reserves bureau check", ["西岭"], directory)
    assert text.split() == ["how", "much", "grain", "did", "the", "and", "check"]


def test_name_of_a_title_is_read_however_its_characters_are_read() -> None:
    title = "长汶市重桥镇关于白鹿岭隧道的通报"
    told = "changwen inspected the bailuling tunnel, in zhangwen 31 people of chongqiao town"
    assert [name for *_, name in titled_names(told, title)] == ["长汶", "白鹿岭", "长汶", "重桥镇"]


def test_place_is_written_without_tones() -> None:
    assert pinyin("云泽") == "yunze"


def test_every_word_has_a_chinese_one() -> None:
    assert all(organisation_words().values())
