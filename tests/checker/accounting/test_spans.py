import pytest

from checker.accounting.spans import WordedText, split_clauses


@pytest.mark.parametrize(
    ("text", "figures", "clauses"),
    [
        pytest.param("修订制度23项,谈话6人。", [(4, 7), (10, 12)], ["修订制度23项", "谈话6人"], id="commas"),
        pytest.param("罚款1,268元。", [(2, 8)], ["罚款1,268元"], id="within a number"),
        pytest.param("博士8名、硕士35名", [(2, 4), (7, 10)], ["博士8名", "硕士35名"], id="list of figures"),
        pytest.param("转包、分包项目13个", [(7, 10)], ["转包、分包项目13个"], id="list of nouns"),
        pytest.param("(一)修订制度;(二)约谈", [], ["修订制度", "约谈"], id="items"),
    ],
)
def test_clauses_are_told_apart(text: str, figures: list[tuple[int, int]], clauses: list[str]) -> None:
    assert [text[start:end] for start, end in split_clauses(text, figures)] == clauses


@pytest.mark.parametrize(
    ("piece", "stands"),
    [
        pytest.param("第三巡察组", False, id="numeral cut"),
        pytest.param("第十三巡察组", True, id="whole"),
        pytest.param("职工", False, id="across two words"),
        pytest.param("在职", True, id="word"),
    ],
)
def test_piece_cuts_neither_numeral_nor_word(piece: str, stands: bool) -> None:
    assert WordedText("县委第十三巡察组负责,在职工作人员参加").has(piece) is stands


def test_edges_end_words() -> None:
    text = "向局党组反馈"
    assert WordedText(text, (1, 4)).is_word(0, 1)


@pytest.mark.parametrize(
    ("text", "edges", "words"),
    [
        pytest.param(
            "已为831户办出产权证", (2, 6), ["831", "户", "办"], id="no word over the end of a figure"
        ),
        pytest.param("二标段只修了2.6公里", (), ["只", "修"], id="a guessed word behind a link"),
        pytest.param("返修费中施工企业拿", (), ["中", "施工"], id="a guessed word before a link"),
    ],
)
def test_cutters_guess_is_parted(text: str, edges: tuple[int, ...], words: list[str]) -> None:
    assert set(words) <= {one.text for one in WordedText(text, edges).words}


def test_word_of_direction_before_a_mark_of_the_past_stands_alone() -> None:
    text = "比上一冬高了5.2个百分点"
    assert WordedText(text).is_word(4, 5)


def test_clock_parts_no_clauses() -> None:
    text = "截至晚20:30,接报1846个"
    assert [text[a:b] for a, b in split_clauses(text, [(10, 15)])] == ["截至晚20:30", "接报1846个"]


def test_deeds_are_verbs_that_say_something() -> None:
    deeds = [word.text for word in WordedText("进行整改并修订制度,尚未完成").words if word.is_deed]
    assert deeds == ["整改", "修订", "完成"]


@pytest.mark.parametrize(
    ("text", "place", "cuts"),
    [
        pytest.param("投诉1,975个", 4, True, id="behind the mark of a number"),
        pytest.param("甲局,三个月", 3, False, id="behind a comma"),
        pytest.param("共41.半程", 4, False, id="behind a full stop"),
        pytest.param("二十一", 1, True, id="within a numeral"),
    ],
)
def test_mark_parts_a_numeral_only_between_digits(text: str, place: int, cuts: bool) -> None:
    assert WordedText(text).cuts_numeral(place) is cuts


def test_figures_side_by_side_are_told_of_together() -> None:
    text = "其余35人、29.2万元正在追缴，甲村5个、乙村3个"
    figures = [(2, 5), (6, 12), (19, 21), (24, 26)]
    assert [text[a:b] for a, b in split_clauses(text, figures)] == [
        "其余35人、29.2万元正在追缴",
        "甲村5个",
        "乙村3个",
    ]


def test_denial_is_a_word_of_its_own() -> None:
    assert [word.text for word in WordedText("竣工决算至今未办理").words][-2:] == ["未", "办理"]
