import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.html_reader import read_html

LONG = (
    "市财政局党组把巡察整改作为重大政治任务，逐条分析研究，逐项制定措施，逐一落实责任，确保条条有整改。" * 6
)
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>关于整改情况的通报_某市人民政府</title>
<style>p {color: red}</style><script>var hidden = "脚本";</script></head><body><form>
<div class="main-nav"><a href="/">首页</a> <a href="/a">公开</a></div>
<h1>关于整改情况的通报</h1>
<div class="info"><span>发布时间：2023-07-18</span>　<span>来源：某市财政局</span></div>
<div id="zoom"><p>　　一、总体<b>情况</b></p>
<p>{LONG}</p><p>完成整改
   问题588个，<span>落实意见</span>106条。<br>追回 <i>2351</i> 万元。</p>
<!-- 注释 --><p style="display: none">看不见</p>
<table><tr><th>单位</th><th>金额</th><th>备注</th></tr>
<tr><td>市教育局</td><td><p>1260.00</p></td><td></td></tr></table></div>
<ul><li><a href=1>相关一</a></li><li><a href=2>相关二</a></li><li><a href=3>相关三</a></li></ul>
<div class="footer">版权所有</div></form></body></html>""".replace("{LONG}", LONG)


def test_read_html_keeps_the_article_and_nothing_else() -> None:
    text, title = read_html(PAGE)
    assert title == "关于整改情况的通报"
    assert text.split("\n") == [
        "关于整改情况的通报",
        "发布时间：2023-07-18　来源：某市财政局",
        "一、总体情况",
        LONG,
        "完成整改问题588个，落实意见106条。",
        "追回 2351 万元。",
        "单位\t金额\t备注",
        "市教育局\t1260.00\t",
    ]


TITLES = [
    ("article title", '<meta name="ArticleTitle" content="甲"><title>乙</title><h1>丙</h1>', "甲"),
    ("open graph", '<meta property="og:title" content="甲"><title>乙</title>', "甲"),
    ("one heading", "<title>乙_某网</title><h1>丙</h1>", "丙"),
    (
        "two headings",
        "<title>关于整改情况的通报 - 某某网</title><h1>丙</h1><h1>丁</h1>",
        "关于整改情况的通报",
    ),
    ("short title stays", "<title>通报-某网</title>", "通报-某网"),
    ("none", "<p>甲</p>", ""),
]


@pytest.mark.parametrize(("html", "title"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_read_html_title(html: str, title: str) -> None:
    assert read_html(html)[1] == title


LAYOUTS = [
    ("layout table", f"<table><tr><td>{'文字' * 120}</td><td>旁注</td></tr></table>", "\t", False),
    ("data table", "<table><tr><td>甲</td><td>1</td></tr></table>", "甲\t1", True),
    (
        "nested table",
        "<table><tr><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>",
        "甲\t1",
        True,
    ),
    ("list of text", "<ul><li>落实意见</li><li>完成整改</li></ul>", "落实意见\n完成整改", True),
    ("preformatted", "<pre>甲  1\n乙  2</pre>", "甲  1\n乙  2", True),
    (
        "long block with a suspicious name",
        f'<div class="content share">{"整改" * 1100}</div>',
        "整改整改",
        True,
    ),
    ("text link", '<p>见<a href="1">附件</a>。</p>', "见附件。", True),
    ("entity", "<p>甲&amp;乙&nbsp;&lt;丙&gt;</p>", "甲&乙 <丙>", True),
]


@pytest.mark.parametrize(
    ("html", "piece", "there"), [row[1:] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS]
)
def test_read_html_lines(html: str, piece: str, there: bool) -> None:
    assert (piece in read_html(html)[0]) is there


DEEP = ["<div>", "<ul><li>", "<table><tr><td>", "<div class=share><p>", "<a>", "<b>"]


@pytest.mark.parametrize("opening", DEEP)
def test_read_html_survives_deep_nesting(opening: str) -> None:
    assert read_html("<p>乙丙丁</p>" + f"{opening}甲" * 3000)[0].count("甲") == 3000


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<td>", "<tr>", "<table", ">", "<!--", "-->", "甲", "&", "<br/>", '"', "\n"]
        )
    ).map("".join)
)
def test_any_markup_reads(html: str) -> None:
    read_html(html)


def test_spans_of_a_table_keep_the_columns_in_place() -> None:
    table = (
        "<table><caption>各科办案</caption><tr><th rowspan=2>科室</th><th colspan=2>案件（件）</th><th rowspan=2>罚没（万元）</th></tr>"
        "<tr><th>受理</th><th>办结</th></tr><tr><td>一科</td><td>12</td><td></td><td>3.6</td></tr></table>"
    )
    lines = ["各科办案", "科室\t案件（件）\t\t罚没（万元）", "\t受理\t办结\t", "一科\t12\t\t3.6"]
    assert read_html(table)[0].split("\n") == lines


STRUCK = [
    ("<p>退还<s>8</s>9万元</p>", "s"),
    ("<p>退还<del>8</del><ins>9</ins>万元</p>", "del"),
    ("<p>退还<span style='text-decoration: line-through'>8</span>9万元</p>", "style"),
    (
        "<style>.old, b.off {color:red; text-decoration:line-through}</style><p>退还<b class='off'>8</b>9万元</p>",
        "class",
    ),
    ("<p>退还9万元</p><p style='visibility:hidden'>8</p>", "hidden"),
]


@pytest.mark.parametrize("page", [row[0] for row in STRUCK], ids=[row[1] for row in STRUCK])
def test_struck_out_and_hidden_text_is_left_out(page: str) -> None:
    assert read_html(page)[0] == "退还9万元"


def test_struck_out_text_of_a_cell_is_left_out() -> None:
    page = "<table><tr><th>科室</th><th>受理</th></tr><tr><td>一科</td><td><s>8</s>9</td></tr></table>"
    assert read_html(page)[0] == "科室\t受理\n一科\t9"
