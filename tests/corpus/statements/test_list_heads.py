import pytest

from corpus.statements.list_heads import are_alike, list_heads


@pytest.mark.parametrize(
    ("clause", "wanted", "heads"),
    [
        pytest.param(
            "其中石门镇、沙塘镇、黄泥乡规模养殖场",
            3,
            ["石门镇", "沙塘镇", "黄泥乡"],
            id="parts, what is shared",
        ),
        pytest.param(
            "河口镇、青坪镇、凤岗乡三个乡镇所辖村", 3, ["河口镇", "青坪镇", "凤岗乡"], id="told to be three"
        ),
        pytest.param("东江区、西江区整改完成率", 2, ["东江区", "西江区"], id="two of one length"),
        pytest.param("数控、汽修、护理三个专业的设备利用率", 3, ["数控", "汽修", "护理"], id="sorts"),
        pytest.param("东江区、西江区整改完成率", 3, [], id="not as many"),
    ],
)
def test_heads_stand_without_what_all_share(clause: str, wanted: int, heads: list[str]) -> None:
    assert [clause[low:high] for low, high in list_heads(clause, 0, len(clause), wanted, [])] == heads


def test_years_of_a_row_are_heads() -> None:
    clause = "核查2020、2021、2022年三个年度的缴费"
    names = [(2, 6), (7, 11), (12, 17)]
    assert list_heads(clause, 0, len(clause), 3, names) == names


def test_alike_by_beginning_or_end() -> None:
    assert are_alike(["甲镇", "乙镇"])
    assert are_alike(["第一联盟", "第三小组"])
    assert not are_alike(["甲镇", "乙村"])
