from collections.abc import Iterator, Sequence

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.facts.pointing import Pointing
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import UNION, heard_last
from tests.retrieval.fictional import LetterEmbedder

HOSPITAL = """中共桐岗县人民医院党委关于县委第三轮巡察整改进展情况的通报
发布时间：2023-05-20　来源：桐岗县人民医院
根据县委统一部署，2022年10月8日至12月1日，县委第四巡察组对桐岗县人民医院党委开展了常规巡察。
一、总体情况
针对反馈的24个问题，制定整改措施66条。截至2023年4月30日，24个问题已完成整改21个；修订制度13项。
二、支部整改
第一支部认领6个，完成5个；第二支部认领9个，完成7个；第三支部认领5个，完成4个。
三、成效
群众满意率由88.2%提高到93.5%。压减床位：东院区30张、西院区22张、南湖分部17张，共69张。
"""
FIRST = "桐岗县人民医院第二支部完成几个"
BEDS = "桐岗县人民医院东院区压减床位多少张"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with Index.open(tmp_path_factory.mktemp("hospital"), load=LetterEmbedder) as index:
        index.add(parse_report(HOSPITAL, id="hospital", source="hospital.txt"))
        index.add(parse_report(UNION, id="union", source="union.txt"))
        yield Answerer(index)


@pytest.mark.parametrize(
    ("turns", "raw"),
    [
        ((FIRST, "第三支部呢"), "4个"),
        ((FIRST, "我说的是第1"), "5个"),
        ((FIRST, "第四支部呢", "第三支部"), "4个"),
        ((BEDS, "西院区呢"), "22张"),
        ((BEDS, "南湖分部"), "17张"),
        ((BEDS, "东院区比南湖分部多多少张"), "13张"),
        ((BEDS, "东院区比南湖分部多多少张", "比西院区多多少"), "8张"),
        (("桐岗县人民医院修订制度多少项", "老百姓满不满意"), "93.5%"),
        (("桐岗县人民医院修订制度多少项", "县残联完成整改多少个问题", "还剩几个没改好"), "2个"),
        ((FIRST, "我听说是8个啊"), "7个"),
        ((FIRST, "哪个支部完成得最多", "第三支部呢"), "4个"),
    ],
)
def test_turn_that_points_is_answered_of_what_it_points_at(
    answerer: Answerer, turns: Sequence[str], raw: str
) -> None:
    heard = heard_last(answerer, turns)
    assert heard.answer.direct is not None, heard.answer.text
    assert heard.answer.direct.raw == raw


@pytest.mark.parametrize("said", ["第四支部呢", "第四支部", "那第4支部认领几个"])
def test_refusal_says_which_parts_the_report_tells(answerer: Answerer, said: str) -> None:
    answer = heard_last(answerer, (FIRST, said)).answer
    assert answer.refused
    assert "第一支部、第二支部、第三支部" in answer.text
    assert answer.findings == ()


def test_parts_of_a_report_are_told_where_one_is_not_among_them(answerer: Answerer) -> None:
    pointing = Pointing(answerer.knowledge)
    assert pointing.parts_told("第九支部", "hospital") == ("第一支部", "第二支部", "第三支部")
    assert pointing.parts_told("第2支部", "hospital") == ()
    assert pointing.parts_told("第九支部", "union") == ()


def test_nothing_is_reckoned_over_a_turn_that_was_not_answered(answerer: Answerer) -> None:
    answer = heard_last(answerer, (BEDS, "西院区呢", "食堂收入呢", "差多少")).answer
    assert answer.refused
    assert answer.direct is None


def test_doubt_is_answered_by_what_was_checked(answerer: Answerer) -> None:
    answer = heard_last(answerer, (FIRST, "你确定吗")).answer
    assert answer.text.startswith("确定")
    assert "第二支部认领9个，完成7个" in answer.text
    assert answer.direct is not None
    assert answer.direct.raw == "7个"
