from collections.abc import Sequence
from itertools import repeat

import pytest

from bot.generation.sentence_stream import (
    SentenceStream,
    cited_numbers,
    item_end,
    sentences_of,
    with_citations,
    without_numbers,
)

SENTENCES = [
    ("numbers-behind", ["完成588个", "。[1", "][2]化解", "528件。"], ["完成588个。[1][2]", "化解528件。"]),
    ("decimal", ["化解率91.", "35%。完"], ["化解率91.35%。", "完"]),
    ("quotation", ["他说“好。", "”又说“行。”"], ["他说“好。”", "又说“行。”"]),
    ("lines", ["甲。\n\n乙", "\n丙"], ["甲。", "乙", "丙"]),
    ("english", ["Rate 91.35% in 2020", ". [1] Next", " one."], ["Rate 91.35% in 2020. [1]", "Next one."]),
    ("nothing", ["", "  \n"], []),
]


@pytest.mark.parametrize(
    ("pieces", "wanted"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES]
)
def test_stream_is_cut_into_sentences(pieces: Sequence[str], wanted: list[str]) -> None:
    stream = SentenceStream()
    got = [sentence for piece in pieces for sentence in stream.feed(piece)]
    assert [*got, *stream.rest()] == wanted


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_sentences_do_not_depend_on_how_the_stream_was_cut(size: int) -> None:
    text = "完成588个。[1]化解率91.35%，提高7.32个百分点！[1][2]还有？\n没有。"
    stream = SentenceStream()
    pieces = [text[place : place + size] for place in range(0, len(text), size)]
    got = [sentence for piece in pieces for sentence in stream.feed(piece)]
    assert [*got, *stream.rest()] == [
        "完成588个。[1]",
        "化解率91.35%，提高7.32个百分点！[1][2]",
        "还有？",
        "没有。",
    ]


def test_citation_numbers_are_read_in_every_writing() -> None:
    assert cited_numbers("甲[1]乙【3】丙[2, 4]") == [1, 3, 2, 4]
    assert with_citations("甲[1]乙。[2]", [3]) == "甲乙。[3]"


def test_sentence_comes_out_as_soon_as_it_is_sure_to_be_whole() -> None:
    stream = SentenceStream()
    assert list(stream.feed("完成588个。")) == []  # a citation may follow
    assert list(stream.feed("[1]")) == []  # and another
    assert list(stream.feed("化")) == ["完成588个。[1]"]
    assert list(stream.rest()) == ["化"]
    assert list(stream.rest()) == []


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        pytest.param("甲[1]乙【3】丙[2, 4]", [1, 3, 2, 4], id="every writing"),
        pytest.param("甲[1][1]乙[1，2]", [1, 2], id="each once"),
        pytest.param("甲〔2023〕6号", [], id="a document's number"),
        pytest.param("甲[2023]乙", [], id="four digits"),
        pytest.param("甲[999]", [999], id="three digits"),
        pytest.param("甲[]乙", [], id="empty brackets"),
    ],
)
def test_citation_numbers_are_read(sentence: str, numbers: list[int]) -> None:
    assert cited_numbers(sentence) == numbers


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        pytest.param("甲[1]乙。", "甲   乙。", id="inside"),
        pytest.param("甲。 【1、2】", "甲。      ", id="behind, with its space"),
        pytest.param("甲〔2023〕6号。", "甲〔2023〕6号。", id="none"),
    ],
)
def test_citation_numbers_are_blanked(sentence: str, plain: str) -> None:
    assert without_numbers(sentence) == plain
    assert len(plain) == len(sentence)


@pytest.mark.parametrize(
    ("numbers", "cited"),
    [
        pytest.param([3], "甲乙。[3]", id="another"),
        pytest.param([2, 1], "甲乙。[2][1]", id="two"),
        pytest.param([], "甲乙。", id="none"),
    ],
)
def test_citation_numbers_are_put_in_place_of_those_it_had(numbers: list[int], cited: str) -> None:
    assert with_citations("甲[1]乙。[2]", numbers) == cited


@pytest.mark.parametrize(
    ("text", "earlier", "marker"),
    [
        ("1. 甲", "", "1. "),
        ("（2）甲", "（1）乙。", "（2）"),
        ("3、甲", "1、丙。\n2、乙。", "3、"),
        ("- 甲", "", "- "),
        ("1.5万元", "", ""),
        ("123. 甲", "", ""),
        ("甲1. 乙", "", ""),
        ("45、甲", "", ""),
        ("（1）个甲", "", ""),
    ],
)
def test_number_of_an_item_is_told_from_a_figure(text: str, earlier: str, marker: str) -> None:
    assert text[: item_end(text, earlier)] == marker


def test_model_that_counts_on_and_on_is_not_listened_to() -> None:
    counted = (f"第{number}项已办结。" for number in range(1, 10**9))
    assert len(list(sentences_of(counted))) < 10


def test_model_that_comes_to_no_end_is_not_listened_to() -> None:
    assert len("".join(sentences_of(repeat("整改")))) < 5000
