"""Conversations of the command line: the questions asked under one name, kept between two calls."""

import hashlib
import json
import os
from pathlib import Path

_QUESTIONS_KEPT = 5
"""Questions that a conversation remembers: a follow-up rarely leans further back."""


def session_file(home: Path, name: str) -> Path:
    """Return where a conversation is kept; its name may hold any characters."""
    return (
        home / "sessions" / f"{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.json"
    )


def read_session(home: Path, name: str) -> tuple[str, ...]:
    """Return the last questions of a conversation, oldest first; none where it is new or was cut off."""
    try:
        questions = json.loads(session_file(home, name).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return ()
    return tuple(question for question in questions if isinstance(question, str))


def add_to_session(home: Path, name: str, question: str) -> None:
    """Add a question to a conversation; the file is replaced whole or not at all."""
    path = session_file(home, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    questions = [*read_session(home, name), question][-_QUESTIONS_KEPT:]
    half = path.with_suffix(f".{os.getpid()}")
    half.write_text(json.dumps(questions), "utf-8")
    half.replace(path)
