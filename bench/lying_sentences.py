"""Lies made of true sentences: a report's own sentence in, the same with one thing wrong in it out."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.figure import Kind, Statement
from corpus.statements.metrics import is_scope
from corpus.structure.sentences import split_sentences

_UNITS: Final = (
    ("个百分点", "%"),
    ("亿元", "万元"),
    ("万元", "亿元"),
    ("人次", "户"),
    ("公里", "米"),
    ("%", "个百分点"),
    ("件", "人"),
    ("名", "家"),
    ("户", "人次"),
)
_BEFORE: Final = 6
_NAME_END: Final = ("厅", "局", "学", "院", "司", "镇", "乡", "委员会")


@dataclass(frozen=True, slots=True)
class Lie:
    """A sentence with one thing wrong in it.

    ``wrong`` are the pieces of it that must not be shown without a mark behind them: each ends with a figure
    that is wrong now, and stands nowhere in the reports.
    """

    kind: str
    original: str
    sentence: str
    wrong: tuple[str, ...]

    def shown_as(self, text: str) -> bool:
        """Whether any of the lie stands in ``text``, marked or not."""
        return any(wrong in text for wrong in self.wrong)


class Liar:
    """Makes lies of the sentences of reports."""

    def __init__(self, statements: Sequence[Statement], names: Sequence[str]) -> None:
        self._by_quote: dict[str, list[Statement]] = {}
        for one in statements:
            self._by_quote.setdefault(one.quote.strip(), []).append(one)
        self._all = "\n".join(self._by_quote)
        self._names = [name for name in names if name.endswith(_NAME_END)]

    def sentences(self, passage: str) -> list[str]:
        """Return the sentences of a passage that state quantities, as the reports have them."""
        found = (passage[start:end].strip() for start, end in split_sentences(passage))
        return [one for one in found if self._quantities(one) and 10 <= len(one) <= 160]

    def lie(self, sentence: str, chance: random.Random) -> Lie | None:
        """Return a lie made of a sentence, None where it lends itself to none."""
        ways = [self._digit, self._organisation, self._rate, self._unit]
        chance.shuffle(ways)
        for way in ways:
            made = way(sentence, chance)
            if made is not None and all(wrong not in self._all for wrong in made.wrong):
                return made
        return None

    def _quantities(self, sentence: str) -> list[tuple[int, int, Statement]]:
        """Return the quantities of a sentence with their places in it."""
        rows = []
        for one in self._by_quote.get(sentence, ()):
            if not is_scope(one.figure) and one.figure.kind not in (Kind.IDIOM, Kind.DOCUMENT_NUMBER):
                lead = len(one.quote) - len(one.quote.lstrip())
                start = one.figure.start - one.start - lead
                rows.append((start, start + len(one.figure.raw), one))
        return rows

    def _digit(self, sentence: str, chance: random.Random) -> Lie | None:
        rows = [row for row in self._quantities(sentence) if re.search(r"[0-9]", row[2].figure.raw)]
        if not rows:
            return None
        start, end, _ = chance.choice(rows)
        places = [
            place for place in range(start, end) if sentence[place].isdigit() and sentence[place].isascii()
        ]
        place = chance.choice(places)
        new = str((int(sentence[place]) + chance.choice((1, 2, 8, 9))) % 10)
        if place == places[0] and new == "0":
            new = "4" if sentence[place] != "4" else "5"
        changed = sentence[:place] + new + sentence[place + 1 :]
        return Lie("digit", sentence, changed, (changed[max(0, start - _BEFORE) : end],))

    def _unit(self, sentence: str, chance: random.Random) -> Lie | None:
        rows = self._quantities(sentence)
        chance.shuffle(rows)
        for start, end, one in rows:
            for old, new in _UNITS:
                if one.figure.raw.endswith(old):
                    changed = sentence[: end - len(old)] + new + sentence[end:]
                    stop = end - len(old) + len(new)
                    return Lie("unit", sentence, changed, (changed[max(0, start - _BEFORE) : stop],))
        return None

    def _rate(self, sentence: str, chance: random.Random) -> Lie | None:
        if not sentence.endswith("。"):
            return None
        rate = f"{chance.randint(31, 98)}.{chance.randint(1, 9)}{chance.randint(1, 9)}%"
        clause = chance.choice((f"，完成率达{rate}", f"，同比提高{rate}", f"，满意度为{rate}"))
        changed = sentence[:-1] + clause + "。"
        return Lie("rate", sentence, changed, (clause,))

    def _organisation(self, sentence: str, chance: random.Random) -> Lie | None:
        rows = self._quantities(sentence)
        said = [name for name in self._names if any(form in sentence for form in _forms(name))]
        if not rows or not said:
            return None
        name = max(said, key=len)
        form = next(form for form in _forms(name) if form in sentence)
        others = [one for one in self._names if one not in said and name not in one and one not in name]
        place = sentence.index(form)
        after = [row for row in rows if row[0] >= place + len(form) and row[2].figure.org == name]
        if not after or not others:
            return None
        other = chance.choice(others)
        changed = sentence[:place] + other + sentence[place + len(form) :]
        by = len(other) - len(form)
        wrong = tuple(changed[place : end + by] for _, end, _ in after)
        return Lie("organisation", sentence, changed, wrong)


def _forms(name: str) -> list[str]:
    """Return how a full name may be written in its own region: 东原省信访局, 省信访局."""
    cut = re.sub(r"^[一-鿿]{2,3}(?=[省市县])", "", name)
    return [name, cut] if cut != name else [name]
