from dataclasses import replace

import pytest

from checker.evidence import Evidence
from corpus.figure import Statement
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of
from tests.counted_work import calls_in

SOURCE = """关于巡视整改情况的通报
省信访局2020年梳理信访矛盾纠纷578件，化解528件，化解率91.35%。
省财政厅收回资金2351万元。
第八轮巡视共反馈问题24个。
"""
OTHER = "关于整改的通报\n省教育厅培训教师578人。"


@pytest.fixture
def evidence() -> Evidence:
    return evidence_of(SOURCE, OTHER)


def raws(statements: list[Statement] | tuple[Statement, ...]) -> list[str]:
    return [statement.figure.raw for statement in statements]


def claim(text: str, raw: str) -> Statement:
    return next(s for s in read_draft(text) if s.figure.raw == raw)


def stated(evidence: Evidence, raw: str) -> Statement:
    return next(s for s in evidence.statements if s.figure.raw == raw)


def test_quantities_and_scopes_share_the_statements_out(evidence: Evidence) -> None:
    assert raws(evidence.quantities) == ["578件", "528件", "91.35%", "2351万元", "24个", "578人"]
    assert raws(evidence.scopes) == ["2020年", "第八轮"]
    assert len(evidence.quantities) + len(evidence.scopes) == len(evidence.statements)


def test_titles_name_every_report_that_was_searched() -> None:
    evidence = evidence_of(SOURCE, "关于无数字的通报\n没有数字。")
    assert evidence.titles == {"r1": "关于巡视整改情况的通报", "r2": "关于无数字的通报"}


def test_organisations_are_known_to_each_other() -> None:
    evidence = evidence_of(
        "中共海南省信访局党组的通报\n海南省信访局化解528件。", "关于整改的通报\n省信访局化解528件。"
    )
    assert "海南省信访局" in evidence.directory.names


def test_directory_is_made_of_the_statements_where_none_is_given() -> None:
    bare = Evidence(evidence_of("海南省信访局化解528件。").statements)
    assert bare.directory is bare.directory
    assert bare.directory.names == ("海南省信访局",)
    given = Directory()
    assert Evidence([], given).directory is given


@pytest.mark.parametrize(
    ("text", "raw", "found"),
    [
        pytest.param("共有578件。", "578件", ["578件", "578人"], id="whatever they count"),
        pytest.param("收回0.2351亿元。", "0.2351亿元", ["2351万元"], id="in another notation"),
        pytest.param("共有579件。", "579件", [], id="one more"),
        pytest.param("增强“四个意识”。", "四个意识", [], id="no value"),
        pytest.param("第八轮启动。", "第八轮", [], id="no quantity"),
    ],
)
def test_quantities_are_found_by_value(evidence: Evidence, text: str, raw: str, found: list[str]) -> None:
    assert raws(evidence.of_value(claim(text, raw))) == found


@pytest.mark.parametrize(
    ("text", "raw", "has", "lacks"),
    [
        pytest.param("化解矛盾纠纷538件。", "538件", "528件", "24个", id="by a word of the metric"),
        pytest.param("全省共培训教师578人。", "578人", "578件", "2351万元", id="by the value alone"),
    ],
)
def test_like_quantities_share_a_word_or_the_value(
    evidence: Evidence, text: str, raw: str, has: str, lacks: str
) -> None:
    found = raws(evidence.like(claim(text, raw)))
    assert has in found
    assert lacks not in found
    assert len(set(found)) == len(found)


TWO_TOWNS = "临河市水务局修缮水闸24座，耗资33万元。北屏市水务局修缮水闸24座，水闸清淤35公里。"


def test_fitting_is_what_may_be_the_owners_in_a_unit_that_is_one() -> None:
    evidence = evidence_of(TWO_TOWNS)
    asked = claim("临河市水务局修缮水闸24座。", "24座")
    assert [(one.figure.org, one.figure.raw) for one in evidence.fitting(asked)] == [("临河市水务局", "24座")]
    assert raws(evidence.like(asked)) == ["24座", "24座", "35公里"]


def test_own_of_value_is_what_no_other_region_has() -> None:
    evidence = evidence_of(TWO_TOWNS)
    asked = claim("临河市水务局修缮水闸24座。", "24座")
    assert raws(evidence.own_of_value(asked)) == ["24座"]
    assert raws(evidence.of_value(asked)) == ["24座", "24座"]
    assert raws(evidence.of_value(asked, 1)) == ["24座"]


def test_quoted_sentence_fits_whosever_it_is() -> None:
    told = "针对市财政局指出的问题，修缮水闸24座。"
    evidence = evidence_of(f"北屏市水务局整改通报\n{told}")
    (there,) = evidence.quantities
    asked = claim(told, "24座")
    anothers = replace(asked, figure=replace(asked.figure, org="临河市财政局"))
    assert there.figure.org == "北屏市水务局"
    assert evidence.fitting(anothers) == [there]
    reworded = replace(anothers, quote=told.replace("修缮", "修好"))
    assert evidence.fitting(reworded) == []


def test_claim_without_a_metric_may_be_like_any(evidence: Evidence) -> None:
    (bare,) = read_draft("12件。")
    assert evidence.like(bare) == list(evidence.quantities)


def test_sharing_looks_at_the_whole_sentence(evidence: Evidence) -> None:
    found = raws(evidence.sharing(claim("资金收回后，门诊量达到12人。", "12人")))
    assert "2351万元" in found
    assert "24个" not in found


def test_beside_are_the_quantities_of_one_sentence(evidence: Evidence) -> None:
    assert raws(evidence.beside(stated(evidence, "528件"))) == ["578件", "528件", "91.35%"]
    assert raws(evidence.beside(stated(evidence, "24个"))) == ["24个"]


@pytest.mark.parametrize(
    ("reach", "found"),
    [
        pytest.param(0, ["2351万元"], id="the sentence alone"),
        pytest.param(40, ["578件", "528件", "91.35%", "2351万元", "24个"], id="its neighbours"),
        pytest.param(
            10_000, ["578件", "528件", "91.35%", "2351万元", "24个"], id="the whole report, no other"
        ),
    ],
)
def test_around_reaches_so_many_characters(evidence: Evidence, reach: int, found: list[str]) -> None:
    assert raws(evidence.around(stated(evidence, "2351万元"), reach)) == found


def test_no_reports_state_nothing() -> None:
    empty = Evidence.of_reports([])
    assert (empty.statements, empty.quantities, empty.titles) == ((), (), {})
    assert empty.like(read_draft("化解528件。")[0]) == []


def test_words_are_shared_out_without_reading_each_statement() -> None:
    def work(statements: int) -> int:
        source = "".join(f"县水利局修缮水闸{n}座。" for n in range(500, 500 + statements))
        evidence, asked = evidence_of(source), claim("县水利局修缮水闸77座。", "77座")
        evidence.nearest(asked, 40)  # the index is made
        return calls_in(lambda: evidence.nearest(asked, 40))

    assert work(1000) <= 1.2 * work(500)
