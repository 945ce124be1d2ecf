"""Conversations of the command line: what is remembered under one name, kept between two calls."""

import hashlib
import json
import os
from pathlib import Path

from bot.conversation.state import State, state_json, state_of
from bot.messages import program_language, say
from bot.terminal import print_error


def session_file(home: Path, name: str) -> Path:
    """Return where a conversation is kept; its name may hold any characters."""
    return (
        home / "sessions" / f"{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.json"
    )


def read_session(home: Path, name: str) -> State:
    """Return what a conversation remembers; the empty state where it is new, was cut off or cannot be read."""
    try:
        return state_of(json.loads(session_file(home, name).read_text("utf-8")))
    except (OSError, ValueError):
        return State()


def write_session(home: Path, name: str, state: State) -> None:
    """Keep what a conversation remembers; the file is replaced whole or not at all.

    Where it cannot be written a line on stderr says so: what was answered is answered.
    """
    path = session_file(home, name)
    half = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(state_json(state)), "utf-8")
        half.replace(path)
    except OSError as error:
        told = {"folder": path.parent, "reason": error.strerror}
        print_error(say("error.session", program_language(), **told))
