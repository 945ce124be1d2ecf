import pytest

from bot.drafting.loose_pairs import work_out_loosely
from bot.question.understanding import read_question
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TITLE = "中共松原市水务局党组关于巡察整改情况的通报\n"


def worked_out(question: str, text: str) -> str:
    """The figure that is worked out for a question of a report, "" for none."""
    asked = read_question(question, Directory())
    statements = read_statements(parse_report(f"{TITLE}{text}\n", id="one", source="one.txt"))
    found = work_out_loosely(asked, asked.sought[0], statements)
    return found.raw if found else ""


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (
            "泵站巡察的问题还剩几条没改完",
            "巡察给局机关指出问题18条，泵站延伸巡察又指出问题44条。到6月底，局机关改完16条，泵站改完39条。",
            "5条",
        ),
        ("问题还剩几条没改完", "巡察给局机关指出问题18条，给泵站指出问题44条。局机关改完16条。", ""),
        ("泵站问题还剩几条没改完", "泵站巡察指出问题44条。局里开会三次研究。泵站改完39条。", ""),
        ("库里水泵账面和实有相差多少台", "仓库账面水泵310台，实有288台，已补购。", "22台"),
        ("库里水泵有多少台", "仓库账面水泵310台，实有288台，已补购。", ""),
    ],
    ids=[
        "of the next sentence",
        "of equals none",
        "not right behind",
        "two levels that are named",
        "no gap asked",
    ],
)
def test_figure_follows_from_two_that_no_one_sentence_joins(question: str, text: str, expected: str) -> None:
    assert worked_out(question, text) == expected
