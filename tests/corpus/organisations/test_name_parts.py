import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.organisations.name_parts import NameParts, abbreviates, located_name, name_parts


@pytest.mark.parametrize(
    ("name", "region", "level", "unit"),
    [
        pytest.param("东原省财政厅", "东原", "省", "财政厅", id="place, level and unit"),
        pytest.param("省财政厅", "", "省", "财政厅", id="no place"),
        pytest.param("海南师范大学", "海南", "省", "师范大学", id="a province without its level"),
        pytest.param("临河市住建局", "临河", "市", "住房和城乡建设局", id="line of work in full"),
        pytest.param("临河市卫生健康委员会", "临河", "市", "卫生健康委", id="head in short"),
        pytest.param("中共临河市财政局党组", "临河", "市", "财政局", id="party bodies dropped"),
        pytest.param("内蒙古自治区财政厅", "内蒙古", "自治区", "财政厅", id="autonomous region"),
        pytest.param("广西壮族自治区民政厅", "广西", "自治区", "民政厅", id="region with its people"),
        pytest.param("黔南布依族苗族自治州财政局", "黔南", "州", "财政局", id="prefecture of two peoples"),
        pytest.param("云阳土家族自治县", "云阳", "县", "", id="autonomous county"),
        pytest.param("青溪苗族乡", "青溪", "乡", "", id="township of a people"),
        pytest.param("青溪瑶族民族乡人民政府", "青溪", "乡", "人民政府", id="called one of a people"),
        pytest.param("青溪回族土族镇", "青溪", "镇", "", id="town of two peoples"),
        pytest.param("北京市海淀区人民法院", "海淀", "区", "法院", id="the inner place"),
        pytest.param("西岭省第一中级人民法院", "西岭", "省", "一中院", id="court in short"),
        pytest.param("临河市", "临河", "市", "", id="a region"),
        pytest.param("梅城区", "梅城", "区", "", id="a district whose name ends in a town"),
        pytest.param("全省", "", "省", "", id="the whole"),
        pytest.param("水投集团", "", "", "水投集团", id="neither place nor level"),
        pytest.param("", "", "", "", id="nothing"),
    ],
)
def test_name_is_taken_apart(name: str, region: str, level: str, unit: str) -> None:
    assert name_parts(name) == NameParts(region, level, unit)


def test_level_in_another_word_is_none() -> None:
    assert name_parts("市场监管局", expand=False) == NameParts("", "", "市场监管局")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("市场监管局", "市场监督管理局"),
        ("省人社厅", "省人力资源和社会保障厅"),
        ("市卫健委", "市卫生健康委员会"),
        ("省高院", "省高级人民法院"),
    ],
)
def test_names_of_one_organisation_are_taken_apart_alike(short: str, full: str) -> None:
    assert name_parts(short) == name_parts(full)


def test_unit_stays_as_written_where_it_is_not_to_be_expanded() -> None:
    assert name_parts("临河市住建局", expand=False).unit == "住建局"
    assert name_parts("临河市卫生健康委员会", expand=False).unit == "卫生健康委员会"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("临河市住建局", "临河市"),
        ("海南师范大学", "海南省"),
        ("广西民政厅", "广西壮族自治区"),
        ("省财政厅", ""),
        ("水投集团", ""),
    ],
)
def test_place_is_the_full_name_of_the_region(name: str, place: str) -> None:
    assert name_parts(name).place == place


@pytest.mark.parametrize(
    ("name", "leads"),
    [
        ("临河市", True),
        ("县委", True),
        ("青岚县人民政府", True),
        ("东原省委", True),
        ("全省", True),
        ("省财政厅", False),
        ("省委组织部", False),
        ("海南师范大学", False),
        ("水投集团", False),
    ],
)
def test_region_and_its_leadership_lead(name: str, leads: bool) -> None:
    assert name_parts(name).leads is leads


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        pytest.param("海控", "海南省发展控股有限公司", True, id="characters in order"),
        pytest.param("住建局", "住房和城乡建设局", True, id="with its head"),
        pytest.param("住建厅", "住房和城乡建设局", False, id="another head"),
        pytest.param("建住局", "住房和城乡建设局", False, id="another first"),
        pytest.param("海设房", "海房设", False, id="out of order"),
        pytest.param("海南大学", "海南师范大学", False, id="a whole head is no abbreviation"),
        pytest.param("海", "海南", False, id="one character"),
        pytest.param("海南", "海南", False, id="the name itself"),
        pytest.param("海控集", "海控", False, id="longer"),
    ],
)
def test_short_name_takes_characters_in_order(short: str, long: str, expected: bool) -> None:
    assert abbreviates(short, long) is expected


@given(st.text(alphabet="中共东原海南省市县区州财政住建局厅委员会党组大学医院第一自治", max_size=14))
def test_any_name_is_taken_apart_without_a_rest(name: str) -> None:
    parts = name_parts(name, expand=False)
    assert all(part in name for part in (parts.region, parts.unit))
    assert parts.leads <= bool(parts.level)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        pytest.param("江城区", NameParts("江城", "区", ""), id="a district"),
        pytest.param("江城区教育局", NameParts("江城", "区", "教育局"), id="its office"),
        pytest.param("老城区", NameParts("", "", "老城区"), id="a part of a town"),
    ],
)
def test_district_may_end_as_a_town_does(name: str, parts: NameParts) -> None:
    assert name_parts(name) == parts


def test_village_after_a_town_is_no_level() -> None:
    assert name_parts("市振兴乡村公司") == NameParts("", "市", "振兴乡村公司")


@pytest.mark.parametrize(
    ("name", "region", "located"),
    [
        pytest.param("县教育局", "青岚县", "青岚县教育局", id="its level"),
        pytest.param("全县", "青岚县", "青岚县", id="the whole of it"),
        pytest.param("省教育厅", "青岚县", "省教育厅", id="another level"),
        pytest.param("南川县教育局", "青岚县", "南川县教育局", id="a place of its own"),
        pytest.param("县教育局", "", "县教育局", id="no region"),
    ],
)
def test_name_is_located_in_its_region(name: str, region: str, located: str) -> None:
    assert located_name(name, region) == located
