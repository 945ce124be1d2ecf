import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.markup import attribute, escape, marked, plain_text, shorten, split_html, units
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
    ("text", "longest", "expected"),
    [("整改", 2, "整改"), ("整改情况", 3, "整改…"), ("甲\n 乙", 9, "甲 乙")],
    ids=["fits", "cut", "lines"],
)
def test_shorten_keeps_to_one_line(text: str, longest: int, expected: str) -> None:
    assert shorten(text, longest) == expected


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
    assert marked("整改<588个", spans) == html


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
    assert split_html(html, longest) == parts


def test_split_keeps_to_the_number_of_entities() -> None:
    parts = split_html("".join(f"<b>{n}</b> " for n in range(250)))
    assert [len(parse_html(part).entities) <= 100 for part in parts] == [True] * len(parts)
    assert sum(len(parse_html(part).entities) for part in parts) == 250


@given(st.lists(st.tuples(st.sampled_from(["", "b", "i", "code"]), st.text(max_size=60)), max_size=12))
def test_split_loses_nothing(runs: list[tuple[str, str]]) -> None:
    html = "".join(f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text) for tag, text in runs)
    parts = split_html(html, 16)
    shown = ["".join(parse_html(part).text.split()) for part in parts]
    assert "".join(shown) == "".join("".join(plain_text(text) for _, text in runs).split())
    assert all(counted(parse_html(part).text) <= 16 for part in parts)
