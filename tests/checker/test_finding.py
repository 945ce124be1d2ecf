import json
from decimal import Decimal

import pytest

from checker.finding import Finding, figure_json, finding_json, plain_number
from checker.verdicts import Verdict
from corpus.figure import Figure, Kind, Qualifier
from tests.checker.reports import finding_on

SOURCE = "省信访局2020年梳理信访矛盾纠纷578件，化解528件，化解率91.35%。"
DRAFT = "省信访局2020年梳理信访矛盾纠纷578件、化解538件。"


def test_finding_as_json_has_the_fields_of_the_contract() -> None:
    row = finding_json(finding_on("578件", DRAFT, SOURCE))
    assert {
        "raw",
        "start",
        "end",
        "value",
        "low",
        "high",
        "unit",
        "kind",
        "qualifier",
        "metric",
        "org",
    } <= set(row)
    assert (row["value"], row["verdict"], row["evidence"][0]["figure"]) == ("578", "supported", "578件")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(Decimal("23510000"), "23510000", id="whole"),
        pytest.param(Decimal("91.350"), "91.35", id="noughts at the end"),
        pytest.param(Decimal("100"), "100", id="noughts before the point"),
        pytest.param(Decimal("100.00"), "100", id="nothing behind the point"),
        pytest.param(Decimal("1E+8"), "100000000", id="exponent"),
        pytest.param(Decimal("1E-7"), "0.0000001", id="small exponent"),
        pytest.param(Decimal("-3.50"), "-3.5", id="negative"),
        pytest.param(Decimal("-0"), "0", id="negative nought"),
        pytest.param(Decimal("-0.00"), "0", id="negative nought with places"),
        pytest.param(None, None, id="none"),
    ],
)
def test_decimal_is_written_plainly(value: Decimal | None, written: str | None) -> None:
    assert plain_number(value) == written


def test_range_has_no_value_in_json() -> None:
    figure = Figure(
        "3至5个",
        0,
        4,
        Kind.COUNT,
        None,
        Decimal(3),
        Decimal(5),
        "个",
        qualifier=Qualifier.RANGE,
        org="省财政厅",
    )
    row = figure_json(figure)
    assert (row["value"], row["low"], row["high"]) == (None, "3", "5")
    assert (row["kind"], row["qualifier"], row["org"]) == ("count", "range", "省财政厅")


def test_finding_without_evidence_or_formula_says_so_in_json() -> None:
    figure = Figure("四个意识", 2, 6, Kind.IDIOM)
    row = finding_json(Finding(figure, Verdict.NOT_CHECKED, "idiom", "“四个意识”是固定提法。"))
    assert (row["evidence"], row["formula"], row["value"]) == ([], None, None)
    assert (row["start"], row["end"], row["rule"]) == (2, 6, "idiom")


def test_evidence_in_json_quotes_the_report() -> None:
    finding = finding_on("538件", DRAFT, SOURCE)
    (row,) = finding_json(finding)["evidence"]
    assert row["quote"] == SOURCE[row["start"] : row["end"]]
    assert (row["report"], row["figure"]) == ("r1", "528件")


def test_json_of_a_finding_can_be_written() -> None:
    row = finding_json(finding_on("578件", DRAFT, SOURCE))
    assert json.loads(json.dumps(row)) == row
