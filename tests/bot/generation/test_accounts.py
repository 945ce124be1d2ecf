import pytest

from bot.generation.accounts import Accounts
from bot.generation.examination import Examiner
from bot.generation.passages import numbered
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from retrieval.hit import Hit
from tests.bot.generation.written_reports import DIRECTORY, HITS, STATEMENTS

ACCOUNTS = Accounts(numbered(HITS, ()), STATEMENTS, DIRECTORY)


@pytest.mark.parametrize(
    ("sentence", "raw"),
    [
        pytest.param("17 of the 19 problems were rectified.", "", id="true"),
        pytest.param("The bureau recovered 835,000 yuan.", "", id="in full digits"),
        pytest.param("Eighteen problems were rectified.", "Eighteen", id="number word"),
        pytest.param("83.5 million yuan was recovered.", "83.5 million yuan", id="scale"),
        pytest.param("17 problems were hidden.", "17 problems were hidden", id="deed"),
        pytest.param("The leakage rate rose from 11.9% to 16.2%.", "rose", id="direction"),
        pytest.param("66 problems were rectified.", "66", id="another's number"),
    ],
)
def test_english_is_held_against_the_chinese(sentence: str, raw: str) -> None:
    faults, held = ACCOUNTS.held_in_english(sentence, (1,))
    assert [sentence[one.start : one.end] for one in faults] == ([raw] if raw else [])
    assert held == (() if raw else (1,))


def test_words_without_figures_are_held_too() -> None:
    faults, _ = ACCOUNTS.held("松原市水务局获评全国先进。", (), "", (1,))
    assert [one.raw for one in faults]
    faults, held = ACCOUNTS.held("松原市水务局召开党组会。", (), "", (1,))
    assert (faults, held) == ([], (1,))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("2023年化解率91.3%，比上一年提高2.8个百分点。", id="a year by its number"),
        pytest.param("来访量比上一年下降13.5%。", id="by the word of its own"),
    ],
)
def test_year_before_is_told_by_either_way_of_the_source(sentence: str) -> None:
    text = "岭河县信访局关于巡察整改情况的通报\n发布时间：2024-05-20\n"
    text += "2023年化解率91.3%，比2022年提高2.8个百分点。2023年来访量同比下降13.5%。\n"
    report = parse_report(text, id="visits", source="visits.txt")
    directory = Directory.of([report])
    hit = Hit("visits", report.title, "", report.text, 0, len(report.text), 1.0, ("dense",), "2024-05-20")
    examiner = Examiner(numbered((hit,), ()), read_statements(report, directory), directory)
    assert [one.raw for one in examiner.examine(f"{sentence}[1]").faults] == []
