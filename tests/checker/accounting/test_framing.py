import pytest

from checker.accounting.framing import is_frame, is_named_by_report
from checker.accounting.sources import SourcePassage, SourceSentence, SourceSentences
from corpus.structure.parsing import parse_report

TEXT = (
    "槐荫县校园食堂专项整治情况\n2025-06-10\n"
    "反馈问题：冷链台账缺失。整改责任单位：县教体局。\n"
    "食材采购：更换供货商4家。\n"
    "退费：退还餐费21万元。"
)
REPORT = parse_report(TEXT, id="food", source="food.txt")
SOURCE = SourceSentences([SourcePassage("food", REPORT.title, "", REPORT.text, 0, REPORT.published)], [])


def _sentence(words: str) -> list[SourceSentence]:
    return [one for one in SOURCE.sentences if words in one.text]


@pytest.mark.parametrize(
    ("clause", "of", "holds"),
    [
        pytest.param("在校园食堂专项整治中", "供货商", True, id="the title"),
        pytest.param("在农贸市场专项整治中", "供货商", False, id="another title"),
        pytest.param("在食材采购方面", "供货商", True, id="the label"),
        pytest.param("在食材采购方面", "餐费", False, id="another paragraph's label"),
        pytest.param("针对冷链台账缺失的问题", "供货商", True, id="the problem stated before"),
        pytest.param("针对餐具消毒不严的问题", "供货商", False, id="a problem that nobody stated"),
    ],
)
def test_clause_is_a_frame_where_title_label_or_problem_say_it(clause: str, of: str, holds: bool) -> None:
    assert is_frame(clause, _sentence(of)) is holds


@pytest.mark.parametrize(("time", "holds"), [("整治期间", True), ("巡视期间", False)])
def test_time_may_be_named_by_what_the_report_is_on(time: str, holds: bool) -> None:
    assert is_named_by_report(time, _sentence("供货商")[0]) is holds
