import pytest

from bot.question.understanding import read_question
from bot.ranking.contrasts.things import is_other_thing
from bot.ranking.figure_context import words_around
from bot.ranking.scope import Place
from bot.ranking.term_presence import StatementSetting, presence
from checker.comparison.features import features
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TITLE = "中共秀川县水务局党组关于省级水利督察整改情况的通报\n2023年5月9日\n"


def is_of_another(question: str, text: str, raw: str) -> bool:
    """Whether the figure ``raw`` of a report is of another thing than the question asks for."""
    report = parse_report(TITLE + text, id="one", source="one.txt")
    statements = read_statements(report)
    index = next(index for index, one in enumerate(statements) if one.figure.raw == raw)
    one = statements[index]
    setting = StatementSetting(one, features(one), words_around(statements)[index], Place(report, ""))
    sought = read_question(question, Directory.of([report])).sought[0]
    said = {word: presence(word, setting) for word in (*sought.words, *sought.context)}
    return is_other_thing(said, sought, setting)


@pytest.mark.parametrize(
    ("question", "text", "raw", "other"),
    [
        ("拖欠工资的保安有几人", "对拖欠工资的厨师6人补发。", "6人", True),
        ("拖欠工资的厨师有几人", "对拖欠工资的厨师6人补发。", "6人", False),
        ("扣了多少辆无牌的摩托", "清理无牌三轮车52辆。", "52辆", True),
        ("抽检的饮料不合格多少批次", "抽检蔬菜340批次，不合格12批次。", "12批次", True),
        ("抽检的蔬菜不合格多少批次", "抽检蔬菜340批次，不合格12批次。", "12批次", False),
        ("城市供水合同清理了几份", "清查乡镇供水合同80份，废止12份。", "80份", True),
        ("新建的苗圃有几个", "新建泵站9个。", "9个", True),
        ("国家水利督察查出几个问题", "省级水利督察发现问题31个。", "31个", True),
        ("省级水利督察查出几个问题", "省级水利督察发现问题31个。", "31个", False),
        ("退给居民的水费有多少", "退还用户水费3.4万元。", "3.4万元", False),
        ("除垢设备花了多少钱", "除垢系统投入85万元。", "85万元", False),
        ("被撤职的站长有几个", "站长受处分4人。", "4人", True),
        ("立案的人里，站长有几名", "招聘站长4人。", "4人", True),
        ("立案的干部里，站长有几名", "共立案11人。其中站长4人。", "4人", False),
        ("被撤职的站长有几个", "站长撤职4人。", "4人", False),
        ("县级水库加固了几座", "市级水库加固7座。", "7座", True),
        ("秋季造林多少亩", "2024年春季造林430亩。", "430亩", True),
        ("春季造林多少亩", "2024年春季造林430亩。", "430亩", False),
    ],
    ids=[
        "another person",
        "the very person",
        "of the same sort",
        "of the clause before",
        "the very thing of the clause before",
        "told by the word before it",
        "both words others",
        "the title tells it",
        "as the title tells it",
        "wide names",
        "a set for a thing",
        "a penalty that is a wider one's",
        "another deed for a penalty",
        "a penalty of the sentence before",
        "the very penalty",
        "another level",
        "another season than the time says",
        "the season that the time says",
    ],
)
def test_figure_of_another_thing_is_told_by_what_stands_in_its_place(
    question: str, text: str, raw: str, other: bool
) -> None:
    assert is_of_another(question, text, raw) == other
