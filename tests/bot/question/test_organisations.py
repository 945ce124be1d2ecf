import pytest

from bot.question.organisations import find_named
from corpus.organisations.directory import Directory
from corpus.structure.parsing import parse_report


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = Directory()
    for name in (
        "青岩市教育局",
        "沙洲市教育局",
        "青岩市残联",
        "青岩市水务投资发展有限公司",
        "西岭省文化和旅游厅",
        "西岭省博物馆",
        "西岭工业大学",
        "丰禾粮食储备集团有限公司",
        "岚川省矿业集团有限公司",
        "凤桥县农村信用联社",
    ):
        found.add_name(name)
    return found


NAMED = [
    pytest.param("青岩市教育局退了多少钱", "　　　　　　退了多少钱", ("青岩市教育局",), id="full name"),
    pytest.param("文旅厅压减了几个", "　　　压减了几个", ("西岭省文化和旅游厅",), id="the one that is known"),
    pytest.param(
        "市水投营收", "　　　营收", ("青岩市水务投资发展有限公司",), id="short name after its level"
    ),
    pytest.param(
        "青岩市教育局和残联各几个", None, ("青岩市教育局", "青岩市残联"), id="joined to a name before"
    ),
    pytest.param(
        "青岩和沙洲两个教育局各几个", None, ("青岩市教育局", "沙洲市教育局"), id="places that share it"
    ),
    pytest.param("青岩的教育局有几个", None, ("青岩市教育局",), id="place and unit apart"),
    pytest.param("西岭工业大学图书馆有几层", None, ("西岭工业大学",), id="part of one that is known"),
    pytest.param(
        "北屏市林业局种了几棵树", "　　　　　　种了几棵树", ("北屏市林业局",), id="that no report knows"
    ),
    pytest.param("全省博览会办了几场", "全省博览会办了几场", (), id="no short name in a word"),
    pytest.param("哪个公司退了多少钱", "哪个公司退了多少钱", (), id="asked for, not named"),
    pytest.param("给患者省了多少钱", "给患者省了多少钱", (), id="省 that is no province"),
    pytest.param("青岩市嘉里县修了几座桥", None, ("青岩市", "嘉里县"), id="里 that ends a place"),
    pytest.param("丰禾集团追缴多少", None, ("丰禾粮食储备集团有限公司",), id="its two ends"),
    pytest.param(
        "岚矿集团安全费用使用率是多少", None, ("岚川省矿业集团有限公司",), id="a character of each word"
    ),
    pytest.param("凤桥信用社收回多少", None, ("凤桥县农村信用联社",), id="the last character of its own"),
    pytest.param("凤台信用社收回多少", None, ("凤台信用社",), id="of another place"),
    pytest.param(
        "青岩市物业公司占用多少车位", "　　　物业公司占用多少车位", ("青岩市",), id="a trade of many"
    ),
    pytest.param(
        "青岩医院退了多少检查费", "　　医院退了多少检查费", ("青岩市",), id="a sort without a level"
    ),
    pytest.param("青岩办驾照要几天", "　　办驾照要几天", ("青岩市",), id="a verb behind a place"),
    pytest.param("青岩市供水公司换了几块表", None, ("青岩市供水公司",), id="a trade of one in a place"),
    pytest.param("青岩市两级法院查了几件", "　　　　　　　查了几件", ("青岩市",), id="all of one sort"),
    pytest.param("新办的农机合作社有几家", "新办的农机合作社有几家", (), id="a trade alone"),
    pytest.param("里面医院占几家", "里面医院占几家", (), id="of those that were told"),
    pytest.param(
        "青岩市关了几家无照诊所", "　　　关了几家无照诊所", ("青岩市",), id="asked for by its measure"
    ),
    pytest.param("", "", (), id="empty"),
]


@pytest.mark.parametrize(("text", "masked", "names"), NAMED)
def test_organisations_are_blanked_and_named_in_full(
    text: str, masked: str | None, names: tuple[str, ...], directory: Directory
) -> None:
    left, found = find_named(text, directory, {})
    assert found == names
    assert len(left) == len(text)
    assert masked is None or left == masked


def test_known_name_begins_where_it_begins() -> None:
    listed = parse_report("集团整改情况\n路桥公司反馈问题22个；养护公司反馈问题14个。", id="group", source="")
    found = find_named("资产负债率路桥公司多少", Directory.of([listed]), {})
    assert found == ("资产负债率　　　　多少", ("路桥公司",))


def test_name_said_twice_is_one(directory: Directory) -> None:
    assert find_named("青岩市教育局和青岩教育局", directory, {})[1] == ("青岩市教育局",)


def test_region_that_says_only_where_is_left_out(directory: Directory) -> None:
    assert find_named("青岩市的教育局退了多少钱", directory, {})[1] == ("青岩市教育局",)


@pytest.mark.parametrize(
    ("text", "masked", "names"),
    [
        pytest.param(
            "供销社盘活网点多少处", "　　　盘活网点多少处", ("松台县供销合作社",), id="the one that is"
        ),
        pytest.param("法院执结多少件", "　　执结多少件", ("法院",), id="one of two"),
        pytest.param("今年供销社盘活多少", "今年供销社盘活多少", (), id="not at the beginning"),
        pytest.param("青岩市供销社盘活多少", None, ("青岩市供销社",), id="of another place"),
    ],
)
def test_unit_without_its_place_is_the_issuer_that_is_called_so(
    text: str, masked: str | None, names: tuple[str, ...], directory: Directory
) -> None:
    units = {"供销社": ("松台县供销合作社",), "法院": ("松台县人民法院", "梨川县人民法院")}
    left, found = find_named(text, directory, units)
    assert found == names
    assert masked is None or left == masked
