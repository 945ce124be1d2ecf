"""The secret that signs sessions: made once for a home folder, kept in a file that only its owner reads."""

import os
import secrets
from pathlib import Path
from typing import Final

SECRET_FILE: Final = "web_secret"


def session_secret(home: Path) -> str:
    """Return the secret of a home folder, made where there is none; without it nobody's session holds."""
    place = home / SECRET_FILE
    home.mkdir(parents=True, exist_ok=True)
    try:
        held = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return place.read_text("ascii")
    with os.fdopen(held, "w", encoding="ascii") as file:
        file.write(made := secrets.token_urlsafe(32))
    return made
