import re

import pytest

from corpus.lexicon.wording.denials import NOT_DONE


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
