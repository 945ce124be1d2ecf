from dataclasses import replace

import pytest

from bot.drafting.sentences import (
    Sentence,
    answering_sentences,
    asked_words,
    belongs,
)
from bot.question.question import Question
from bot.question.understanding import read_question
from bot.ranking.scope import Place
from bot.ranking.term_weights import WordWeights
from corpus.organisations.directory import Directory, report_region
from corpus.organisations.lac import WordTagger
from retrieval.hit import Hit
from tests.bot.listed_report import COUNTY, HOSPITAL, report

MOST, ENOUGH, CLOSE = 3, 0.75, 0.9
"""Sentences of an answer, the least that one covers, and the least beside the best."""


REPORT = report(HOSPITAL, "hospital")
PLACE = Place(REPORT, report_region(REPORT))
DIRECTORY = Directory.of([REPORT])


def read(text: str) -> Question:
    return read_question(text, DIRECTORY)


def answering(text: str) -> list[Sentence]:
    hit = Hit(REPORT.id, REPORT.title, "", REPORT.text, 0, len(REPORT.text), 1.0, ())
    return answering_sentences(read(text), [hit], {REPORT.id: PLACE}, WordWeights(), WordTagger())


ANSWERED = [
    pytest.param(
        "云溪县人民医院怎么解决候诊时间长的问题", "增设自助机18台，开设夜间门诊。", id="below its heading"
    ),
    pytest.param("云溪县人民医院怎么解决外包监管缺失的问题", "终止合同3份。", id="another heading"),
]


@pytest.mark.parametrize(("question", "first"), ANSWERED)
def test_sentence_that_covers_the_words_answers(question: str, first: str) -> None:
    assert answering(question)[0].text == first


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("云溪县人民医院的传真机型号是什么", id="words that it does not say"),
        pytest.param("海东市档案馆的监督电话多少", id="another's"),
        pytest.param("多少", id="no word"),
    ],
)
def test_question_that_no_sentence_answers_has_none(question: str) -> None:
    assert answering(question) == []


@pytest.mark.parametrize(
    "question", ["云溪县人民医院修订了什么", "云溪县人民医院党委研究了什么", "监督电话多少"]
)
def test_sentences_are_few_close_to_the_best_and_the_reports_own(question: str) -> None:
    found = answering(question)
    assert len(found) <= MOST
    for one in found:
        assert one.text == REPORT.text[one.start : one.end]
        assert one.score >= ENOUGH
        assert one.score >= CLOSE * found[0].score


WORDS = [
    pytest.param("怎么解决候诊时间长的问题", {"候诊时间"}, {"怎么"}, id="content words"),
    pytest.param("《采购办法》写了什么", {"采购办法"}, {"《采购办法》"}, id="title whole"),
    pytest.param("SL-20B型机组放在哪里", {"SL-20B"}, {"哪里", "放在"}, id="code whole"),
    pytest.param("火炬从哪个城市出发", {"火炬", "出发"}, {"城市"}, id="sort of words aside"),
]


@pytest.mark.parametrize(("question", "said", "unsaid"), WORDS)
def test_asked_words_are_those_that_tell_what_is_asked(
    question: str, said: set[str], unsaid: set[str]
) -> None:
    words = asked_words(read(question))
    assert said <= set(words)
    assert not unsaid & set(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("question", "low", "high"),
    [
        pytest.param("候诊时间多长", 1.0, 1.0, id="nobody named"),
        pytest.param("云溪县人民医院候诊时间多长", 1.0, 1.0, id="issuer"),
        pytest.param("云溪县候诊时间多长", 1.0, 1.0, id="its region"),
        pytest.param("海东市档案馆候诊时间多长", 0.0, 0.5, id="another"),
    ],
)
def test_report_speaks_of_the_organisation_of_the_question(question: str, low: float, high: float) -> None:
    assert low <= belongs(read(question), PLACE, REPORT.text.index("增设自助机")) <= high


def test_report_of_one_region_does_not_speak_of_another() -> None:
    question = replace(read("候诊时间多长"), orgs=("海东市",))
    assert belongs(question, PLACE, REPORT.text.index("增设自助机")) < ENOUGH


def test_line_names_an_organisation_before_its_end_alone() -> None:
    county = report(COUNTY, "county")
    place = Place(county, report_region(county))
    question = read_question("云溪县白沙供水公司清收了多少", Directory.of([county]))
    start = county.text.index("县委派出4个")
    assert belongs(question, place, start, start + 8) < 1.0
