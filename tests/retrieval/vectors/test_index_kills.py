"""Nothing is lost or torn by kills in the middle of writing and searching; by hand, index_kills does more of them."""

from pathlib import Path

import pytest

from tests.retrieval.index_kills import Losses, Place, kill_at_random


def test_index_is_whole_after_kills_at_random_moments(tmp_path: Path) -> None:
    losses = kill_at_random(Place(tmp_path), 2, seed=7)
    assert losses == Losses(kills=2, seen=losses.seen)
    assert losses.seen


@pytest.mark.server
def test_index_on_servers_is_whole_after_kills_at_random_moments(
    tmp_path: Path, address: str, server: str
) -> None:
    losses = kill_at_random(Place(tmp_path, address, server), 2, seed=7)
    assert losses == Losses(kills=2, seen=losses.seen)
    assert losses.seen
