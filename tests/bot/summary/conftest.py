"""What names stand for in the index of the sample reports."""

import pytest

from bot.summary.subjects import Subjects
from retrieval.index import Index


@pytest.fixture(scope="session")
def subjects(samples: Index) -> Subjects:
    """The subjects of the sample reports."""
    return Subjects(samples)
