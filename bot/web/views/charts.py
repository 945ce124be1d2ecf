"""A drawing of figures side by side: a series in, the places of its bars out, which a template writes as SVG."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bot.chat.series import Mark, Series
from bot.web.views.links import passage_link


@dataclass(frozen=True, slots=True)
class ChartForm:
    """How a drawing is laid out, in its own units: how wide it is, where its bars begin, and how far apart they are.

    ``numbers`` is the width kept for the numbers behind the bars, ``above`` the height for labels above them, 0 for
    labels beside them.
    """

    name: str
    width: int
    left: int
    numbers: int
    row: int
    above: int = 0


BESIDE_BARS: Final = ChartForm("beside", width=760, left=236, numbers=120, row=46)
STACKED_BARS: Final = ChartForm("stacked", width=340, left=2, numbers=92, row=60, above=26)
"""What fits a phone."""

_BAR: Final = 20
_LONGEST_LABEL: Final = 15
_LONGEST_BELOW: Final = 18


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label and the smaller one below, the figure as it is written, and where it stands."""

    label: str
    below: str
    full: str
    raw: str
    top: int
    width: float
    link: str

    @property
    def middle(self) -> int:
        """The height at which the words beside it stand."""
        return self.top + _BAR // 2


@dataclass(frozen=True, slots=True)
class BarChart:
    """A series drawn from the left, all bars to one scale that begins at nothing."""

    metric: str
    unit: str
    form: ChartForm
    bars: tuple[Bar, ...]

    thickness: int = _BAR

    @property
    def height(self) -> int:
        """Return the height of the drawing."""
        return len(self.bars) * self.form.row + 8

    @classmethod
    def of(cls, series: Series, form: ChartForm) -> "BarChart":
        """Return the drawing of a series."""
        most = max((abs(mark.value) for mark in series.marks), default=Decimal(0)) or Decimal(1)
        room = form.width - form.left - form.numbers
        bars = []
        for number, mark in enumerate(series.marks):
            one = mark.statement
            link = passage_link(one.report, one.start, one.end, one.figure.raw)
            width = round(float(abs(mark.value) / most) * room, 1)
            label, below = _labels(mark)
            top = number * form.row + 12 + form.above
            bars.append(Bar(label, below, mark.label, one.figure.raw, top, width, link))
        return cls(series.metric, series.unit, form, tuple(bars))


def _labels(mark: Mark) -> tuple[str, str]:
    """Return the words beside a bar: whose the figure is, and below it the time where the label says that too."""
    period = mark.statement.figure.period
    label = mark.label.removesuffix(period).strip() if period else mark.label
    below = period if label and label != mark.label else ""
    return _short(label or mark.label, _LONGEST_LABEL), _short(below, _LONGEST_BELOW)


def _short(label: str, longest: int) -> str:
    return label if len(label) <= longest else f"{label[: longest - 1]}…"
