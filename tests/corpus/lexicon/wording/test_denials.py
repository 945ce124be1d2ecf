import re

import pytest

from corpus.lexicon.wording.denials import NOT_DONE, NOT_YET, UNCOLLECTED


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        pytest.param("还有几个没改完", True, id="not done"),
        pytest.param("没收回来的钱", True, id="not recovered"),
        pytest.param("罚没款合计", False, id="fined and confiscated"),
        pytest.param("没收违法所得", False, id="confiscated"),
        pytest.param("淹没农田", False, id="flooded"),
    ],
)
def test_what_denies_is_no_part_of_a_word(text: str, denies: bool) -> None:
    assert bool(re.search(NOT_DONE, text)) is denies


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        pytest.param("未改完的", True, id="not done"),
        pytest.param("未来得及改的", True, id="no time for it"),
        pytest.param("未来三年要建", False, id="the years ahead"),
        pytest.param("未必能完成", False, id="perhaps not"),
    ],
)
def test_not_yet_opens_no_word_of_its_own(text: str, denies: bool) -> None:
    assert bool(re.search(NOT_YET, text)) is denies


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        pytest.param("租金还有多少没收", True, id="at the end"),
        pytest.param("没收的租金还有多少", True, id="what is still out"),
        pytest.param("没收的假烟有几条", False, id="confiscated"),
    ],
)
def test_what_is_not_collected_is_asked_as_what_is_left(text: str, denies: bool) -> None:
    assert bool(re.search(UNCOLLECTED, text)) is denies
