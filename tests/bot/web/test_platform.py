import pytest

from bot.chat.platform import NotFetched, UploadedFile
from bot.chat.reply import Destination, Reply
from bot.chat.rich_text import rich
from bot.web.platform import WEB_COMMANDS, WebPlatform

TO = Destination("web:1", "web:a")


def platform() -> WebPlatform:
    return WebPlatform(lambda path: f"https://hedui.example.org{path}")


async def test_replies_wait_for_their_page_once() -> None:
    web = platform()
    assert await web.send(TO, Reply(rich("一"))) == 1
    assert await web.send(TO, Reply(rich("二"))) == 2
    assert await web.edit(TO, Reply(rich("改")), 1) == 1
    assert await web.edit(TO, Reply(rich("三")), 9) == 3
    assert [one.text.plain for one in web.take("web:1")] == ["改", "二", "三"]
    assert web.take("web:1") == []


async def test_growing_text_goes_to_the_page_that_asked() -> None:
    web = platform()
    stream = web.listen("web:1")
    web.stream(TO, 0).tell("一部分")
    assert await stream.parts.get() == "一部分"
    await stream.end()


async def test_no_file_is_fetched() -> None:
    with pytest.raises(NotFetched):
        await platform().fetch(UploadedFile("x"), 9)


def test_invitation_is_a_link() -> None:
    assert platform().invitation("abc") == "https://hedui.example.org/join/abc"


@pytest.mark.parametrize(
    ("word", "person"), [("telegram:42", "telegram:42"), ("web:user/li", "web:user/li"), ("42", "")]
)
def test_person_is_found_on_every_platform(word: str, person: str) -> None:
    assert platform().find_person(word) == platform().find_group(word) == person


def test_commands_that_have_pages_of_their_own_are_left_out() -> None:
    assert {command.name for command in WEB_COMMANDS}.isdisjoint(
        {"check", "users", "ingest", "remove", "chart"}
    )
