import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.organisations.sameness import Sameness, same_organisation, told_region

SAME, PART_OF, UNKNOWN, DIFFERENT = Sameness.SAME, Sameness.PART_OF, Sameness.UNKNOWN, Sameness.DIFFERENT


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("海师大", "海南师范大学", SAME),
        ("海师大", "海南大学", DIFFERENT),
        ("海控", "海南省发展控股有限公司", SAME),
        ("临河市住建局", "临河市住房和城乡建设局", SAME),
        ("黔南州信访局", "黔南布依族苗族自治州信访局", SAME),
        ("黔南州信访局", "黔东南苗族侗族自治州信访局", DIFFERENT),
        ("临河住建局", "临河市住房和城乡建设局", SAME),
        ("北屏中心医院", "北屏市中心医院", SAME),
        ("东原理工", "东原理工大学", SAME),
        ("市卫健委", "市卫生健康委员会", SAME),
        ("市文旅局", "市文化广电和旅游局", SAME),
        ("中共临河市财政局党组", "临河市财政局", SAME),
        ("省信访局", "东原省信访局", UNKNOWN),
        ("财政局", "市财政局", UNKNOWN),
        ("云溪州法院", "云溪州中级人民法院", SAME),
        ("云溪县法院", "云溪县中级人民法院", DIFFERENT),
        ("东原省社", "东原省供销合作社联合社", UNKNOWN),
        ("水投集团", "东原省水务投资集团有限公司", UNKNOWN),
        ("", "省信访局", UNKNOWN),
        ("国电柳溪供电公司", "柳溪供电公司", UNKNOWN),
        ("海南师范大学", "大学", UNKNOWN),
        ("国电柳溪供电公司", "柳溪供水公司", DIFFERENT),
        ("国家粮食储备局柳溪局", "柳溪局", UNKNOWN),
        ("宏川能投南坪矿区", "南坪矿区", UNKNOWN),
        ("宏川能投南坪矿区", "北坪矿区", DIFFERENT),
        ("东原省信访局", "海南省信访局", DIFFERENT),
        ("市教育局", "县教育局", DIFFERENT),
        ("省人社厅", "省人民医院", DIFFERENT),
        ("市中院", "市中心医院", DIFFERENT),
        ("市第一人民医院", "市第二人民医院", DIFFERENT),
        ("吉林市", "吉林省", DIFFERENT),
        ("石桥镇", "云岭乡", DIFFERENT),
        ("岭川农业大学", "石桥镇", DIFFERENT),
        ("石桥镇", "东原水投集团", DIFFERENT),
        ("石桥镇有限公司", "石桥镇", PART_OF),
        ("临河市", "临河市住建局", PART_OF),
        ("海南", "海南省信访局", PART_OF),
        ("青岚县", "青岚县委", PART_OF),
        ("海南", "东原省信访局", DIFFERENT),
        ("市一中", "市第一中学", SAME),
        ("省第二医院", "省第二人民医院", SAME),
        ("市医院", "市人民医院", UNKNOWN),
        ("东原大学", "东原理工大学", DIFFERENT),
        ("西岭省纪委", "西岭省纪委监委", SAME),
        ("省委省政府", "省信访局", PART_OF),
        ("青岚县石桥镇", "石桥镇", SAME),
        ("青岚县石桥镇", "青岚县", PART_OF),
        ("北京市海淀区法院", "海淀区人民法院", SAME),
        ("自治区党委", "自治区财政厅", PART_OF),
        ("交投集团", "西岭省水务投资集团有限公司", DIFFERENT),
    ],
)
def test_names_compare(a: str, b: str, expected: Sameness) -> None:
    assert same_organisation(a, b) is expected
    assert same_organisation(b, a) is expected


@pytest.mark.parametrize(
    ("a", "region_a", "b", "region_b", "expected"),
    [
        ("省信访局", "东原省", "东原省信访局", "", SAME),
        ("省信访局", "东原省", "省信访局", "海南省", DIFFERENT),
        ("县教育局", "青岚县", "青岚县教育局", "", SAME),
        ("省肿瘤医院", "东原省", "东原省肿瘤医院", "", SAME),
        ("省信访局", "临河市", "东原省信访局", "", UNKNOWN),
        ("全省", "东原省", "东原省信访局", "", PART_OF),
        ("全省", "东原省", "海南省信访局", "", DIFFERENT),
        ("省一中院", "海南省", "海南省第一中级人民法院", "", SAME),
        ("石桥镇", "青岚县", "青岚县", "", PART_OF),
        ("石桥镇", "柳湾县", "青岚县", "", DIFFERENT),
        ("理工大学", "东原省", "东原理工大学", "", UNKNOWN),
    ],
)
def test_a_texts_region_completes_a_name(
    a: str, region_a: str, b: str, region_b: str, expected: Sameness
) -> None:
    assert same_organisation(a, b, region_a=region_a, region_b=region_b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("七届省委第八轮被巡视党组织", "七届省委第八轮巡视整改", SAME),
        ("第四轮巡视", "八届省委第五轮被巡视党组织", DIFFERENT),
        ("本轮巡视", "八届省委第五轮被巡视党组织", UNKNOWN),
        ("七届海南省委第八轮巡视", "海南", PART_OF),
        ("七届海南省委第八轮巡视", "东原省", DIFFERENT),
        ("各被巡视党组织", "省财政厅", DIFFERENT),
        ("省委第八轮巡视", "全省", UNKNOWN),
    ],
)
def test_collectives_compare_by_round_and_place(a: str, b: str, expected: Sameness) -> None:
    assert same_organisation(a, b) is expected
    assert same_organisation(b, a) is expected


@pytest.mark.parametrize(
    ("anaphor", "name", "expected"),
    [
        ("该局", "临河市财政局", UNKNOWN),
        ("该局", "北屏市中心医院", DIFFERENT),
        ("医院党委", "北屏市中心医院", UNKNOWN),
        ("学校党委", "东原理工大学", UNKNOWN),
        ("集团", "东原省水务投资集团有限公司", UNKNOWN),
        ("集团", "临河市财政局", DIFFERENT),
    ],
)
def test_a_pointing_word_only_excludes(anaphor: str, name: str, expected: Sameness) -> None:
    assert same_organisation(anaphor, name) is expected


NAMES = st.text(
    alphabet=st.sampled_from(
        "省市县区州镇东原海南青岚财政教育局厅委医院大学公司集团被巡视党组织第一二轮届该我全 "
    ),
    max_size=12,
)


@given(NAMES, NAMES, NAMES, NAMES)
def test_any_names_compare_alike_both_ways(a: str, b: str, region_a: str, region_b: str) -> None:
    there = same_organisation(a, b, region_a=region_a, region_b=region_b)
    assert same_organisation(b, a, region_a=region_b, region_b=region_a) is there


@given(NAMES)
def test_a_name_is_never_another_than_itself(name: str) -> None:
    assert same_organisation(name, name) is not DIFFERENT


@given(NAMES, NAMES)
def test_names_of_different_told_regions_are_of_two(a: str, b: str) -> None:
    short, long = sorted((a, b), key=len)
    if told_region(a) and told_region(b) and told_region(a) != told_region(b):
        assert long.startswith(short) or long.endswith(short) or same_organisation(a, b) is DIFFERENT


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("临河市水务局", "临河"),
        ("东原省信访局", "东原"),
        ("省信访局", ""),
        ("该局", ""),
        ("第六轮被巡察党组织", ""),
        ("", ""),
    ],
)
def test_region_is_told_by_names_that_say_where_they_are(name: str, region: str) -> None:
    assert told_region(name) == region


def test_company_may_be_named_without_its_place() -> None:
    assert same_organisation("清河水务集团有限公司", "水务集团") is UNKNOWN
    assert same_organisation("清河水务集团有限公司", "城投集团") is DIFFERENT


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("丰浦经开区", "丰浦经济开发区管理委员会", Sameness.PART_OF),
        ("丰浦高新区", "丰浦高新技术产业开发区", Sameness.SAME),
        ("丰浦经开区", "丰浦高新技术产业开发区", Sameness.DIFFERENT),
    ],
)
def test_names_of_development_zones(one: str, other: str, expected: Sameness) -> None:
    assert same_organisation(one, other) is expected
