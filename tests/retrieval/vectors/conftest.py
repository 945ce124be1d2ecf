"""A real Chroma server on loopback."""

from collections.abc import Iterator

import pytest

from tests.retrieval.servers import chroma_server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address."""
    with chroma_server(tmp_path_factory.mktemp("server")) as started:
        yield started
