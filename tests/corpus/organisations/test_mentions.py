import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon.organisation_names import HEADS
from corpus.organisations.directory import Directory
from corpus.organisations.mention import MentionKind
from corpus.organisations.mentions import find_organisations, proper_names


def found(text: str, kind: MentionKind = MentionKind.ORGANISATION, *, deep: bool = False) -> list[str]:
    return [mention.name for mention in find_organisations(text, deep=deep) if mention.kind is kind]


@pytest.mark.parametrize("example", [row.example for row in HEADS])
def test_each_row_of_heads_finds_its_example(example: str) -> None:
    assert found(f"会上，{example}通报了情况。") == [example]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中共云泽市审计局党组关于整改情况的通报", "云泽市审计局"),
        ("省财政厅党组领导班子带头整改", "省财政厅"),
        ("中共云泽理工大学委员会", "云泽理工大学"),
        ("中共云泽市中心医院委员会", "云泽市中心医院"),
        ("中共南川县委", "南川县委"),
        ("市财政局机关公务接待费", "市财政局"),
        ("柳湾镇党委完成整改", "柳湾镇"),
        ("西岭省地质矿产勘查院党委", "西岭省地质矿产勘查院"),
    ],
    ids=["party", "leadership", "university", "hospital", "committee", "organs", "town", "body"],
)
def test_party_bodies_belong_to_the_mention_and_not_to_the_name(text: str, name: str) -> None:
    mention = find_organisations(text)[0]
    assert (mention.name, mention.start) == (name, 0)
    assert text[mention.start : mention.end].startswith(("中共", name))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("对县教育局、县民政局、县医保局开展巡察", ["县教育局", "县民政局", "县医保局"]),
        ("县委第二巡察组巡察县水利局党组", ["县水利局"]),
        ("审计组审计市交通局时发现", ["市交通局"]),
        ("向青溪苗族乡党委反馈意见", ["青溪苗族乡"]),
        ("由省纪委监委会同省委组织部开展约谈", ["省纪委监委", "省委组织部"]),
        ("2022年四季度县交通局查处超限车辆73辆", ["县交通局"]),
        ("云泽市人力资源和社会保障局追回", ["云泽市人力资源和社会保障局"]),
        ("与海口国际商事调解中心签署", ["海口国际商事调解中心"]),
        ("中国东盟(澳门)仲裁协会", ["中国东盟(澳门)仲裁协会"]),
        ("省委外事工作委员会办公室", ["省委外事工作委员会办公室"]),
        ("杭州市公安局西湖分局立案", ["杭州市公安局西湖分局"]),
        ("市公安局交警支队查处", ["市公安局交警支队"]),
        ("共青团云泽市委、团市委、市总工会", ["共青团云泽市委", "团市委", "市总工会"]),
        ("驻马店市政府和通州区卫健委", ["驻马店市政府", "通州区卫健委"]),
        ("内蒙古自治区财政厅、广西壮族自治区民政厅", ["内蒙古自治区财政厅", "广西壮族自治区民政厅"]),
        ("呼和浩特市交通运输局", ["呼和浩特市交通运输局"]),
        ("云泽经济技术开发区管委会盘活土地", ["云泽经济技术开发区管委会"]),
        ("区市场监管局、区城管局", ["区市场监管局", "区城管局"]),
        ("市直机关工委整改", ["市直机关工委"]),
        ("青岚县委巡察工作领导小组办公室", ["青岚县委巡察工作领导小组办公室"]),
        ("省一中院党组、市检察院", ["省一中院", "市检察院"]),
        ("自治区党委统一部署，自治区财政厅", ["自治区党委", "自治区财政厅"]),
        ("县一中退还补课费，市一中院受理", ["县一中", "市一中院"]),
        ("县委派出6个巡察组，市委任命", ["县委", "市委"]),
        ("他代表省政府签约，坚决贯彻市委部署", ["省政府", "市委"]),
        ("教育部、国务院办公厅和最高人民法院", ["教育部", "国务院办公厅", "最高人民法院"]),
    ],
)
def test_names_have_their_edges(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "优化产业布局，顾全大局，在全局中谋划",
        "聚焦践行公立医院宗旨，建设一流医院",
        "共派出9个巡视组，市委第三巡察组进驻",
        "加强公司改革发展顶层设计",
        "举办培训班，承办会议，督办事项",
        "住院天数和出院人数，大学生就业，集中学习14次",
        "老旧小区改造，城市管理水平，五个乡镇，农村市场",
        "修订党委议事规则，发挥党组作用",
        "普通国省道优良路率提高，县道养护12公里",
    ],
    ids=["scenes", "hospitals", "teams", "company", "verbs", "words", "places", "bodies", "roads"],
)
def test_words_that_end_like_names_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("七届省委第八轮被巡视党组织陆续公开", "七届省委第八轮被巡视党组织"),
        ("十三届青岚县委第六轮巡察整改情况", "十三届青岚县委第六轮巡察整改"),
        ("海南省委第八轮巡视启动", "海南省委第八轮巡视"),
        ("各被巡视党组织扛起职责", "各被巡视党组织"),
        ("本轮巡视共派出9个组", "本轮巡视"),
        ("向有关部门移交线索", "有关部门"),
        ("各市州教育局上报", "各市州教育局"),
    ],
)
def test_collectives_are_generic(text: str, name: str) -> None:
    assert found(text, MentionKind.GENERIC) == [name]
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("局党组召开会议", "局党组"),
        ("整改以来，医院党委开展整治", "医院党委"),
        ("2022年末集团应收账款", "集团"),
        ("该局党组认领问题", "该局党组"),
        ("学校党委会研究", "学校党委"),
    ],
)
def test_pointing_words_are_anaphors(text: str, name: str) -> None:
    assert found(text, MentionKind.ANAPHOR) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2022年全省梳理", ["全省"]),
        ("云泽市改造老旧小区", ["云泽市"]),
        ("海南自贸港、广西壮族自治区", ["海南", "广西壮族自治区"]),
        ("石湾村党支部收回承包费", ["石湾村"]),
        ("选派专家下乡，各县上报，服务区优化", []),
        ("全场响应，返乡创业，美丽乡村", []),
        ("松浦区办结41件，河西区、梅城区各办结8件", ["松浦区", "河西区", "梅城区"]),
        ("云山区 | 31 | 27", ["云山区"]),
        ("主城区改造41户，生活区清理3处，中心城区、库区、示范区", []),
    ],
)
def test_regions(text: str, names: list[str]) -> None:
    assert found(text, MentionKind.REGION) == names


def test_an_open_left_edge_is_not_certain() -> None:
    certain = {mention.name: mention.certain for mention in find_organisations("云泽理工大学，省肿瘤医院")}
    assert certain == {"云泽理工大学": False, "省肿瘤医院": True}


def test_known_names_are_found_by_their_short_names() -> None:
    directory = Directory()
    directory.add_name("云泽理工大学")
    directory.add_name("南川市住房和城乡建设局")
    text = "云泽理工有多少学生？南川住建局呢？南川呢？"
    mentions = find_organisations(text, known=directory)
    assert [(mention.name, mention.kind.value) for mention in mentions] == [
        ("云泽理工", "organisation"),
        ("南川住建局", "organisation"),
        ("南川", "region"),
    ]


def test_a_range_of_the_text_has_the_texts_own_offsets() -> None:
    text = "省财政厅整改。省教育厅整改。省审计厅整改。"
    mentions = find_organisations(text, 7, 14)
    assert [text[mention.start : mention.end] for mention in mentions] == ["省教育厅"]


def test_deep_adds_names_without_a_head_and_drops_phrases() -> None:
    text = "据悉，阿里巴巴今年裁员，女子带小狗去宠物医院看病。"
    assert found(text) == ["女子带小狗去宠物医院"]
    assert found(text, deep=True) == ["阿里巴巴"]


def test_deep_keeps_inspection_teams_out() -> None:
    assert found("市委第三巡察组对市财政局党组开展了巡察。", deep=True) == ["市财政局"]


@given(
    st.text(
        alphabet=st.sampled_from(
            "省市县区州中共海南云泽财政局党组委员会办公室第一二轮巡视医院大学（）()0，。\U0001f600 a"
        ),
        max_size=60,
    )
)
def test_any_text_gives_mentions_in_order_within_it(text: str) -> None:
    last = 0
    for mention in find_organisations(text):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.name in text[mention.start : mention.end]
        last = mention.end


@given(st.text(max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    find_organisations(text)


@pytest.mark.parametrize(
    ("names", "proper"),
    [
        pytest.param(["产业学院", "青泊市医院"], ["青泊市医院"], id="alone"),
        pytest.param(["金融学院", "统计学院"], ["金融学院", "统计学院"], id="of-a-sort"),
        pytest.param(["建产业学院", "职业学院"], [], id="a-deed"),
        pytest.param(
            ["云锦集团", "梅桐职业学院"], ["云锦集团", "梅桐职业学院"], id="with-a-word-of-their-own"
        ),
    ],
)
def test_proper_names_are_those_that_name_somebody(names: list[str], proper: list[str]) -> None:
    assert proper_names(names) == proper
