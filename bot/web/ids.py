"""The ids of the pages' people and requests: text with the platform's name before it."""

import secrets
import time
from typing import Final

WEB: Final = "web:"


def new_update() -> str:
    """Return the id of something that was just sent; later ones are greater."""
    return f"{WEB}{time.time_ns()}{secrets.randbelow(1000):03}"
