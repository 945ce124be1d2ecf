import pytest

from bot.answer import Draft
from bot.drafting.candidates import Found
from bot.drafting.sentences import shortens
from bot.drafting.text_answers import draft_words
from bot.question.exact_words import EXACT_KINDS, Exact, exact_kind, exact_words
from bot.question.numbered_phrases import asked_noun, numbered_phrase
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


@pytest.mark.parametrize("kind", EXACT_KINDS, ids=lambda kind: kind.name)
def test_each_kind_is_asked_for_and_found_by_its_example(kind: Exact) -> None:
    assert exact_kind(kind.example) == kind
    lead = "地址：" if kind.name == "address" else "："
    assert exact_words(kind, f"{lead}{kind.answer}。", ()) == kind.answer


MISSES = [
    ("电话多少", "受理诉求20230115件"),
    ("文号是什么", "依据该办法第十五条"),
    ("邮编是多少", "投资1234567元"),
    ("是哪个巡察组巡察的", "巡察组反馈了意见"),
]


@pytest.mark.parametrize(("question", "sentence"), MISSES, ids=[row[1] for row in MISSES])
def test_what_only_looks_alike_is_not_taken(question: str, sentence: str) -> None:
    kind = exact_kind(question)
    assert kind is not None
    assert exact_words(kind, sentence, ()) == ""


def test_document_number_is_the_one_beside_the_asked_name() -> None:
    kind = exact_kind("采购办法的文号是什么")
    assert kind is not None
    sentence = "修订《考勤办法》（云办〔2023〕3号）和《采购办法》（云办〔2023〕8号）。"
    assert exact_words(kind, sentence, ("采购",)) == "云办〔2023〕8号"


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("云溪医科大附属医院", "云溪医科大学附属医院", True),
        ("云溪医科大附属医院", "云溪工科大学附属医院", False),
        ("云溪医院", "云溪县人民医院", False),
    ],
)
def test_name_with_characters_left_out_is_known(short: str, long: str, expected: bool) -> None:
    assert shortens(short, long) is expected


NUMBERED = [
    ("水务集团为用户开通了什么热线", "集团为用户开通24小时抢修热线，", "24小时抢修热线"),
    ("泵站设在哪个洞", "泵站由1号井迁入，设在3号检修洞，", "3号检修洞"),
    ("澜溪机场的航站楼是哪个", "自河东机场T1航站楼起飞，到达澜溪机场T2航站楼。", "T2航站楼"),
    ("集团召开了什么会议", "集团召开第三次党委会议，", "第三次党委会议"),
    ("平台在哪个会议上发布", "集团在2023全省水务大会上发布平台。", "2023全省水务大会"),
    ("盾构机最终抵达哪里", "自2号井始发，最终抵达2号拆解洞，完成贯通。", "2号拆解洞"),
    ("集团考虑在河东部署什么", "集团在河东部署了3台SL-20型机组。", "3台SL-20型机组"),
    ("新机组的型号是什么", "换装了带有“SL-20B”新型号的机组。", "SL-20B"),
]


@pytest.mark.parametrize(("question", "sentence", "phrase"), NUMBERED, ids=[row[2] for row in NUMBERED])
def test_name_with_a_number_is_found_from_its_number_on(question: str, sentence: str, phrase: str) -> None:
    words = ("澜溪", "用户", "泵站")
    start, end = numbered_phrase(question, sentence, words) or (0, 0)
    assert sentence[start:end] == phrase


@pytest.mark.parametrize("question", ["集团采取了哪些措施", "平台是谁开发的", "服务器在哪里", "完成了几个"])
def test_no_name_is_asked_for(question: str) -> None:
    assert asked_noun(question) == ""


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("集团采取了什么措施", "集团制定12条整改措施，"),
        ("集团采取了什么措施", "集团落实2022年整改措施，"),
        ("集团修订了什么制度", "集团修订3项采购制度，"),
    ],
)
def test_how_many_and_when_are_no_names(question: str, sentence: str) -> None:
    assert numbered_phrase(question, sentence, ()) is None


def test_question_own_words_are_no_answer_to_it() -> None:
    assert numbered_phrase("24小时热线是什么热线", "开通24小时热线。", ()) is None
