"""The table of weights as ``bot/ranking/weights.toml`` has it: fitted weights and scored sets in, its text out.

Rows that are bound or set by hand keep their limits and their reasons; the factors after them are not written, as no
fit changes them.
"""

import json
from collections.abc import Mapping, Sequence

from bot.ranking.weight_table import Provenance, ScoredSet, SignalList, Weight, WeightTable

_LEAST = 0.05
"""A smaller weight is left out of the tables."""


Limits = tuple[float | None, float | None]
"""The least and the greatest value of a weight, None for none."""


def limits_of(row: Weight | None) -> Limits:
    """Return what a row of a table lets a fit make of its weight: one value alone where it is set by hand."""
    if row is None:
        return None, None
    return (row.value, row.value) if row.by == "hand" else (row.at_least, row.at_most)


def with_values(rows: Mapping[str, Weight], fitted: Mapping[str, float]) -> dict[str, Weight]:
    """Return the rows of a table with what was fitted, the greatest first, within the limits that the table sets."""
    found = {name: _row(rows.get(name), value) for name, value in fitted.items()}
    kept = {name: one for name, one in found.items() if one.by != "fit" or abs(one.value) >= _LEAST}
    return dict(sorted(kept.items(), key=lambda pair: -abs(pair[1].value)))


def _row(row: Weight | None, value: float) -> Weight:
    if row is None:
        return Weight(round(value, 2), "fit")
    if row.by == "hand":
        return row
    low = value if row.at_least is None else max(value, row.at_least)
    bounded = low if row.at_most is None else min(low, row.at_most)
    return Weight(round(bounded, 2), row.by, row.why, row.at_most, row.at_least)


def write_provenance(one: Provenance) -> str:
    """Return ``[provenance]``: date, command, note, and each set with its digest and its scores."""
    lines = ["[provenance]", f"date = {_quoted(one.date)}", f"command = {_quoted(one.command)}"]
    lines.append(f"note = {_quoted(one.note)}")
    for title, sets in (("fitted", one.fitted), ("held", one.held)):
        for each in sets:
            lines += ["", f"[[provenance.{title}]]", *_set_rows(each)]
    return "\n".join(lines) + "\n"


def write_weights(
    table: WeightTable, rank: Mapping[str, Weight], sure: Mapping[str, Weight], unsure: float
) -> str:
    """Return ``[rank]``, ``[sure]``, ``[constant]``, ``[bars]`` and ``[unweighed]``.

    What is left out of both tables and no bar goes among the unweighed.
    """
    parts = ["[rank]", *_weight_rows(rank), "", "[sure]", *_weight_rows(sure), ""]
    constant = with_values({"unsure": table.unsure}, {"unsure": round(unsure, 2)})
    parts += ["[constant]", *_weight_rows(constant), ""]
    known = {*table.rank, *table.sure, *table.unweighed.signals}
    left = sorted(known - {*rank, *sure, *table.bars.signals})
    lists = (("bars", table.bars), ("unweighed", SignalList(tuple(left), table.unweighed.why)))
    for title, one in lists:
        named = "".join(f"    {_quoted(name)},\n" for name in one.signals)
        parts += [f"[{title}]", f"signals = [\n{named}]", f"why = {_quoted(one.why)}", ""]
    return "\n".join(parts)


def _weight_rows(rows: Mapping[str, Weight]) -> list[str]:
    return [f"{name} = {{ {', '.join(_cells(one))} }}" for name, one in rows.items()]


def _cells(one: Weight) -> Sequence[str]:
    cells = [f"value = {one.value:.2f}", f"by = {_quoted(one.by)}"]
    limits = (("at_most", one.at_most), ("at_least", one.at_least))
    cells += [f"{name} = {limit:.2f}" for name, limit in limits if limit is not None]
    return [*cells, f"why = {_quoted(one.why)}"] if one.why else cells


def _set_rows(one: ScoredSet) -> list[str]:
    return [
        f"name = {_quoted(one.name)}",
        f"sha256 = {_quoted(one.sha256)}",
        f"questions = {one.questions}",
        f"first = {one.first:.3f}",
        f"of_three = {one.of_three:.3f}",
        f"answered = {one.answered:.3f}",
        f"refused = {one.refused:.3f}",
    ]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
