import pytest

from bot.question.question import Question, Shape, Sought, asked_of, blanked


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        pytest.param(2, 4, "甲乙　　戊", id="inside"),
        pytest.param(0, 2, "　　丙丁戊", id="at the start"),
        pytest.param(0, 5, "　　　　　", id="all of it"),
        pytest.param(3, 3, "甲乙丙丁戊", id="nothing"),
    ],
)
def test_blanked_part_leaves_every_offset(start: int, end: int, left: str) -> None:
    assert blanked("甲乙丙丁戊", start, end) == left


ONE = Question(
    "营收各多少",
    "zh",
    Shape.FIGURE,
    (),
    orgs=("青岩市水务局", "青岩市林业局"),
    periods=("2020年", "2021年"),
    rounds=("二",),
)


def test_own_organisations_times_and_rounds_stand_before_those_of_all() -> None:
    own = Sought(None, "营收", orgs=("青岩市林业局",), periods=("2021年",), rounds=("三",))
    asked = asked_of(ONE, own)
    assert (asked.orgs, asked.periods, asked.rounds) == (("青岩市林业局",), ("2021年",), ("三",))
    assert asked.text == ONE.text


@pytest.mark.parametrize(
    ("sought", "periods"),
    [
        pytest.param(Sought(None, "营收"), ("2020年", "2021年"), id="none of its own"),
        pytest.param(Sought(None, "营收", periods=("2021年",)), ("2021年",), id="a time of its own alone"),
    ],
)
def test_what_is_not_its_own_is_all_of_the_questions(sought: Sought, periods: tuple[str, ...]) -> None:
    asked = asked_of(ONE, sought)
    assert asked.periods == periods
    assert (asked.orgs, asked.rounds) == (ONE.orgs, ONE.rounds)


@pytest.mark.parametrize(
    ("text", "orgs", "asked"),
    [
        ("望川市古浦县拆除多少座", ("望川市", "古浦县"), ["古浦县"]),
        ("望川市和古浦县各拆除多少座", ("望川市", "古浦县"), ["望川市", "古浦县"]),
        ("望川市拆除多少座", ("望川市",), ["望川市"]),
        ("望川古浦县拆除多少座", ("望川市", "古浦县"), ["古浦县"]),
        ("云塘交通集团养护公司拆除多少座", ("云塘交通建设集团有限公司", "养护公司"), ["养护公司"]),
    ],
    ids=["where it lies", "two", "one", "where it lies, in short", "of which it is a part, in short"],
)
def test_narrowest_names_are_without_where_they_lie(
    text: str, orgs: tuple[str, ...], asked: list[str]
) -> None:
    assert Question(text, "zh", Shape.FIGURE, (), orgs=orgs).narrowest == asked


@pytest.mark.parametrize(
    ("text", "orgs", "alone"),
    [
        ("古浦县行动中柳岸街道立案几件", ("古浦县", "柳岸街道"), ["柳岸街道"]),
        ("古浦县行动中教育局立案几件", ("古浦县", "古浦县教育局"), ["古浦县教育局"]),
        ("古浦县和望川市各立案几件", ("古浦县", "望川市"), ["古浦县", "望川市"]),
        ("古浦县望川市古浦县立案几件", ("古浦县", "望川市"), ["古浦县", "望川市"]),
    ],
    ids=["a town", "an organisation", "places", "each before the other"],
)
def test_who_is_meant_alone_is_an_organisation_or_a_town(
    text: str, orgs: tuple[str, ...], alone: list[str]
) -> None:
    assert Question(text, "zh", Shape.FIGURE, (), orgs=orgs).meant_alone == alone
