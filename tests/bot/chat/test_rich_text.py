import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.rich_text import (
    RichText,
    Run,
    Style,
    bold,
    clean_text,
    code,
    compose,
    cut,
    folded,
    italic,
    join_words,
    link,
    marked,
    quoted,
    read_markup,
    rich,
    shorten,
)


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [("整改", 2, "整改"), ("整改情况", 3, "整改…"), ("甲\n 乙", 9, "甲 乙")],
    ids=["fits", "cut", "lines"],
)
def test_shorten_keeps_to_one_line(text: str, longest: int, expected: str) -> None:
    assert shorten(text, longest) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("甲\0乙\x1b", "甲乙"), ("\ud800", "?"), ("甲\n\t乙", "甲\n\t乙")],
    ids=["control", "surrogate", "line and tab stay"],
)
def test_clean_takes_out_what_no_platform_takes(text: str, expected: str) -> None:
    assert clean_text(text) == expected
    assert rich(text).plain == expected


@pytest.mark.parametrize(
    ("made", "styles", "address"),
    [
        (bold("x"), (Style.BOLD,), ""),
        (italic("x"), (Style.ITALIC,), ""),
        (code("x"), (Style.CODE,), ""),
        (folded("x"), (Style.FOLD,), ""),
        (quoted(bold("x")), (Style.QUOTE, Style.BOLD), ""),
        (link("x", "http://a"), (), "http://a"),
        (marked("x", [(0, 1)]), (Style.BOLD, Style.MARKED), ""),
    ],
    ids=["bold", "italic", "code", "fold", "bold in a quote", "link", "marked"],
)
def test_words_get_their_looks(made: RichText, styles: tuple[Style, ...], address: str) -> None:
    assert made == RichText((Run("x", styles, address),))


@pytest.mark.parametrize(
    ("spans", "texts"),
    [
        ([], ["整改588个"]),
        ([(2, 6)], ["整改", "588个"]),
        ([(2, 6), (4, 6)], ["整改", "588个"]),
        ([(2, 8)], ["整改588个"]),
        ([(0, 2)], ["整改", "588个"]),
    ],
    ids=["none", "one", "overlapping", "beyond the end", "at the start"],
)
def test_marked_parts_stand_in_runs_of_their_own(spans: list[tuple[int, int]], texts: list[str]) -> None:
    assert [run.text for run in marked("整改588个", spans).runs] == texts


def test_parts_are_joined_with_their_looks() -> None:
    assert join_words("\n", ["甲", bold("乙")]) == compose("甲", "\n", bold("乙"))
    assert join_words("\n", ["", "乙"]).plain == "\n乙"
    assert join_words("\n", []) == RichText()


def test_part_and_stripped_keep_looks() -> None:
    text = compose("甲 ", bold("乙丙"), " ")
    assert text.part(2, 3) == bold("乙")
    assert text.part(1, 3) == compose(" ", bold("乙"))
    assert text.stripped() == compose("甲 ", bold("乙丙"))
    assert bold("甲").stripped() == bold("甲")


@pytest.mark.parametrize(
    ("text", "longest", "parts"),
    [
        (rich("短"), 10, ["短"]),
        (rich("一二三四。五六七八"), 6, ["一二三四。", "五六七八"]),
        (rich("一二三四\n五六七八"), 6, ["一二三四", "五六七八"]),
        (rich("一二三四五六七"), 3, ["一二三", "四五六", "七"]),
        (rich(" \n "), 3, []),
        (rich(""), 3, []),
    ],
    ids=["short", "sentence", "line", "nowhere", "blank", "nothing"],
)
def test_text_is_cut_where_it_may_be(text: RichText, longest: int, parts: list[str]) -> None:
    assert [part.plain for part in cut(text, longest)] == parts


def test_text_that_is_cut_again_stays_as_it_is() -> None:
    once = cut(compose("一二三。", bold("四五六"), "七"), 4)
    assert [cut(part, 4) for part in once] == [[part] for part in once]


def test_text_is_cut_by_a_measure_and_a_number_of_marks() -> None:
    assert [part.plain for part in cut(rich("aé"), 2, lambda text: len(text.encode()))] == ["a", "é"]
    many = compose(*(bold(str(n)) for n in range(3)), "x", bold("9"))
    assert [part.plain for part in cut(many, 100, most_marks=1)] == ["012x", "9"]


def test_markup_in_which_replies_were_kept_is_read() -> None:
    html = '甲&lt;<b><u>乙</u></b><blockquote expandable><a href="http://a/?b&amp;c">丙</a></blockquote>'
    assert read_markup(html) == RichText(
        (
            Run("甲<"),
            Run("乙", (Style.BOLD, Style.MARKED)),
            Run("丙", (Style.FOLD,), "http://a/?b&c"),
        )
    )


@given(st.lists(st.tuples(st.sampled_from([None, *Style]), st.text(max_size=40)), max_size=10))
def test_cutting_loses_nothing(runs: list[tuple[Style | None, str]]) -> None:
    text = compose(*(rich(words).within(style) if style else words for style, words in runs))
    parts = cut(text, 12)
    assert "".join("".join(part.plain.split()) for part in parts) == "".join(text.plain.split())
    assert all(0 < len(part.plain) <= 12 for part in parts)
