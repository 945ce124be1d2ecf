"""Decisions of reviewers on the figures of drafts: kept by draft and by the figure's place, found again in its next version.

A draft is known by its sentences, never by its file's name. What a choice is called is the caller's; rows are only
ever added, so that it stays known who decided what when.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, insert, select, update

from retrieval.catalog.opening import batches, in_utc, reading, writing
from retrieval.chat_catalog.tables import decisions, draft_sentences, drafts

_SHARE: Final = 0.5
"""Of the sentences of the shorter of two texts, how many both have where one is a version of the other."""


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Where a figure stands in a draft, by words and not by offsets.

    ``sentence`` and ``before`` are digests of the words of its sentence and of the one before ("" for none);
    ``nth`` says which of its sentence's figures it is, from 0. The same sentence and figure may stand in a draft
    ``turns`` times, this being the one number ``turn``, from 0.
    """

    sentence: str
    nth: int
    raw: str
    before: str = ""
    turn: int = 0
    turns: int = 1


@dataclass(frozen=True, slots=True)
class Decision:
    """What ``person`` (an id with the platform's name, ``telegram:42``) decided on the figure at ``place``, and when (UTC).

    ``quote`` is the figure's sentence; ``verdict`` is what the check said when it was decided.
    """

    place: FigurePlace
    choice: str
    person: str
    at: datetime
    note: str = ""
    verdict: str = ""
    quote: str = ""


class Decisions:
    """The decisions of one catalog."""

    def __init__(self, engine: Engine) -> None:
        """Keep them in the database of ``engine``."""
        self._engine = engine

    def draft(self, sentences: Collection[str]) -> int | None:
        """Return the draft of which a text with ``sentences`` (digests) is a version, None for one that is new."""
        with reading(self._engine) as connection:
            return _draft(connection, sentences)

    def of(self, draft: int) -> list[Decision]:
        """Return what was decided on a draft's figures, in all its versions, the oldest first."""
        query = select(decisions).where(decisions.c.draft == draft).order_by(decisions.c.at, decisions.c.id)
        with reading(self._engine) as connection:
            return [_decision(row) for row in connection.execute(query)]

    def add(self, sentences: Collection[str], decision: Decision, *, name: str = "") -> int:
        """Keep a decision on the text with ``sentences``, read from the file ``name``; return its draft.

        The text is a version of the draft from then on. A decision that was kept before is not kept twice.
        """
        with writing(self._engine) as connection:
            draft = _draft(connection, sentences)
            seen = {"name": name, "seen_at": datetime.now(UTC)}
            if draft is None:
                made = insert(drafts).returning(drafts.c.id)
                draft = int(connection.execute(made, seen).scalar_one())
            else:
                connection.execute(update(drafts).where(drafts.c.id == draft).values(**seen))
            _know(connection, draft, sentences)
            row = {**_row(decision), "draft": draft}
            same = select(decisions.c.id).where(*(decisions.c[column] == row[column] for column in row))
            if connection.execute(same.limit(1)).scalar() is None:
                connection.execute(insert(decisions), row)
            return draft


def _draft(connection: Connection, sentences: Collection[str]) -> int | None:
    """Return the draft that shares most sentences, if it shares enough."""
    shared: dict[int, int] = {}
    column = draft_sentences.c
    for digests in batches(sorted(set(sentences))):
        query = select(column.draft, func.count()).where(column.digest.in_(digests)).group_by(column.draft)
        for draft, count in connection.execute(query):
            shared[draft] = shared.get(draft, 0) + count
    for draft in sorted(shared, key=lambda one: (-shared[one], one)):
        query = select(func.count()).select_from(draft_sentences).where(column.draft == draft)
        known = int(connection.execute(query).scalar_one())
        if shared[draft] >= _SHARE * min(known, len(set(sentences))):
            return draft
    return None


def _know(connection: Connection, draft: int, sentences: Collection[str]) -> None:
    """Let a draft be known by ``sentences`` too."""
    query = select(draft_sentences.c.digest).where(draft_sentences.c.draft == draft)
    known = set(connection.execute(query).scalars())
    rows = [{"draft": draft, "digest": one} for one in sorted(set(sentences) - known)]
    if rows:
        connection.execute(insert(draft_sentences), rows)


_PLACE: Final = tuple(FigurePlace.__dataclass_fields__)
_REST: Final = tuple(name for name in Decision.__dataclass_fields__ if name != "place")


def _row(decision: Decision) -> dict[str, Any]:
    place = {name: getattr(decision.place, name) for name in _PLACE}
    return place | {name: getattr(decision, name) for name in _REST}


def _decision(row: Any) -> Decision:
    rest = {name: getattr(row, name) for name in _REST}
    rest["at"] = in_utc(row.at)
    return Decision(place=FigurePlace(*(getattr(row, name) for name in _PLACE)), **rest)
