import re
from datetime import UTC, datetime

import pytest
from jinja2 import UndefinedError

from bot.chat.roles import Role
from bot.messages import catalogue
from bot.web.templates import TEMPLATES, Templates, local_moment
from bot.web.visitors import Visitor


def visitor(language: str = "zh", name: str = "") -> Visitor:
    return Visitor("web:1", name, Role.READER, language, "auto", "token")


def test_values_are_escaped() -> None:
    page = Templates().render(
        "error.html", visitor(name="<b>张"), {"path": '/"><script>', "text": "<img src=x>&"}
    )
    assert "<img" not in page
    assert "<b>张" not in page
    assert "&lt;img src=x&gt;&amp;" in page
    assert "<script>" not in page


@pytest.mark.parametrize(("language", "word"), [("zh", "没有完成"), ("en", "That did not work")])
def test_page_speaks_the_visitors_language(language: str, word: str) -> None:
    assert word in Templates().render("error.html", visitor(language), {"path": "/", "text": ""})


def test_missing_value_is_no_empty_page() -> None:
    with pytest.raises(UndefinedError):
        Templates().render("error.html", visitor(), {"path": "/"})


@pytest.mark.parametrize("name", sorted(file.name for file in TEMPLATES.glob("*.html")))
def test_template_says_what_the_catalogue_has(name: str) -> None:
    said = re.findall(r"say\('([a-z_]+)'[,)]", (TEMPLATES / name).read_text("utf-8"))
    assert [key for key in said if f"web.{key}" not in catalogue("zh")] == []


def test_moment_is_in_local_time() -> None:
    shown = local_moment(datetime(2023, 7, 1, 12, tzinfo=UTC))
    assert re.fullmatch(r"2023-0[67]-\d\d \d\d:\d\d", shown)
