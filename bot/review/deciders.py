"""Who decided what on a draft, as it is told to people: decisions and names in, words out, the same at every door."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.messages import say
from bot.review.draft_review import overrules
from checker.annotation.reasons import PersonRuling, Rulings
from checker.finding import Finding
from retrieval.chat_catalog.decisions import Decision
from retrieval.chat_catalog.people import People

_NAMING: Final = ("terminal", "word", "api")
"""Doors whose ids of people are their names."""


def people_names(people: People) -> dict[str, str]:
    """Return the names of the people whom a catalog knows, by their ids."""
    return {one.id: one.name for one in people.everybody() if one.name}


def who_decided(person: str, names: Mapping[str, str]) -> str:
    """Return the name of a person, the id where none is known."""
    door, _, told = person.partition(":")
    return names.get(person) or (told if door in _NAMING and told else person)


def decision_mark(decision: Decision, verdict: str, language: str) -> str:
    """Say in a few words what was decided on a figure, and that the check said something else then where it did."""
    told = say(f"decision.{decision.choice}", language)
    return told if decision.verdict == verdict else f"{told}{say('decision.of_another_verdict', language)}"


def rulings_of(
    findings: Sequence[Finding],
    decided: Mapping[int, Decision],
    names: Mapping[str, str],
    language: str = "zh",
) -> Rulings:
    """Return what was decided on its findings (by their numbers from 1), by whom and when.

    The time is that of this machine.
    """
    rulings = {}
    for number, made in decided.items():
        finding = findings[number - 1]
        parts = (who_decided(made.person, names), f"{made.at.astimezone():%Y-%m-%d %H:%M}", made.note)
        told = f"{decision_mark(made, finding.verdict, language)}（{'，'.join(filter(None, parts))}）"
        place = (finding.figure.start, finding.figure.end)
        rulings[place] = PersonRuling(told, overrules(made, finding.verdict))
    return rulings
