import pytest

from bot.ranking.figure_context import words_around
from bot.ranking.scope import Place
from bot.ranking.term_presence import (
    COUNTED,
    DOCUMENT,
    IN_SENTENCES_BEFORE,
    LATER,
    OVER,
    OWN,
    StatementSetting,
    presence,
)
from checker.comparison.features import features
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT = """秀川县农具厂整改情况的通报
根据统一安排，秀川县委第二巡察组对农具厂党支部进行了巡察，指出了若干问题，农具厂党支部照单全收，逐条研究了改的办法，也请来老职工一起商量，商量以后把办法公布在厂门口，让大家看得见、说得上话，做到改一条、销一条，现在把有关情况向大家通报如下，请大家监督。
仓库上月清点了旧机器。
一、库房管理
铸造车间、装配车间分别检修机床300台和500台，采购润滑油12吨，节约电费8万元；年底前完成保温改造。
一季度、二季度检修平均分分别为81分和88分。
"""


def setting(raw: str) -> StatementSetting:
    report = parse_report(TEXT, id="farm", source="farm.txt")
    statements = read_statements(report)
    arounds = words_around(statements)
    index = next(index for index, one in enumerate(statements) if one.figure.raw == raw)
    one = statements[index]
    return StatementSetting(one, features(one), arounds[index], Place(report, "秀川县"))


@pytest.mark.parametrize(
    ("raw", "word", "expected"),
    [
        pytest.param("12吨", "润滑油", COUNTED, id="what is counted"),
        pytest.param("300台", "铸造", COUNTED, id="first of a row of names"),
        pytest.param("500台", "装配", COUNTED, id="second of a row of names"),
        pytest.param("500台", "铸造", LATER, id="another's name in a row"),
        pytest.param("81分", "平均分", COUNTED, id="what the last of a row says of all"),
        pytest.param("12吨", "库房", OVER, id="heading"),
        pytest.param("12吨", "旧机器", IN_SENTENCES_BEFORE, id="sentence before"),
        pytest.param("12吨", "饲料", 0.0, id="nowhere"),
        pytest.param("12吨", "采油", 0.6, id="short for its own words"),
        pytest.param("12吨", "检床", 0.55, id="short for words before them"),
        pytest.param("12吨", "农具厂", OWN, id="what the whole report is about"),
        pytest.param("12吨", "整改", OVER, id="what reports of all sorts are about"),
    ],
)
def test_word_is_told(raw: str, word: str, expected: float) -> None:
    assert presence(word, setting(raw)) == expected


def test_nearer_word_is_surer() -> None:
    one = setting("8万元")
    assert presence("电费", one) > presence("润滑油", one) > presence("旧机器", one) > DOCUMENT
