from checker.accounting.sources import SourcePassage, SourceSentences
from checker.accounting.windows import Window, windows_like, windows_telling
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from tests.checker.accounting.held_reports import SOURCE

TEXT = """中共柏山县粮食局党组关于巡察整改情况的通报
2024-05-20
截至2024年4月底，本轮巡察的党组织共完成整改86个，其中立行立改31个，比2022年多9个。
"""
REPORT = parse_report(TEXT, id="grain", source="grain.txt")
DIRECTORY = Directory.of([REPORT])
STATEMENTS = read_statements(REPORT, DIRECTORY)
GRAIN = SourceSentences(
    [SourcePassage("grain", REPORT.title, "", REPORT.text, 0, REPORT.published)], STATEMENTS, DIRECTORY
)


def _window(raw: str) -> Window:
    stated = next(one for one in STATEMENTS if one.figure.raw == raw)
    sentence = GRAIN.of(stated)
    assert sentence is not None
    return Window(sentence, (sentence.clause_with(stated),), (stated,))


def test_round_and_date_stand_beside_each_other() -> None:
    assert [one.text for one in _window("86个").times()] == ["截至2024年4月底", "本轮"]


def test_time_compared_with_behind_a_figure_is_not_its_own() -> None:
    assert "2022年" not in [one.text for one in _window("31个").times()]


def test_clause_is_held_against_one_clause_then_several() -> None:
    sentence = SOURCE.likest("追缴罚款，修订制度", 1)[0]
    found = [one.clauses for one in windows_like("追缴罚款，修订制度", [sentence])]
    single = found[: len(sentence.clauses)]
    assert sorted(single) == [(place,) for place in range(len(sentence.clauses))]
    assert "修订制度" in sentence.text[slice(*sentence.clauses[single[0][0]])]
    assert max(map(len, found)) > 1


def test_all_is_said_of_one_clause() -> None:
    sentence = SOURCE.likest("追缴罚款，修订制度", 1)[0]
    assert max(len(one.clauses) for one in windows_like("全部追缴", [sentence])) == 1


def test_figure_stated_as_all_and_as_done_has_a_window_of_both() -> None:
    text = "峡口县应急局通报\n2024-05-20\n杜家镇排查隐患27项，整改27项；金沟镇排查隐患34项，整改29项。\n"
    report = parse_report(text, id="hazard", source="hazard.txt")
    statements = read_statements(report)
    source = SourceSentences([SourcePassage("hazard", report.title, "", report.text, 0)], statements)
    both = [one for one in statements if one.figure.raw == "27项"]
    assert any("排查" in one.text and "整改" in one.text for one in windows_telling([both], source))
    some = [one for one in statements if one.figure.raw == "34项"]
    assert not any("排查" in one.text and "整改" in one.text for one in windows_telling([some], source))
