"""An index of the sample reports, with a small embedder in place of the model, and the program over it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.answering.pipeline import Answerer
from bot.commands.command_line import run
from bot.library.ingesting import ingest
from retrieval.embedding.embedder import Embedder
from retrieval.index import Index
from tests.open_room import OpenRoom
from tests.retrieval.fictional import LetterEmbedder

SAMPLES = Path(__file__).parents[2] / "corpus" / "reports"


@pytest.fixture(scope="session")
def samples_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder whose index holds the sample reports."""
    home = tmp_path_factory.mktemp("samples")
    with Index.open(home, load=LetterEmbedder) as index:
        done = ingest(index, [str(SAMPLES)], lambda *_: None, OpenRoom())
    assert not done.failed
    assert done.added == len(list(SAMPLES.glob("*.txt")))
    return home


@pytest.fixture(scope="session")
def samples(samples_home: Path) -> Iterator[Index]:
    """The index of the sample reports, open."""
    with Index.open(samples_home, load=LetterEmbedder) as index:
        yield index


@pytest.fixture(scope="session")
def answerer(samples: Index) -> Answerer:
    return Answerer(samples)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call of the program left: its exit status and both streams."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        (line,) = self.out.splitlines()
        shape = json.loads(line)
        assert isinstance(shape, dict)
        return shape

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON objects on stdout, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Program = Callable[..., Outcome]


@pytest.fixture
def hedui(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program, called with arguments, its home in a folder of the test's own; no model is loaded."""
    monkeypatch.setattr(Embedder, "load", lambda *_, **__: LetterEmbedder())

    def call(*arguments: str, home: Path = tmp_path / "home") -> Outcome:
        status = run(["--home", str(home), *arguments])
        streams = capsys.readouterr()
        return Outcome(status, streams.out, streams.err)

    return call
