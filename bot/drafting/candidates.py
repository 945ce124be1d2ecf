"""What was found for a question, ready to be drafted from: ``Found``."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.drafting.comparison import Side
from bot.listing.report_lists import ReportLists
from bot.ranking.matching import Match
from bot.ranking.scope import Place
from bot.ranking.term_weights import WordWeights
from corpus.figure import Statement
from corpus.organisations.lac import WordTagger
from retrieval.hit import Hit


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question: passages, and for each thing sought its matches, best first.

    ``places`` are the reports of the passages, ``searched`` the ids of all that were searched;
    ``statements`` are those of the reports found, of the members alone that the question names; ``every`` are all;
    ``sides`` are
    what a comparison compares, each with its matches. ``weights`` tells how much a word says,
    ``lists`` what a report states as lists, ``tagger`` the tags of a sentence's words.
    """

    hits: tuple[Hit, ...]
    matches: tuple[tuple[Match, ...], ...]
    places: Mapping[str, Place]
    searched: tuple[str, ...]
    statements: tuple[Statement, ...] = ()
    sides: tuple[tuple[Side, tuple[Match, ...]], ...] = ()
    parts: tuple[tuple[Match, ...], ...] = ()
    weights: WordWeights = field(default_factory=WordWeights)
    lists: ReportLists = field(default_factory=ReportLists)
    tagger: WordTagger = field(default_factory=WordTagger)
    every: tuple[Statement, ...] = ()
