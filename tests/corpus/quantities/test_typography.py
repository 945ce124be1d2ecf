import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quantities.figures import find_figures
from corpus.quantities.typography import TYPOGRAPHY, TypographyForm, plain_text


@pytest.mark.parametrize("form", TYPOGRAPHY, ids=lambda form: form.name)
def test_each_form_is_left_out_of_its_example(form: TypographyForm) -> None:
    assert plain_text(form.example).text == form.plain


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        pytest.param("整改问题**37**个。", "37**个", "37", id="bold"),
        pytest.param("整改问题`37`个。", "37`个", "37", id="code"),
        pytest.param("整改问题（37）个。", "37）个", "37", id="brackets"),
        pytest.param("整改问题“37”个。", "37”个", "37", id="quotation marks"),
        pytest.param("完成整改5\u200b88个。", "5\u200b88个", "588", id="invisible"),
        pytest.param("整改问题39 个，", "39 个", "39", id="space"),
        pytest.param("整改问题30\n个，收回", "30\n个", "30", id="line break"),
        pytest.param("整改问题𝟑𝟕个。", "𝟑𝟕个", "37", id="mathematical digits"),
        pytest.param("整改问题㊲个。", "㊲个", "37", id="enclosed"),
        pytest.param("问题⑤⑧⑨个。", "⑤⑧⑨个", "589", id="enclosed digits"),
        pytest.param("整改问题Ⅻ个。", "Ⅻ个", "12", id="roman"),
        pytest.param("出台制度1٬000项。", "1٬000项", "1000", id="arabic separator"),
    ],
)
def test_figure_is_read_through_typography_and_keeps_its_place(text: str, raw: str, value: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.raw, str(figure.value)) == (raw, value)
    assert text[figure.start : figure.end] == raw


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("①个别问题整改不到位。", id="head of a clause"),
        pytest.param("第（三）项工作。", id="number of an item"),
        pytest.param("表2　局机关。", id="number of a table"),
        pytest.param("2.1 项目清单", id="number of a section"),
    ],
)
def test_numbering_is_no_figure(text: str) -> None:
    assert find_figures(text) == []


def test_text_without_typography_keeps_every_place() -> None:
    plain = plain_text("完成整改588个。")
    assert plain.span(4, 8) == (4, 8)
    assert len(plain.places) == 0


def test_places_lead_back_through_what_was_left_out() -> None:
    plain = plain_text("整改**37**个")
    assert plain.text == "整改37个"
    assert plain.span(2, 5) == (4, 9)


@pytest.mark.parametrize(
    "text",
    [
        "整改Ⓐ个问题",
        "共⅓人",
        "规格600*600*20毫米",
        "2021_3_4",
        "存在问题①项目推进慢；②资金闲置",
        "存在问题（1）项目推进慢",
    ],
)
def test_what_is_no_typography_around_a_number_gives_no_figure(text: str) -> None:
    assert find_figures(text) == []


@given(st.text("共①②⒜Ⓐ⅓Ⅻ㊲⑤个人项 *_`（）（37）2年", max_size=40))
def test_any_text_is_read(text: str) -> None:
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.raw
