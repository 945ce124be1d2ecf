import pytest

from corpus.reading.article import article_lines

PARAGRAPH = "县农业农村局把整改作为重大政治任务，逐条分析研究，逐项制定措施，完成整改{n}个，退还资金{n}.5万元，确保件件有着落。"
PARAGRAPHS = [PARAGRAPH.format(n=n) * 2 for n in range(41, 47)]
TITLE = "县农业农村局整改情况通报"
NAVIGATION = ["首页", "政务公开", "互动交流"]
MASTHEAD = [TITLE, "发布时间：2024-03-02", "字号：大 中 小"]
BELOW = ["上一篇：关于三月份值班安排的通知", "版权所有：县农业农村局"]


def page(body: str) -> str:
    navigation = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in NAVIGATION)
    head = f"<h1>{MASTHEAD[0]}</h1><div class=info>{''.join(f'<span>{line}</span>' for line in MASTHEAD[1:])}</div>"
    below = "".join(f"<div class=footer><a href='/b'>{line}</a></div>" for line in BELOW)
    return f"<html><body><ul class=nav>{navigation}</ul>{head}<div class=article>{body}</div>{below}</body></html>"


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_article_is_kept_from_its_title_on_without_what_stands_around_it() -> None:
    lines = [*NAVIGATION, *MASTHEAD, *PARAGRAPHS, *BELOW]
    assert article_lines(page(paragraphs(PARAGRAPHS)), lines, TITLE) == [*MASTHEAD, *PARAGRAPHS]


def test_lines_above_the_article_go_where_no_title_is_among_them() -> None:
    lines = [*NAVIGATION, *PARAGRAPHS, *BELOW]
    assert article_lines(page(paragraphs(PARAGRAPHS)), lines, "另一个标题") == PARAGRAPHS


STAYING = [
    pytest.param(["乡镇\t件数", "东坪镇\t7", "西岭乡\t9"], id="rows of a table"),
    pytest.param(["二、整改落实情况", "（一）农田建设方面"], id="numbered headings"),
]


@pytest.mark.parametrize("rows", STAYING)
def test_rows_and_headings_within_the_article_stay(rows: list[str]) -> None:
    lines = [*NAVIGATION, TITLE, *PARAGRAPHS[:3], *rows, *PARAGRAPHS[3:], *BELOW]
    html = page(paragraphs(PARAGRAPHS))
    assert article_lines(html, lines, TITLE) == [TITLE, *PARAGRAPHS[:3], *rows, *PARAGRAPHS[3:]]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (page("<p>本周五停电检修。</p>"), [*NAVIGATION, "本周五停电检修。", *BELOW]),
        ("", ["停电检修"]),
        ("<p>" + "县" * 2_000_001, ["县县县"]),
    ],
    ids=["little text", "nothing", "too large"],
)
def test_page_without_an_article_keeps_all(html: str, lines: list[str]) -> None:
    assert article_lines(html, lines, TITLE) == lines
