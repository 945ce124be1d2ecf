import pytest

from bot.chat.platform import Listed, NotFetched, PressedButton, UploadedFile
from bot.chat.reply import Button, Destination, Reply
from bot.chat.rich_text import rich
from bot.telegram.platform import TelegramPlatform
from tests.bot.telegram.conftest import Office
from tests.bot.telegram.people import Someone

pytestmark = pytest.mark.server


@pytest.fixture
def platform(bot: Office) -> TelegramPlatform:
    assert bot.running
    return TelegramPlatform(bot.running.application.bot, bot.desk.measures)


def test_replies_are_cut_to_telegrams_length(platform: TelegramPlatform) -> None:
    rows = ((Button("x", "s:1:1"),),)
    first, last = platform.split(Reply(rich("😀" * 3000), rows))
    assert (len(first.text.plain), len(last.text.plain)) == (2000, 1000)
    assert (first.rows, last.rows) == ((), rows)
    caption, rest = platform.split(Reply(rich("一" * 1500), file=b"x", name="a.md"))
    assert (len(caption.text.plain), caption.file) == (1000, b"x")
    assert (len(rest.text.plain), rest.plain) == (500, True)
    assert [platform.split(part) for part in (first, last, caption, rest)] == [
        [first],
        [last],
        [caption],
        [rest],
    ]


@pytest.mark.parametrize(
    ("word", "person", "group"),
    [
        ("7001", "telegram:7001", "telegram:7001"),
        ("telegram:7001", "telegram:7001", "telegram:7001"),
        ("-100200", "", "telegram:-100200"),
        ("7001x", "", ""),
        ("七", "", ""),
        ("７", "", ""),
        ("", "", ""),
        ("1" * 16, "", ""),
        ("memory:7", "", ""),
    ],
)
def test_words_mean_people_and_groups(platform: TelegramPlatform, word: str, person: str, group: str) -> None:
    assert platform.find_person(word) == person
    assert platform.find_group(word) == group


def test_invitation_opens_the_bot(platform: TelegramPlatform) -> None:
    assert platform.name == "telegram"
    assert platform.invitation("c0de") == "https://t.me/hedui_test_bot?start=c0de"


def test_growing_text_is_a_message_in_groups_alone(platform: TelegramPlatform) -> None:
    to = Destination("telegram:1", "telegram:7001")
    assert not platform.needs_message(to)
    assert platform.needs_message(Destination("telegram:1", "telegram:-1", group=True))


async def test_menus_are_published_in_each_language(bot: Office, platform: TelegramPlatform) -> None:
    Someone(bot.api, 7001)
    await platform.publish_commands("telegram:7001", [Listed("ask", "telegram.command_ask")])
    assert [bot.api.commands["chat:7001", code] for code in ("", "zh", "en")] == [["ask"]] * 3
    await platform.publish_commands("telegram:404", [Listed("ask", "telegram.command_ask")])  # wrote never


async def test_notice_that_comes_too_late_fails_nobody(bot: Office, platform: TelegramPlatform) -> None:
    for _ in range(2):
        await platform.answer_press(PressedButton("cb1", "s:1:1"), "长" * 300)
    assert bot.api.callback_answers["cb1"]["text"] == "长" * 200


async def test_files_are_fetched_or_told_not_to_be_had(bot: Office, platform: TelegramPlatform) -> None:
    bot.api.files = {"small": b"x", "large": b"x" * (21 * 1024 * 1024)}
    assert await platform.fetch(UploadedFile("small"), 10) == b"x"
    assert await platform.fetch(UploadedFile("large"), 10) is None
    with pytest.raises(NotFetched):
        await platform.fetch(UploadedFile("gone"), 10)
