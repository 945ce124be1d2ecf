import pytest

from corpus.lexicon.dialogue_acts import DIALOGUE_ACTS, dialogue_act, read_dialogue_acts


@pytest.mark.parametrize("act", DIALOGUE_ACTS)
def test_each_act_has_a_row(act: str) -> None:
    assert act in {name for name, _ in read_dialogue_acts()}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("你能帮我做些什么？", "help"),
        ("你是机器人吗", "identity"),
        ("Who are you?", "identity"),
        ("现在一共有多少份材料", "library_count"),
        ("最早的报告是哪份", "library_oldest"),
        ("这个数据是从哪里来的", "provenance"),
        ("你敢保证吗", "sure"),
        ("残联整改情况怎么样", "summary"),
        ("残联总体改得怎么样", "summary"),
        ("给我讲个笑话", "scope"),
        ("12*(3+4)等于多少", "scope"),
        ("你怎么看这个局长", "opinion"),
        ("/new", "new"),
        ("quit", "leave"),
    ],
)
def test_act_is_told_by_the_whole_turn(text: str, act: str) -> None:
    found = dialogue_act(text)
    assert found is not None
    assert found.name == act


@pytest.mark.parametrize("text", ["水务局修订了多少项制度", "化解率呢", "那残联呢", "第三轮反馈多少问题"])
def test_question_is_no_other_act(text: str) -> None:
    assert dialogue_act(text) is None


def test_number_and_name_are_told_apart() -> None:
    source = dialogue_act("第3条的原文")
    held = dialogue_act("有没有平槐县的报告")
    assert source is not None
    assert held is not None
    assert source.groups == {"n": "3"}
    assert held.groups == {"name": "平槐县"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("红柳市文旅局新建旅游厕所多少座？", id="an office and tourism"),
        pytest.param("云岭镇新增酒店多少家？", id="a town and hotels"),
        pytest.param("交通集团代售机票多少张？", id="a company and tickets"),
        pytest.param("体育中心举办足球比赛几场？", id="a centre and football"),
    ],
)
def test_what_is_asked_of_a_body_is_no_small_talk(text: str) -> None:
    act = dialogue_act(text)
    assert act is None or act.name != "scope"
