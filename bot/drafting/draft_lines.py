"""The lines of an answer: sentences, figures and quotations in, a ``Draft`` out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.answer import Citation, Draft
from bot.messages import say
from bot.ranking.scope import Place
from checker.comparison.levels import is_earlier_level, says_once
from corpus.figure import Figure, Kind, Statement
from corpus.lexicon.change_verbs import change_verbs
from corpus.report import Report

_PADDING: Final = re.compile(r"(?<!\d)0(?=\d)")
_NUMBER: Final = re.compile(r"\[\d+\]")
_CHANGE_WORD: Final = re.compile(f"({'|'.join(change_verbs(use='told'))}|升|降|增|减)[了约近]?$")


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

    def quote(self, citations: Iterable[Citation], key: str = "answer.states") -> None:
        """Add the sentences of citations, as the report has them."""
        for citation in citations:
            quote = citation.quote.strip()
            start = sum(len(line) + 1 for line in self._text)
            self.say(key, claims=False, quote=quote, n=citation.n)
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
    """Return whose figure it is, when, and what it counts, as one phrase: 海南省信访局2020年化解率.

    "" for a date of which the text says no more than the date itself.
    """
    figure = statement.figure
    metric = figure.metric.removeprefix(figure.org)
    if figure.kind is Kind.DATE and _closed(figure.period) == _closed(figure.raw):
        return f"{figure.org}{metric}"
    return f"{figure.org}{figure.period}{metric}" or statement.title


def counted_beside(name: str, metric: str) -> str:
    """Return what a ``metric`` counts, to stand behind the ``name`` of a part, without what the name says (二标段｜标段投资: 投资)."""
    metric = metric.replace(name, "")
    said = (size for size in range(len(metric), 0, -1) if name.endswith(metric[:size]))
    shared = next((size for size in said if size > 1 or size == len(metric)), 0)
    return metric[shared:]


def _closed(date: str) -> str:
    """Return a date as it is written without padding: 2023年3月8日 for 2023 年 03 月 08 日."""
    return _PADDING.sub("", date.replace(" ", ""))


def with_unit(figure: Figure) -> str:
    """Return the figure as it is written, with the unit of a table's cell, which stands in its heading (1962.00 is in 万元)."""
    return figure.raw + (figure.measure if figure.raw.replace(".", "").replace(",", "").isdecimal() else "")


def changed(statement: Statement) -> str:
    """Return the figure with the word that says that it is a change (提高7.32个百分点), or a level that is so no longer (原31.8%)."""
    figure = statement.figure
    if not figure.change:
        former = "原" if is_earlier_level(statement) and not says_once(figure.period) else ""
        return former + with_unit(figure)
    before = statement.quote[: figure.start - statement.start]
    word = _CHANGE_WORD.search(before[-8:])
    return (word[1] if word else {"up": "提高", "down": "下降"}[figure.change]) + figure.raw


def cite_statements(statements: Sequence[Statement], places: Mapping[str, Place]) -> tuple[Citation, ...]:
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


def cite_place(n: int, report: Report, start: int, end: int) -> Citation:
    """Return the citation of ``report.text[start:end]``, numbered ``n``."""
    return Citation(
        n,
        report.id,
        report.title,
        report.published.isoformat() if report.published else "",
        " > ".join(one.title for one in report.sections if one.start <= start < one.end),
        report.text[start:end],
        start,
        end,
        report.source,
    )
