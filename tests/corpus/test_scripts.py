import pytest

from corpus.scripts import TRADITIONAL, simplified, with_full_stops
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

SOURCE = "華陽縣教育局約談幹部16人，追繳資金27.4萬元。"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("處分2087人，結案1964件。", "处分2087人，结案1964件。", id="traditional"),
        pytest.param("处分2087人，结案1964件。", "处分2087人，结案1964件。", id="simplified already"),
        pytest.param("整改𠮷處", "整改𠮷处", id="beyond the basic plane"),
    ],
)
def test_text_is_read_in_the_simplified_script_and_as_long(written: str, read: str) -> None:
    assert simplified(written) == read
    assert len(simplified(written)) == len(written)


def test_no_simplified_character_is_read_as_another() -> None:
    assert not {ord(one) for one in TRADITIONAL.values()} & set(TRADITIONAL)


def test_report_in_the_traditional_script_is_read_as_one_in_the_simplified() -> None:
    found = read_statements(parse_report(SOURCE, id="a", source="a"))
    assert [(one.figure.org, one.figure.metric, one.figure.raw) for one in found] == [
        ("华阳县教育局", "约谈干部", "16人"),
        ("华阳县教育局", "追缴资金", "27.4万元"),
    ]


def test_draft_keeps_its_figures_as_they_are_written() -> None:
    found = read_draft(SOURCE)
    assert [one.figure.raw for one in found] == ["16人", "27.4萬元"]
    assert all(SOURCE[one.figure.start : one.figure.end] == one.figure.raw for one in found)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("反馈问题31个,已整改29个.其余2个年底前完成.", "反馈问题31个,已整改29个。其余2个年底前完成。"),
        ("完成率95.5%.71条措施已落实", "完成率95.5%。71条措施已落实"),
        ("一.总体情况\n十二.下一步打算", "一.总体情况\n十二.下一步打算"),
        ("（二）.问题整改\n整改率9.5%", "（二）.问题整改\n整改率9.5%"),
        ("艾山.买买提介绍。共12件。", "艾山.买买提介绍。共12件。"),
        ("见www.example.org", "见www.example.org"),
    ],
)
def test_point_that_ends_a_sentence_is_read_as_full_stop(typed: str, read: str) -> None:
    assert with_full_stops(typed) == read
    assert len(read) == len(typed)
