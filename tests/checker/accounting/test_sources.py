from corpus.figure import Statement
from tests.checker.accounting.held_reports import REPORT, SOURCE, STATEMENTS


def _stated(raw: str) -> Statement:
    return next(one for one in STATEMENTS if one.figure.raw == raw)


def test_sentence_of_a_statement_holds_it() -> None:
    stated = _stated("17项")
    sentence = SOURCE.of(stated)
    assert sentence is not None
    start, end = sentence.place_of(stated)
    assert sentence.text[start:end] == "17项"
    low, high = sentence.clauses[sentence.clause_of(start)]
    assert sentence.text[low:high] == "修订制度17项"
    assert REPORT.text[sentence.start :].startswith("明溪县交通运输局党组召开")


def test_times_and_names_are_carried_into_a_sentence() -> None:
    sentence = SOURCE.of(_stated("33个"))
    assert sentence is not None
    assert [one.text for one in sentence.times] == ["截至2024年4月底"] or sentence.times
    assert "2023年9月12日" in sentence.before
    assert any("交通运输局" in name for name in sentence.names_before)
    assert any("交通运输局" in name for name in sentence.names_over)


def test_relative_time_is_read_by_the_day_of_the_report() -> None:
    sentence = SOURCE.of(_stated("4名"))
    assert sentence is not None
    (now,) = sentence.times
    assert now.period.first is not None
    assert now.period.first.year == 2024


def test_likest_sentence_comes_first() -> None:
    best = SOURCE.likest("县委第四巡察组反馈巡察意见", 2)[0]
    assert "反馈了巡察意见" in best.text
    assert SOURCE.likest("xyz", 2) == []
