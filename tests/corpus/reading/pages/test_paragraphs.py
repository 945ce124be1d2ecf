import pytest

from corpus.reading.pages.page_rows import PageRow
from corpus.reading.pages.paragraphs import paragraphs, without_running_heads


def line(text: str, bottom: float, left: float = 50.0, right: float = 500.0, size: float = 12.0) -> PageRow:
    return PageRow((text,), left, right, bottom, bottom + size)


BODY = [line(f"第{n}行的文字，", 700 - 18 * n, 74 if n == 0 else 50, 500) for n in range(4)]


def test_lines_of_a_paragraph_are_joined_over_the_end_of_a_page() -> None:
    assert list(paragraphs([BODY, [line("接下页。", 740, right=200)]])) == [
        "".join(row.text for row in BODY) + "接下页。"
    ]


def test_paragraphs_that_are_set_apart_are_not_joined_though_most_lines_are_one() -> None:
    apart = [line(f"第{n}段占满一行。", 700 - 30 * n) for n in range(8)]
    inside = [line(f"这段的第{n}行", 430 - 14 * n) for n in range(4)]
    told = [*(row.text for row in apart), "".join(row.text for row in inside)]
    assert list(paragraphs([[*apart, *inside]])) == told


def test_what_did_not_fit_into_a_centred_title_is_joined_to_it() -> None:
    title = line("关于整改进展情况的通", 760, 60, 490, 20)
    assert next(iter(paragraphs([[title, line("报", 735, 265, 285, 20), *BODY]]))) == "关于整改进展情况的通报"


@pytest.mark.parametrize(("pages", "stays"), [(1, True), (2, False), (3, False)])
def test_head_on_every_page_is_dropped_where_there_are_several(pages: int, stays: bool) -> None:
    own = [
        [line("某局文件", 800), line(f"这是{n}张的正文，", 600), line(f"— {n} —", 20)]
        for n in range(1, pages + 1)
    ]
    kept = without_running_heads(own)
    assert (kept[0][0].text == "某局文件") is stays
    assert [rows[-1].text for rows in kept] == [rows[1].text for rows in own]
