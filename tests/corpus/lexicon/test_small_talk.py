import pytest

from corpus.lexicon.small_talk import (
    SMALL_TALK_ACTS,
    read_small_talk,
    small_talk_acts,
    without_small_talk,
)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("早上好呀！", ("greeting",)),
        ("嗯嗯 多谢啦", ("acknowledgement", "thanks")),
        ("OK, thank you so much!", ("acknowledgement", "thanks")),
        ("🙏🙏", ("acknowledgement",)),
        ("那先这样，拜拜", ("goodbye", "goodbye")),
        ("好的，水务局呢", ()),
        ("okra", ()),
        ("？？", ()),
        ("", ()),
    ],
    ids=["greeting", "two", "English", "picture", "leaving", "a question", "longer word", "marks", "empty"],
)
def test_small_talk_is_told_by_its_pieces(text: str, acts: tuple[str, ...]) -> None:
    assert small_talk_acts(text) == acts


PIECES = read_small_talk()


@pytest.mark.parametrize("word", [word for word, act in PIECES.items() if act == "filler"])
def test_filler_is_small_talk_only_beside_a_piece(word: str) -> None:
    assert small_talk_acts(f"{word}，谢谢") == ("thanks",)


@pytest.mark.parametrize("text", ["那个", "现在呢", "今天", "这个答案", "what", "now"])
def test_fillers_alone_are_no_small_talk(text: str) -> None:
    assert small_talk_acts(text) == ()


@pytest.mark.parametrize("word", [word for word, act in PIECES.items() if act != "filler"])
def test_each_piece_is_small_talk_by_itself(word: str) -> None:
    assert small_talk_acts(word)
    assert set(small_talk_acts(f"{word}！")) <= set(SMALL_TALK_ACTS)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("您好，平槐县水务局修订几项制度", "平槐县水务局修订几项制度"),
        ("多谢 那残联呢", "那残联呢"),
        ("水务局呢，谢谢", "水务局呢"),
        ("水务局呢", "水务局呢"),
        ("是88.6%吧", "是88.6%吧"),
    ],
    ids=["before", "thanks before", "behind", "none", "point of a number"],
)
def test_small_talk_around_a_question_is_left_out(text: str, rest: str) -> None:
    assert without_small_talk(text) == rest
