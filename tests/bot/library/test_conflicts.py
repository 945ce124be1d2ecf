from pathlib import Path

from bot.library.conflicts import Conflicts
from retrieval.index import Index
from tests.retrieval.fictional import WATER, LetterEmbedder, report


def test_conflicts_are_found_once_until_the_reports_change(tmp_path: Path) -> None:
    with Index.open(tmp_path, load=LetterEmbedder) as index:
        index.add(report(WATER))
        conflicts = Conflicts(index)
        assert conflicts.pairs() == []
        assert conflicts.pairs() is conflicts.pairs()
        other = "临江市水务局整改工作简报\n" + WATER.partition("\n")[2].replace("128.5公里", "131公里")
        index.add(report(other, "brief"))
        ((one, two),) = conflicts.pairs()
    assert {one.figure.raw, two.figure.raw} == {"128.5公里", "131公里"}
