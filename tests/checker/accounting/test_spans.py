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


def test_deeds_are_verbs_that_say_something() -> None:
    deeds = [word.text for word in WordedText("进行整改并修订制度,尚未完成").words if word.is_deed]
    assert deeds == ["整改", "修订", "完成"]
