from decimal import Decimal

import pytest

from bot.answering.pipeline import Answerer
from bot.drafting.derivation import Derived, asks_to_derive, states_it, told_share, work_out
from bot.drafting.written_numbers import written
from bot.question.question import Question
from bot.question.understanding import read_question
from checker.verdicts import Verdict
from corpus.figure import Figure, Kind, Statement
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TITLE = "中共松原市水务局党组关于巡察整改情况的通报\n"


def read(text: str) -> Question:
    return read_question(text, Directory())


def stated(text: str) -> list[Statement]:
    return list(read_statements(parse_report(f"{TITLE}{text}\n", id="one", source="one.txt")))


def derived(question: str, text: str) -> Derived | None:
    asked = read(question)
    return work_out(asked, asked.sought[0], stated(text))


DERIVED = [
    ("青岩林业局比水务局多反馈几个问题", "5个"),
    ("青岩市水务局2022年查处案件比2021年多多少件", "15件"),
    ("青岩市水务局2022年罚款比2021年增长了百分之几", "38.9%"),
    ("青岩市水务局漏损率降了几个百分点", "3.4个百分点"),
    ("青岩市水务局抢修站点增加了多少个", "6个"),
    ("酒店公司还有几个问题没完成", "2个"),
    ("青岩市水务局还有多少水费没收回来", "265万元"),
    ("青岩市水务局闲置水泵还有几台没调剂", "17台"),
    ("青岩市水务局党纪处分和政务处分一共几个人", "8人"),
    ("青岩市水务局新建加修订的制度一共几项", "19项"),
    ("What share of the 26 problems has the Qingyan water bureau rectified?", "92.31%"),
]


@pytest.mark.parametrize(("question", "raw"), DERIVED, ids=[row[0] for row in DERIVED])
def test_figure_that_follows_is_worked_out_with_its_formula(
    grouped: Answerer, question: str, raw: str
) -> None:
    answer = grouped.ask(question)
    assert answer.direct is not None
    assert answer.direct.raw == raw
    assert any(f.figure.raw == raw and f.verdict is Verdict.DERIVED for f in answer.findings)


WORKED_OUT = [
    pytest.param(
        "满意度提高了多少", "满意度由93.6%提高到96.1%。", "2.5个百分点", "96.1%－93.6%", id="change"
    ),
    pytest.param(
        "营业收入增长了百分之几",
        "2022年营业收入28.4亿元，2021年营业收入26亿元。",
        "9.23%",
        "（28.4亿元－26亿元）÷26亿元",
        id="growth",
    ),
    pytest.param(
        "整改率是多少", "38个问题已完成整改35个。", "92.11%", "35个÷38个", id="of all that was found"
    ),
    pytest.param("还剩多少件纠纷没化解", "梳理纠纷578件，化解528件。", "50件", "578件－528件", id="rest"),
    pytest.param(
        "还欠供货商多少钱没还",
        "欠款740万元，清偿512万元。",
        "228万元",
        "740万元－512万元",
        id="in other words",
    ),
    pytest.param(
        "还有多少职工没领齐安置费",
        "涉及职工433名、安置费910万元，已全部领取的366名，发放700万元。",
        "67名",
        "433名－366名",
        id="of the kind that is asked for",
    ),
    pytest.param(
        "立行立改的事项还差几项没改",
        "立行立改类96项，已完成94项；其他事项29项，已完成21项。",
        "2项",
        "96项－94项",
        id="a sort that is called by the deed",
    ),
    pytest.param(
        "农家书屋还差几个没建",
        "计划建设农家书屋40个，已建成33个。",
        "7个",
        "40个－33个",
        id="of what was planned",
    ),
    pytest.param(
        "渠道淤泥还有多少吨没清运", "淤泥共640吨，清运595吨。", "45吨", "640吨－595吨", id="in its own unit"
    ),
    pytest.param("问题整改完成率是多少", "31个问题已完成整改29个。", "93.55%", "29个÷31个", id="share"),
    pytest.param(
        "问题整改完成率是多少",
        "53个问题完成整改44个，基本完成7个。",
        "83.02%",
        "44个÷53个",
        id="share, and not of what was done in part",
    ),
    pytest.param(
        "问题基本完成的占比是多少",
        "53个问题基本完成整改7个。",
        "13.21%",
        "7个÷53个",
        id="share of what was done in part, as asked",
    ),
    pytest.param(
        "还有几条建议没被采纳",
        "发出建议64条，采纳59条。",
        "5条",
        "64条－59条",
        id="what was not done by others",
    ),
    pytest.param(
        "平均每名学生退还多少元", "向1890名学生退还费用47.25万元。", "250元", "47.25万元÷1890名", id="average"
    ),
]


@pytest.mark.parametrize(("question", "text", "raw", "formula"), WORKED_OUT)
def test_figure_is_worked_out_of_two_of_one_sentence(
    question: str, text: str, raw: str, formula: str
) -> None:
    found = derived(question, text)
    assert found is not None
    assert (found.raw, found.formula) == (raw, formula)
    assert all(term.quote == text for term in found.terms)


NOT_WORKED_OUT = [
    pytest.param("满意度提高了多少", "满意度由93.6%提高到93.6%。", id="nothing changed"),
    pytest.param("还剩多少件纠纷没化解", "梳理纠纷578件。化解528件。", id="two sentences"),
    pytest.param("还剩多少件纠纷没化解", "梳理纠纷578件，化解528人次。", id="other units"),
    pytest.param("还剩多少件纠纷没化解", "梳理纠纷528件，化解578件。", id="more done than there was"),
    pytest.param("还剩多少件纠纷没化解", "采购水泵578件，办结采购528件。", id="of something else"),
    pytest.param("平均每亩补贴多少元", "向1890名学生退还费用47.25万元。", id="divided by something else"),
    pytest.param("梳理了多少件纠纷", "梳理纠纷578件，化解528件。", id="nothing to work out"),
    pytest.param("还剩多少件纠纷没化解", "梳理纠纷578件，初步化解528件。", id="done only in part"),
    pytest.param(
        "接待费增长了百分之几", "追缴补贴128万元；2022年接待费214万元。", id="growth of something else"
    ),
]


@pytest.mark.parametrize(("question", "text"), NOT_WORKED_OUT)
def test_what_does_not_follow_is_not_worked_out(question: str, text: str) -> None:
    assert derived(question, text) is None


@pytest.mark.parametrize(
    ("question", "text", "change"),
    [
        pytest.param("满意度提高了多少", "满意度由93.6%提高到96.1%。", "up", id="up"),
        pytest.param("漏损率下降了多少", "漏损率由16.2%降到13.7%。", "down", id="down"),
    ],
)
def test_worked_out_change_says_its_way(question: str, text: str, change: str) -> None:
    found = derived(question, text)
    assert found is not None
    assert (found.raw, found.change) == ("2.5个百分点", change)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        pytest.param("还剩多少件没办结", True, id="rest"),
        pytest.param("书屋还差几个", True, id="what is lacking"),
        pytest.param("人均退还多少元", True, id="average"),
        pytest.param("女生占比多少", True, id="share"),
        pytest.param("占比提高了多少", False, id="change of a share"),
        pytest.param("办结了多少件", False, id="what was done"),
        pytest.param("How many are left?", True, id="English"),
    ],
)
def test_question_asks_for_what_is_worked_out(question: str, asks: bool) -> None:
    asked = read(question)
    assert asks_to_derive(asked, asked.sought[0]) is asks


@pytest.mark.parametrize(
    ("question", "text", "states"),
    [
        pytest.param("还剩多少件没办结", "尚有5件未办结。", True, id="rest"),
        pytest.param("还剩多少件没办结", "办结5件。", False, id="what was done"),
        pytest.param("人均退还多少元", "平均每人退还5元。", True, id="average"),
        pytest.param("人均退还多少元", "退还费用5元。", False, id="sum"),
        pytest.param("办结了多少件", "尚有5件未办结。", False, id="neither asked"),
    ],
)
def test_statement_states_the_rest_or_the_average_itself(question: str, text: str, states: bool) -> None:
    assert states_it(read(question), stated(text)[-1]) is states


@pytest.mark.parametrize(
    ("question", "text", "share"),
    [
        pytest.param("梳理纠纷多少件", "梳理纠纷578件。", 1.0, id="all"),
        pytest.param("梳理纠纷多少件", "采购水泵578件。", 0.0, id="none"),
        pytest.param("完成多少件", "采购水泵578件。", 1.0, id="no word that tells"),
    ],
)
def test_share_of_the_words_that_figures_say(question: str, text: str, share: float) -> None:
    assert told_share(read(question).sought[0], stated(text)) == share


@pytest.mark.parametrize(
    ("value", "measure", "unit", "text"),
    [
        pytest.param("50000000", "万元", "元", "5000万元", id="ten thousands"),
        pytest.param("50000000", "亿元", "元", "0.5亿元", id="hundred millions"),
        pytest.param("50000000", "元", "元", "50000000元", id="plain"),
        pytest.param("5", "", "个", "5个", id="unit where no measure word is written"),
        pytest.param("0", "万元", "元", "0万元", id="nothing"),
    ],
)
def test_value_is_written_in_the_measure_word_of_another(
    value: str, measure: str, unit: str, text: str
) -> None:
    assert written(Decimal(value), Figure("", 0, 0, Kind.MONEY, unit=unit, measure=measure)) == text


@pytest.mark.parametrize("text", ["排查合同640份，整改不规范合同51份。", "移交问题线索178件，办结164件。"])
def test_rate_of_one_matter_is_not_that_of_the_rectification(text: str) -> None:
    assert derived("整改率是多少", text) is None


def test_nothing_is_left_in_another_unit_than_is_asked_in() -> None:
    text = "6家诊所未完成备案，17家诊所消毒记录不全。"
    assert derived("诊所还有多少项没完成", text) is None
