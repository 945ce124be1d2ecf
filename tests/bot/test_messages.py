import re
from string import Formatter

import pytest

from bot.messages import LANGUAGES, catalogue, language_of, program_language, say, say_both


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_languages_have_the_same_keys() -> None:
    assert catalogue("zh").keys() == catalogue("en").keys()


@pytest.mark.parametrize("key", sorted(catalogue("zh")))
def test_sentence_takes_the_same_values_in_each_language(key: str) -> None:
    assert fields(catalogue("zh")[key]) == fields(catalogue("en")[key])


def test_chinese_catalogue_is_in_chinese() -> None:
    latin = {key: re.sub(r"\{[^}]*\}", "", text) for key, text in catalogue("zh").items()}
    assert [
        key for key, text in latin.items() if re.search("[a-z]", text) and not re.search("[一-鿿]", text)
    ] == []


def test_say_fills_in() -> None:
    assert say("chat.no_citation", "en", n=7) == "There is no citation 7."
    assert say("chat.no_citation", n=7) == "没有编号为 7 的出处。"


def test_error_gets_its_sentence_in_both_languages() -> None:
    assert say_both("error.batch_line", number=3) == ("第 3 行不是 JSON", "line 3 is not JSON")


def test_say_refuses_a_missing_value() -> None:
    with pytest.raises(KeyError):
        say("chat.no_citation")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("多少个问题", "zh"),
        ("How many?", "en"),
        ("Linhe 多少", "zh"),
        ("", "zh"),
        ("123 ?!", "zh"),
        ("😀", "zh"),
    ],
)
def test_language_follows_the_question(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("value", "language"), [("en", "en"), ("zh", "zh"), ("fr", "zh"), ("", "zh")])
def test_help_follows_the_variable(monkeypatch: pytest.MonkeyPatch, value: str, language: str) -> None:
    monkeypatch.setenv("HEDUI_LANGUAGE", value)
    assert program_language() == language
    assert language in LANGUAGES
