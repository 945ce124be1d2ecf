"""One server a home folder: its address kept in a file that it holds for as long as it serves."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bot.messages import say_both
from corpus.errors import UnusableSetting

SERVING: Final = "serving"
"""The file of the home folder that the server holds, with the address of its pages."""


@contextmanager
def only_server(home: Path, address: str) -> Iterator[None]:
    """Hold a home folder for the server of its pages at ``address``.

    Raises ``UnusableSetting`` that says where another listens which holds it.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / SERVING).open("a+", encoding="utf-8") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            held.seek(0)
            told = {"home": home, "address": held.read().strip() or "?"}
            raise UnusableSetting(*say_both("error.served_already", **told)) from error
        held.truncate(0)
        held.write(address)
        held.flush()
        yield
        held.truncate(0)
