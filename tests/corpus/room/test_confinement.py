import pytest

from corpus.room.confinement import confined
from corpus.room.limits import Limits
from corpus.room.reading_room import ReadingRoom

GENEROUS = Limits(processor=10_000, memory=100_000_000_000)


def add(one: int, other: int = 0) -> int:
    return one + other


def confined_twice() -> int:
    return confined(GENEROUS, add, 2, other=5)


def confined_error() -> str:
    with pytest.raises(TypeError) as raised:
        confined(GENEROUS, add, 2, "x")  # type: ignore[arg-type]
    return type(raised.value).__name__


def test_task_returns_and_raises_as_it_does_elsewhere() -> None:
    with ReadingRoom(readers=1) as room:
        assert room.read("a.txt", confined_twice) == 7
        assert room.read("a.txt", confined_error) == "TypeError"
