import sys
from pathlib import Path

import platformdirs
import pytest

from bot.settings import PREFIX, Settings, read_settings
from corpus.errors import UnusableSetting

READMES = ("README.md", "README.zh.md")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", READMES)
def test_readme_documents_every_setting(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    missing = [
        f"{PREFIX}{field.upper()}"
        for field in Settings.model_fields
        if f"`{PREFIX}{field.upper()}`" not in text
    ]
    assert missing == []


def test_settings_all_describe_themselves() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_home_option_stands_before_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HEDUI_HOME", str(tmp_path / "variable"))
    assert read_settings().home == tmp_path / "variable"
    assert read_settings(tmp_path / "option").home == tmp_path / "option"


def test_home_is_absolute_and_expanded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().home == Path.home() / ".hedui"
    monkeypatch.setenv("HEDUI_HOME", "here")
    assert read_settings().home == Path.cwd() / "here"


def test_cache_is_the_systems_unless_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HEDUI_CACHE", "here")
    assert read_settings().cache == Path.cwd() / "here"
    monkeypatch.delenv("HEDUI_CACHE")
    assert read_settings().cache == Path(platformdirs.user_cache_dir("hedui", appauthor=False))
    assert read_settings().cache.is_relative_to(Path.home())
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert read_settings().cache == tmp_path / "hedui"


def test_tests_write_into_no_ones_cache(model_cache: Path) -> None:
    assert read_settings().cache == model_cache


def test_unusable_setting_is_named_with_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEDUI_LANGUAGE", "fr")
    with pytest.raises(UnusableSetting, match=r"HEDUI_LANGUAGE='fr'：只能是 'zh' / 'en'"):
        read_settings()


def test_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEDUI_LANGUAGE", "")
    assert read_settings().language == "zh"


def test_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEDUI_TELEGRAM_TOKEN", "123:secret")
    assert "secret" not in repr(read_settings())


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings().language = "en"
