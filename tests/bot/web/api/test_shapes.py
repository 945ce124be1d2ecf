"""The described shapes are those that the command line prints: a field more or less is found here."""

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import BaseModel

from bot.programs.json_shapes import check_shape, decision_shape, report_shape, statement_shape
from bot.web.api.shapes import (
    CheckShape,
    DecisionShape,
    EvidenceShape,
    FindingShape,
    ReportShape,
    StatementShape,
)
from checker.check import check
from checker.evidence import Evidence
from retrieval.chat_catalog.decisions import Decision, FigurePlace
from tests.retrieval.fictional import report, statement

DRAFT = "临江市水务局修订制度13项。"
FINDINGS = check(DRAFT, Evidence.of_reports([report()]))
CHECK = check_shape(DRAFT, FINDINGS, 0.1, [])
MADE = Decision(FigurePlace("d", 0, "13项"), "accept", "api:x", datetime(2024, 5, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("shape", "model", "added"),
    [
        pytest.param(
            statement_shape(statement(report(), "12项", "12")), StatementShape, set(), id="statement"
        ),
        pytest.param(report_shape(report()), ReportShape, set(), id="report"),
        pytest.param(decision_shape(MADE), DecisionShape, set(), id="decision"),
        pytest.param(CHECK, CheckShape, {"check", "needs_person"}, id="check"),
        pytest.param(CHECK["findings"][0], FindingShape, {"decision"}, id="finding"),  # type: ignore[index]
        pytest.param(CHECK["findings"][0]["evidence"][0], EvidenceShape, set(), id="evidence"),  # type: ignore[index]
    ],
)
def test_described_fields_are_those_that_are_given(
    shape: dict[str, Any], model: type[BaseModel], added: set[str]
) -> None:
    assert set(model.model_fields) - added == set(shape)
    assert all(model.model_fields[name].annotation is not None for name in shape)
