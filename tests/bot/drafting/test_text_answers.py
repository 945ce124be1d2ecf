import pytest

from bot.answer import Draft
from bot.drafting.candidates import Found
from bot.drafting.text_answers import draft_words
from bot.question.understanding import read_question
from bot.ranking.scope import Place
from corpus.organisations.directory import Directory, report_region
from retrieval.hit import Hit
from tests.bot.listed_report import HOSPITAL, report

HOSPITAL_REPORT = report(HOSPITAL, "hospital")


def drafted(text: str) -> Draft | None:
    one = HOSPITAL_REPORT
    hit = Hit(one.id, one.title, "", one.text, 0, len(one.text), 1.0, ())
    places = {one.id: Place(one, report_region(one))}
    return draft_words(read_question(text, Directory.of([one])), Found((hit,), (), places, ()))


EXACT = [
    ("云溪县人民医院监督电话多少", "0955-6613204"),
    ("云溪县人民医院的电子信箱是什么", "jw@yxrmyy.example"),
    ("云溪县人民医院通信地址在哪里", "云溪县河东路8号"),
    ("云溪县人民医院设备采购办法的文号是什么", "云医发〔2023〕6号"),
    ("云溪县人民医院党委是被哪个巡察组巡察的", "县委第二巡察组"),
]


@pytest.mark.parametrize(("question", "words"), EXACT, ids=[row[1] for row in EXACT])
def test_what_is_quoted_to_the_letter_comes_first(question: str, words: str) -> None:
    draft = drafted(question)
    assert draft is not None
    assert draft.text.splitlines()[0] == f"{words} [1]"
    (citation,) = draft.citations
    assert words in citation.quote


def test_what_stands_under_a_heading_answers_in_its_place() -> None:
    draft = drafted("云溪县人民医院怎么解决候诊时间长的问题")
    assert draft is not None
    assert draft.citations[0].quote == "增设自助机18台，开设夜间门诊。"


@pytest.mark.parametrize("question", ["云溪县人民医院的传真机型号是什么", "海东市档案馆的监督电话多少"])
def test_question_that_no_sentence_answers_has_no_draft(question: str) -> None:
    assert drafted(question) is None


NOTICE = report(
    """澜溪市水务集团关于清源平台上线的通报
2023年5月18日
2022年11月，澜溪市水务集团在全省供水行业大会上宣布启用“清源”平台。
平台由总工程师周望川主持开发，服务器设在滨江路机房。
2021年，集团曾在市供水论坛上介绍旧平台。
平台启用后怎么样？
2023年5月18日
""",
    "notice",
)


def told(text: str) -> list[str]:
    hit = Hit(NOTICE.id, NOTICE.title, "", NOTICE.text, 0, len(NOTICE.text), 1.0, ())
    places = {NOTICE.id: Place(NOTICE, report_region(NOTICE))}
    draft = draft_words(read_question(text, Directory.of([NOTICE])), Found((hit,), (), places, ()))
    return [citation.quote for citation in draft.citations] if draft else []


TOLD = [
    ("清源平台是在哪个会议上宣布启用的", "供水行业大会"),
    ("平台是谁主持开发的", "周望川"),
    ("平台的服务器设在哪里", "滨江路机房"),
    ("水务集团2021年在哪个论坛上介绍了旧平台", "市供水论坛"),
]


@pytest.mark.parametrize(("question", "words"), TOLD, ids=[row[0] for row in TOLD])
def test_sentence_with_the_sort_of_words_that_is_asked_answers(question: str, words: str) -> None:
    first, *_ = told(question)
    assert words in first


UNTOLD = [
    "清源平台的传真机是谁采购的",
    "碧波平台是在哪个会议上宣布启用的",
    "水务集团董事长是谁",
]


@pytest.mark.parametrize("question", UNTOLD)
def test_what_the_report_does_not_say_has_no_draft(question: str) -> None:
    assert told(question) == []


def test_neither_a_question_nor_a_date_nor_a_title_answers() -> None:
    answered = told("平台启用后怎么样")
    assert answered
    assert not {"平台启用后怎么样？", "2023年5月18日", NOTICE.title} & set(answered)
