import pytest

from bot.drafting.deeds_done import PARTLY, is_deed_done, tells_doing
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report


@pytest.mark.parametrize(
    ("text", "verb", "partly", "done"),
    [
        pytest.param("已竣工9座。", "", False, True, id="done"),
        pytest.param("未竣工9座。", "", False, False, id="not done"),
        pytest.param("基本竣工9座。", "", False, False, id="done in part"),
        pytest.param("基本竣工9座。", "", True, True, id="done in part, as asked"),
        pytest.param("竣工或基本竣工9座。", "", False, True, id="both"),
        pytest.param("领取补贴9户。", "领全", False, True, id="by the verb that is asked of"),
    ],
)
def test_figure_counts_what_was_done(text: str, verb: str, partly: bool, done: bool) -> None:
    report = parse_report(f"松原市水务局关于巡察整改情况的通报\n{text}\n", id="one", source="one.txt")
    statement = list(read_statements(report))[-1]
    assert is_deed_done(statement, verb, statement.clause, partly=partly) is done


def test_word_tells_that_something_came_to_an_end() -> None:
    assert tells_doing("交付率")
    assert not tells_doing("桥梁")
    assert PARTLY.search("大部分完成")
