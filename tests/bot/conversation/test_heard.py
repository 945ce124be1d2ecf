from bot.answer import CheckedAnswer
from bot.conversation.heard import Heard
from bot.conversation.state import State


def test_person_stays_unless_it_is_said() -> None:
    heard = Heard(CheckedAnswer("好", "好的", False, None, (), ()), State())
    assert heard.leaves is False
