import pytest

from checker.comparison.likeness import Likeness, compare_owners, compare_periods, owner_region
from corpus.figure import Statement
from corpus.organisations.sameness import Sameness
from corpus.statements.statements import read_draft
from corpus.times.periods import PeriodRelation


def statement(text: str, raw: str) -> Statement:
    return next(s for s in read_draft(text) if s.figure.raw == raw)


@pytest.mark.parametrize(
    ("claim", "raw", "stated", "stated_raw"),
    [
        pytest.param("共完成整改问题578个。", "578个", "完成整改问题588个。", "588个", id="same words"),
        pytest.param("细化措施199项。", "199项", "分解为199项措施。", "199项", id="synonyms"),
        pytest.param("改到位241个问题。", "241个", "整改完成问题241个。", "241个", id="set phrases"),
        pytest.param("矛盾纠纷化解率91%。", "91%", "化解率91.35%。", "91.35%", id="a rate and its subject"),
        pytest.param("查出问题88处。", "88处", "发现问题88处。", "88处", id="paraphrases"),
        pytest.param(
            "排查积案239件。", "239件", "自去年启动行动以来，共排查积案239件。", "239件", id="since a time"
        ),
    ],
)
def test_metrics_are_alike(claim: str, raw: str, stated: str, stated_raw: str) -> None:
    likeness = Likeness(statement(claim, raw), statement(stated, stated_raw))
    assert likeness.metric >= 0.62
    assert (likeness.conflict, likeness.heads) == ("", True)


@pytest.mark.parametrize(
    ("claim", "raw", "stated", "stated_raw", "conflict"),
    [
        pytest.param("发现问题588个。", "588个", "完成整改588个。", "588个", "stage", id="found and done"),
        pytest.param("尚未化解50件。", "50件", "化解528件。", "528件", "negation", id="done and not done"),
        pytest.param("平均每人250元。", "250元", "退还费用250元。", "250元", "average", id="average"),
        pytest.param("满意率91%。", "91%", "化解率91%。", "91%", "rate", id="another rate"),
        pytest.param(
            "提高2.1个百分点。", "2.1个百分点", "下降2.1个百分点。", "2.1个百分点", "change", id="direction"
        ),
        pytest.param("移送公安8件。", "8件", "移送检察8件。", "8件", "opposite", id="to whom"),
        pytest.param(
            "发现问题45个。",
            "45个",
            "发现党建薄弱、制度执行不到位等方面问题45个。",
            "45个",
            "",
            id="a kind of problems",
        ),
        pytest.param(
            "组织处理26人。", "26人", "党纪政务处分26人。", "26人", "opposite", id="another measure"
        ),
        pytest.param("诫勉4人。", "4人", "批评教育4人。", "4人", "opposite", id="a milder measure"),
        pytest.param("处分4人。", "4人", "党纪政务处分4人。", "4人", "", id="the same measure"),
        pytest.param("立案处分4人。", "4人", "处分4人。", "4人", "", id="both measures"),
        pytest.param("修订制度22项。", "22项", "新制定制度22项。", "22项", "opposite", id="opposites"),
        pytest.param(
            "44个问题全部整改完毕。", "44个", "反馈问题44个。", "44个", "stage", id="all of them done"
        ),
    ],
)
def test_what_cannot_be_the_same_conflicts(
    claim: str, raw: str, stated: str, stated_raw: str, conflict: str
) -> None:
    assert Likeness(statement(claim, raw), statement(stated, stated_raw)).conflict == conflict


def test_unlike_heads_are_told() -> None:
    likeness = Likeness(
        statement("市属企业利润总额9亿元。", "9亿元"), statement("市属企业营业收入6亿元。", "6亿元")
    )
    assert not likeness.heads


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("七届省委第八轮被巡视党组织", "本轮被巡视党组织", Sameness.SAME, id="collectives"),
        pytest.param(
            "东原省委", "八届省委第四轮被巡视党组织", Sameness.PART_OF, id="committee and collective"
        ),
        pytest.param(
            "东原省财政厅", "八届省委第四轮被巡视党组织", Sameness.DIFFERENT, id="one of a collective"
        ),
        pytest.param("第七轮巡察", "临河市教育局", Sameness.UNKNOWN, id="a round says when, not whose"),
        pytest.param("临河市教育局", "第七轮巡察", Sameness.DIFFERENT, id="one among a round's"),
        pytest.param("东原省信访局", "海南省信访局", Sameness.DIFFERENT, id="another province"),
        pytest.param("", "海南省信访局", Sameness.UNKNOWN, id="unsaid"),
    ],
)
def test_owners_compare(one: str, other: str, expected: Sameness) -> None:
    assert compare_owners(one, other) is expected


def test_periods_compare_by_label() -> None:
    assert compare_periods("2020年", "2020年") is PeriodRelation.SAME
    assert compare_periods("2020年", "2021年") is PeriodRelation.DIFFERENT
    assert compare_periods("", "2021年") is PeriodRelation.UNKNOWN


@pytest.mark.parametrize(
    ("claim", "raw", "stated", "stated_raw", "conflict"),
    [
        pytest.param(
            "逾期未付的工程款836万元。",
            "836万元",
            "账上逾期未付工程款52笔、836万元。",
            "836万元",
            "",
            id="said before",
        ),
        pytest.param("还有存栏奶牛836头。", "836头", "存栏奶牛836头。", "836头", "", id="there are still"),
        pytest.param(
            "还有奶牛836头。", "836头", "检疫完毕奶牛836头。", "836头", "negation", id="left and done"
        ),
        pytest.param(
            "停产整顿12天。",
            "12天",
            "因通风管理不到位被停产整顿12天。",
            "12天",
            "",
            id="a reason that is denied",
        ),
    ],
)
def test_what_is_denied_is_compared_with_what_is_carried(
    claim: str, raw: str, stated: str, stated_raw: str, conflict: str
) -> None:
    assert Likeness(statement(claim, raw), statement(stated, stated_raw)).conflict == conflict


@pytest.mark.parametrize(
    ("claim", "conflict"),
    [
        pytest.param("驾驶员现在是43人。", "earlier", id="now"),
        pytest.param("驾驶员原有43人。", "", id="before"),
    ],
)
def test_level_before_is_not_how_it_is_now(claim: str, conflict: str) -> None:
    assert (
        Likeness(statement(claim, "43人"), statement("驾驶员由43人增至58人。", "43人")).conflict == conflict
    )


@pytest.mark.parametrize(
    ("claim", "relation"),
    [
        pytest.param(
            "2022年灌溉保证率比2021年提高3.27个百分点。", PeriodRelation.UNKNOWN, id="the year told against"
        ),
        pytest.param(
            "2022年灌溉保证率比2020年提高3.27个百分点。",
            PeriodRelation.DIFFERENT,
            id="another year told against",
        ),
    ],
)
def test_change_is_compared_by_the_year_that_it_is_told_against(claim: str, relation: PeriodRelation) -> None:
    mine = next(one for one in read_draft(claim) if one.figure.raw == "3.27个百分点")
    source = "灌溉保证率81.63%，较2021年的78.36%提高3.27个百分点。"
    stated = next(one for one in read_draft(source) if one.figure.raw == "3.27个百分点")
    assert Likeness(mine, stated).period is relation


OWNERS = (
    "东原省信访局 海南省信访局 省信访局 信访局 东原省 临河市水务局 临河市 北屏市水务局 水务局 青岚县法院 青岚法院 "
    "七届省委第八轮被巡视党组织 第八轮巡视反馈单位 被巡视地区 东原省被巡视地区 海南省被巡视地区 海控"
).split()


@pytest.mark.parametrize("claimed", OWNERS)
def test_owners_that_regions_set_apart_are_never_the_same(claimed: str) -> None:
    region = owner_region(claimed)
    others = [one for one in OWNERS if region and owner_region(one) not in ("", region)]
    assert Sameness.SAME not in {compare_owners(claimed, one) for one in others}
    assert region or not others


def test_collective_has_no_region_that_sets_it_apart() -> None:
    assert owner_region("东原省信访局") == "东原"
    assert owner_region("东原省被巡视地区") == ""
    assert compare_owners("东原省被巡视地区", "海南省被巡视地区") is Sameness.SAME


def test_denial_that_names_no_deed_is_compared_too() -> None:
    """尚未 ends what is counted, so that nothing of it says what was not done."""
    stated = statement("其余24个问题因诉讼未结尚未销号。", "24个")
    likeness = Likeness(statement("审计工作报告共反映问题187个。", "187个"), stated)
    assert likeness.conflict in {"", "negation"}
