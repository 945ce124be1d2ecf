import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.replies import held_reply, library_reply, small_talk_reply, talked


@pytest.mark.parametrize(
    "act", ["library_list", "library_count", "library_newest", "library_oldest", "library_span"]
)
def test_library_states_no_figure_of_the_reports(speaker: Answerer, act: str) -> None:
    answer = library_reply(act, "报告", speaker.knowledge)
    assert (answer.refused, answer.direct, answer.citations, answer.findings) == (False, None, (), ())
    assert "通报" in answer.text


def test_newest_is_the_one_published_last(speaker: Answerer) -> None:
    assert "2023-06-12" in library_reply("library_newest", "最新", speaker.knowledge).text
    assert "2023-05-20" in library_reply("library_oldest", "最早", speaker.knowledge).text


@pytest.mark.parametrize(
    ("text", "read", "there"),
    [("县残联", True, True), ("汐港市", False, False), ("2019年", True, False), ("漏损率", False, True)],
)
def test_reports_of_a_name_are_told(speaker: Answerer, text: str, read: bool, there: bool) -> None:
    named = speaker.read(text) if read else None
    answer = held_reply(text, text, named, speaker.knowledge)
    assert answer.text.startswith("有") is there


def test_reply_is_in_the_language_of_the_turn() -> None:
    assert talked("help", "help").text.isascii()
    assert small_talk_reply("谢谢 拜拜", ("thanks", "goodbye")).text == talked("拜拜", "goodbye").text
