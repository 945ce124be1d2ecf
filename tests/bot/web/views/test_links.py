import pytest

from bot.web.views.links import passage_link, report_link


@pytest.mark.parametrize(
    ("report", "link"),
    [
        ("water", "/reports/water"),
        ("水务 2023", "/reports/%E6%B0%B4%E5%8A%A1%202023"),
        ("a?b#c", "/reports/a%3Fb%23c"),
    ],
)
def test_report_link_takes_any_id(report: str, link: str) -> None:
    assert report_link(report) == link


def test_passage_link_names_the_place_and_the_figure() -> None:
    assert passage_link("water", 3, 9) == "/reports/water?start=3&end=9#cited"
    assert passage_link("water", 3, 9, "12%").endswith("&figure=12%25#cited")
