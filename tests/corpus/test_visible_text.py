import unicodedata

import pytest

from corpus.visible_text import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("完成\x1b[31m整改\x1b[0m9个", "完成整改9个", id="colour"),
        pytest.param("\x1b]0;题目\x07完成", "完成", id="title of the window"),
        pytest.param("完成\x9b2J", "完成", id="eight bits"),
        pytest.param("完成\x07\x08\x7f", "完成", id="bell and backspace"),
        pytest.param("完成\u202e个9\u202c", "完成个9", id="turned round"),
        pytest.param("完\u200b成\ufeff\u00ad", "完成", id="not seen"),
        pytest.param("甲\n乙\t丙", "甲\n乙\t丙", id="layout"),
        pytest.param("✓ ⚠ 📄 1㎡ Ⅳ é", "✓ ⚠ 📄 1㎡ Ⅳ é", id="signs"),
    ],
)
def test_only_what_is_seen_is_left(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_no_character_that_acts_is_passed_over() -> None:
    for code in range(0x11000):
        character = chr(code)
        if character not in "\n\t" and unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs"}:
            assert visible(f"甲{character}") == "甲", hex(code)
