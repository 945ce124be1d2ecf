import pytest

from checker.verdicts import Verdict
from tests.checker.reports import finding_on

MOVES = (
    "市二院接诊情况\n专职药师由41名增至56名，平均候诊时间由38分钟缩短到21分钟；次均费用由286元降至251元。\n"
)
PROFIT = "云江集团经营情况\n2023年集团实现营业收入186亿元，同比增长7.9%；利润总额5.3亿元，同比增加0.9亿元。\n"


@pytest.mark.parametrize(
    ("claim", "raw", "source", "formula"),
    [
        pytest.param("专职药师净增15名。", "15名", MOVES, "56−41=15名", id="by how many"),
        pytest.param("平均候诊时间缩短了17分钟。", "17分钟", MOVES, "38−21=17分钟", id="no mean"),
        pytest.param("次均费用下降12.24%。", "12.24%", MOVES, "(286−251)÷286=12.24%", id="by what share"),
        pytest.param(
            "上年利润总额约4.4亿元。", "约4.4亿元", PROFIT, "530000000−90000000=约4.4亿元", id="before"
        ),
    ],
)
def test_change_is_reckoned(claim: str, raw: str, source: str, formula: str) -> None:
    finding = finding_on(raw, claim, source)
    assert (finding.verdict, finding.formula) == (Verdict.DERIVED, formula)


@pytest.mark.parametrize(
    ("claim", "raw"),
    [
        pytest.param("专职药师净增35名。", "35名", id="of another move"),
        pytest.param("专职药师净减15名。", "15名", id="the other way"),
        pytest.param("平均候诊时间缩短了35分钟。", "35分钟", id="another unit's gap"),
    ],
)
def test_other_change_is_not_derived(claim: str, raw: str) -> None:
    assert finding_on(raw, claim, MOVES).verdict is not Verdict.DERIVED


def test_multiple_of_what_it_was_is_reckoned() -> None:
    source = "云江粮库整改情况\n粮温检测点由300个增至750个。\n"
    assert finding_on("2.5倍", "粮温检测点是原来的2.5倍。", source).verdict is Verdict.DERIVED


RENT = "旧货市场整改情况\n摊位租金由42万元提高到189万元，寄存柜使用从2021年的650次增加到2023年的1950次。\n"


@pytest.mark.parametrize(
    ("claim", "raw", "formula"),
    [
        pytest.param("摊位租金涨了3.5倍。", "3.5倍", "(1890000−420000)÷420000=3.5倍", id="by how many"),
        pytest.param("摊位租金是原来的4.5倍。", "4.5倍", "1890000÷420000=4.5倍", id="to how many"),
        pytest.param("摊位租金上涨到原来的4.5倍。", "4.5倍", "1890000÷420000=4.5倍", id="risen to how many"),
        pytest.param("2023年寄存柜使用是2021年的3倍。", "3倍", "1950÷650=3倍", id="of a year named behind"),
    ],
)
def test_multiple_is_reckoned_however_it_is_told(claim: str, raw: str, formula: str) -> None:
    finding = finding_on(raw, claim, RENT)
    assert (finding.verdict, finding.formula) == (Verdict.DERIVED, formula)


def test_what_it_became_is_not_by_how_much_it_grew() -> None:
    assert finding_on("4.5倍", "摊位租金涨了4.5倍。", RENT).verdict is not Verdict.DERIVED


def test_by_how_many_is_not_to_how_many() -> None:
    assert finding_on("3.5倍", "摊位租金上涨到原来的3.5倍。", RENT).verdict is not Verdict.DERIVED
