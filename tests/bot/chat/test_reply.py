import pytest

from bot.chat.reply import Button, Reply, notice, reply_from, reply_shape, split_reply
from bot.chat.rich_text import RichText, Run, Style, bold, compose, cut, folded, link, rich

ROWS = ((Button("📄 1", "s:1:1"), Button("网", url="https://a.b")), (Button("👍", "+:1"),))


@pytest.mark.parametrize(
    "reply",
    [
        Reply(rich("甲")),
        Reply(compose("甲", bold("乙"), folded(link("丙", "https://a.b"))), ROWS),
        Reply(rich("图"), file=b"\x89PNG\0\xff", name="chart.png"),
        Reply(rich("甲"), chat="telegram:-100", edits=7, plain=True),
        Reply(RichText()),
    ],
    ids=["text", "looks and buttons", "file", "elsewhere", "nothing"],
)
def test_reply_comes_back_from_its_shape(reply: Reply) -> None:
    assert reply_from(reply_shape(reply)) == reply


def test_reply_that_an_earlier_version_kept_is_read() -> None:
    shape = {"html": "一<b>二</b>&amp;", "rows": [[["x", "s:1:1", ""]]], "file": "", "name": "", "chat": 0,
             "edits": 0, "plain": False}  # fmt: skip
    text = RichText((Run("一"), Run("二", (Style.BOLD,)), Run("&")))
    assert reply_from(shape) == Reply(text, ((Button("x", "s:1:1"),),))


@pytest.mark.parametrize(("name", "is_photo"), [("chart.png", True), ("draft.docx", False), ("", False)])
def test_picture_is_a_photo(name: str, is_photo: bool) -> None:
    assert Reply(rich("x"), file=b"x", name=name).is_photo is is_photo


def test_notice_is_one_plain_reply() -> None:
    assert notice("谢谢") == [Reply(rich("谢谢"), plain=True)]


def test_short_reply_is_one_message() -> None:
    reply = Reply(rich("甲"), ROWS, edits=3)
    assert split_reply(reply, cut(reply.text, 10)) == [reply]
    empty = Reply(RichText(), file=b"x", name="a.md")
    assert split_reply(empty, cut(empty.text, 10)) == [empty]


def test_long_reply_takes_the_place_of_one_and_has_its_buttons_last() -> None:
    reply = Reply(rich("一二三四五六"), ROWS, edits=3, chat="memory:1")
    first, second, last = split_reply(reply, cut(reply.text, 2))
    assert (first.text.plain, first.edits, first.rows) == ("一二", 3, ())
    assert (second.text.plain, second.edits, second.rows, second.chat) == ("三四", 0, (), "memory:1")
    assert (last.text.plain, last.edits, last.rows) == ("五六", 0, ROWS)


def test_long_caption_goes_on_in_plain_messages() -> None:
    reply = Reply(rich("一二三四"), file=b"x", name="chart.png")
    first, second = split_reply(reply, cut(reply.text, 2))
    assert (first.file, first.name, first.plain) == (b"x", "chart.png", False)
    assert (second.file, second.name, second.plain) == (b"", "", True)
