"""Charts: a series of figures in, a PNG picture out. The only home of matplotlib.

The font is shipped (a subset of Noto Sans CJK, see ``fonts/OFL.txt``): a machine need not have a Chinese one.
"""

import io
import textwrap
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.chat.series import Series

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

FONT: Final = Path(__file__).parent / "fonts" / "NotoSansCJKsc-Subset.otf"

WIDTH, DPI = 9.0, 130
"""Inches, and dots in an inch: 1170 dots are what a telephone shows."""

_WIDE: Final = 17
"""Characters beside a bar."""

_BLUE, _INK, _GRID = "#2f6690", "#22262b", "#d9dee4"
_SCALES: Final = ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_SCALED: Final = frozenset({"元", "人", "人次", "件", "户", "平方米", "亩", "公里"})


def draw(series: Series, sources: str) -> bytes:
    """Return a picture of a series: bars, each with its figure as the report states it, the sources under them."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    font = FontProperties(fname=str(FONT))
    note = textwrap.fill(sources, 62)
    height = 1.4 + 0.5 * len(series.marks) + 0.2 * (note.count("\n") + 1)
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor="white")
    canvas = FigureCanvasAgg(figure)
    low = (0.2 + 0.17 * (note.count("\n") + 1) + 0.5) / height
    axes = figure.add_axes((0.31, low, 0.6, 1 - low - 0.5 / height))
    _draw_bars(axes, series, font)
    figure.text(0.02, 1 - 0.33 / height, series.metric, fontproperties=font, fontsize=15, color=_INK)
    figure.text(0.02, 0.14 / height, note, fontproperties=font, fontsize=8.5, color="#5b6570", va="bottom")
    buffer = io.BytesIO()
    canvas.print_png(buffer)  # type: ignore[no-untyped-call]
    return buffer.getvalue()


def _draw_bars(axes: "Axes", series: Series, font: "FontProperties") -> None:
    factor, unit = scale(series)
    values = [float(mark.value / factor) for mark in series.marks]
    places = range(len(values))
    axes.barh(list(places), values, color=_BLUE, height=0.62)
    axes.invert_yaxis()
    axes.set_yticks(list(places), [_two_lines(mark.label) for mark in series.marks])
    for label in axes.get_yticklabels():
        label.set_fontproperties(font)
        label.set_fontsize(10)
    for label in axes.get_xticklabels():
        label.set_fontproperties(font)
        label.set_fontsize(9)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")
    axes.set_xlabel(f"单位：{unit}", fontproperties=font, fontsize=9, color=_INK)
    span = max(values, default=0) - min([*values, 0.0]) or 1.0
    for place, (value, mark) in enumerate(zip(values, series.marks, strict=True)):
        raw = mark.statement.figure.raw
        axes.text(
            max(value, 0) + span * 0.012,
            place,
            raw,
            va="center",
            fontproperties=font,
            fontsize=10.5,
            color=_INK,
        )
    axes.set_xlim(min([*values, 0.0]) * 1.05, max([*values, 0.0]) * 1.16 or 1.0)
    axes.grid(axis="x", color=_GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _two_lines(label: str) -> str:
    """Return a label that fits beside its bar: the period under the organisation, each cut where it is long."""
    parts = label.split(" ", 1) if len(label) > _WIDE else [label]
    return "\n".join(part if len(part) <= _WIDE else part[: _WIDE - 1] + "…" for part in parts)


def scale(series: Series) -> tuple[Decimal, str]:
    """Return what a series' values are divided by, and the unit that makes: 万元 where most have four digits."""
    most = max(abs(mark.value) for mark in series.marks)
    for factor, name in _SCALES:
        if series.unit in _SCALED and most >= factor:
            return factor, f"{name}{series.unit}"
    return Decimal(1), series.unit
