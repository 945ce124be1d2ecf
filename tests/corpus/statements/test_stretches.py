import pytest

from corpus.statements.stretches import Attribution, back_at_fields, behind_list, list_end, organisation_at


def test_place_is_whose_attribution_began_last_before_it() -> None:
    found = [Attribution(0, "县委"), Attribution(9, "县财政局")]
    assert [organisation_at(found, place) for place in (0, 8, 9, 40)] == [
        "县委",
        "县委",
        "县财政局",
        "县财政局",
    ]
    assert organisation_at([], 3) == ""


@pytest.mark.parametrize(
    ("text", "low", "end"),
    [
        ("甲县完成18个，乙县完成15个。共3天", 0, 16),
        ("甲县罚4元，合计罚6元。", 0, 6),
        ("甲县完成18个，", 0, 0),
    ],
    ids=["the sentence's end", "what adds up", "none"],
)
def test_list_ends_with_its_sentence_or_where_it_is_added_up(text: str, low: int, end: int) -> None:
    assert list_end(text, low, len(text)) == end


@pytest.mark.parametrize(
    ("text", "names", "owner"),
    [
        pytest.param("甲县完成18个，乙县完成15个。", ("甲县", "乙县"), "市委", id="places"),
        pytest.param(
            "河口镇120万元，县供销社90万元。",
            ("河口镇", "县供销社"),
            "市委",
            id="of several sorts, each counted",
        ),
        pytest.param("县纪委牵头，甲县完成15个。", ("县纪委", "甲县"), "", id="one alone"),
    ],
)
def test_what_follows_a_list_is_not_the_last_one_s(text: str, names: tuple[str, ...], owner: str) -> None:
    found = [Attribution(0, "市委"), *(Attribution(text.index(name), name) for name in names)]
    behind = behind_list(found, text, len(text))
    assert [one.name for one in behind] == ([owner] if owner else [])


def test_field_of_work_begins_with_whoever_was_told_of_before_the_first() -> None:
    text = "财政管理领域，县财政局收回36万元；工程领域，核减562万元。"
    found = back_at_fields([Attribution(0, "县审计局"), Attribution(7, "县财政局")], text, 0)
    assert organisation_at(found, text.index("36万")) == "县财政局"
    assert organisation_at(found, text.index("562万")) == "县审计局"
