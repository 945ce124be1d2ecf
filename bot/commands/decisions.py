"""Decisions on the command line: options and a checked draft in, what was decided on its findings kept and shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from bot.commands.drafts import DraftFile
from bot.library.opening import catalog_place
from bot.messages import say, say_both
from bot.settings import Settings
from bot.terminal import print_json, print_table, print_text
from checker.annotation.reasons import Rulings
from checker.finding import Finding
from corpus.errors import UnusableInput

if TYPE_CHECKING:
    from bot.review.draft_review import DraftReview
    from retrieval.chat_catalog.decisions import Decision

TERMINAL: Final = "terminal:"
"""What the ids of people begin with who work in a terminal."""


@dataclass(frozen=True, slots=True)
class DecisionOptions:
    """What is wanted: to decide ``ruling`` with ``note`` on the figure ``number`` (0: on none), to list what was decided."""

    number: int = 0
    ruling: str = ""
    note: str = ""
    listed: bool = False

    @property
    def are_given(self) -> bool:
        """Whether the decisions are wanted and not the findings."""
        return bool(self.number or self.listed or self.note)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided on a draft: by its figures' numbers, and on figures of earlier versions that it has no more."""

    by_number: Mapping[int, "Decision"]
    gone: Sequence["Decision"] = ()
    read_back: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of people by their ids."""
    rulings: Rulings = field(default_factory=dict)
    """What was decided as a checked document tells it."""

    def told(self, decision: "Decision", verdict: str, language: str) -> str:
        """Say what was decided on a figure to which the check gives ``verdict``, and by whom."""
        from bot.review.deciders import decision_mark

        return f"{decision_mark(decision, verdict, language)} · {self.who(decision)}"

    def who(self, decision: "Decision") -> str:
        """Return the name of whoever made a decision."""
        from bot.review.deciders import who_decided

        return who_decided(decision.person, self.names)


NOTHING_DECIDED: Final = Decided({})


def decisions_on(
    settings: Settings, draft: DraftFile, findings: Sequence[Finding], options: DecisionOptions
) -> Decided:
    """Keep what is to be decided, and what was in Word where the draft is a checked document; return what then holds.

    Opens no catalog where there is none and nothing is to be kept in one. Raises ``UnusableInput`` for a number that
    no figure has, a word that decides nothing, or a note without its figure.
    """
    replies: list[Any] = []
    if draft.form == "docx":
        from checker.annotation.word_replies import word_replies

        replies = word_replies(draft.data, draft.text, findings)
    if options.note and not options.number:
        raise UnusableInput(*say_both("error.note_of_no_figure"))
    place = catalog_place(settings)
    if not (options.number or replies) and isinstance(place, Path) and not place.is_file():
        return NOTHING_DECIDED
    from bot.review.deciders import people_names, rulings_of
    from bot.review.draft_review import DraftReview, judged_figures
    from bot.review.reading_back import read_back
    from retrieval.chat_catalog.chat_catalog import ChatCatalog

    with ChatCatalog.open(place) as store:
        name = draft.path.name if draft.path else ""
        review = DraftReview(store.decisions, draft.text, judged_figures(findings), name=name)
        taken = read_back(review, replies)
        if options.number:
            _decide(review, options)
            store.audit.write(
                f"{TERMINAL}{uuid4()}",
                person=terminal_person(),
                chat="",
                action="decision",
                subject=f"{name or '-'}, figure {options.number}, {options.ruling}",
            )
        decided, names = review.decisions(), people_names(store.people)
        return Decided(decided, review.gone(), taken, names, rulings_of(findings, decided, names))


def _decide(review: "DraftReview", options: DecisionOptions) -> None:
    from bot.review.draft_review import Ruling

    try:
        ruling = Ruling(options.ruling)
    except ValueError:
        told = say_both("error.no_such_ruling", word=options.ruling, rulings=" / ".join(Ruling))
        raise UnusableInput(*told) from None
    review.decide(options.number, ruling, by=terminal_person(), note=options.note)


def terminal_person() -> str:
    """Return the id of whoever works in this terminal: the name that the system knows them by."""
    try:
        return f"{TERMINAL}{getuser()}"
    except (KeyError, OSError):  # a container's user may have no name
        return f"{TERMINAL}self"


def show_decisions(
    decided: Decided, findings: Sequence[Finding], options: DecisionOptions, language: str, *, json: bool
) -> None:
    """Print what was just decided, or all that was decided on a draft."""
    rows = [
        (number, made)
        for number, made in sorted(decided.by_number.items())
        if options.listed or number == options.number
    ]
    gone = decided.gone if options.listed else ()
    if json:
        from bot.programs.json_shapes import decision_shape

        numbered = [*rows, *((None, made) for made in gone)]
        shapes = [{"number": number, **decision_shape(made, decided.names)} for number, made in numbered]
        print_json({"decisions": shapes})
        return
    if not rows and not gone:
        print_text(say("decision.none", language))
        return
    from bot.review.deciders import decision_mark

    told = [
        (str(number), made, decision_mark(made, findings[number - 1].verdict, language))
        for number, made in rows
    ]
    told += [
        ("-", made, say("decision.gone", language, choice=say(f"decision.{made.choice}", language)))
        for made in gone
    ]
    heads = ("number", "figure", "decision", "note", "person", "moment")
    print_table(
        [say(f"table.{head}", language) for head in heads],
        [
            [number, made.place.raw, mark, made.note, decided.who(made), f"{made.at:%Y-%m-%d %H:%M}"]
            for number, made, mark in told
        ],
    )
