import pytest

from checker.accounting.directions import borne_out, way_before
from corpus.figure import Statement
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

SOURCE = "岩口县残联通报\n2024-05-06\n辅具发放率由71.4%提高到88.9%。投诉2022年61件，2023年34件，比上年减少27件。轮椅库存19台。老年培训满意率93.6%，职工培训满意率90.2%。"
STATEMENTS = read_statements(parse_report(SOURCE, id="aid", source="aid.txt"))


def test_cells_side_by_side_are_levels_of_one_thing() -> None:
    table = "云坪站监测通报\n2024-05-06\n项目 | 2022年 | 2023年\n压力合格率 | 83.6% | 91.5%\n浊度合格率 | 88.1% | 87.2%\n"
    stated = {
        str(one.figure.value): one for one in read_statements(parse_report(table, id="cells", source="c.txt"))
    }
    text = "压力合格率提高，从83.6%到91.5%。"
    told = [(9, 14, stated["83.6"]), (15, 20, stated["91.5"])]
    assert [text[slice(*span)] for span in borne_out(text, told)] == ["提高"]
    told[1] = (15, 20, stated["87.2"])
    assert [text[slice(*span)] for span in borne_out(text, told)] == []


def _told(text: str) -> list[tuple[int, int, Statement]]:
    claims = [one.figure for one in read_draft(text) if not is_scope(one.figure)]
    stated = {one.figure.value: one for one in STATEMENTS}
    return [(one.start, one.end, stated[one.value]) for one in claims if one.value in stated]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("投诉由61件降到34件。", ["降到"], id="down"),
        pytest.param("发放率由71.4%升至88.9%。", ["升至"], id="up"),
        pytest.param("投诉由61件升至34件。", [], id="up, though it is less"),
        pytest.param("发放率由88.9%降到71.4%。", [], id="later told as earlier"),
        pytest.param("投诉34件，低于上年的61件。", ["低于"], id="against another"),
        pytest.param("投诉34件，比上年的61件明显减少。", ["明显减少", "比"], id="against another, behind it"),
        pytest.param("投诉34件，高于上年的61件。", [], id="against another, the wrong way"),
        pytest.param(
            "老年培训满意率93.6%，高于职工培训满意率的90.2%。", ["高于"], id="against one that ends alike"
        ),
        pytest.param("老年培训满意率93.6%，职工培训满意率升到90.2%。", [], id="of one that ends alike"),
        pytest.param("投诉61件，轮椅19台，减少。", [], id="of other things"),
        pytest.param("发放率88.9%，以前是71.4%。", ["以前是"], id="so earlier"),
        pytest.param("发放率71.4%，以前是88.9%。", [], id="the later level told as earlier"),
        pytest.param("发放率明显提高，由71.4%到88.9%。", ["明显提高"], id="before both levels"),
        pytest.param("发放率明显降低，由71.4%到88.9%。", [], id="before both levels, the wrong way"),
    ],
)
def test_direction_is_borne_out_by_two_levels_of_one_thing(text: str, words: list[str]) -> None:
    assert [text[slice(*span)] for span in borne_out(text, _told(text))] == words


@pytest.mark.parametrize(("raw", "way"), [("88.9%", "up"), ("27件", "down"), ("19台", "")])
def test_way_is_told_right_before_a_figure(raw: str, way: str) -> None:
    assert [way_before(one) for one in STATEMENTS if one.figure.raw == raw] == [way]
