"""A started server for the tests of what programs use."""

from collections.abc import Iterator

import pytest

from tests.bot.programs.started_server import StartedServer, started


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartedServer]:
    with started(tmp_path_factory.mktemp("home")) as made:
        yield made
