from collections.abc import Callable, Sequence

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.finishing import asked_if_done
from bot.conversation.heard import Heard

Talk = Callable[[Sequence[str]], list[Heard]]


@pytest.mark.parametrize(
    ("first", "then", "done"),
    [
        ("水务局制定整改措施多少条", "都做完了吗", "60条"),
        ("县残联整改措施多少条", "全部落实了吗", "41条"),
        ("水务局反馈多少个问题", "都整改到位了没有", "21个"),
    ],
)
def test_who_asks_whether_all_is_done_is_told_how_much_is(
    talk: Talk, first: str, then: str, done: str
) -> None:
    assert done in talk([first, then])[-1].answer.text.splitlines()[0]


def test_other_turns_stay_as_they_are(speaker: Answerer) -> None:
    assert asked_if_done("都做完了吗", None, speaker.knowledge) == "都做完了吗"
