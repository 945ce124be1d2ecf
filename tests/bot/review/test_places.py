import re

import pytest

from bot.review.places import DraftPlaces, draft_places

FIRST = "临川区上半年受理来信41件，办结33件。群众满意率为92.5%。剩余8件正在办理。"


def places(text: str) -> DraftPlaces:
    """The places of all numbers of a text, read without the program's reader."""
    return draft_places(text, [match.span() for match in re.finditer(r"[\d.]+(?:件|%|个)", text)])


def raws(found: DraftPlaces) -> list[str]:
    return [one.raw for one in found.places]


VERSIONS = [
    pytest.param(FIRST, 1, "33件", id="the same"),
    pytest.param(f"本报告作了修改。{FIRST}", 1, "33件", id="a sentence before"),
    pytest.param("剩余8件正在办理。临川区上半年受理来信41件，办结33件。", 1, "33件", id="moved"),
    pytest.param(FIRST.replace("41件", "44件"), 1, "33件", id="another figure of the sentence"),
    pytest.param(FIRST.replace("92.5%", "93%"), 1, "33件", id="a figure of the next sentence"),
    pytest.param(FIRST.replace("办结33件", "办结35件"), 1, None, id="the figure itself"),
    pytest.param(FIRST.replace("办结", "未办结"), 1, None, id="another word"),
    pytest.param(FIRST.replace("上半年", "下半年"), 1, None, id="another time"),
    pytest.param(FIRST.replace("，", "，\n"), 1, None, id="a line cut in two"),
    pytest.param(FIRST.replace("，", ", ").replace("来信", "来 信"), 1, "33件", id="blanks and widths"),
]


@pytest.mark.parametrize(("text", "number", "raw"), VERSIONS)
def test_figure_is_found_in_the_next_version(text: str, number: int, raw: str | None) -> None:
    kept = places(FIRST).places[number]
    found = places(text)
    place = found.find(kept)
    assert (None if place is None else found.places[place].raw) == raw


TWICE = "一、东湖镇\n已整改完成12个。\n二、西山镇\n已整改完成12个。"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(TWICE, 3, id="the same"),
        pytest.param("二、西山镇\n已整改完成12个。\n一、东湖镇\n已整改完成12个。", 1, id="exchanged"),
        pytest.param("二、西山镇\n已整改完成12个。", 1, id="alone"),
        pytest.param("一、东湖镇\n已整改完成12个。", None, id="gone"),
        pytest.param(TWICE.replace("二、西山镇", "（二）西山镇"), 3, id="by the order"),
        pytest.param(f"三、北岭镇\n已整改完成12个。\n{TWICE}", 5, id="one more before it"),
    ],
)
def test_same_sentence_is_told_by_what_stands_before_it(text: str, line: int | None) -> None:
    kept = places(TWICE).places[1]
    found = places(text)
    place = found.find(kept)
    starts = [match.start() for match in re.finditer("已整改完成12个", text)]
    assert (None if place is None else text.count("\n", 0, starts[place])) == line


def test_places_are_in_the_order_of_the_text() -> None:
    found = places(FIRST)
    assert raws(found) == ["41件", "33件", "92.5%", "8件"]
    assert [one.nth for one in found.places] == [0, 1, 0, 0]
    assert found.quotes[2] == "群众满意率为92.5%。"
    assert found.places[0].before == ""
    assert len(found.sentences) == 3


def test_text_without_figures_has_no_places() -> None:
    assert draft_places("", []).places == ()
    assert draft_places("没有数字。", []).sentences
