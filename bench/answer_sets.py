"""Labelled sets of questions for ``bench.answers``: files in, the reports to ask and the items to score out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.answer_scoring import Wanted
from bot.library.readings import parse_bytes
from corpus.reading.documents import find_files
from corpus.report import Report
from corpus.structure.parsing import parse_report

NEGATIVES = 10
"""Passages beside its own over which a question of the retrieval set is asked."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question with what is wanted: its row in the table, the question ``after`` which and ``reports`` of which."""

    kind: str
    question: str
    wanted: Wanted
    after: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """A set: its name, the reports that go into one index, and the questions to ask."""

    name: str
    reports: tuple[Report, ...]
    items: tuple[Item, ...]


def read_domain(folder: Path) -> AnswerSet:
    """Read ``questions.jsonl`` and ``reports`` of a folder; one row of the table for each type of question."""
    reports = tuple(
        parse_bytes(path.read_bytes(), path.name, str(path)) for path in find_files([folder / "reports"])
    )
    items = tuple(
        Item(
            row["type"], row["question"], _all_of(row["answer"]), (row["after"],) if row.get("after") else ()
        )
        for row in _rows(folder / "questions.jsonl")
    )
    return AnswerSet("domain", reports, items)


def read_news(folder: Path) -> AnswerSet:
    """Read ``articles.jsonl`` and, of ``questions.jsonl``, the numeric questions; any of its answers will do."""
    reports = tuple(
        parse_report(row["text"], id=row["id"], source=row["id"]) for row in _rows(folder / "articles.jsonl")
    )
    items = tuple(
        Item("numeric", row["question"], Wanted((tuple(row["answer"]),)))
        for row in _rows(folder / "questions.jsonl")
        if row["numeric"]
    )
    return AnswerSet("news", reports, items)


def read_rgb(file: Path) -> AnswerSet:
    """Read a retrieval set whose questions bring their passages, those alone whose answer has a digit.

    Each is asked of its own passages and ``NEGATIVES`` others, and of those others alone, where it is to be
    refused. All passages stand in one index, as reports; a question is limited to its own.
    """
    reports, items = [], []
    for row in _rows(file):
        answers = tuple(tuple(one) if isinstance(one, list) else (one,) for one in row["answer"])
        if not any(character.isdigit() for wordings in answers for one in wordings for character in one):
            continue
        parts = {"positive": row["positive"], "negative": row["negative"][:NEGATIVES]}
        ids: dict[str, list[str]] = {}
        for part, texts in parts.items():
            ids[part] = [f"{row['id']}-{part}-{place}" for place in range(len(texts))]
            reports += [
                parse_report(text, id=name, source=name) for name, text in zip(ids[part], texts, strict=True)
            ]
        own = (*ids["positive"], *ids["negative"])
        items += [
            Item("own passages", row["query"], Wanted(answers), reports=own),
            Item("negatives alone", row["query"], Wanted(), reports=tuple(ids["negative"])),
        ]
    return AnswerSet("rgb", tuple(reports), tuple(items))


def digest_of(folder: Path) -> str:
    """Return the SHA-256 digest of a set: of its questions and of the reports or articles that they are asked of.

    Names count as well as contents, so that two sets have one digest only where all of their files are the same.
    """
    told = sha256()
    files = [folder / "questions.jsonl", folder / "articles.jsonl", *(folder / "reports").rglob("*")]
    for path in sorted(path for path in files if path.is_file()):
        content = sha256(path.read_bytes()).hexdigest()
        told.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return told.hexdigest()


def _all_of(answers: list[str]) -> Wanted:
    return Wanted(tuple((one,) for one in answers))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSON Lines file."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
