import pytest

from bot.listing.sibling_question import read_siblings_question
from bot.listing.stated_extremes import stated_extreme
from bot.question.understanding import read_question
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory
from corpus.structure.parsing import parse_report

TEXT = "柏坪镇清理情况\n镇村债务4730万元；旺村债务最多，为613万元。各村集体收入都过10万元，最高的柳村达到186万元。"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("哪个村债务最多？", "旺村债务最多，为613万元", id="figure in the clause behind"),
        pytest.param("集体收入最高的是哪个村？", "最高的柳村达到186万元", id="name behind"),
        pytest.param("债务最少的是哪个村？", "", id="the other way"),
        pytest.param("绿化面积最大的是哪个村？", "", id="of something else"),
    ],
)
def test_report_says_itself_who_has_most(question: str, words: str) -> None:
    report = parse_report(TEXT, id="r", source="r.txt")
    read = read_question(question, Directory())
    asked = read_siblings_question(read)
    assert asked
    found = stated_extreme(read, asked, {"r": Place(report, "")})
    stated = report.text[found.start : found.end] if found and found.score > 0.7 else ""
    assert stated == words
