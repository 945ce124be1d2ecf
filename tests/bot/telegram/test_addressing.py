from typing import Any

import pytest

from bot.telegram.addressing import CaptionCommand, SpokenTo, asked_text, mention_of
from tests.bot.telegram.people import entities_of
from tests.bot.telegram.test_updates import DOCUMENT, GROUP, ME, ZHANG, updated

MENTION = "@hedui_test_bot"
OURS = {"message_id": 3, "date": 1, "chat": GROUP, "from": ME, "text": "答"}
THEIRS = OURS | {"from": ZHANG}
NAMED = [{"type": "text_mention", "offset": 0, "length": 2, "user": ME}]


def written(text: str, **more: Any) -> dict[str, Any]:
    return {"chat": GROUP, "text": text, "entities": entities_of(text), **more}


@pytest.mark.parametrize(
    ("content", "spoken"),
    [
        ({"text": "多少？"}, True),
        (written("多少？"), False),
        (written(f"{MENTION} 多少？"), True),
        (written("核对 多少？") | {"entities": NAMED}, True),
        (written(f"{MENTION} 多少？") | {"entities": []}, False),
        (written("多少？", reply_to_message=OURS), True),
        (written("多少？", reply_to_message=THEIRS), False),
        (
            {
                "chat": GROUP,
                "caption": MENTION,
                "caption_entities": entities_of(MENTION),
                "document": DOCUMENT,
            },
            True,
        ),
    ],
    ids=["private", "group", "mention", "by name", "no entity", "reply", "reply to another", "caption"],
)
def test_message_is_meant_for_the_bot(content: dict[str, Any], spoken: bool) -> None:
    message = updated(**content).message
    assert message
    assert SpokenTo().filter(message) is spoken


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (written(f"{MENTION} 多少？"), "多少？"),
        (written(f"请问 {MENTION} 多少？"), "请问   多少？"),
        ({"text": "/ask 多少？"}, "多少？"),
        ({"text": "多少？"}, "多少？"),
    ],
    ids=["mention", "in the middle", "command", "text"],
)
def test_question_is_what_is_left(content: dict[str, Any], text: str) -> None:
    assert asked_text(updated(**content)) == text


def test_mention_is_as_it_was_written() -> None:
    message = updated(**written(f"{MENTION} x")).message
    assert message
    assert mention_of(message) == MENTION


@pytest.mark.parametrize(
    ("content", "is_command"),
    [
        ({"caption": "/check", "document": DOCUMENT}, True),
        ({"caption": "/CHECK 一", "document": DOCUMENT}, True),
        ({"caption": f"/check{MENTION}", "document": DOCUMENT}, True),
        ({"caption": "/check@other_bot", "document": DOCUMENT}, False),
        ({"caption": "/checked", "document": DOCUMENT}, False),
        ({"text": "/check"}, False),
        ({"document": DOCUMENT}, False),
    ],
    ids=["command", "capitals", "ours", "another bot's", "longer word", "text", "no caption"],
)
def test_caption_of_a_file_may_be_a_command(content: dict[str, Any], is_command: bool) -> None:
    message = updated(**content).message
    assert message
    assert CaptionCommand("check").filter(message) is is_command
