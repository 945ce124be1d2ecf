"""What may complete a line in the terminal: the line as it is typed in, words with where they begin out."""

from collections.abc import Iterator, Sequence
from typing import Final

_FEWEST: Final = 2
"""Characters of a name that must be typed before it is completed."""


def completions(line: str, commands: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield what may stand in place of the last characters of ``line``, and how many these are.

    ``commands`` (with their stroke) complete the beginning of a line, ``names`` of reports and organisations any
    place of it.
    """
    if line.startswith("/") and " " not in line:
        yield from ((command, len(line)) for command in commands if command.startswith(line.lower()))
        return
    for name in names:
        typed = next(
            (
                size
                for size in range(min(len(name) - 1, len(line)), _FEWEST - 1, -1)
                if name[:size] == line[-size:]
            ),
            0,
        )
        if typed:
            yield name, typed
