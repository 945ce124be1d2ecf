"""The part that a question asks of a whole."""

from collections.abc import Iterator

import pytest

from bot.answering.pipeline import Answerer
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

TEXT = """凤桥县农村信用联社关于巡察整改进展情况的通报
2024年6月18日
细颗粒物（PM2.5）平均浓度下降18.4%。
城东支行装修等9个项目多计工程款377万元，核减并追回290万元。
收回逾期贷款3460万元；引进专业人员38人，其中注册会计师5人。
养护G-104国道36公里，养护G105国道58公里。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answers from a notice that tells two wholes, and a part of one."""
    with Index.open(tmp_path_factory.mktemp("part"), load=LetterEmbedder) as index:
        index.add_all([parse_report(TEXT, id="part", source="part.txt")])
        yield Answerer(index)


@pytest.mark.parametrize(
    "question",
    [
        "凤桥县信用社收回的逾期贷款里，涉及养殖大户的有多少？",
        "凤桥信用社收回的逾期贷款里房地产的有多少万元",
        "凤桥信用社引进的专业人员里面有留学经历的几个人",
        "凤桥信用社PM10平均浓度下降了多少",
        "凤桥信用社城东支行装修项目核减了多少工程款",
    ],
)
def test_whole_does_not_answer_for_a_part_that_nobody_tells(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).refused


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        pytest.param("凤桥信用社引进的专业人员里，注册会计师有几人", "5人", id="a part that is told"),
        pytest.param("凤桥信用社PM2.5平均浓度下降了多少", "18.4%", id="the very number"),
        pytest.param(
            "凤桥信用社城东支行装修等9个项目核减追回多少工程款", "290万元", id="several asked of together"
        ),
        pytest.param("凤桥信用社养护G104国道多少公里", "36公里", id="the same number behind a hyphen"),
    ],
)
def test_what_is_told_of_the_part_is_answered(answerer: Answerer, question: str, raw: str) -> None:
    direct = answerer.ask(question).direct
    assert direct is not None
    assert direct.raw == raw
