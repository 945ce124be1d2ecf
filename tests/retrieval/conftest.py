"""A PostgreSQL server that the tests start on loopback, where one is installed."""

from collections.abc import Iterator

import pytest

from tests.retrieval.servers import postgres_server


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of its database."""
    with postgres_server() as started:
        yield started
