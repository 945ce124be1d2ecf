from collections.abc import Iterator

import pytest

from bot.answering.pipeline import Answerer
from bot.question.understanding import read_question
from bot.ranking.matching import match_statements
from bot.ranking.times.deed_dates import dates_of_deed
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

ARCHIVES = """中共柏陵市档案馆党组关于市委第五轮巡察整改进展情况的通报
发布时间：2024-06-20　来源：柏陵市档案馆
2023年10月12日至12月22日，市委第六巡察组对柏陵市档案馆党组开展了巡察。2024年1月17日，巡察组向馆党组反馈了巡察意见。
截至2024年5月31日，反馈的19个问题完成整改16个，其余3个已列出清单，预计2024年11月底前全部办结；2025年力争新增数字化档案8万卷。
中共柏陵市档案馆党组
2024年6月18日
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Index.open(tmp_path_factory.mktemp("archives"), load=LetterEmbedder) as index:
        index.add(parse_report(ARCHIVES, id="archives", source="archives.txt"))
        yield Answerer(index)


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        pytest.param("柏陵市档案馆什么时候巡察的", "2023年10月12日至12月22日", id="not whose name it is"),
        pytest.param("柏陵市档案馆什么时候反馈的", "2024年1月17日", id="the deed itself"),
        pytest.param("柏陵市档案馆什么时候能整改完", "2024年11月底", id="the plan's deadline"),
        pytest.param("柏陵市档案馆什么时候发布的", "2024-06-20", id="the day of the paper"),
    ],
)
def test_date_is_of_the_deed_that_is_asked(answerer: Answerer, question: str, raw: str) -> None:
    answer = answerer.ask(question)
    assert (answer.direct.raw if answer.direct else "") == raw


def kept(question: str, text: str) -> list[str]:
    report = parse_report(text, id="one", source="one.txt")
    asked = read_question(question, Directory.of([report]))
    matches = match_statements(asked, asked.sought[0], read_statements(report), {}, {})
    return [one.statement.figure.raw for one in dates_of_deed(asked, asked.sought[0], matches)]


def test_bare_day_under_a_report_answers_when_it_was_published() -> None:
    assert "2024年6月18日" in kept("什么时候公布的", ARCHIVES)
    assert "2024年6月18日" not in kept("什么时候反馈的", ARCHIVES)


def test_day_of_another_deed_is_none_of_a_stage() -> None:
    text = "柏陵市气象局关于巡察整改的通报\n2023年3月5日，巡察组进驻柏陵市气象局。\n"
    assert kept("什么时候改完", text) == []
    assert kept("什么时候进驻", text) == ["2023年3月5日"]


def test_only_date_beside_the_name_of_who_did_it_stands() -> None:
    text = "柏陵市供销社关于审计整改的通报\n2023年3月5日，审计组进驻柏陵市供销社。\n"
    assert kept("什么时候审计的", text) == ["2023年3月5日"]


def test_other_kinds_of_figures_are_left_as_they_are() -> None:
    assert kept("完成整改多少个问题", ARCHIVES)


def test_day_by_which_something_is_to_be_done_is_none_on_which_it_was() -> None:
    text = "柏陵市气象局关于巡察整改的通报\n发布时间：2023-03-20\n请各站于4月15日前报送整改报告。\n"
    assert kept("整改通报是哪天发布的？", text) == ["2023-03-20"]


@pytest.mark.parametrize("name", ["桥北村委会", "市应急局", "人才公寓"])
def test_word_of_a_name_asks_for_no_plan(name: str) -> None:
    text = f"柏陵市关于巡察整改的通报\n2023年3月5日，{name}整改完成问题9个。\n"
    assert kept(f"{name}什么时候整改完的", text) == ["2023年3月5日"]
