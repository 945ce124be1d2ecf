import random

import pytest

from bench.slot_mutations import SLOT_MUTATIONS, TABLE_MUTATIONS, table_mutations, tables
from checker.evidence import Evidence
from corpus.figure import Figure
from corpus.quantities.figures import find_figures
from corpus.structure.parsing import parse_report

TABLE = """各镇整改情况
镇名 | 问题数 | 完成数
梅溪镇 | 31 | 27
竹园镇 | 18 | 15
"""


def figures(sentence: str) -> list[Figure]:
    return [
        one.figure for one in Evidence.of_reports([parse_report(sentence, id="r", source="r.txt")]).quantities
    ]


@pytest.mark.parametrize(
    ("kind", "sentence", "changed"),
    [
        pytest.param("swapped", "受理41件，办结36件。", "受理36件，办结41件。", id="swapped"),
        pytest.param("negated", "全县清退违规资金12.5万元。", "全县未清退违规资金12.5万元。", id="negated"),
        pytest.param("level for change", "信访量同比下降12%。", "信访量同比达到12%。", id="change"),
        pytest.param(
            "part for total", "发现问题52个，其中资金问题9个。", "发现问题9个，其中资金问题9个。", id="part"
        ),
    ],
)
def test_change_gives_the_sentence_another_meaning(kind: str, sentence: str, changed: str) -> None:
    mutation = SLOT_MUTATIONS[kind](sentence, figures(sentence), random.Random(1))
    assert mutation is not None
    assert mutation[0] == changed


def test_what_is_left_of_others_is_not_denied() -> None:
    sentence = "受理41件，办结36件，处理5件。"
    for seed in range(20):
        mutation = SLOT_MUTATIONS["negated"](sentence, figures(sentence), random.Random(seed))
        assert mutation is not None
        assert "未处理" not in mutation[0]


def test_member_gets_a_number_that_the_sentence_has_not() -> None:
    sentence = "第三党支部整改问题8个，第四党支部整改问题6个。"
    mutation = SLOT_MUTATIONS["member"](sentence, figures(sentence), random.Random(1))
    assert mutation is not None
    text, start, end = mutation
    assert text[start:end] not in "三四"
    assert text[:start] + text[end:] in (sentence.replace("三", ""), sentence.replace("四", ""))


@pytest.mark.parametrize("kind", sorted(SLOT_MUTATIONS))
def test_sentence_that_lends_itself_to_no_change_is_left(kind: str) -> None:
    sentence = "没有36个。"
    assert SLOT_MUTATIONS[kind](sentence, find_figures(sentence), random.Random(1)) is None


@pytest.mark.parametrize("kind", sorted(TABLE_MUTATIONS))
def test_cell_holds_what_its_neighbour_holds(kind: str) -> None:
    (text, start, end), *others = table_mutations(TABLE, TABLE_MUTATIONS[kind], random.Random(1))
    assert not others
    assert text != next(tables(TABLE))
    assert text[start:end] in ("31", "27", "18", "15")
    assert text.count(text[start:end]) == 2
