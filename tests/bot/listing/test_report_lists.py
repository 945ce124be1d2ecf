from dataclasses import replace

from bot.listing.clause_lists import clause_lists
from bot.listing.enumerations import enumerations
from bot.listing.layout_lists import laid_out_lists
from bot.listing.report_lists import ReportLists
from corpus.report import Report
from corpus.structure.parsing import parse_report

TEXT = (
    "云溪县整改通报\n一、履行主体责任方面\n县财政局、县教育局和县水务局整改。\n二、选人用人方面\n补充材料。\n"
)


def report(text: str, name: str = "r") -> Report:
    """A report of ``text``."""
    return parse_report(text, id=name, source=f"{name}.txt")


def test_lists_are_those_of_layout_sentences_and_clauses() -> None:
    one = report(TEXT)
    found = ReportLists().of(one)
    assert found == (*laid_out_lists(one), *enumerations(one), *clause_lists(one))
    assert found


def test_lists_of_a_report_are_read_once() -> None:
    lists, one = ReportLists(), report(TEXT)
    assert lists.of(one) is lists.of(replace(one))


def test_lists_of_a_report_that_changed_are_read_anew() -> None:
    lists = ReportLists()
    before = lists.of(report(TEXT))
    assert lists.of(report(TEXT.replace("县水务局", "县林业局"))) != before


def test_lists_are_not_shared_between_those_that_keep_them() -> None:
    one = report(TEXT)
    assert ReportLists().of(one) is not ReportLists().of(one)
