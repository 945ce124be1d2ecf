from dataclasses import replace

import pytest

from bot.answer import Citation
from bot.drafting.draft_lines import Lines, changed, cite_place, cite_statements, counted_beside, subject_of
from bot.ranking.scope import Place
from corpus.figure import Kind, Statement
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

TEXT = """中共松原市水务局党组关于巡察整改情况的通报
2023年5月6日
一、总体情况
2022年追回水费83.5万元，满意度提高7.3个百分点，达到95%。
漏损率下降了4个百分点。
表1　水费（单位：万元）
站点      应收      已收
河湾站    120.00    108.00
山口站    80.00     76.00
"""
REPORT = parse_report(TEXT, id="water", source="folder/water.txt")
STATEMENTS = read_statements(REPORT)
PLACES = {"water": Place(REPORT, "松原市")}


def stated(raw: str) -> Statement:
    return next(one for one in STATEMENTS if one.figure.raw == raw)


CITATION = Citation(2, "water", "通报", "", "", " 追回83.5万元。 ", 10, 21)


def test_line_that_is_said_is_a_claim_without_its_numbers() -> None:
    lines = Lines("zh")
    lines.say("answer.direct", subject="水费", figure="83.5万元", n=2)
    draft = lines.draft()
    assert draft.text == "水费：83.5万元。[2]"
    assert draft.claims == "水费：83.5万元。   "


def test_line_that_repeats_the_question_is_no_claim() -> None:
    lines = Lines("zh")
    lines.say("answer.refused", claims=False, sought="“2021年的9个”")
    draft = lines.draft(refused=True)
    assert "2021年的9个" in draft.text
    assert draft.claims.strip() == ""
    assert draft.refused


@pytest.mark.parametrize("before", [0, 1, 2], ids=["first", "second", "third"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_quotation_stands_where_it_is_said_to(before: int, language: str) -> None:
    lines = Lines(language)
    for _ in range(before):
        lines.say("answer.also", claims=False)
    lines.quote([CITATION])
    draft = lines.draft()
    ((place, citation),) = draft.quoted
    assert citation == CITATION
    lead = len(citation.quote) - len(citation.quote.lstrip())
    quote = citation.quote.strip()
    assert draft.text[place + lead : place + lead + len(quote)] == quote
    assert draft.claims.strip() == ""


def test_claims_are_as_long_as_the_text() -> None:
    lines = Lines("zh")
    lines.say("answer.direct", subject="水费", figure="83.5万元", n=1)
    lines.quote([CITATION, replace(CITATION, n=3)], "answer.sentence")
    lines.say("answer.searched", claims=False, reports="通报")
    draft = lines.draft((stated("83.5万元"),), (CITATION,), stated("83.5万元").figure)
    assert len(draft.claims) == len(draft.text)
    assert draft.claims.count("\n") == draft.text.count("\n") == 3
    assert draft.direct == stated("83.5万元").figure


def test_no_lines_are_an_empty_draft() -> None:
    assert Lines("zh").draft().text == ""


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        pytest.param("83.5万元", "松原市水务局2022年追回水费", id="whose, when and what"),
        pytest.param("2022年", "松原市水务局", id="date that says itself"),
    ],
)
def test_subject_says_whose_when_and_what(raw: str, subject: str) -> None:
    assert subject_of(stated(raw)) == subject


@pytest.mark.parametrize(
    ("name", "metric", "counted"),
    [
        pytest.param("三标段", "标段核减资金", "核减资金", id="sort said by the name"),
        pytest.param("荷湾镇", "荷湾镇打井", "打井", id="name itself"),
        pytest.param("荷湾镇", "打井", "打井", id="nothing shared"),
        pytest.param("东港区", "区域面积", "区域面积", id="one character by chance"),
        pytest.param("第二批", "批", "", id="nothing but the sort"),
    ],
)
def test_what_is_counted_repeats_nothing_of_the_name(name: str, metric: str, counted: str) -> None:
    assert counted_beside(name, metric) == counted


def test_subject_of_what_nobody_has_is_the_title() -> None:
    one = stated("83.5万元")
    bare = replace(one, figure=replace(one.figure, org="", period="", metric=""))
    assert subject_of(bare) == one.title


@pytest.mark.parametrize(
    ("raw", "period", "subject"),
    [
        pytest.param("2023年3月8日", "2023年3月8日", "", id="the same"),
        pytest.param("2023 年 03 月 08 日", "2023年3月8日", "", id="padded"),
        pytest.param("3月8日", "2023年", "2023年", id="within another time"),
    ],
)
def test_date_of_which_no_more_is_said_has_no_subject(raw: str, period: str, subject: str) -> None:
    one = stated("2022年")
    figure = replace(one.figure, raw=raw, period=period, org="", metric="", kind=Kind.DATE)
    assert subject_of(replace(one, figure=figure)) == subject


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("83.5万元", "83.5万元", id="level"),
        pytest.param("7.3个百分点", "提高7.3个百分点", id="up"),
        pytest.param("4个百分点", "下降4个百分点", id="down"),
        pytest.param("108.00", "108.00万元", id="cell of a table, unit of its caption"),
    ],
)
def test_figure_says_that_it_is_a_change(raw: str, text: str) -> None:
    assert changed(stated(raw)) == text


@pytest.mark.parametrize(("change", "word"), [("up", "提高"), ("down", "下降")])
def test_change_without_a_word_before_it_gets_one(change: str, word: str) -> None:
    one = stated("83.5万元")
    bare = replace(
        one, quote=one.quote.replace("追回水费", "水费水费"), figure=replace(one.figure, change=change)
    )
    assert changed(bare) == f"{word}83.5万元"


def test_each_sentence_is_cited_once_in_order() -> None:
    first, second = stated("4个百分点"), stated("83.5万元")
    citations = cite_statements([first, second, stated("95%"), first], PLACES)
    assert [(one.n, one.start) for one in citations] == [(1, first.start), (2, second.start)]
    for one in citations:
        assert REPORT.text[one.start : one.end] == one.quote
        assert (one.source, one.date) == ("folder/water.txt", "2023-05-06")


def test_report_whose_place_is_not_known_has_no_source() -> None:
    (citation,) = cite_statements([stated("95%")], {})
    assert citation.source == ""
    assert cite_statements([], PLACES) == ()


def test_place_is_cited_with_the_headings_over_it() -> None:
    start = REPORT.text.index("2022年追回")
    citation = cite_place(3, REPORT, start, start + 5)
    assert (citation.n, citation.quote, citation.section) == (3, "2022年", "总体情况")
    assert cite_place(1, REPORT, 0, 4).section == ""
    assert cite_place(1, replace(REPORT, published=None), 0, 4).date == ""


def test_level_that_is_so_no_longer_is_said_to_be_former() -> None:
    before, after = read_draft("门诊次均费用由264元降至231元。")
    assert (changed(before), changed(after)) == ("原264元", "231元")
