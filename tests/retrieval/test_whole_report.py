from corpus.organisations.agreed_names import BUILT_IN, AgreedNames
from corpus.structure.passages import split_passages
from retrieval.whole_report import read_whole, statements_of
from tests.retrieval.fictional import SCHOOL, report


def test_whole_report_has_its_passages_and_statements() -> None:
    whole = read_whole(report(), BUILT_IN)
    assert (whole.report, tuple(whole.passages)) == (report(), tuple(split_passages(report())))
    assert tuple(whole.statements) == statements_of(report(), BUILT_IN)
    assert len(whole.statements) >= 10


def test_whole_report_is_renamed_in_all_its_parts() -> None:
    whole = read_whole(report(), BUILT_IN)
    assert whole.named("water") is whole
    named = whole.named("water-2")
    assert named.report.id == "water-2"
    assert {one.report for one in named.passages} == {one.report for one in named.statements} == {"water-2"}
    assert named.named("water") == whole


def test_statements_know_the_names_that_were_agreed_on() -> None:
    agreed = AgreedNames({"云大": "云溪大学"})
    told = report(SCHOOL + "云大追回资金3万元。\n")
    (one,) = (one for one in statements_of(told, agreed) if one.figure.raw == "3万元")
    assert one.figure.org == "云溪大学"
