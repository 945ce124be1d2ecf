import pytest

from corpus.organisations.short_names import is_in_order, short_names, unit_names


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("海南师范大学", "海师大"),
        ("云泽理工大学", "云泽理工"),
        ("临河市住房和城乡建设局", "临河住建局"),
        ("临河市住房和城乡建设局", "市住建局"),
        ("西岭省水务投资集团有限公司", "水投集团"),
        ("西岭省水务投资集团有限公司", "省水投"),
        ("云泽市城市建设投资集团有限公司", "城建投集团"),
        ("海南省发展控股有限公司", "海控"),
        ("西岭省第一中级人民法院", "省一中院"),
        ("西岭省农业科学院", "西岭农科院"),
        ("云泽市卫生健康委员会", "云泽市卫健委"),
        ("云泽农村商业银行股份有限公司", "云泽农商行"),
        ("云泽市第七中学", "云泽七中"),
        ("云泽市第十二小学", "云泽十二小"),
        ("云泽市第五人民医院", "云泽五院"),
        ("云泽市", "云泽"),
    ],
)
def test_a_full_name_gives_its_short_names(name: str, short: str) -> None:
    assert short in short_names(name)


@pytest.mark.parametrize("name", ["海南师范大学", "临河市住房和城乡建设局", "云泽市委", "西岭省第一人民医院"])
def test_short_names_are_never_bare_words(name: str) -> None:
    assert not short_names(name) & {"师大", "一院", "委", "云泽委", "大学", name, ""}


@pytest.mark.parametrize(
    ("short", "fits"), [("水投", True), ("投水", False), ("水水", False), ("", True)], ids=repr
)
def test_characters_stand_in_a_name_in_their_order(short: str, fits: bool) -> None:
    assert is_in_order(short, "水务投资集团") is fits


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("松台县供销合作社", "供销社"),
        ("松台县人民法院", "法院"),
        ("松台农村商业银行", "农商行"),
        ("松台县残疾人联合会", "残联"),
    ],
)
def test_unit_is_named_without_its_place(name: str, unit: str) -> None:
    assert unit in unit_names(name, "松台")


@pytest.mark.parametrize("name", ["松台县委", "松台县人民政府", "松台县"])
def test_leadership_and_regions_have_no_such_name(name: str) -> None:
    assert unit_names(name) == frozenset()
