import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.rich_text import (
    RichText,
    Style,
    bold,
    clean_text,
    code,
    compose,
    folded,
    link,
    marked,
    quoted,
    read_markup,
    rich,
)
from bot.telegram.markup import attribute, escape, html_of, split_text, units
from tests.bot.telegram.fake_rules import parse_html
from tests.bot.telegram.fake_rules import units as counted


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("整改", 2), ("😀", 2), ("a😀整", 4)],
    ids=["empty", "han", "astral", "mixed"],
)
def test_units_are_utf16(text: str, count: int) -> None:
    assert units(text) == count == counted(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        ("*_[`", "*_[`"),
        ("甲\0乙\x1b", "甲乙"),
        ("\ud800", "?"),
        ('"', '"'),
    ],
    ids=["html", "markdown", "control", "surrogate", "quote"],
)
def test_escape_shows_a_text_as_it_is(text: str, html: str) -> None:
    assert escape(text) == html


def test_attribute_escapes_quotes() -> None:
    assert attribute('http://a/?b="c"&d') == "http://a/?b=&quot;c&quot;&amp;d"


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([], "整改&lt;588个"),
        ([(3, 7)], "整改&lt;<b><u>588个</u></b>"),
        ([(3, 7), (5, 7)], "整改&lt;<b><u>588个</u></b>"),
        ([(3, 9)], "整改&lt;588个"),
    ],
    ids=["none", "one", "overlapping", "beyond the end"],
)
def test_marked_marks_spans(spans: list[tuple[int, int]], html: str) -> None:
    assert html_of(marked("整改<588个", spans)) == html


@pytest.mark.parametrize(
    ("html", "longest", "parts"),
    [
        ("短", 10, ["短"]),
        ("一二三四。五六七八", 6, ["一二三四。", "五六七八"]),
        ("一二三四\n五六七八", 6, ["一二三四", "五六七八"]),
        ("<b>一二三四。五六七八</b>九", 6, ["<b>一二三四。</b>", "<b>五六七八</b>九"]),
        ("一&lt;二&amp;三四五", 4, ["一&lt;二&amp;", "三四五"]),
        ("😀😀😀", 4, ["😀😀", "😀"]),
        ("\n \n", 4, []),
        (
            "<blockquote expandable>一二三。<b>四五</b></blockquote>",
            4,
            [
                "<blockquote expandable>一二三。</blockquote>",
                "<blockquote expandable><b>四五</b></blockquote>",
            ],
        ),
    ],
    ids=["short", "sentence", "line", "bold", "entity", "astral", "nothing", "nested"],
)
def test_split_keeps_entities_whole(html: str, longest: int, parts: list[str]) -> None:
    assert [html_of(part) for part in split_text(read_markup(html), longest)] == parts


def test_split_keeps_to_the_number_of_entities() -> None:
    parts = [html_of(part) for part in split_text(read_markup("".join(f"<b>{n}</b> " for n in range(250))))]
    assert [len(parse_html(part).entities) <= 100 for part in parts] == [True] * len(parts)
    assert sum(len(parse_html(part).entities) for part in parts) == 250


@given(st.lists(st.tuples(st.sampled_from(["", "b", "i", "code"]), st.text(max_size=60)), max_size=12))
def test_split_loses_nothing(runs: list[tuple[str, str]]) -> None:
    styles = {"b": Style.BOLD, "i": Style.ITALIC, "code": Style.CODE}
    text = compose(*(rich(text).within(styles[tag]) if tag else text for tag, text in runs))
    parts = [html_of(part) for part in split_text(text, 16)]
    shown = "".join("".join(parse_html(part).text.split()) for part in parts)
    given = "".join("".join(clean_text(text) for _, text in runs).split())
    assert shown.replace("\u2060", "") == given.replace("\u2060", "")  # which parts @ from a name
    assert all(counted(parse_html(part).text) <= 16 for part in parts)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (bold("a<b"), "<b>a&lt;b</b>"),
        (compose("甲", code("x"), "乙"), "甲<code>x</code>乙"),
        (link('看"此"', 'http://a/?b="c"'), '<a href="http://a/?b=&quot;c&quot;">看"此"</a>'),
        (folded(compose("一", bold("二"), "三")), "<blockquote expandable>一<b>二</b>三</blockquote>"),
        (quoted("一"), "<blockquote>一</blockquote>"),
        (
            compose(folded("一"), "\n", folded("二")),
            "<blockquote expandable>一</blockquote>\n<blockquote expandable>二</blockquote>",
        ),
        (compose(), ""),
    ],
    ids=["bold", "code", "link", "bold in a fold", "quote", "two folds", "nothing"],
)
def test_text_is_written_as_html_that_telegram_takes(text: RichText, html: str) -> None:
    assert html_of(text) == html
    assert parse_html(html).text == text.plain
