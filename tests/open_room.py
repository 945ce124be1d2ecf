from collections.abc import Callable
from typing import ParamSpec, TypeVar

from corpus.room.limits import Limits
from corpus.room.reading_room import ReadingRoom

P = ParamSpec("P")
T = TypeVar("T")


class OpenRoom(ReadingRoom):
    """A room without walls: what is read in it is read in this process, where tests change tables of the program."""

    def read_within(
        self, limits: Limits, name: str, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        return task(*args, **kwargs)
