"""How much each person, and everybody together, may ask in a minute."""

from collections import defaultdict, deque
from collections.abc import Callable
from time import monotonic
from typing import Final

WINDOW: Final = 60.0
"""Seconds that a limit counts over."""


class RateLimits:
    """Counts requests over the last minute; ``clock`` gives seconds."""

    def __init__(self, each: int, together: int, clock: Callable[[], float] = monotonic) -> None:
        """Allow ``each`` person so many requests a minute, and all of them ``together`` so many."""
        self._each = each
        self._together = together
        self._clock = clock
        self._asked: defaultdict[str, deque[float]] = defaultdict(deque)
        self._all: deque[float] = deque()
        self._told: dict[str, float] = {}

    def wait(self, person: str) -> float:
        """Count a request; return 0 when it may go on, else the seconds until one may again."""
        now = self._clock()
        mine = self._asked[person]
        for asked in (mine, self._all):
            while asked and asked[0] <= now - WINDOW:
                asked.popleft()
        if len(mine) >= self._each:
            return mine[0] + WINDOW - now
        if len(self._all) >= self._together:
            return self._all[0] + WINDOW - now
        mine.append(now)
        self._all.append(now)
        self._told.pop(person, None)
        return 0.0

    def tell(self, person: str) -> bool:
        """Return whether to tell somebody that they ask too much: once until they may ask again."""
        if person in self._told:
            return False
        self._told[person] = self._clock()
        return True
