"""What was found for a question, ready to be drafted from: ``Found``, and those of its figures that may be reckoned with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.drafting.comparison import Side
from bot.listing.report_lists import ReportLists
from bot.question.question import Question
from bot.ranking.matching import Match
from bot.ranking.scope import Place, is_collective_name, organisation_fit
from bot.ranking.series import marks_agree, marks_fit
from bot.ranking.term_weights import WordWeights
from bot.ranking.times.period_fit import period_fit
from corpus.figure import Statement
from corpus.organisations.lac import WordTagger
from corpus.organisations.name_parts import name_parts
from corpus.statements.metrics import is_scope
from retrieval.hit import Hit


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question: passages, and for each thing sought its matches, best first.

    ``places`` are the reports of the passages, ``searched`` the ids of all that were searched;
    ``statements`` are those of the reports found, of the members alone that the question names; ``every`` are all;
    ``sides`` are what a comparison compares, each with its matches. ``parts`` are the matches of what is to be added up, ``terms``
    those of what the answer is worked out from: the levels of a change, or a whole and what was done of it. ``weights`` tells how much a word says,
    ``lists`` what a report states as lists, ``tagger`` the tags of a sentence's words.
    """

    hits: tuple[Hit, ...]
    matches: tuple[tuple[Match, ...], ...]
    places: Mapping[str, Place]
    searched: tuple[str, ...]
    statements: tuple[Statement, ...] = ()
    sides: tuple[tuple[Side, tuple[Match, ...]], ...] = ()
    parts: tuple[tuple[Match, ...], ...] = ()
    terms: tuple[tuple[Match, ...], ...] = ()
    weights: WordWeights = field(default_factory=WordWeights)
    lists: ReportLists = field(default_factory=ReportLists)
    tagger: WordTagger = field(default_factory=WordTagger)
    every: tuple[Statement, ...] = ()


def owned_figures(question: Question, found: Found) -> Iterator[Statement]:
    """Yield the quantities of the organisation."""
    told = (one for one in found.statements if not is_scope(one.figure))
    yield from (one for one in told if organisation_fit(question, one, found.places.get(one.report)))


def timely_figures(question: Question, found: Found) -> Iterator[Statement]:
    """Yield the quantities of the organisation, in sentences that speak of the time that is asked about."""
    own = list(owned_figures(question, found))
    if question.rounds:
        own = [one for one in own if marks_agree(question, one.quote)]
    if question.rounds and not any(name_parts(name).unit for name in question.orgs):
        own = [one for one in own if is_collective_name(one.figure.org) and marks_fit(question, one)]
    timely = {
        (one.report, one.start) for one in own if not one.figure.change and period_fit(question, one) > 0.5
    }
    yield from (one for one in own if (one.report, one.start) in timely)
