from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.turns.competition import Competition
from bot.conversation.turns.contender import Before
from bot.conversation.turns.readings import Reading
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import heard_last
from tests.retrieval.fictional import LetterEmbedder

FOREST = """稻香县林业局党组关于县委第五轮巡察整改进展情况的通报
发布时间：2024-08-12　来源：稻香县林业局
给予党纪处分7人，诫勉9人，谈话提醒21人。
核查林权证1840本，认定错登证件66本、重登证件38本；收回错登证件补偿款52万元，重登证件补偿款31万元。
清查逾期工程29个，竣工18个、撤销6个；收回结余资金97.4万元。
林区巡护道路49条贯通44条；督查组反馈隐患63处，整改51处，停用8处，未整改4处。
案件平均办理用时从去年同期的41天减至26天。退还护林员押金18.2万元。
追回挪用的造林补助160万元。
"""
MEADOW = """碧滩县水产局党组关于县委第五轮巡察整改进展情况的通报
发布时间：2024-08-15　来源：碧滩县水产局
给予党纪处分3人，移送公安机关5人。退还渔民押金23.6万元。
"""
PASTURE = """广陂县畜牧局党组关于县委第五轮巡察整改进展情况的通报
发布时间：2024-08-19　来源：广陂县畜牧局
给予党纪处分6人，移送公安机关2人。
"""
HEATH = """石漫县农机局党组关于县委第五轮巡察整改进展情况的通报
发布时间：2024-08-21　来源：石漫县农机局
给予党纪处分4人，移送公安机关1人。
"""


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    texts = {"forest": FOREST, "meadow": MEADOW, "pasture": PASTURE, "heath": HEATH}
    with Index.open(tmp_path_factory.mktemp("country"), load=LetterEmbedder) as index:
        for name, text in texts.items():
            index.add(parse_report(text, id=name, source=f"{name}.txt"))
        yield Answerer(index)


PUNISHED = "稻香县林业局党纪处分几人"


@pytest.mark.parametrize(
    ("turns", "raw"),
    [
        pytest.param((PUNISHED, "诫勉的呢", "移送公安的几人"), "", id="nobody else's, whom several tell"),
        pytest.param(
            ("稻香县林业局核查林权证多少本", "重登的呢", "补偿款收回多少"), "31万元", id="of the part"
        ),
        pytest.param(
            ("稻香县林业局逾期工程竣工几个", "撤销的呢", "收回多少钱"), "97.4万元", id="of the whole"
        ),
        pytest.param(("稻香县林业局反馈隐患整改几处", "没整改的几处"), "4处", id="left as it is stated"),
        pytest.param(("稻香县林业局巡护道路贯通几条", "总共几条"), "49条", id="the whole before it"),
        pytest.param(
            ("稻香县林业局案件平均办理用多少天", "去年同期呢", "今年比去年快了几天"),
            "15天",
            id="two levels of one change",
        ),
        pytest.param(
            (PUNISHED, "诫勉的呢", "谈话提醒的呢", "三种加起来一共多少"), "37人", id="three of a kind"
        ),
        pytest.param(
            (PUNISHED, "退护林员的押金和碧滩县水产局退的押金，哪个多"), "23.6万元", id="side by side"
        ),
        pytest.param(("稻香县林业局追回造林补助多少", "治沙补助追回多少"), "", id="a thing that is not told"),
    ],
)
def test_turn_leans_on_what_was_spoken_of(country: Answerer, turns: Sequence[str], raw: str) -> None:
    answer = heard_last(country, turns).answer
    assert (answer.direct.raw if answer.direct else "") == raw, answer.text


def test_reading_that_accounts_for_the_words_wins(speaker: Answerer) -> None:
    framed = Reading("平槐县水务局培训残疾人员多少人次", "培训残疾人员多少人次", framed=True)
    free = Reading("培训残疾人员多少人次", "培训残疾人员多少人次")
    won = Competition(speaker, Before(), ("培训", "残疾")).winner([framed, free])
    assert won is not None
    assert won.answers
    assert won.reading is free


def test_refusal_is_given_where_none_is_answered(speaker: Answerer) -> None:
    reading = Reading("县残联食堂收入多少", "食堂收入多少")
    won = Competition(speaker, Before(), ("食堂",)).winner([reading])
    assert won is not None
    assert not won.answers


def test_nothing_wins_among_none(speaker: Answerer) -> None:
    assert Competition(speaker, Before(), ()).winner([]) is None


def test_plan_is_refused_where_what_is_was_asked(speaker: Answerer) -> None:
    reading = Reading("平槐县水务局2023年漏损率多少", "漏损率多少", framed=True)
    won = Competition(speaker, Before(), ("漏损率",), ("2023年",)).winner([reading])
    assert won is not None
    assert not won.answers


def test_member_that_nobody_named_answers_for_no_whole(tmp_path: Path) -> None:
    text = (
        "平槐市安全生产督查通报\n本次督查共发现重大隐患78项。\n柳河区推行一企一员，帮助企业整改隐患1096项。\n"
    )
    with Index.open(tmp_path / "index", load=LetterEmbedder) as index:
        index.add(parse_report(text, id="safety", source="safety.txt"))
        answerer = Answerer(index)
        anchor = next(one for one in answerer.knowledge.statements(["safety"]) if one.figure.raw == "78项")
        before = Before(anchor, None, ("平槐市",), ("safety",), "safety")
        whole = Reading("平槐市帮助企业整改隐患多少项", "帮助企业整改隐患多少项", framed=True)
        won = Competition(answerer, before, ("整改",)).winner([whole])
        assert won is not None
        assert not won.answers
        named = Reading("柳河区帮助企业整改隐患多少项", "帮助企业整改隐患多少项", framed=True)
        won = Competition(answerer, before, ("整改",)).winner([named])
        assert won is not None
        assert won.answers


@pytest.mark.parametrize("turn", ["康复仪多少台", "残疾人员修订多少项"])
def test_figure_that_says_half_of_a_turn_that_names_nobody_is_not_stated(
    speaker: Answerer, turn: str
) -> None:
    heard = heard_last(speaker, ("平槐县水务局修订制度多少项", turn))
    assert heard.answer.refused
    assert heard.answer.direct is None


def test_what_was_not_asked_to_be_done_is_no_answer(speaker: Answerer) -> None:
    heard = heard_last(speaker, ("平槐县水务局修订制度多少项", "为什么没整改"))
    assert heard.answer.direct is None
