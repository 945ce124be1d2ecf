"""Which organisation a bare name means: a question and what was found for it in, the choices out.

财政厅 may be that of several provinces. Where what is asked stands of one of them alone, that one is meant; where
it stands of several, and neither the question nor the one before says of which region, the person is asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answer import CheckedAnswer, Choice
from bot.drafting.candidates import Found
from bot.drafting.text_answers import draft_words
from bot.listing.list_answers import draft_list
from bot.messages import say
from bot.question.question import Question, Shape
from bot.ranking.matching import SURE_ENOUGH
from bot.ranking.scope import could_be, is_collective_name, speaks_for_all
from corpus.organisations.name_parts import name_parts
from corpus.organisations.sameness import Sameness, same_organisation

_MOST_CHOICES: Final = 8
"""Choices that a person is given."""

_AS_LIKELY: Final = 0.75
"""A match that scores this share of the best may as well be what is asked."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a bare name of a question may mean: full names, the likeliest first; one where it is sure.

    ``narrowed`` says that others fit as well, but are not of the region that is spoken of.
    """

    name: str
    full: tuple[str, ...]
    narrowed: bool = False


def find_meant(question: Question, found: Found, before: Sequence[str] = ()) -> Meant | None:
    """Return what the first bare name of a question means, None where it has none or nothing is known of it.

    ``before`` are the organisations that the question before was about.
    """
    if question.shape is Shape.COMPARE:
        return None
    for name in question.orgs:
        if not is_bare(name):
            continue
        owners = _distinct(_owners(name, question, found))
        for regions in (_regions(question.orgs), _regions(before)):
            near = [owner for owner in owners if name_parts(owner).region in regions]
            if near:
                return Meant(name, tuple(near[:_MOST_CHOICES]), narrowed=len(near) < len(owners))
        if owners:
            return Meant(name, tuple(owners[:_MOST_CHOICES]))
    return None


def is_bare(name: str) -> bool:
    """Whether a name is an organisation's without its place (财政厅, 省信访局); a collective is none."""
    parts = name_parts(name)
    bare = bool(parts.unit) and not parts.region and not parts.leads
    return bare and not is_collective_name(name) and not speaks_for_all(name)


def _owners(name: str, question: Question, found: Found) -> Iterator[str]:
    """Yield whose answers there are that ``name`` may mean, the best first."""
    if question.shape in (Shape.TEXT, Shape.LIST):
        yield from _issuers(name, question, found)
        return
    for matches in found.matches:
        if not matches or not _may_be(name, matches[0].statement.figure.org):
            continue
        for match in matches:
            if match.score < max(SURE_ENOUGH, _AS_LIKELY * matches[0].score):
                break
            if _may_be(name, match.statement.figure.org):
                yield match.statement.figure.org


def _issuers(name: str, question: Question, found: Found) -> Iterator[str]:
    """Yield the issuers of the reports found that ``name`` may mean and whose reports answer in words."""
    for report in dict.fromkeys(hit.report for hit in found.hits):
        place = found.places[report]
        issuer = place.report.organisation
        if not _may_be(name, issuer):
            continue
        own = _of(question, name, issuer)
        statements = tuple(one for one in found.statements if one.report == report)
        hits = tuple(hit for hit in found.hits if hit.report == report)
        alone = replace(found, hits=hits, places={report: place}, statements=statements)
        if draft_list(own, alone.places, statements, alone.lists) or draft_words(own, alone):
            yield issuer


def _may_be(name: str, full: str) -> bool:
    likely = (Sameness.SAME, Sameness.UNKNOWN)
    return bool(name_parts(full).region) and could_be(name, full) and same_organisation(name, full) in likely


def _distinct(names: Iterable[str]) -> list[str]:
    """Return names without those that stand for what an earlier one stands for."""
    found: list[str] = []
    for name in names:
        if not any(same_organisation(name, one) is Sameness.SAME for one in found):
            found.append(name)
    return found


def _regions(names: Iterable[str]) -> set[str]:
    return {name_parts(name).region for name in names} - {""}


def with_full_name(question: Question, meant: Meant) -> Question:
    """Return a question with the name that it means in full."""
    return _of(question, meant.name, meant.full[0])


def _of(question: Question, name: str, full: str) -> Question:
    orgs = tuple(full if one == name else one for one in question.orgs)
    return replace(question, orgs=orgs, search=f"{question.search} {full}")


def ask_back(question: Question, meant: Meant, seconds: float) -> CheckedAnswer:
    """Return the question back: which of several is meant. Nothing was answered, so it counts as refused."""
    return which_one(question.text, question.language, meant.name, meant.full, seconds)


def which_one(
    text: str, language: str, name: str, choices: Sequence[str], seconds: float = 0.0
) -> CheckedAnswer:
    """Return the choices that the ``name`` in a question stands for, each with the question that it makes."""
    offered = tuple(Choice(full, _with_full_name(text, name, full)) for full in choices[:_MOST_CHOICES])
    rows = [f"{n}. {one.name}" for n, one in enumerate(offered, 1)]
    told = "\n".join([say("answer.which", language, name=name), *rows])
    return CheckedAnswer(text, told, True, None, (), (), seconds=seconds, choices=offered)


def _with_full_name(text: str, name: str, full: str) -> str:
    return text.replace(name, full, 1) if name in text else f"{full} {text}"


def named_in_full(answer: CheckedAnswer, meant: Meant, language: str) -> CheckedAnswer:
    """Return an answer that says in full whom it took to be meant."""
    full = meant.full[0]
    if answer.refused or full in answer.text:
        return answer
    return replace(answer, text=f"{answer.text}\n{say('answer.meant', language, name=meant.name, full=full)}")
