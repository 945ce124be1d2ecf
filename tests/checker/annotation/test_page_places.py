import pytest

from checker.annotation.page_places import PagePlaces

PAGES = "绿化局简报排查点位45处整改45处其中公园12处第1页绿化局简报完成率91%共12人参加"


def found(text: str, wanted: str, *, nth: int = 0) -> str | None:
    """What follows on the pages from where the ``nth`` place of a text is found, None where it is not."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(wanted, start + 1)
    place = PagePlaces(text, PAGES).find(start, start + len(wanted))
    return None if place is None else PAGES[place[0] : place[1] + 2]


@pytest.mark.parametrize(
    ("text", "wanted", "nth", "there"),
    [
        pytest.param("排查点位45处，整改45 处", "45处", 0, "45处整改", id="the first of two"),
        pytest.param(
            "排查点位45处整改45\n处其中", "45\n处", 0, "45处其中", id="the second, over a line's end"
        ),
        pytest.param("完成率91%\t共12人参加", "12", 0, "12人参", id="another line's twelve"),
        pytest.param("会议另有12家", "12", 0, None, id="a number that stands elsewhere with other words"),
        pytest.param("新增 88 处", "88", 0, None, id="a number that the pages do not have"),
    ],
)
def test_figure_is_found_by_what_stands_around_it(
    text: str, wanted: str, nth: int, there: str | None
) -> None:
    assert found(text, wanted, nth=nth) == there


def test_each_place_is_found_once() -> None:
    text = "共5处，共5处"
    places = PagePlaces(text, text)
    assert [places.find(1, 3), places.find(5, 7), places.find(5, 7)] == [(1, 3), (5, 7), None]
