from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.drafting.earlier_levels import level_before
from bot.question.understanding import read_question
from checker.verdicts import Verdict
from corpus.organisations.directory import Directory
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

TITLE = "中共松原市水务局党组关于巡察整改情况的通报\n"


@pytest.mark.parametrize(
    ("question", "text", "raw", "formula"),
    [
        pytest.param(
            "整改前管网普查率是多少",
            "管网普查率47.3%，比整改前提高9.1个百分点。",
            "38.2%",
            "47.3%－9.1个百分点",
            id="before it was put right",
        ),
        pytest.param(
            "2021年停水天数多少",
            "2022年停水天数37天，比2021年减少9天。",
            "46天",
            "37天＋9天",
            id="days",
        ),
        pytest.param(
            "上年检查水厂几家",
            "2022年检查水厂65家，比上年多检查16家。",
            "49家",
            "65家－16家",
            id="done once more",
        ),
        pytest.param(
            "2021年水费收入是多少",
            "2022年水费收入940万元，比2021年增加130万元。",
            "810万元",
            "940万元－130万元",
            id="risen",
        ),
        pytest.param(
            "2021年水费收入是多少",
            "2022年水费收入940万元，比上年减少130万元。",
            "1070万元",
            "940万元＋130万元",
            id="fallen since the year before",
        ),
        pytest.param(
            "2021年水质合格率是多少",
            "2022年水质合格率97.5%，比2021年提高1.3个百分点。",
            "96.2%",
            "97.5%－1.3个百分点",
            id="points of a rate",
        ),
        pytest.param(
            "2020年水费收入是多少", "2022年水费收入940万元，比2021年增加130万元。", "", "", id="another year"
        ),
        pytest.param(
            "2021年污水处理费是多少",
            "2022年水费收入940万元，比2021年增加130万元。",
            "",
            "",
            id="another thing",
        ),
        pytest.param(
            "2021年水费收入是多少",
            "2022年水费收入940万元，比2021年增长16%。",
            "",
            "",
            id="change in another unit",
        ),
        pytest.param(
            "2021年水费收缴到位多少钱",
            "2022年水费收缴到位率47.3%，比2021年提高9.1个百分点。",
            "",
            "",
            id="another kind than is asked for",
        ),
    ],
)
def test_level_that_a_change_starts_from_is_worked_out(
    question: str, text: str, raw: str, formula: str
) -> None:
    asked = read_question(question, Directory())
    statements = read_statements(parse_report(f"{TITLE}{text}\n", id="one", source="one.txt"))
    quantities = [one for one in statements if not is_scope(one.figure)]
    found = level_before(asked, asked.sought[0], quantities)
    assert ((found.raw, found.formula) if found else ("", "")) == (raw, formula)


def test_earlier_level_is_answered_with_its_working(tmp_path: Path) -> None:
    text = f"{TITLE}2022年水费收入940万元，比2021年增加130万元。\n"
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add_all([parse_report(text, id="one", source="one.txt")])
        answer = Answerer(index).ask("松原市水务局2021年水费收入是多少")
    assert answer.direct is not None
    assert answer.direct.raw == "810万元"
    assert [one.verdict for one in answer.findings if one.figure.raw == "810万元"] == [Verdict.DERIVED]


def test_level_now_does_not_answer_for_the_one_before_it_was_put_right(tmp_path: Path) -> None:
    text = f"{TITLE}管网普查率47.3%，比整改前提高9.1个百分点。\n"
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add_all([parse_report(text, id="one", source="one.txt")])
        answer = Answerer(index).ask("松原市水务局整改前的管网普查率是多少")
    assert answer.direct is not None
    assert answer.direct.raw == "38.2%"
