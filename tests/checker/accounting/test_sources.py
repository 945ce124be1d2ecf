from checker.accounting.sources import SourcePassage, SourceSentences
from corpus.figure import Statement
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
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


def test_whole_is_the_nearest_figure_of_its_unit_that_is_no_less() -> None:
    assert SOURCE.is_nearest(_stated("37个"), _stated("33个"))
    assert not SOURCE.is_nearest(_stated("33个"), _stated("37个"))
    assert not SOURCE.is_nearest(_stated("17项"), _stated("33个"))


def test_figure_of_a_row_without_words_is_a_cell() -> None:
    text = "黄陂县巡察整改通报\n2024-05-20\n| 单位 | 反馈问题 | 完成整改 | 整改率 |\n|---|---|---|---|\n| 西岗镇 | 58个 | 51个 | 87.93% |\n"
    report = parse_report(text, id="row", source="row.txt")
    statements = read_statements(report)
    source = SourceSentences([SourcePassage("row", report.title, "", report.text, 0)], statements)
    assert any(source.is_cell(one) for one in statements)
    assert not SOURCE.is_cell(_stated("17项"))
