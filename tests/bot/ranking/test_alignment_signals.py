from dataclasses import replace
from itertools import groupby

import pytest

from bot.question.understanding import read_question
from bot.ranking.alignment_signals import Surrounded, alignment_signals, asked_surroundings, told_part
from checker.alignment.wording import surroundings
from corpus.figure import Statement
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_draft


def surrounded(text: str) -> list[Surrounded]:
    """The figures of a text with what stands around each."""
    statements: list[Statement] = list(read_draft(text))
    found: list[Surrounded] = []
    for start, group in groupby(statements, key=lambda one: one.start):
        sentence = list(group)
        found += map(Surrounded, sentence, surroundings(sentence, text[:start]))
    return found


def told(question: str, text: str, raw: str) -> dict[str, float]:
    """The signals of the figure ``raw`` of a text for a question."""
    likely = surrounded(text)
    read = read_question(question, Directory())
    signals = alignment_signals(asked_surroundings(read, read.sought[0]), likely)
    return next(found for one, found in zip(likely, signals, strict=True) if one.statement.figure.raw == raw)


MEMBERS = "拆除小锅炉60台，其中东洲区25台、芦溪县20台、石湾县15台。"
RISEN = "新招专职护林员12名，专职护林员由30名增至42名。"
STAGES = "委本级接到线索30条；社区一级接到线索90条，查实75条。"


@pytest.mark.parametrize(
    ("question", "text", "raw", "outdone"),
    [
        pytest.param("芦溪县拆除了多少台小锅炉", MEMBERS, "60台", True, id="total for a member"),
        pytest.param("芦溪县拆除了多少台小锅炉", MEMBERS, "25台", True, id="member for another"),
        pytest.param("芦溪县拆除了多少台小锅炉", MEMBERS, "15台", True, id="member after it"),
        pytest.param("芦溪县拆除了多少台小锅炉", MEMBERS, "20台", False, id="the member"),
        pytest.param("拆除了多少台小锅炉", MEMBERS, "60台", False, id="the total"),
        pytest.param(
            "专职护林员增加到多少名", RISEN, "42名", False, id="level whose name stands before the first"
        ),
        pytest.param("社区一级查实了几条线索", STAGES, "90条", True, id="stage before"),
        pytest.param("社区一级查实了几条线索", STAGES, "75条", False, id="the stage"),
    ],
)
def test_statement_is_outdone_by_the_sibling_that_is_named(
    question: str, text: str, raw: str, outdone: bool
) -> None:
    assert (told(question, text, raw)["outdone"] > 0) is outdone


def test_what_nothing_around_a_figure_says_is_unsaid() -> None:
    text = "全镇追回补贴23万元。"
    assert told("追回补贴多少钱", text, "23万元")["unsaid"] == 0.0
    assert told("追回的垃圾清运合同款多少钱", text, "23万元")["unsaid"] > 0.3


def test_nearer_wording_is_aligned_better() -> None:
    text = "全镇追回补贴23万元，清理仓库6座。"
    near = told("追回补贴多少", text, "23万元")["aligned"]
    far = told("追回补贴多少", text, "6座")["aligned"]
    assert 0.0 <= far < near <= 1.0


def test_signals_are_shares() -> None:
    for raw in ("60台", "25台", "20台", "15台"):
        assert all(0.0 <= value <= 1.0 for value in told("芦溪县拆除几台", MEMBERS, raw).values())


def test_no_statement_gives_no_signals() -> None:
    read = read_question("拆除了几台", Directory())
    assert alignment_signals(asked_surroundings(read, read.sought[0]), []) == []


def test_words_of_another_figure_that_is_sought_are_left_out() -> None:
    read = read_question("追回补贴多少钱，清理仓库几座", Directory())
    first = asked_surroundings(read, read.sought[0])
    assert any("补贴" in pair for pair in first.sentence)
    assert not any("仓库" in pair for pair in first.sentence)


@pytest.mark.parametrize(
    ("raw", "part"),
    [("30条", "委本级接到线索30条"), ("75条", "社区一级接到线索90条，查实75条")],
)
def test_part_that_tells_of_a_figure_begins_behind_the_semicolon(raw: str, part: str) -> None:
    one = next(each for each in read_draft(STAGES) if each.figure.raw == raw)
    assert told_part(one) == part


@pytest.mark.parametrize(
    ("met", "outdone"),
    [
        pytest.param(((1.0,), (0.0,)), False, id="sibling of another deed"),
        pytest.param(((1.0,), (1.0,)), True, id="sibling of the deed"),
        pytest.param(((0.0,), (1.0,)), True, id="sibling alone of the deed"),
    ],
)
def test_statement_is_outdone_only_by_what_meets_as_much_of_what_is_asked(
    met: tuple[tuple[float, ...], tuple[float, ...]], outdone: bool
) -> None:
    total, member, *_ = surrounded(MEMBERS)
    likely = [replace(total, met=met[0]), replace(member, met=met[1])]
    read = read_question("东洲区拆除了多少台小锅炉", Directory())
    signals = alignment_signals(asked_surroundings(read, read.sought[0]), likely)
    assert (signals[0]["outdone"] > 0) is outdone


def test_part_that_changes_outdoes_the_whole() -> None:
    text = "核减造价860万元，其中体育馆核减310万元。"
    assert told("体育馆核减造价多少钱", text, "860万元")["outdone"] > 0
