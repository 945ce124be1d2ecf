from pathlib import Path

import pytest

from bot.web.one_server import only_server
from corpus.errors import UnusableSetting


def test_second_server_of_a_home_is_told_where_the_first_listens(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with (
        only_server(home, "http://127.0.0.1:8600"),
        pytest.raises(UnusableSetting, match=r"http://127\.0\.0\.1:8600") as told,
        only_server(home, "http://127.0.0.1:8601"),
    ):
        pass
    assert "\n" not in str(told.value)
    with only_server(tmp_path / "other", "http://127.0.0.1:8601"):
        pass


def test_home_is_free_when_its_server_has_gone(tmp_path: Path) -> None:
    for _ in range(2):
        with only_server(tmp_path, "http://127.0.0.1:8600"):
            pass
