"""The value that stands for a quantity in a text: ``Figure``, with its kinds and qualifiers."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of quantity a figure is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    ORDINAL = "ordinal"
    DOCUMENT_NUMBER = "document_number"
    IDIOM = "idiom"


class Qualifier(StrEnum):
    """How the text bounds or blurs a quantity."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity written in a text: ``raw == text[start:end]``.

    ``value`` is in the base unit ``unit`` (``1.5万件`` is 15000 件, ``2351万元`` 23510000 元); None for an idiom,
    a document number, or a date that states no point. ``low`` and ``high`` bound a range, an
    approximation or a bound, None where that side is open; for an exact figure both equal ``value``.
    ``step`` is the place value of the last digit written, in the base unit (``2351万元`` is written to
    10000 元, ``91.4%`` to 0.1 %). ``measure`` is the measure word as written (``项``, ``万元``), whatever the base
    unit. ``metric``, ``org`` and ``period`` are what the context gives: what is counted, whose figure it
    is, the time it is for; "" where the text does not say. ``change`` is "up" or "down" where the figure
    states a change (提高7.32个百分点, 同比下降31.4%), else "".
    """

    raw: str
    start: int
    end: int
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    measure: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    step: Decimal | None = None
    metric: str = ""
    org: str = ""
    period: str = ""
    change: str = ""

    def moved(self, by: int) -> "Figure":
        """Return the same, ``by`` characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as a report states it: the figure with its context, and the sentence that states it.

    ``figure``'s offsets, like ``start`` and ``end`` of the sentence ``quote``, index the report's text.
    ``title`` and ``published`` (ISO date or "") are the report's; ``section`` is the headings over it.
    ``clause`` is the part of the sentence that speaks of this figure alone, the figure left out; ``about`` is
    what the figure before it counts, for a metric that leaves its subject out (办结率).
    """

    figure: Figure
    report: str
    title: str
    quote: str
    start: int
    end: int
    section: str = ""
    published: str = ""
    clause: str = ""
    about: str = ""

    def moved(self, by: int) -> "Statement":
        """Return the same, sentence and figure ``by`` characters further on."""
        return replace(self, figure=self.figure.moved(by), start=self.start + by, end=self.end + by)

    def __hash__(self) -> int:
        """Return a hash of where the figure stands: what is told of statements is kept by them, and asked for often."""
        return hash((self.report, self.quote, self.start, self.figure.start, self.figure.end))
