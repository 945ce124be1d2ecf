"""An index whose file was cut, some of whose bytes were changed, or whose disk is full: it answers, or says so in a line."""

import random
import subprocess
import sys
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
from tests.retrieval.index_kills import NAMES, Place, held, version


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


FILLING = """
import resource, sys
from pathlib import Path
from corpus.errors import HeduiError
from tests.retrieval.index_kills import NAMES, Place, version

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    with Place(Path(sys.argv[1])).open() as index:
        index.warm_up()
        for number in range(len(NAMES)):
            index.add_all([version(number, 7)])
            print("added", flush=True)
except HeduiError as error:
    print(error)
"""


@pytest.mark.parametrize("size", [20_000, 250_000, 450_000, 700_000])
def test_disk_that_is_full_is_told_in_a_line_and_what_was_put_in_stays(size: int, tmp_path: Path) -> None:
    """No file may grow beyond ``size`` while reports are put in; then there is room again."""
    run = subprocess.run(
        [sys.executable, "-c", FILLING, str(tmp_path), str(size)], capture_output=True, text=True, check=True
    )
    *added, told = run.stdout.splitlines()
    assert set(added) <= {"added"}
    assert len(added) < len(NAMES)
    assert " / " in told
    with Place(tmp_path).open() as index, Place(tmp_path / "fresh").open() as fresh:
        assert len(index.reports()) >= len(added)
        index.warm_up()
        assert index.check() == []
        for one in (index, fresh):
            one.add_all([version(number, 7) for number in range(len(NAMES))])
        assert index.check() == []
        assert held(index) == held(fresh)
