import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.outcome import Outcome
from bot.conversation.setting_apart import set_apart
from bot.conversation.state import NEW_DIALOGUE, State
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import understand


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("一队比四队多产多少吨", ["一队产多少吨"]),
        ("水务局比残联少多少", ["水务局呢"]),
        ("比残联多几项", ["残联呢"]),
        ("比上年多多少", []),
        ("追回资金多少", []),
    ],
)
def test_each_side_is_asked_by_itself_until_one_is_not_answered(
    text: str, sides: list[str], speaker: Answerer
) -> None:
    asked: list[str] = []

    def ask(side: str, state: State) -> Outcome:
        asked.append(side)
        return Outcome(state)

    saying = understand(text, opened(text), speaker.read, speaker.knowledge)
    assert set_apart(saying, NEW_DIALOGUE, ask, speaker.knowledge) is None
    assert asked == sides
