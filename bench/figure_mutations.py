"""Changes of a figure of a true sentence, by which it is wrong: a change each function.

Each returns None where a sentence lends itself to no such change.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import Final

from corpus.figure import Figure, Kind, Qualifier
from corpus.statements.metrics import is_scope

Mutation = tuple[str, int, int]
"""The changed text, and the start and end of what changed in it."""
Mutate = Callable[[str, Sequence[Figure], random.Random], Mutation | None]

_UNIT_CHANGES = {
    "人": "件",
    "人次": "人",
    "件": "人",
    "户": "人",
    "家": "户",
    "个": "人",
    "名": "家",
    "元": "人",
    "亩": "户",
}
_QUALIFIERS = (("超过", "不足"), ("不足", "超过"), ("逾", "不足"), ("超", "不足"))
_MEASURES = "人次|人|件|户|家|名|个|亩"


def spliced(quote: str, start: int, end: int, new: str) -> Mutation:
    """Return the text with ``new`` at ``[start:end]``, and where it stands now."""
    return quote[:start] + new + quote[end:], start, start + len(new)


def _digit(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    figure = chooser.choice(figures)
    places = [i for i in range(figure.start, figure.end) if quote[i] in "0123456789"]
    if not places or not _checkable(figure):
        return None
    place = chooser.choice(places)
    choices = [d for d in "123456789" if d != quote[place]]
    changed = spliced(quote, place, place + 1, chooser.choice(choices))
    return changed[0], figure.start, figure.end


def _transposed(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        pair = re.search(r"(\d)(?!\1)(\d)", quote[figure.start : figure.end])
        if pair and _checkable(figure) and pair[2] != "0":
            start = figure.start + pair.start()
            changed = spliced(quote, start, start + 2, pair[2] + pair[1])
            return changed[0], figure.start, figure.end
    return None


def _magnitude(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        found = re.search(r"(?<=\d)[万亿]", figure.raw)
        if found and _checkable(figure):
            other = "亿" if found.group() == "万" else "万"
            start = figure.start + found.start()
            changed = spliced(quote, start, start + 1, other)
            return changed[0], figure.start, figure.end
    return None


def _unit(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        found = re.search(rf"(?<=[\d万亿余多])(?:{_MEASURES})$", figure.raw)
        if found and figure.kind is Kind.COUNT and _checkable(figure):
            start = figure.start + found.start()
            new = _UNIT_CHANGES[found.group()]
            changed, _start, end = spliced(quote, start, figure.end, new)
            return changed, figure.start, end
    return None


def _point(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        found = re.search(r"%$|％$|个百分点$", figure.raw)
        if found and _checkable(figure):
            new = "%" if found.group() == "个百分点" else "个百分点"
            changed, _start, end = spliced(quote, figure.start + found.start(), figure.end, new)
            return changed, figure.start, end
    return None


def _qualifier(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        for word, opposite in _QUALIFIERS:
            if figure.raw.startswith(word) and _checkable(figure):
                changed, start, end = spliced(quote, figure.start, figure.start + len(word), opposite)
                return changed, start, figure.end + end - start - len(word)
    return None


def _rounding(quote: str, figures: Sequence[Figure], chooser: random.Random) -> Mutation | None:
    """Write one decimal less, rounded the wrong way (91.35 → 91.3)."""
    for figure in chooser.sample(list(figures), len(figures)):
        found = re.search(r"(\d+)\.(\d*)(\d)(?=\D)", quote[figure.start : figure.end + 1])
        if not found or figure.qualifier is not Qualifier.EXACT or not _checkable(figure) or found[3] == "0":
            continue
        digits = found[1] + found[2]
        wrong = int(digits) + (1 if int(found[3]) < 5 else 0)
        text = str(wrong).rjust(len(digits), "0")
        new = text[: len(text) - len(found[2])] + (
            "." + text[len(text) - len(found[2]) :] if found[2] else ""
        )
        start = figure.start + found.start()
        changed = spliced(quote, start, figure.start + found.end(), new)
        return changed[0], figure.start, figure.end - 1
    return None


def _checkable(figure: Figure) -> bool:
    return figure.kind not in {Kind.IDIOM, Kind.DOCUMENT_NUMBER} and not is_scope(figure)


FIGURE_MUTATIONS: Final[dict[str, Mutate]] = {
    "digit": _digit,
    "transposed": _transposed,
    "magnitude": _magnitude,
    "unit": _unit,
    "point": _point,
    "qualifier": _qualifier,
    "rounding": _rounding,
}
"""Changes of a figure, by name."""
