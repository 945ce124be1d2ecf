import pytest

from bot.english.sentences import is_english, read_pieces, read_sentence_words
from corpus.organisations.directory import Directory


@pytest.fixture(scope="module")
def directory() -> Directory:
    known = Directory()
    known.add_name("明溪县交通运输局")
    return known


READ = [
    pytest.param("17 rules were revised.", ["■", "制度", "修订"], id="words"),
    pytest.param("By June 30, 2023, 9 people were summoned.", ["2023年6月30日", "■"], id="day"),
    pytest.param("By the end of April 2024 it stood at 5.", ["2024年4月底", "■"], id="end of a month"),
    pytest.param("the eighth round", ["第八轮"], id="round"),
    pytest.param("Mingxi Transport Bureau", ["明溪县交通运输局"], id="name"),
    pytest.param(
        "The town hired 41 new village mediators.", ["镇", "新", "村", "调解员"], id="words of the towns"
    ),
    pytest.param("None were rectified.", ["none", "完成整改"], id="unknown word"),
    pytest.param("The 明溪县 court's fines came to 46.2万元.", ["明溪县", "■"], id="written in Chinese"),
    pytest.param("From 2.4 to 3 by the end of May", ["从", "5月底"], id="a month by itself"),
    pytest.param("in the second quarter of 2023", ["2023年第二季度"], id="quarter"),
]


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        pytest.param("17 rules were revised.", True, id="English"),
        pytest.param(
            "In 明溪县, nine people were held accountable (问责).", True, id="with a name in Chinese"
        ),
        pytest.param("购置CT 1台、DR 2台，检查平均等候2天。", False, id="Chinese with letters"),
        pytest.param("明溪县中心医院 PACS 系统已上线。", False, id="Chinese with a word"),
    ],
)
def test_sentence_is_english_by_most_of_its_words(sentence: str, english: bool) -> None:
    assert is_english(sentence) is english


def test_figure_written_in_chinese_is_a_number(directory: Directory) -> None:
    parts = read_pieces("Fines of 46.2万元 were paid by 31户.", directory)
    assert [(int(one.number.value), str(one.number.sort)) for one in parts if one.number] == [
        (462000, "money"),
        (31, "count"),
    ]


@pytest.mark.parametrize(("sentence", "words"), READ)
def test_sentence_is_read_into_the_reports_words(
    sentence: str, words: list[str], directory: Directory
) -> None:
    texts = [one.text for one in read_pieces(sentence, directory)]
    assert [text for text in texts if text in words] == words


def test_parts_stand_where_they_are_in_the_sentence(directory: Directory) -> None:
    sentence = "Half of the 37 problems were rectified."
    parts = {sentence[one.start : one.end] for one in read_pieces(sentence, directory)}
    assert {"Half", "37", "problems", "rectified"} <= parts


def test_two_clauses_with_a_number_each_are_parted(directory: Directory) -> None:
    texts = [one.text for one in read_pieces("9 meetings were held and 17 rules were revised.", directory)]
    assert "，" in texts
    assert "，" not in [one.text for one in read_pieces("9 doctors and nurses", directory)]


def test_words_of_the_table_have_their_chinese() -> None:
    words = read_sentence_words()
    assert words["the"] == ()
    assert "修订" in words["revised"]
