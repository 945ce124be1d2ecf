"""The time that each figure of a sentence is for: in go the times the text names, out a label for each figure."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from corpus.figure import Figure, Kind
from corpus.times.periods import Period, PeriodMention, find_periods, resolve_period

_BASE_BEFORE = re.compile(r"(?:较|(?<![占同环配])比|与|同|和|跟|相对于|对比|低于|高于|超过)$")
_ONLY_NEXT = re.compile(r"(?:由|从)$")
_RELATIVE = re.compile(r"^(?:上年|去年同期|上年同期|同期|上年末|年初)")
_MOVES = re.compile(r"[^，,；;。\d]{0,4}[升降增减提下上缩扩涨跌][^，,；;。\d]{0,3}[到至为]")
_ITS_OWN = re.compile(r"的[^，,；;]{0,20}$")
"""What stands between a time that is compared with and its own figures."""
_CLOSING = re.compile(r"[^（(）)]*[）)]")
_ASIDE = re.compile("[为是]")
"""What follows a time that another is only set beside (，2024年为126人)."""
_CLAUSE_END = re.compile(r"[，,；;]")
_STRONG_END = re.compile(r"[；;]")
_ROUND = re.compile(r"轮")
_AUDITED = re.compile(r"[^，,。；;]{0,24}?(?:预算|决算|审计)")
"""What a year is of that was audited: what came of the audit is of a later time (2021年度预算执行审计)."""


class Timeline:
    """The times that a text names, resolved in order against the day that it was published."""

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self._published = published
        self._mentions = [m for m in find_periods(text) if not _ROUND.search(m.text)]
        self._starts = [mention.start for mention in self._mentions]

    def labels(
        self,
        start: int,
        end: int,
        figures: Sequence[Figure],
        owner: Callable[[int], str] = lambda _: "",
        others: Callable[[Figure], Sequence[tuple[int, int]]] = lambda _: (),
    ) -> list[str]:
        """Return the period of each of ``figures``, those of the sentence ``start:end``; "" where none is named.

        ``owner`` tells whose text a place is: a time holds past a semicolon for its own organisation only. ``others``
        are the stretches of the text that speak of other figures alone than the one given.
        """
        inside = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        resolved: list[tuple[PeriodMention, Period]] = []
        anchor: Period | None = None
        for mention in inside:
            period = resolve_period(mention.text, self._published, anchor)
            resolved.append((mention, period))
            if period.first is not None and not self._is_base(mention):
                anchor = period
        starts = [mention.start for mention, _ in resolved]
        labels: list[str] = []
        for figure in figures:
            before = resolved[: bisect_left(starts, figure.end)]
            silent = others(figure)
            own = [one for one in before if not _stands_in(one[0].start, silent)] if silent else before
            labels.append(self._label(figure, own, figures, owner, silent))
        return labels

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where the sentence ``start:end`` names times."""
        inside = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [(mention.start, mention.end) for mention in inside]

    def _label(
        self,
        figure: Figure,
        resolved: Sequence[tuple[PeriodMention, Period]],
        figures: Sequence[Figure],
        owner: Callable[[int], str],
        silent: Sequence[tuple[int, int]],
    ) -> str:
        """Return the period of a figure; ``resolved`` are the times of its sentence that begin before its end."""
        if figure.kind is Kind.DATE:
            own = ""
            for mention, period in reversed(resolved):
                if mention.end <= figure.start:
                    break
                own = period.label
            return own
        for mention, period in reversed(resolved):
            if mention.end <= figure.start and self._applies(mention, figure, figures, silent):
                another = owner(mention.end) != owner(figure.start)
                ends = another or (
                    period.as_of
                    and not self._text.startswith("的", mention.end)
                    and self._is_moving(figure, figures)
                )
                crosses = _STRONG_END.search(self._text, mention.end, figure.start)
                return "" if ends and crosses else period.label
        return ""

    def _applies(
        self,
        mention: PeriodMention,
        figure: Figure,
        figures: Sequence[Figure],
        silent: Sequence[tuple[int, int]],
    ) -> bool:
        between = self._text[mention.end : figure.start]
        if self._is_base(mention) and not _stands_in(mention.start - 1, silent):
            # 比上年同期的2.8亿元、1011户增加15%: the levels are its own, by how much they changed is not
            return not figure.change and _ITS_OWN.match(between) is not None
        if _RELATIVE.match(mention.text) and _CLAUSE_END.search(between):
            return False
        if closing := _CLOSING.match(between):
            # 98.7%(一季度97.9%)，解决率85.3%: of the quarter is what stands with it
            inside = mention.end + closing.end()
            if any(mention.end <= f.start < inside for f in figures):
                return False
        if _ASIDE.match(between) and _CLAUSE_END.search(between):
            return not _follows_any(mention, figures)  # 救助148人，2024年为126人；追回工资3416万元
        if self._is_audited(mention) and _CLAUSE_END.search(between):
            return not any(mention.end <= f.start < figure.start and f.kind is not Kind.DATE for f in figures)
        only_next = _ONLY_NEXT.search(self._text[max(0, mention.start - 2) : mention.start])
        if only_next:
            return not any(mention.end <= f.start < figure.start and f.kind is not Kind.DATE for f in figures)
        return True

    def _is_audited(self, mention: PeriodMention) -> bool:
        return mention.text.endswith("度") and _AUDITED.match(self._text, mention.end) is not None

    def _is_moving(self, figure: Figure, figures: Sequence[Figure]) -> bool:
        """Whether a figure is one of two levels (由68%降到64%), which no day before a semicolon dates both."""
        place = bisect_left(figures, figure.start, key=lambda one: one.start)
        between = [
            self._text[one.end : other.start]
            for one, other in pairwise(figures[max(0, place - 1) : place + 2])
            if one.unit == other.unit
        ]
        return any(_MOVES.fullmatch(text) for text in between)

    def _is_base(self, mention: PeriodMention) -> bool:
        """Whether the time is only what another is compared with (与2019年相比, 较上年)."""
        before = self._text[max(0, mention.start - 3) : mention.start]
        after = self._text[mention.end : mention.end + 4]
        if _BASE_BEFORE.search(before):
            return True
        return bool(re.match(r"年?同期|相比", after)) and "比" in after


def _follows_any(mention: PeriodMention, figures: Sequence[Figure]) -> bool:
    """Whether a quantity stands before a time in its sentence: it is of another time."""
    return any(one.end <= mention.start and one.kind is not Kind.DATE for one in figures)


def _stands_in(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(low <= place < high for low, high in spans)
