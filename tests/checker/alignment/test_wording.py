from dataclasses import replace

import pytest

from checker.alignment.wording import named_pairs, pairs, sentences, surroundings, surroundings_of_open
from corpus.statements.statements import read_draft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("处分干部", {"处分", "干部"}, id="words of two"),
        pytest.param("的了12345个", set(), id="nothing telling"),
        pytest.param("化工企业", {"化工", "企业"}, id="several words"),
        pytest.param("", set(), id="empty"),
    ],
)
def test_pairs_are_of_telling_words(text: str, expected: set[str]) -> None:
    assert expected <= pairs(text)
    assert bool(expected) == bool(pairs(text))


def test_named_is_whose_and_when_a_figure_is() -> None:
    statement = next(s for s in read_draft("2021年海南省信访局化解578件。") if s.figure.raw == "578件")
    named = named_pairs(statement)
    assert named == pairs(statement.figure.org) | pairs(statement.figure.period)
    assert "信访" in named
    assert "化解" not in named


def test_own_clause_is_that_of_the_figure() -> None:
    one, other = surroundings(read_draft("约谈干部12人，问责干部5人。"))
    assert "问责" in other.own
    assert "问责" not in one.own
    assert "问责" in one.sentence


def test_time_before_a_figure_parts_its_clause_from_nothing() -> None:
    told = read_draft("门诊满意度2025年为91.8%，住院满意度为95.3%。")
    around = dict(zip([one.figure.raw for one in told], surroundings(told), strict=True))
    assert {"门诊", "满意"} <= around["91.8%"].own
    assert "门诊" not in around["95.3%"].own


def test_what_a_semicolon_ends_is_not_carried() -> None:
    one, other = surroundings(read_draft("龙山片区检查企业88家；凤山片区检查企业31家，完成47个。"))[:2]
    assert any("龙" in pair for pair in one.carried)
    assert not any("龙" in pair for pair in other.carried)


@pytest.mark.parametrize(
    ("text", "numbered"),
    [
        pytest.param("第二巡察组移交线索9条。", {"第巡": 2}, id="with 第"),
        pytest.param("6号楼整改隐患9处。", {"号楼": 6}, id="number and noun"),
        pytest.param("一标段核减31万元。", {"标": 1}, id="chinese"),
        pytest.param("整改问题9条。", {}, id="a count is no number of a thing"),
    ],
)
def test_numbered_things_are_told(text: str, numbered: dict[str, int]) -> None:
    quantities = [one for one in read_draft(text) if one.figure.raw.endswith(("条", "处", "万元"))]
    (found,) = surroundings(quantities)
    assert dict(found.numbered) == numbered


def test_several_at_once_are_none_of_them() -> None:
    (_, figure) = read_draft("两批共拆解旧船73艘。")
    (found,) = surroundings([figure])
    assert dict(found.numbered) == {"第批": 0}


def test_heading_says_which_numbered_thing_a_figure_belongs_to() -> None:
    (figure,) = [replace(one, section="整改情况 > 第二批（5月前）") for one in read_draft("整改隐患9处。")]
    (found,) = surroundings([figure])
    assert dict(found.numbered) == {"第批": 2}


def test_statements_of_one_sentence_are_together() -> None:
    statements = read_draft("完成整改5个、8项。处分3人。")
    assert [[one.figure.raw for one in sentence] for sentence in sentences(statements)] == [
        ["5个", "8项"],
        ["3人"],
    ]


def test_what_is_asked_stands_around_an_open_figure() -> None:
    asked = surroundings_of_open("追回补贴", "二标段追回补贴，")
    assert "补贴" in asked.own
    assert asked.own <= asked.carried
    assert dict(asked.numbered) == {"标": 2}
    assert not asked.further
