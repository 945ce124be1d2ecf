"""The chat side of a catalog in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.chat_catalog.chat_catalog import ChatCatalog


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "catalog.db"


@pytest.fixture
def chat(place: Path) -> Iterator[ChatCatalog]:
    with ChatCatalog.open(place) as opened:
        yield opened
