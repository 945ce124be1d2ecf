"""What stands where a model failed: the answer made without it, under a word that says so."""

import re
from dataclasses import replace
from typing import Final

from bot.answer import CheckedAnswer, Citation
from bot.generation.faults import moved
from bot.messages import say
from checker.finding import Finding
from checker.verdicts import CONFIRMED
from corpus.errors import ModelFailure

_NUMBER: Final = re.compile(r"\[(\d{1,3})\]")


def fallen_back(without: CheckedAnswer, failed: ModelFailure, language: str, seconds: float) -> CheckedAnswer:
    """Return the answer made without the model, under a word that says so."""
    note = say("model.fallback", language, why=str(failed)) + "\n"
    findings = tuple(moved(finding, len(note)) for finding in without.findings)
    return replace(without, text=note + without.text, findings=findings, seconds=without.seconds + seconds)


def joined_to(
    told: str, findings: tuple[Finding, ...], citations: tuple[Citation, ...], after: CheckedAnswer
) -> CheckedAnswer:
    """Return an answer that begins with what was ``told`` already, which nothing takes back.

    The numbers of the citations of ``after`` go on from those that were told.
    """
    last = max((one.n for one in citations), default=0)
    lead = told + "\n"
    text, shifted, place = lead, [], 0
    grown: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(after.text):
        text += after.text[place : match.start()] + f"[{int(match[1]) + last}]"
        place = match.end()
        grown.append((place, len(text) - len(lead) - place))
    text += after.text[place:]
    for finding in after.findings:
        by = next((more for at, more in reversed(grown) if at <= finding.figure.start), 0)
        shifted.append(moved(finding, len(lead) + by))
    renumbered = tuple(replace(one, n=one.n + last) for one in after.citations)
    return replace(after, text=text, findings=(*findings, *shifted), citations=(*citations, *renumbered))


def lacks_figure(answer: CheckedAnswer, without: CheckedAnswer) -> bool:
    """Whether an answer does not tell the figure that answers the question, as it was found without a model."""
    known = without.direct
    told = (one.figure for one in answer.findings if one.verdict in CONFIRMED)
    return known is not None and not any((one.value, one.unit) == (known.value, known.unit) for one in told)
