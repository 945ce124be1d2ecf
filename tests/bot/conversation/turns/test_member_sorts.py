from pathlib import Path

import pytest

from bot.conversation.turns.member_sorts import numbered_parts, read_member_sorts, sort_asked, sort_of
from corpus.errors import UnusableTable
from corpus.lexicon import tables


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("哪个标段核减得最多", "标段", "哪个标段"),
        ("各乡镇分别收回多少", "乡镇", "各乡镇"),
        ("三个村加起来", "村", "三个村"),
        ("两轮一共追回多少", "轮", "两轮"),
        ("哪一轮问责的人多", "轮", "哪一轮"),
    ],
)
def test_sort_that_a_turn_asks_of_is_read(text: str, word: str, told: str) -> None:
    asked = sort_asked(text)
    assert asked
    assert (asked[0].word, asked[1]) == (word, told)


@pytest.mark.parametrize("text", ["第二轮追回多少", "核减了多少资金", "哪个高", "村里收回多少"])
def test_turn_that_tells_no_sort_off_asks_of_none(text: str) -> None:
    assert sort_asked(text) is None


@pytest.mark.parametrize(
    ("name", "end"), [("七标段", "标段"), ("第11党支部", "党支部"), ("枫桥镇", "镇"), ("第六轮", "轮")]
)
def test_name_is_of_the_sort_of_its_end(name: str, end: str) -> None:
    sort = sort_of(name)
    assert sort
    assert end in sort.ends


@pytest.mark.parametrize("name", ["整改", "县财政局", "标段"])
def test_name_of_no_sort_has_none(name: str) -> None:
    assert sort_of(name) is None


def test_only_known_names_are_found_where_names_are_no_numbers() -> None:
    sort = sort_of("枫桥镇")
    assert sort
    assert sort.names_in("枫桥镇5户、整改乡镇3个", ("枫桥镇",)) == [(0, "枫桥镇")]
    assert sort.names_in("枫桥镇5户") == []


def test_rounds_are_told_from_their_number() -> None:
    sort = sort_of("第二轮")
    assert sort
    assert [name for _, name in sort.names_in("两轮检查中第二轮查出3家，第三轮次查出5家")] == [
        "第二轮",
        "第三轮",
    ]


def test_part_named_by_its_number_is_read_and_a_round_is_none() -> None:
    assert numbered_parts("第8党支部和第四中队，第二轮") == ("第8党支部", "第四中队")


@pytest.mark.parametrize("row", ["组\t组\tmaybe", "标段\t标段\tyes\n标段\t段\tyes"], ids=["flag", "twice"])
def test_row_that_cannot_be_used_is_refused(
    row: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "member_sorts.tsv").write_text(f"word\tends\tnumbered\n{row}\n", "utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(UnusableTable, match=r"member_sorts\.tsv"):
        read_member_sorts()
