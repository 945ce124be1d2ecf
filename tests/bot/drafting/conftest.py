"""An answerer over the reports of two bureaus and a group."""

from collections.abc import Iterator

import pytest

from bot.answering.pipeline import Answerer
from retrieval.index import Index
from tests.bot.grouped_report import grouped_reports
from tests.retrieval.fictional import LetterEmbedder


@pytest.fixture(scope="session")
def grouped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """An answerer over the reports of two bureaus and a group."""
    with Index.open(tmp_path_factory.mktemp("grouped"), load=LetterEmbedder) as index:
        index.add_all(grouped_reports())
        yield Answerer(index)
