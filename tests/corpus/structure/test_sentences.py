import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.sentences import LONGEST_SENTENCE, split_sentences

ROWS = [
    ("full stops", "完成588个。化解528件。", ["完成588个。", "化解528件。"]),
    ("question and exclamation", "多少？很多！好", ["多少？", "很多！", "好"]),
    ("run of terminators", "真的？！好。", ["真的？！", "好。"]),
    ("semicolon does not end", "立案5件；结案3件。", ["立案5件；结案3件。"]),
    ("line without full stop", "一、总体情况\n完成整改。", ["一、总体情况", "完成整改。"]),
    ("decimal point", "化解率91.35%。提高7.32个百分点。", ["化解率91.35%。", "提高7.32个百分点。"]),
    ("full-width decimal point", "共１．５万件。", ["共１．５万件。"]),
    ("closing quote stays", "他说：“要改。”大家同意。", ["他说：“要改。”", "大家同意。"]),
    ("bracket stays", "（共12件。）其余已结。", ["（共12件。）", "其余已结。"]),
    ("straight quotes", '他说："要改。"大家"同意。"', ['他说："要改。"', '大家"同意。"']),
    ("straight quote opens the next", '改了。"再改。"', ["改了。", '"再改。"']),
    ("url keeps its question mark", "见 http://a.example/?id=1 页。", ["见 http://a.example/?id=1 页。"]),
    ("english sentences", "Done in May. Next is June.", ["Done in May.", "Next is June."]),
    ("english list number", "1. Done at 3.5 points", ["1. Done at 3.5 points"]),
    ("half-width full stop", "完成3个,占9.5%.其中2个销号.", ["完成3个,占9.5%.", "其中2个销号."]),
    ("point within a name", "昨日，书记买买提.艾力到会。", ["昨日，书记买买提.艾力到会。"]),
    ("file name", "见 report.docx 一文。", ["见 report.docx 一文。"]),
    ("spaces around", "  甲。 　乙。  ", ["甲。", "乙。"]),
    ("blank lines", "甲\n\n \n乙", ["甲", "乙"]),
    ("line separators", "甲\u2028乙\r\n丙", ["甲", "乙", "丙"]),
    ("empty", "", []),
    ("white space only", " \n\u3000", []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_split_sentences_returns(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_split_sentences_stays_within_the_range() -> None:
    text = "甲。乙。丙。"
    assert split_sentences(text, 2, 5) == [(2, 4), (4, 5)]


@pytest.mark.parametrize(("start", "end"), [(9, 3), (-5, 99), (3, 3)], ids=["reversed", "outside", "empty"])
def test_split_sentences_takes_any_range(start: int, end: int) -> None:
    text = "甲。乙。"
    assert all(text[first:last].strip() for first, last in split_sentences(text, start, end))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("甲5个、" * 2000, "、"),
        ("甲5个\t" * 2000, "个"),
        ("甲" * 9000, "甲"),
        ("甲" + " " * 9000 + "乙", "甲乙"),
    ],
    ids=["list", "row of a table", "no joint", "a gap"],
)
def test_sentence_that_is_too_long_is_cut_at_its_joints(text: str, ends: str) -> None:
    sentences = split_sentences(text)
    assert all(0 < end - start <= LONGEST_SENTENCE for start, end in sentences)
    assert all(text[end - 1] in ends for _, end in sentences)
    assert sum(end - start for start, end in sentences) >= len(text.replace("\t", "").replace(" ", ""))


@given(st.text(alphabet=st.sampled_from('字1.。！?"”’）\n \u3000aB、；\ud800')) | st.text())
def test_sentences_cover_any_text_in_order(text: str) -> None:
    position = 0
    for start, end in split_sentences(text):
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip() != ""
        position = end
    assert text[position:].strip() == ""
