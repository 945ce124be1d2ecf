"""A drawing of figures side by side: a series in, the places of its bars out, which a template writes as SVG."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bot.chat.series import Series
from bot.web.links import passage_link

CHART_WIDTH: Final = 760
_LABELS: Final = 236
"""Width of the labels on the left."""
_NUMBERS: Final = 120
"""Width that is kept for the numbers behind the bars."""
_ROW: Final = 40
_BAR: Final = 20
_LONGEST_LABEL: Final = 17


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, the figure as it is written, and where it stands (units of the drawing)."""

    label: str
    full: str
    raw: str
    top: int
    width: float
    link: str

    @property
    def middle(self) -> int:
        """The height at which its words stand."""
        return self.top + _BAR // 2

    @property
    def end(self) -> float:
        """Where it ends."""
        return _LABELS + self.width


@dataclass(frozen=True, slots=True)
class BarChart:
    """A series drawn from the left, all bars to one scale that begins at nothing."""

    metric: str
    unit: str
    bars: tuple[Bar, ...]

    left: int = _LABELS
    width: int = CHART_WIDTH
    bar: int = _BAR

    @property
    def height(self) -> int:
        """Return the height of the drawing."""
        return len(self.bars) * _ROW + 8

    @classmethod
    def of(cls, series: Series) -> "BarChart":
        """Return the drawing of a series."""
        most = max((abs(mark.value) for mark in series.marks), default=Decimal(0)) or Decimal(1)
        room = CHART_WIDTH - _LABELS - _NUMBERS
        bars = []
        for number, mark in enumerate(series.marks):
            one = mark.statement
            link = passage_link(one.report, one.start, one.end, one.figure.raw)
            width = round(float(abs(mark.value) / most) * room, 1)
            bars.append(Bar(_short(mark.label), mark.label, one.figure.raw, number * _ROW + 10, width, link))
        return cls(series.metric, series.unit, tuple(bars))


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"
