import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.turns.opening import opened
from bot.conversation.turns.saying import Saying, understand
from bot.conversation.turns.talking import only_talks


def said(text: str, speaker: Answerer) -> Saying:
    return understand(text, opened(text), speaker.read, speaker.knowledge)


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        ("我先下了", True),
        ("你累不累", True),
        ("挺快的嘛", True),
        ("do you ever sleep", True),
        ("食堂收入", False),
        ("差多少了", False),
        ("涨了多少", False),
        ("我问的是县残联的", False),
        ("改完了吗", False),
        ("外面好热", True),
        ("终于交差了", True),
        ("我口误了", True),
        ("咖啡喝多了", True),
        ("i need some sleep", True),
        ("parking revenue", False),
        ("漏损率", False),
        ("培训残疾人员", False),
        ("三个加起来", False),
        ("水费那块呢", False),
    ],
)
def test_turn_that_speaks_of_you_and_me_only_talks(speaker: Answerer, text: str, talks: bool) -> None:
    assert only_talks(said(text, speaker)) is talks
