from dataclasses import replace

import pytest

from bot.drafting.standing_in import as_put_right, to_the_digit
from bot.question.understanding import read_question
from bot.ranking.matching import Match
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from tests.bot.news_report import NEWS


def test_exact_figure_is_stated_where_another_only_rounds_it() -> None:
    report = parse_report(NEWS, id="news", source="news.txt")
    by_raw = {one.figure.raw: one for one in read_statements(report)}
    rounded, exact, other = (by_raw[raw] for raw in ("40余万元", "403393.31元", "37座"))
    first = Match(rounded, 0.9, 15.0)
    assert to_the_digit([first, Match(other, 0.9, 14.0), Match(exact, 0.8, 13.0)]).statement is exact
    assert to_the_digit([first, Match(exact, 0.8, 11.0)]) is first  # too far behind
    assert to_the_digit([first, Match(exact, 0.4, 14.0)]).statement is exact  # sure enough to be quoted
    assert to_the_digit([first, Match(exact, 0.2, 14.0)]) is first  # too unsure
    assert to_the_digit([first, Match(replace(exact, report="other"), 0.8, 14.0)]) is first


NOTED = "附注：“退回押金”原公布为41.6万元，更正为46.1万元；“补签合同”由57份更正为59份。"


@pytest.mark.parametrize(
    ("question", "raw", "stated"),
    [
        pytest.param("退回押金多少", "41.6万元", "46.1万元", id="put right"),
        pytest.param("更正前退回押金多少", "41.6万元", "41.6万元", id="asked for as it was"),
        pytest.param("退回押金多少", "46.1万元", "46.1万元", id="what took its place"),
        pytest.param("补签合同多少份", "57份", "59份", id="put right from one to the other"),
    ],
)
def test_figure_that_was_put_right_gives_way_to_what_took_its_place(
    question: str, raw: str, stated: str
) -> None:
    statements = read_statements(parse_report(NOTED, id="one", source="one.txt"))
    matches = [Match(one, 0.9, 9.0) for one in statements]
    best = next(one for one in matches if one.statement.figure.raw == raw)
    righted = as_put_right(read_question(question, Directory()), best, matches)
    assert righted.statement.figure.raw == stated
    assert "原公布" not in righted.statement.figure.metric or stated == raw
