from dataclasses import replace
from pathlib import Path

import pytest

from bot.answer import Draft
from bot.answering.pipeline import Answerer
from bot.drafting.drafting import draft_answer
from corpus.figure import Kind
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder


def drafted(grouped: Answerer, question: str) -> Draft:
    return draft_answer(*grouped.find(question))


STATED = [
    pytest.param("青岩市水务局反馈多少个问题", "26个", id="count"),
    pytest.param("青岩市水务局2022年罚款多少", "88.2万元", id="money of a year"),
    pytest.param("酒店公司追回资金多少", "26.4万元", id="of a member"),
]


@pytest.mark.parametrize(("question", "raw"), STATED)
def test_figure_is_stated_with_the_sentence_that_states_it(
    question: str, raw: str, grouped: Answerer
) -> None:
    draft = drafted(grouped, question)
    assert draft.direct is not None
    assert draft.direct.raw == raw
    assert raw in draft.text.splitlines()[0]
    assert raw in draft.citations[0].quote
    assert draft.statements[0].figure == draft.direct
    assert not draft.refused


@pytest.mark.parametrize(
    ("question", "direct"),
    [
        pytest.param("青岩市水务局2022年净利润多少万元", False, id="what no report states"),
        pytest.param("青岩市教育局反馈多少个问题", False, id="whom no report knows"),
    ],
)
def test_what_is_not_stated_is_refused(question: str, direct: bool, grouped: Answerer) -> None:
    draft = drafted(grouped, question)
    assert draft.refused
    assert (draft.direct is not None) is direct
    assert "没有写明" in draft.text.splitlines()[0]


def test_unsure_match_is_not_stated(grouped: Answerer) -> None:
    question, found = grouped.find("青岩市水务局反馈多少个问题")
    (matches,) = found.matches
    unsure = tuple(replace(match, score=0.49) for match in matches)
    assert draft_answer(question, replace(found, matches=(unsure,))).refused
    sure = (replace(matches[0], score=0.5), *unsure[1:])
    assert not draft_answer(question, replace(found, matches=(sure,))).refused


SEVERAL = [
    ("青岩市水务局反馈多少问题、定了多少措施、改完多少", ["26个", "88条", "24个"]),
    ("青岩市水务局2021和2022年罚款分别是多少", ["63.5万元", "88.2万元"]),
    ("青岩市水务局查处案件和罚款，2022年各多少", ["56件", "88.2万元"]),
    ("青岩市水务局漏损率整改前后各多少", ["14.6%", "11.2%"]),
]


@pytest.mark.parametrize(("question", "raws"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_each_of_several_figures_is_answered_in_order(
    grouped: Answerer, question: str, raws: list[str]
) -> None:
    answer = grouped.ask(question)
    assert answer.direct is not None
    assert answer.direct.raw == raws[0]
    assert all(raw in answer.text for raw in raws)


@pytest.mark.parametrize(
    ("question", "raw", "formula"),
    [
        pytest.param("青岩市水务局还有多少水费没收回来", "265万元", "920万元－655万元", id="rest"),
        pytest.param("青岩市水务局党纪处分和政务处分一共几个人", "8人", "5人＋3人", id="total"),
        pytest.param("青岩林业局比水务局多反馈几个问题", "5个", "31个－26个", id="gap"),
    ],
)
def test_worked_out_figure_is_a_claim_with_its_working(
    question: str, raw: str, formula: str, grouped: Answerer
) -> None:
    draft = drafted(grouped, question)
    assert formula in draft.text.splitlines()[0]
    (claim,) = draft.derived
    assert draft.text[claim.figure.start : claim.figure.end] == claim.figure.raw == raw
    assert draft.direct is not None
    assert draft.direct.raw == raw
    assert draft.plainer is not None
    assert draft.plainer.derived == ()


def test_levels_before_and_after_are_both_stated_in_order(grouped: Answerer) -> None:
    draft = drafted(grouped, "青岩市水务局漏损率整改前后各多少")
    assert [one.figure.raw for one in draft.statements] == ["14.6%", "11.2%"]


def test_side_that_no_report_states_is_named_with_what_the_other_has(grouped: Answerer) -> None:
    draft = drafted(grouped, "青岩市水务局和财政局谁被反馈的问题多，各几个")
    first, second, *_ = draft.text.splitlines()
    assert "财政局" in first
    assert "26个" in second
    assert draft.direct is None


def test_draft_of_claims_blanks_what_it_quotes(grouped: Answerer) -> None:
    draft = drafted(grouped, "青岩市水务局反馈多少个问题")
    assert len(draft.claims) == len(draft.text)
    assert draft.claims.splitlines()[0].startswith("青岩市水务局")
    assert not draft.claims.splitlines()[1].strip()
    assert draft.plainer is not None
    assert draft.plainer.text.startswith("26个。")


def test_words_are_answered_in_the_reports_own(grouped: Answerer) -> None:
    draft = drafted(grouped, "青岩市水务局党组是被哪个巡察组巡察的")
    assert "市委第二巡察组" in draft.text.splitlines()[0]
    assert draft.statements == ()
    assert draft.direct is None or draft.direct.kind is Kind.ORDINAL


def test_stated_rate_goes_before_one_that_only_makes_it_out_more_exactly(tmp_path: Path) -> None:
    text = "梧溪县水务局关于隐患整治情况的通报\n2023年5月9日\n梧溪县水务局排查隐患137处，已整改123处，整改率89.8%。\n"
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add_all([parse_report(text, id="rate", source="rate.txt")])
        draft = drafted(Answerer(index), "梧溪县水务局排查隐患的整改率是多少")
    assert draft.direct is not None
    assert draft.direct.raw == "89.8%"
    assert draft.derived == ()


def test_stated_rest_is_told_where_what_was_worked_out_is_another(tmp_path: Path) -> None:
    text = (
        "梧溪县审计局关于审计查出问题整改情况的通报\n2023年5月9日\n审计查出问题90个，梳理移送问题线索8个，已办结3个。\n"
        "13个问题未整改到位，其中分阶段整改9个。\n"
    )
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add_all([parse_report(text, id="rest", source="rest.txt")])
        answer = Answerer(index).ask("梧溪审计还有几个问题没整改到位")
    assert answer.direct is not None
    assert answer.direct.raw == "13个"
