"""Replies that state nothing of the reports: small talk, what the program can do, which reports it has."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answer import CheckedAnswer
from bot.messages import language_of, say
from bot.question.question import Question
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation
from corpus.times.rounds import are_others

if TYPE_CHECKING:
    from bot.ranking.report_knowledge import Knowledge
    from corpus.report import Report

_LISTED: Final = 20
"""Reports that are listed by their titles; more are only counted."""


def talked(text: str, key: str, **values: object) -> CheckedAnswer:
    """Return the sentence ``key`` as the reply to ``text``: nothing is stated, and nothing refused."""
    said = say(f"dialogue.{key}", language_of(text), **values)
    return CheckedAnswer(text, said, False, None, (), ())


def refused(text: str, key: str, **values: object) -> CheckedAnswer:
    """Return the sentence ``key`` as the refusal of ``text``."""
    return replace(talked(text, key, **values), refused=True)


def small_talk_reply(text: str, acts: Sequence[str]) -> CheckedAnswer:
    """Return the reply to small talk: to what weighs most in it."""
    weighs = ("goodbye", "thanks", "praise", "mood", "greeting", "acknowledgement")
    return talked(text, next(act for act in weighs if act in acts))


def library_reply(act: str, text: str, knowledge: "Knowledge") -> CheckedAnswer:
    """Return what the library holds: which reports, how many, from when to when, the newest and the oldest."""
    reports = _by_date(knowledge)
    language = language_of(text)
    if not reports:
        return talked(text, "library_empty")
    rows = [_row(one) for one in reports]
    dated = [one for one in reports if one.published]
    first, last = (dated[0], dated[-1]) if dated else (reports[0], reports[-1])
    if act in ("library_list", "library_count"):
        more = len(rows) - _LISTED
        listed = [
            *rows[:_LISTED],
            *([say("dialogue.library_more", language, count=more)] if more > 0 else []),
        ]
        return talked(text, "library_list", count=len(rows), rows="\n".join(listed))
    if act == "library_span":
        return talked(text, "library_span", first=_day(first), last=_day(last), row=_row(last))
    if act == "library_oldest":
        return talked(text, "library_oldest", row=_row(first))
    return talked(text, "library_newest", row=_row(last))


def held_reply(text: str, name: str, named: Question | None, knowledge: "Knowledge") -> CheckedAnswer:
    """Return whether there are reports of ``name``, read as ``named``: their titles, or that there are none."""
    found = [report for report in _by_date(knowledge) if _is_of(report, name, named, knowledge)]
    if not found:
        return talked(text, "library_none", name=name, count=len(knowledge.titles))
    rows = "\n".join(_row(one) for one in found[:_LISTED])
    return talked(text, "library_has", name=name, count=len(found), rows=rows)


def _is_of(report: "Report", name: str, named: Question | None, knowledge: "Knowledge") -> bool:
    if named is None:
        return name in report.title or name in report.text
    if are_others(named.rounds, report.title):
        return False
    if named.periods and not any(one in report.text for one in named.periods):
        return False
    names = (*named.orgs, *named.members)
    region = knowledge.place(report.id).region
    return not names or any(_names(name, report, region) for name in names)


def _names(name: str, report: "Report", region: str) -> bool:
    parts = name_parts(name)
    if not parts.unit:
        return bool(region) and (region.startswith(name) or parts.region in report.text)
    return same_organisation(name, report.organisation) is Sameness.SAME or name in report.text


def _by_date(knowledge: "Knowledge") -> list["Report"]:
    places = knowledge.places(knowledge.titles)
    return sorted((place.report for place in places.values()), key=lambda one: (_day(one), one.id))


def _row(report: "Report") -> str:
    return " ".join(filter(None, [f"《{report.title}》", _day(report)]))


def _day(report: "Report") -> str:
    return report.published.isoformat() if report.published else ""
