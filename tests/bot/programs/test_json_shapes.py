import json
from dataclasses import replace
from datetime import date

import pytest

from bot.answer import CheckedAnswer, Choice, Citation
from bot.programs.json_shapes import (
    answer_shape,
    citation_shape,
    explanation_shape,
    hit_shape,
    report_shape,
    statement_shape,
)
from checker.evidence import Evidence
from checker.explain import explain
from checker.finding import Finding, figure_json, finding_json
from checker.verdicts import Verdict
from corpus.statements.statements import read_draft
from retrieval.hit import Hit
from tests.retrieval.fictional import WATER, report

REPORT = report(WATER, "water")
EVIDENCE = Evidence.of_reports([REPORT])
STATEMENT = next(one for one in EVIDENCE.statements if one.figure.raw == "12项")
CITATION = Citation(1, "water", "通报", "2023-06-12", "一、总体", "整改36个。", 0, 6, "water.txt")


def test_statement_is_its_figure_with_its_report() -> None:
    shape = statement_shape(STATEMENT)
    assert shape == figure_json(STATEMENT.figure) | {
        "report": "water",
        "title": REPORT.title,
        "section": "整改总体情况",
        "quote": STATEMENT.quote,
    }


def test_citation_has_its_place() -> None:
    assert citation_shape(CITATION) == {
        "n": 1,
        "report": "water",
        "title": "通报",
        "date": "2023-06-12",
        "section": "一、总体",
        "quote": "整改36个。",
        "start": 0,
        "end": 6,
        "source": "water.txt",
    }


FINDING = Finding(STATEMENT.figure, Verdict.SUPPORTED, "same", "一致。", (STATEMENT,))
ANSWER = CheckedAnswer("多少", "12项。[1]", False, STATEMENT.figure, (FINDING,), (CITATION,), seconds=0.12345)


def test_answer_has_its_findings_and_citations() -> None:
    assert answer_shape(ANSWER) == {
        "question": "多少",
        "answer": "12项。[1]",
        "refused": False,
        "direct": figure_json(STATEMENT.figure),
        "findings": [finding_json(FINDING)],
        "citations": [citation_shape(CITATION)],
        "mode": "extractive",
        "seconds": 0.123,
    }


@pytest.mark.parametrize(
    ("answer", "key", "value"),
    [
        pytest.param(replace(ANSWER, direct=None), "direct", None, id="no figure"),
        pytest.param(
            replace(ANSWER, choices=(Choice("甲局", "甲局多少"),)), "choices", ["甲局"], id="choices"
        ),
    ],
)
def test_answer_says_what_it_lacks_or_asks_back(answer: CheckedAnswer, key: str, value: object) -> None:
    assert answer_shape(answer)[key] == value


def test_hit_has_its_passage_and_why_it_was_found() -> None:
    hit = Hit(
        "water", "通报", "一、总体", "整改36个。", 0, 6, 0.123456, ("dense", "figure"), source="water.txt"
    )
    assert hit_shape(hit) == {
        "report": "water",
        "title": "通报",
        "section": "一、总体",
        "text": "整改36个。",
        "start": 0,
        "end": 6,
        "score": 0.1235,
        "found_by": ["dense", "figure"],
    }


@pytest.mark.parametrize(
    ("published", "day"), [(date(2023, 6, 12), "2023-06-12"), (None, "")], ids=["dated", "undated"]
)
def test_report_has_its_date_issuer_and_length(published: date | None, day: str) -> None:
    shape = report_shape(replace(REPORT, published=published))
    assert (shape["report"], shape["date"], shape["organisation"]) == ("water", day, "临江市水务局")
    assert shape["characters"] == len(WATER)


@pytest.mark.parametrize(
    ("raw", "verdict"), [("12项", "supported"), ("13项", "contradicted")], ids=["right", "wrong"]
)
def test_explanation_has_every_figure_that_was_weighed(raw: str, verdict: str) -> None:
    (claim,) = read_draft(f"临江市水务局修订制度{raw}。", EVIDENCE.directory)
    explanation = explain(claim, EVIDENCE)
    shape = explanation_shape(explanation)
    assert (shape["raw"], shape["verdict"]) == (raw, verdict)
    assert [row["raw"] for row in shape["considered"]] == [
        one.statement.figure.raw for one in explanation.considered
    ]
    assert ("12项", True) in [(row["raw"], row["won"]) for row in shape["considered"]]


@pytest.mark.parametrize(
    "shape",
    [statement_shape(STATEMENT), citation_shape(CITATION), answer_shape(ANSWER), report_shape(REPORT)],
    ids=["statement", "citation", "answer", "report"],
)
def test_shape_is_plain_json(shape: dict[str, object]) -> None:
    assert json.loads(json.dumps(shape)) == shape
