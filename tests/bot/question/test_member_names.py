import pytest

from bot.question.member_names import (
    NUMBERED,
    is_told,
    leaves_out,
    named_parts,
    parts_asked,
    place_named,
    places_named,
    sort_and_number,
    sorts_named,
)


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        pytest.param("物业类积案化解", ("物业",), id="one word"),
        pytest.param("征地拆迁类和劳资类各几件", ("拆迁", "劳资"), id="two"),
        pytest.param("哪类问题最多", (), id="asked for"),
        pytest.param("分类处置种类", (), id="within words"),
    ],
)
def test_sorts_of_what_is_counted_are_named(text: str, sorts: tuple[str, ...]) -> None:
    assert sorts_named(text) == sorts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("　　荻港区检查了", ("荻港区",), id="before what was done"),
        pytest.param("贫困村退出", (), id="a sort of places"),
        pytest.param("易地搬迁安置区建设", (), id="too long for a name"),
        pytest.param("医药机构检查", (), id="no place"),
    ],
)
def test_places_that_nobody_need_know_are_named(text: str, places: tuple[str, ...]) -> None:
    assert places_named(text) == places


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        pytest.param("第五生产队", "五队补种了多少", "五队", id="number and end of its sort"),
        pytest.param("第五生产队", "五个队补种了多少", "", id="how many there are"),
        pytest.param("第五派出所", "五所小学", "", id="a measure word counts"),
        pytest.param("二号泵组", "泵组二号线检修几次", "二号线", id="its sort stands before"),
        pytest.param("二号泵组", "三号泵组检修几次", "", id="another number"),
        pytest.param("第4管理站", "第四管理站收了多少", "第四管理站", id="digits and characters"),
        pytest.param("四标段", "十四标段核减多少", "", id="end of a larger number"),
        pytest.param("四标段", "东线四标段核减多少", "四标段", id="and not what stands before"),
        pytest.param("消化内科", "消化科退了多少", "消化科", id="characters left out"),
        pytest.param("云岭小学东校区", "云岭区新增多少", "", id="less than half of it"),
        pytest.param("东河乡", "西河乡多少", "", id="another"),
    ],
)
def test_member_is_named_where_the_text_calls_it(name: str, text: str, named: str) -> None:
    span = place_named(name, text)
    assert (text[slice(*span)] if span else "") == named


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        pytest.param("云岭合作社", "云岭茶叶专业合作社理事会", True, id="in order"),
        pytest.param("云岭合作社", "云山茶叶专业合作社", False, id="another beginning"),
        pytest.param("教育局", "教育体育局", False, id="too short to tell"),
    ],
)
def test_name_with_characters_left_out_is_told(short: str, name: str, expected: bool) -> None:
    assert leaves_out(short, name) is expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("第三分公司", ("分公司", "3"), id="sort of the table"),
        pytest.param("第十二管理站", ("管理站", "12"), id="any sort behind an ordinal"),
    ],
)
def test_number_is_told_in_digits(text: str, told: tuple[str, str]) -> None:
    match = NUMBERED.fullmatch(text)
    assert match
    assert sort_and_number(match) == told


def test_bare_numeral_makes_no_open_sort_a_name() -> None:
    assert NUMBERED.fullmatch("三管理站") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("南河矿业永安矿　出了　煤", ("永安矿",), id="a mine"),
        pytest.param("第四党总支吸收了　团员", ("第四党总支",), id="by its number"),
        pytest.param("第6党支部补学　次", ("第6党支部",), id="by its number in digits"),
        pytest.param("法学院办结　件", ("法学院",), id="one word of the dictionary"),
        pytest.param("翠屏酒店　挣了　", ("翠屏酒店",), id="a name before a bare end"),
        pytest.param("民营医院退了　", (), id="a sort of them"),
        pytest.param("下面的子公司有　家", (), id="no name of one"),
        pytest.param("农村学校修了　", (), id="common words"),
        pytest.param("三家农场一共　", (), id="a count of them"),
        pytest.param("竹叶村改造了　座桥", ("竹叶村",), id="a village named by a noun"),
        pytest.param("杏花村改造了　座桥", ("杏花村",), id="a village in one word"),
        pytest.param("第五食堂收益　", ("第五食堂",), id="a canteen by its number"),
        pytest.param("临江管理部发放　", ("临江管理部",), id="a part of an office"),
        pytest.param("整改了　问题", (), id="none"),
        pytest.param("市二院妇产科的耗材金额", ("妇产科",), id="a department of a hospital"),
        pytest.param("县法院刑庭结案率", ("刑庭",), id="a division of a court"),
        pytest.param("本科就业率和开庭次数", (), id="words that end alike"),
        pytest.param("二分场欠了多少承包费", ("二分场",), id="a number and its sort"),
    ],
)
def test_unit_is_read_by_how_its_name_ends(text: str, names: tuple[str, ...]) -> None:
    assert named_parts(text) == names


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        pytest.param("第四党总支", "第4党总支　认领问题6个", True, id="another notation"),
        pytest.param("第四党总支", "第三党总支　认领问题6个", False, id="another number"),
        pytest.param("永安矿", "一号矿512条，永安矿287条", True, id="to the letter"),
        pytest.param("中医院", "溪州市中医医院整改了26个问题", True, id="in full"),
        pytest.param("刑庭", "刑事审判庭查出瑕疵案件3件", True, id="a court's in full"),
        pytest.param("医学院", "附属医院、医疗学会和研究院", False, id="its characters far apart"),
    ],
)
def test_unit_is_told_by_its_own_name(name: str, text: str, told: bool) -> None:
    assert is_told(name, text) is told


def test_units_sorts_and_places_are_asked_of_alone() -> None:
    assert set(parts_asked("荻港区检查，法学院的物业类")) == {"荻港区", "法学院", "物业"}
