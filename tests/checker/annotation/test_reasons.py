from dataclasses import replace

import pytest

from checker.annotation.reasons import reason_lines, source_of, tint, to_tell
from checker.check import check
from tests.checker.reports import evidence_of, finding_on

SOURCE = "省信访局工作通报\n2021年3月2日\n一、化解情况\n省信访局2020年梳理信访矛盾纠纷578件，化解528件。"
CLAIM = "省信访局梳理矛盾纠纷578件，化解538件。"


@pytest.mark.parametrize(("every", "raws"), [(False, ["538件"]), (True, ["578件", "538件"])])
def test_problems_alone_are_told_unless_all_are_asked_for(every: bool, raws: list[str]) -> None:
    findings = check(CLAIM, evidence_of(SOURCE))
    assert [finding.figure.raw for finding in to_tell(findings, every=every)] == raws


def test_lines_name_verdict_reason_sentence_and_source() -> None:
    verdict, why, quote, source = reason_lines(finding_on("538件", CLAIM, SOURCE))
    assert verdict == "538件：不一致"
    assert "528件" in why
    assert quote.startswith("原文：省信访局2020年")
    assert source == "出处：《省信访局工作通报》 · 2021-03-02 · 化解情况 · r1"


def test_source_leaves_out_what_is_not_known() -> None:
    (statement, *_) = finding_on("538件", CLAIM, SOURCE).evidence
    assert source_of(replace(statement, title="", published="", section="")) == "r1"


def test_long_sentence_is_cut_around_the_figure() -> None:
    found = finding_on("538件", CLAIM, SOURCE)
    long = replace(
        found.evidence[0],
        quote="长" * 500 + "化解528件" + "尾" * 500,
        start=0,
        figure=replace(found.evidence[0].figure, start=502, end=506),
    )
    quote = reason_lines(replace(found, evidence=(long,)))[2]
    assert "化解528件" in quote
    assert len(quote) < 300


@pytest.mark.parametrize(
    ("colour", "light"), [("000000", "B8B8B8"), ("ffffff", "FFFFFF"), ("cf222e", "F2C1C4")]
)
def test_tint_is_light(colour: str, light: str) -> None:
    assert tint(colour) == light
