from dataclasses import FrozenInstanceError

import pytest

from corpus.report import Passage, Report, Section

TEXT = "通报\n一、总体\n完成整改588个。"


def test_report_says_nothing_that_it_was_not_told() -> None:
    report = Report("r", "通报", TEXT, "r.txt", "0" * 64)
    assert report.published is None
    assert (report.publisher, report.organisation, report.sections) == ("", "", ())


def test_section_lies_in_order_within_the_text() -> None:
    section = Section("总体", 1, 3, 8, len(TEXT))
    assert TEXT[section.start : section.body] == "一、总体\n"
    assert TEXT[section.body : section.end] == "完成整改588个。"


def test_passage_is_a_run_of_its_report() -> None:
    passage = Passage("r", 8, len(TEXT), TEXT[8:])
    assert passage.text == TEXT[passage.start : passage.end]
    assert (passage.section, passage.context) == ("", "")


@pytest.mark.parametrize(
    ("value", "field"),
    [
        pytest.param(Report("r", "", "", "", ""), "text", id="report"),
        pytest.param(Section("", 1, 0, 0, 0), "start", id="section"),
        pytest.param(Passage("r", 0, 0, ""), "text", id="passage"),
    ],
)
def test_values_are_frozen_and_slotted(value: Report | Section | Passage, field: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, field, getattr(value, field))
    assert not hasattr(value, "__dict__")
