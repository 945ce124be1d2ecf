"""An index whose file was cut, or some of whose bytes were changed: it answers as before, or says so in a line."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from corpus.errors import HeduiError
from corpus.organisations.agreed_names import BUILT_IN
from corpus.structure.parsing import parse_report
from retrieval.catalog.catalog import Catalog
from retrieval.index import Index
from retrieval.whole_report import WholeReport, read_whole
from tests.retrieval.fictional import WATER, LetterEmbedder, ListStore


def whole(text: str, name: str) -> WholeReport:
    return read_whole(parse_report(text, id=name, source=name), BUILT_IN)


def opened(folder: Path) -> Index:
    return Index(Catalog.open(folder / "catalog.db"), LetterEmbedder, lambda _: ListStore({}))


@pytest.fixture(scope="module")
def catalog_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("home")
    with opened(folder) as index:
        index.take_all([whole(WATER, "water")])
    return (folder / "catalog.db").read_bytes()


def damaged(data: bytes, seed: int) -> bytes:
    """The bytes, cut off or with some of them changed."""
    chance = random.Random(seed)
    if seed % 3 == 2:
        return data[: chance.randrange(len(data))]
    changed = bytearray(data)
    for _ in range(chance.choice([1, 20, 400])):
        changed[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    return bytes(changed)


@pytest.mark.parametrize("seed", range(36))
def test_damaged_index_works_or_says_so_in_a_line(seed: int, catalog_file: bytes, tmp_path: Path) -> None:
    (tmp_path / "catalog.db").write_bytes(damaged(catalog_file, seed))
    with suppress(HeduiError), opened(tmp_path) as index:
        index.reports()
        index.search("整改", 3)
        index.take_all([whole(f"{WATER}收回5个。", "second")])
