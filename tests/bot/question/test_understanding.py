import pytest

from bot.question.question import Shape
from bot.question.understanding import read_question
from corpus.organisations.directory import Directory


@pytest.fixture(scope="module")
def directory() -> Directory:
    found = Directory()
    for name in (
        "青岩市教育局",
        "沙洲市教育局",
        "青岩市林业局",
        "青岩市残联",
        "青岩市水务投资发展有限公司",
        "西岭省文化和旅游厅",
        "西岭省博物馆",
        "西岭工贸职业技术学院",
        "丰和银行股份有限公司西岭省分行",
    ):
        found.add_name(name)
    return found


NAMED = [
    ("青岩和沙洲两个教育局谁的问题多", ("青岩市教育局", "沙洲市教育局")),
    ("青岩、沙洲教育局各多少", ("青岩市教育局", "沙洲市教育局")),
    ("青岩市林业局和残联各有几个问题", ("青岩市林业局", "青岩市残联")),
    ("青岩的教育局追回多少钱", ("青岩市教育局",)),
    ("市水投营收多少", ("青岩市水务投资发展有限公司",)),
    ("文旅厅压减了多少活动", ("西岭省文化和旅游厅",)),
    ("省博有多少件文物", ("西岭省博物馆",)),
    ("全省博览会办了几场", ()),
    ("西岭工贸招了多少学生", ("西岭工贸职业技术学院",)),
    ("丰和银行西岭省分行不良率多少", ("丰和银行股份有限公司西岭省分行",)),
]


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[row[0] for row in NAMED])
def test_organisations_are_known_by_what_people_call_them(
    text: str, names: tuple[str, ...], directory: Directory
) -> None:
    assert read_question(text, directory).orgs == names


TIMES = [
    ("青岩市教育局2020和2021年营收各多少", ("2020年", "2021年"), ()),
    ("青岩市教育局22年上半年投诉多少件", ("2022年上半年",), ()),
    ("青岩市教育局2023上半年投诉多少件", ("2023年上半年",), ()),
    ("青岩市教育局2021年营收比上一年涨了百分之几", ("2021年",), ("上一年",)),
    ("建设用了22年吗", (), ()),
]


@pytest.mark.parametrize(("text", "periods", "compared"), TIMES, ids=[row[0] for row in TIMES])
def test_times_are_read_in_full(
    text: str, periods: tuple[str, ...], compared: tuple[str, ...], directory: Directory
) -> None:
    question = read_question(text, directory)
    assert (question.periods, question.compared) == (periods, compared)


def test_rounds_that_share_their_word_are_two(directory: Directory) -> None:
    assert read_question("第二、三轮整改完成率哪个高", directory).rounds == ("二", "三")


SOUGHT = [
    ("改完多少问题、建了多少制度、挽回多少损失", [("完成整改", "问题"), ("制度",), ("损失",)]),
    ("反馈问题、整改措施、建的制度各多少", [("反馈", "问题"), ("整改措施",), ("制度",)]),
    ("采购预算、成交金额、节约率", [("预算",), ("成交",), ("节约率",)]),
    ("应收账款总额、已清收多少", [("应收账款",), ("追回",)]),
    ("处理了多少人次，党纪、诫勉分别多少", [("处理",), ("党纪",), ("诫勉",)]),
]


@pytest.mark.parametrize(("text", "words"), SOUGHT, ids=[row[0] for row in SOUGHT])
def test_each_of_several_figures_is_sought_by_itself(
    text: str, words: list[tuple[str, ...]], directory: Directory
) -> None:
    sought = read_question(text, directory).sought
    assert len(sought) == len(words)
    for one, wanted in zip(sought, words, strict=True):
        assert set(wanted) <= {*one.words, "".join(one.words)} or "".join(wanted) in "".join(one.words)


SHAPES = [
    ("青岩和沙洲两个教育局谁被反馈的问题多，各几个", Shape.COMPARE),
    ("西岭省教育厅的办结率2022年和2023年哪年高，各是多少", Shape.COMPARE),
    ("制度是新建的多还是修订的多", Shape.COMPARE),
    ("青岩市教育局反馈的问题有多少", Shape.FIGURE),
    ("青岩市教育局有哪些问题", Shape.LIST),
]


@pytest.mark.parametrize(("text", "shape"), SHAPES, ids=[row[0] for row in SHAPES])
def test_shape_of_the_answer_is_told_by_how_it_is_asked(
    text: str, shape: Shape, directory: Directory
) -> None:
    assert read_question(text, directory).shape is shape


CHANGES = [
    ("公务用车减了几辆", "down"),
    ("工程造价核减了多少", ""),
    ("投诉比上年少了多少件", "down"),
    ("新增了多少学位", ""),
    ("均价下跌了多少？", "down"),
    ("接待量攀升了多少？", "up"),
]


@pytest.mark.parametrize(("text", "change"), CHANGES, ids=[row[0] for row in CHANGES])
def test_change_is_asked_for_only_where_a_level_moved(text: str, change: str, directory: Directory) -> None:
    assert read_question(text, directory).sought[0].change == change


def test_how_much_is_no_comparison(directory: Directory) -> None:
    assert read_question("哪家企业2022年退了多少钱", directory).shape is not Shape.COMPARE


def test_follow_up_leaves_what_was_done_before(directory: Directory) -> None:
    before = read_question("青岩市教育局食堂违规列支的钱追回多少", directory)
    after = read_question("一共查了几个食堂", directory, before)
    assert after.leans
    assert after.orgs == ("青岩市教育局",)
    assert "追回" not in after.sought[0].context


def test_english_question_with_a_chinese_name_is_read_as_english(directory: Directory) -> None:
    question = read_question("How many problems did 临河市水务局 finish?", directory)
    assert question.language == "en"
    assert question.wording.startswith("临河市水务局")
    assert "finish" not in question.wording
