import pytest

from checker.arithmetic.announced import Announced, Operation, read_announced, says_sum
from corpus.figure import Statement
from corpus.statements.statements import read_draft


def statement(claim: str, raw: str) -> Statement:
    return next(s for s in read_draft(claim) if s.figure.raw == raw)


def announced(claim: str, raw: str) -> Announced:
    found = read_announced(statement(claim, raw))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("claim", "raw", "operation", "terms"),
    [
        pytest.param(
            "第六轮巡察比第五轮多移交线索19条。", "19条", Operation.DIFFERENCE,
            ["第六轮巡察移交线索", "第五轮巡察移交线索"], id="rounds",
        ),
        pytest.param(
            "2024年云岭集团关停矿井比2023年减少3座。", "3座", Operation.DIFFERENCE,
            ["2024年云岭集团关停矿井", "2023年云岭集团关停矿井"], id="years",
        ),
        pytest.param(
            "市财政局比市审计局多处分4人。", "4人", Operation.DIFFERENCE, ["市财政局处分", "市审计局处分"], id="offices",
        ),
        pytest.param(
            "市财政局修订制度31项，比市审计局多9项。", "9项", Operation.DIFFERENCE,
            ["市财政局修订制度", "市审计局修订制度"], id="clause before",
        ),
        pytest.param(
            "五标段核减资金比四标段少12万元。", "12万元", Operation.DIFFERENCE,
            ["五标段核减资金", "四标段核减资金"], id="numbered things",
        ),
        pytest.param(
            "2024年培训职工人数比2023年增长20%。", "20%", Operation.CHANGE,
            ["2024年培训职工人数", "2023年培训职工人数"], id="change",
        ),
        pytest.param(
            "第六轮巡察立案数是第四轮的3倍。", "3倍", Operation.MULTIPLE,
            ["第六轮巡察立案数", "第四轮巡察立案数"], id="multiple",
        ),
        pytest.param(
            "第二、第三、第四轮巡察共立案91件。", "91件", Operation.SUM,
            ["第二轮巡察立案", "第三轮巡察立案", "第四轮巡察立案"], id="listed rounds",
        ),
        pytest.param(
            "2021年和2022年一共整改77个。", "77个", Operation.SUM, ["2021年整改", "2022年整改"], id="listed years",
        ),
    ],
)  # fmt: skip
def test_announcement_names_its_terms(claim: str, raw: str, operation: Operation, terms: list[str]) -> None:
    found = announced(claim, raw)
    assert (found.operation, [term.before for term in found.terms]) == (operation, terms)


@pytest.mark.parametrize(
    ("claim", "raw", "operation", "members"),
    [
        pytest.param("四轮巡察共立案76件。", "76件", Operation.SUM, 4, id="rounds"),
        pytest.param("两个标段共核减73万元。", "73万元", Operation.SUM, 2, id="sections"),
        pytest.param("三轮巡察平均每轮移交线索44条。", "44条", Operation.MEAN, 3, id="mean"),
    ],
)
def test_counted_members_are_one_wording(claim: str, raw: str, operation: Operation, members: int) -> None:
    found = announced(claim, raw)
    assert (found.operation, found.members, len(found.terms)) == (operation, members, 1)


@pytest.mark.parametrize(
    ("claim", "raw"),
    [
        pytest.param("2024年投入资金同比增长25%。", "25%", id="同比 names nothing"),
        pytest.param("城建类信访件占比30%。", "30%", id="占比 is a share"),
        pytest.param("市财政局共整改问题31个。", "31个", id="nothing listed"),
        pytest.param("市财政局整改问题31个。", "31个", id="no arithmetic"),
    ],
)
def test_figure_without_named_terms_announces_nothing(claim: str, raw: str) -> None:
    assert read_announced(statement(claim, raw)) is None


def test_later_sum_speaks_of_the_list_before() -> None:
    found = announced("红石、青石、白石农场合计发现问题90个，处分合计12人。", "12人")
    assert [term.before for term in found.terms] == ["红石处分", "青石处分", "白石农场处分"]


@pytest.mark.parametrize(
    ("claim", "says"), [("市财政局合计退款9万元。", True), ("市财政局退款9万元。", False)]
)
def test_sum_is_said_before_the_figure(claim: str, says: bool) -> None:
    assert says_sum(statement(claim, "9万元")) is says


def test_comparison_with_a_time_that_is_not_named_has_no_terms() -> None:
    announced = read_announced(statement("市财政局接待费比上年减少3万元。", "3万元"))
    assert announced is not None
    assert (announced.operation, announced.terms, announced.way) == (Operation.DIFFERENCE, (), "down")
    assert announced.surely
