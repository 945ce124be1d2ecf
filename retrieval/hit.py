"""The value that a search returns: ``Hit``, a passage with its report and why it was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found: ``text`` is the report's text from ``start`` to ``end``.

    ``score`` is between 0 and 1, comparable within one search only; ``found_by`` names the ways that found
    the passage (``dense``, ``lexical``, ``figure``). ``published`` is the report's ISO date or "",
    ``source`` the path or URL that the report came from, ``passage`` the passage's id in the index.
    """

    report: str
    title: str
    section: str
    text: str
    start: int
    end: int
    score: float
    found_by: tuple[str, ...]
    published: str = ""
    source: str = ""
    passage: str = ""
