import pytest

from bot.question.numbered_phrases import asked_noun, numbered_phrase

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


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("开通了什么热线", "热线"),
        ("航站楼是哪个", ""),
        ("澜溪机场的航站楼是哪个", "航站楼"),
        ("在哪个会议上发布", "会议"),
    ],
)
def test_noun_whose_name_is_asked_for_is_told(question: str, noun: str) -> None:
    assert asked_noun(question) == noun


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        pytest.param(("污水",), "2号泵站", id="behind the asked word"),
        pytest.param((), "1号泵站", id="first where nothing tells them apart"),
    ],
)
def test_of_several_names_the_one_behind_the_asked_words_answers(words: tuple[str, ...], phrase: str) -> None:
    sentence = "雨水进入1号泵站，全部处理以后外排，污水进入2号泵站。"
    start, end = numbered_phrase("由哪个泵站处理", sentence, words) or (0, 0)
    assert sentence[start:end] == phrase
