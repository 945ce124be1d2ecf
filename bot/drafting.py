"""Drafting without a language model: what was found for a question in, a ``Draft`` out.

A figure is stated directly with the sentence that states it; where no statement fits, the draft says what was
looked for and what stands nearest.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answer import Citation, Draft
from bot.matching import Match, Place
from bot.messages import say
from bot.questions import Question, Shape
from corpus.figure import Figure, Statement
from retrieval.hit import Hit

ENOUGH: Final = 0.5
"""A match below answers something else: a wrong answer is worse than none."""

NEAREST: Final = 3
"""Statements that a refusal offers."""

WORTH_NAMING: Final = 0.25
"""A match below has next to nothing to do with the question."""

_NUMBER: Final = re.compile(r"\[\d+\]")
_CHANGE_WORD: Final = re.compile(
    "(提高|提升|上升|增长|增加|上涨|净增|下降|降低|减少|压减|压缩|缩短|下滑|回落|净减|升|降|增|减)[了约近]?$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question: passages, and for each thing sought its matches, best first.

    ``places`` are the reports of the passages, ``searched`` the ids of all that were searched.
    """

    hits: tuple[Hit, ...]
    matches: tuple[tuple[Match, ...], ...]
    places: Mapping[str, Place]
    searched: tuple[str, ...]


def draft_answer(question: Question, found: Found) -> Draft:
    """Draft the answer to a question from what was found."""
    if question.shape in (Shape.TEXT, Shape.LIST):
        return _draft_text(question, found)
    best = [matches[0] for matches in found.matches if matches and matches[0].score >= ENOUGH]
    if not best:
        return refusal(question, found)
    statements = tuple(dict.fromkeys(match.statement for match in best))
    return _draft_figures(question, statements, found)


def _draft_figures(question: Question, statements: Sequence[Statement], found: Found) -> Draft:
    """State figures directly, each with whose it is and what it counts, then the sentences that state them."""
    citations = cite(statements, found.places)
    numbers = {(one.report, one.start): one.n for one in citations}
    full, plain = Lines(question.language), Lines(question.language)
    for one in statements:
        n = numbers[one.report, one.start]
        full.say("answer.direct", subject=subject_of(one), figure=changed(one), n=n)
        plain.say("answer.bare", claims=False, figure=changed(one), n=n)
    for lines in (full, plain):
        lines.quote(citations)
    plainer = plain.draft(statements, citations, statements[0].figure)
    return replace(full.draft(statements, citations, statements[0].figure), plainer=plainer)


class Lines:
    """The lines of a draft: what it says itself, what it quotes, and what only repeats the question."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._text: list[str] = []
        self._claims: list[str] = []
        self._quoted: list[tuple[int, Citation]] = []

    def say(self, key: str, *, claims: bool = True, **values: object) -> None:
        """Add a line; with ``claims`` false it only repeats the question, and no figure in it is checked."""
        line = say(key, self._language, **values)
        self._text.append(line)
        self._claims.append(_NUMBER.sub(_blank, line) if claims else " " * len(line))

    def quote(self, citations: Iterable[Citation]) -> None:
        """Add the sentences of citations, as the report has them."""
        for citation in citations:
            quote = citation.quote.strip()
            start = sum(len(line) + 1 for line in self._text)
            self.say("answer.states", claims=False, quote=quote, n=citation.n)
            lead = len(citation.quote) - len(citation.quote.lstrip())
            self._quoted.append((start + self._text[-1].index(quote) - lead, citation))

    def draft(
        self,
        statements: Sequence[Statement] = (),
        citations: tuple[Citation, ...] = (),
        direct: Figure | None = None,
        *,
        refused: bool = False,
    ) -> Draft:
        """Return the draft that these lines make."""
        return Draft(
            "\n".join(self._text),
            "\n".join(self._claims),
            tuple(self._quoted),
            tuple(statements),
            citations,
            direct,
            refused=refused,
        )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def subject_of(statement: Statement) -> str:
    """Return whose figure it is, when, and what it counts, as one phrase: 海南省信访局2020年化解率."""
    figure = statement.figure
    metric = figure.metric.removeprefix(figure.org)
    return f"{figure.org}{figure.period}{metric}" or statement.title


def _unwritten_unit(figure: Figure) -> str:
    """Return the unit of a table's cell, which stands in its heading: 1962.00 is in 万元."""
    return figure.measure if figure.raw.replace(".", "").replace(",", "").isdecimal() else ""


def changed(statement: Statement) -> str:
    """Return the figure with the word that says that it is a change: 提高7.32个百分点."""
    figure = statement.figure
    if not figure.change:
        return figure.raw + _unwritten_unit(figure)
    before = statement.quote[: figure.start - statement.start]
    word = _CHANGE_WORD.search(before[-8:])
    return (word[1] if word else {"up": "提高", "down": "下降"}[figure.change]) + figure.raw


def cite(statements: Sequence[Statement], places: Mapping[str, Place]) -> tuple[Citation, ...]:
    """Return a citation for each sentence of ``statements``, numbered from 1 in their order."""
    found: dict[tuple[str, int], Citation] = {}
    for one in statements:
        key = (one.report, one.start)
        if key not in found:
            source = places[one.report].report.source if one.report in places else ""
            found[key] = Citation(
                len(found) + 1,
                one.report,
                one.title,
                one.published,
                one.section,
                one.quote,
                one.start,
                one.end,
                source,
            )
    return tuple(found.values())


def refusal(question: Question, found: Found) -> Draft:
    """Say that the reports do not state what was asked, what was looked for, and what stands nearest."""
    near = [match.statement for matches in found.matches for match in matches if match.score > WORTH_NAMING]
    near = list(dict.fromkeys(near))[:NEAREST]
    citations = cite(near, found.places)
    lines = Lines(question.language)
    lines.say("answer.refused", claims=False, sought=sought_text(question))
    if near:
        lines.say("answer.nearest", claims=False)
        lines.quote(citations)
    lines.say("answer.searched", claims=False, reports=_searched(question, found))
    return lines.draft(near, citations, refused=True)


def _searched(question: Question, found: Found) -> str:
    if len(found.searched) == 1 and found.searched[0] in found.places:
        return found.places[found.searched[0]].report.title
    return say("answer.all_reports", question.language, count=len(found.searched))


def sought_text(question: Question) -> str:
    """Return what was looked for, in words: organisation, period, round and metric."""
    rounds = [f"第{number}轮" for number in question.rounds]
    metrics = [one.metric or "".join(one.words) for one in question.sought]
    parts = [
        "、".join(question.orgs),
        "、".join([*question.periods, *rounds]),
        "、".join(filter(None, metrics)),
    ]
    return "".join(f"“{part}”" for part in parts if part)


def _draft_text(question: Question, found: Found) -> Draft:
    return refusal(question, found)
