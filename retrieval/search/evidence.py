"""Evidence: a draft's figures in, the statements that could bear them out or contradict them out.

A claim leads to the figures of the same value, and to those of the same organisation that count something
alike. The reports that most claims lead to are taken whole, for a checker needs what stands beside a figure
(its terms, its total, its period), a very long one only around the places that the leads point at.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.figure import Figure, Kind, Statement
from corpus.organisations.sameness import Sameness, same_organisation, told_region
from retrieval.catalog.catalog import Catalog
from retrieval.catalog.figures import FigureColumns, NameColumn

Floats = NDArray[np.float64]
_Rows = NDArray[np.int64]
"""Places of figures in the columns, or of names among theirs."""
Places = dict[str, list[tuple[int, int]] | None]
"""Reports to take, whole or in spans of characters."""

_NO_ROWS: Final = np.zeros(0, np.int64)

_ENOUGH_STATEMENTS = 2_000
"""Statements that a check gets; the best report of each claim may exceed it."""

LONG = 300
"""Figures above which a report is taken around its leads only."""

REACH = 3_000
"""Characters on either side of a lead that are taken of a long report."""

_NO_QUANTITY = frozenset({Kind.DATE, Kind.ORDINAL, Kind.DOCUMENT_NUMBER, Kind.IDIOM})
_MOST_ORGS, _MOST_METRICS = 30, 60
_SAME_ORG = {Sameness.SAME: 1.0, Sameness.DIFFERENT: 0.0}
_LEAST_ALIKE = 0.3
"""Least share of a claimed metric's pairs of characters that counts; bounded by hand, as ``SAME_PERIOD`` is."""

_MOST_KEPT = 10_000
"""Claimed organisations of which it is kept which of the catalog fit; a draft's are those of its next version too."""

LEADS = 200
"""Figures that a claim leads to at most."""

SAME_PERIOD = 0.25
"""What the same period adds to a lead's weight; value, organisation and metric add up to 1 each."""


class EvidenceSearch:
    """Finds evidence in one catalog; keeps the figures that it looks up, and reads them anew when it has changed."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._read: tuple[int, _Table] | None = None

    def find(self, claimed: Sequence[Figure], k: int = _ENOUGH_STATEMENTS) -> list[Statement]:
        """Return about ``k`` statements that bear on the claimed figures, by report and place.

        A catalog with no more statements than that is returned whole.
        """
        if self._catalog.count()[2] <= k:
            return self._catalog.statements()
        return self._catalog.figures.around(self._table().choose(claimed, k))

    def prepare(self, k: int = _ENOUGH_STATEMENTS) -> None:
        """Read what ``find`` looks figures up in, so that the first draft need not wait for it."""
        if self._catalog.count()[2] > k:
            self._table()

    def _table(self) -> "_Table":
        """Return the catalog's figures ready to be looked up."""
        generation = self._catalog.generation()
        read = self._read
        if read is None or read[0] != generation:
            read = self._read = (generation, _Table(self._catalog.figures.columns()))
        return read[1]


class _Table:
    """All figures in memory, with what tells how like two metrics are; a figure is looked up, and never all of them."""

    def __init__(self, columns: FigureColumns) -> None:
        self._columns = columns
        self._counts = np.bincount(columns.report.places, minlength=len(columns.report.names))
        self._by_org, self._by_metric = _Holders(columns.org), _Holders(columns.metric)
        self._ranked = np.argsort(columns.number, kind="stable")
        self._numbers = columns.number[self._ranked]
        self._periods = {name: place for place, name in enumerate(columns.period.names)}
        self._org_lengths = np.array([len(name) for name in columns.org.names], np.int64)
        self._org_letters = np.array([len(set(name)) for name in columns.org.names], np.int64)
        self._letters = _postings(map(set, columns.org.names))
        self._regions = _postings((told_region(name),) for name in columns.org.names)
        self._pairs = _postings(map(_pairs, columns.metric.names))
        self._orgs: dict[str, tuple[_Rows, Floats]] = {}

    def choose(self, claimed: Sequence[Figure], k: int) -> Places:
        """Return the reports that the claims lead to, up to ``k`` figures, and of a long one which spans."""
        columns = self._columns
        if len(self._orgs) > _MOST_KEPT:
            self._orgs.clear()
        for name in {figure.org for figure in claimed}.difference(self._orgs):
            self._orgs[name] = self._like_orgs(name)
        orgs = self._orgs
        metrics = {name: self._like_metrics(name) for name in {figure.metric for figure in claimed}}
        distinct = {(f.org, f.metric, f.period, f.kind, f.value, f.low, f.high): f for f in claimed}
        scores = np.zeros(len(columns.report.names))
        leads: defaultdict[int, set[int]] = defaultdict(set)
        best: set[int] = set()
        weights, marks = np.zeros(len(columns.start)), np.zeros(len(columns.start), np.int64)
        for figure in distinct.values():
            valued = self._valued(figure)
            owned, owners = self._by_org.of(*orgs[figure.org])
            counting, alike = self._by_metric.of(*metrics[figure.metric])
            weights[owned] += owners
            weights[counting] += alike
            touched = np.concatenate((owned, counting, valued))
            if figure.period and (period := self._periods.get(figure.period)) is not None:
                weights[touched[columns.period.places[touched] == period]] += SAME_PERIOD
            named = _heaviest(weights, touched, marks)
            weights[valued] += 1.0
            found = _heaviest(weights, touched, marks)
            # The report that states the value, and the one that states another for the same names.
            best.update(columns.report.places[[*found[:1], *named[:1]]].tolist())
            reports = columns.report.places[found]
            fits = np.zeros(len(scores))
            np.maximum.at(fits, reports, weights[found])
            scores += fits
            weights[touched] = 0.0
            for report, start in zip(reports.tolist(), columns.start[found].tolist(), strict=True):
                leads[report].add(start)
        return self._within(k, scores, best, leads)

    def _within(self, k: int, scores: Floats, best: set[int], leads: Mapping[int, set[int]]) -> Places:
        chosen: Places = {}
        taken = 0
        for report in sorted(leads, key=lambda place: (place not in best, -scores[place], place)):
            long = self._counts[report] > LONG
            size = LONG if long else int(self._counts[report])
            if report in best or taken + size <= k:
                chosen[self._columns.report.names[report]] = _spans(leads[report]) if long else None
                taken += size
        return chosen

    def _valued(self, figure: Figure) -> _Rows:
        """Return the figures whose value could be what the claim means."""
        low, high = (math.inf, -math.inf) if figure.kind in _NO_QUANTITY else _numbers(figure)
        first, last = (
            np.searchsorted(self._numbers, low, "left"),
            np.searchsorted(self._numbers, high, "right"),
        )
        return self._ranked[first:last]

    def _like_orgs(self, claimed: str) -> tuple[_Rows, Floats]:
        """Return the organisations that fit at all, and how well; what is cheap to compare comes first."""
        letters = set(claimed)
        shared = np.zeros(len(self._org_lengths), np.int64)
        for letter in letters:
            shared[self._letters.get(letter, _NO_ROWS)] += 1
        near = (shared > 0) & (shared * 2 >= np.minimum(len(letters), self._org_lengths))
        if region := told_region(claimed):
            able = (shared == len(letters)) | (shared == self._org_letters)  # one may hold all of the other
            for own in (region, ""):
                able[self._regions.get(own, _NO_ROWS)] = True
            near &= able
        places = np.flatnonzero(near)
        names = (self._columns.org.names[place] for place in places)
        fits = np.array([_SAME_ORG.get(same_organisation(claimed, name), 0.5) for name in names])
        return places[fits > 0], fits[fits > 0]

    def _like_metrics(self, claimed: str) -> tuple[_Rows, Floats]:
        """Return the metrics that share enough with the claimed one, and how much: by rarity, the share of its pairs."""
        fits = np.zeros(len(self._columns.metric.names))
        weights = {
            pair: math.log(1 + len(fits) / (1 + len(self._pairs.get(pair, ())))) for pair in _pairs(claimed)
        }
        for pair, weight in weights.items():
            fits[self._pairs.get(pair, _NO_ROWS)] += weight
        fits /= sum(weights.values()) or 1.0
        near = np.flatnonzero(fits >= _LEAST_ALIKE)
        return near, fits[near]


class _Holders:
    """The figures by their name in one column."""

    def __init__(self, column: NameColumn) -> None:
        self._order = np.argsort(column.places, kind="stable")
        counts = np.bincount(column.places, minlength=len(column.names))
        self._ends = np.concatenate(([0], np.cumsum(counts)))

    def of(self, names: _Rows, fits: Floats) -> tuple[_Rows, Floats]:
        """Return the figures that have one of the names, each once, and how well its name fits."""
        if not len(names):
            return _NO_ROWS, fits
        spans = [self._order[self._ends[name] : self._ends[name + 1]] for name in names]
        return np.concatenate(spans), np.repeat(fits, [len(span) for span in spans])


def _postings(names: Iterable[Iterable[str]]) -> dict[str, _Rows]:
    """Return which of the names have each part of any."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, parts in enumerate(names):
        for part in parts:
            holders[part].append(place)
    return {part: np.array(places, np.int64) for part, places in holders.items()}


def _heaviest(weights: Floats, touched: _Rows, marks: _Rows) -> _Rows:
    """Return the places of the greatest weights, at least half the greatest, ``LEADS`` at most, in order.

    ``touched`` are the places that may weigh enough, some of them twice; ``marks`` has room for a note on each place.
    """
    told = weights[touched]
    heavy = touched[told >= max(told.max(initial=0.0) / 2, _LEAST_ALIKE)]
    order = np.arange(len(heavy))
    marks[heavy] = order
    places = np.sort(heavy[marks[heavy] == order])
    if len(places) > LEADS:
        places = places[np.argpartition(-weights[places], LEADS)[:LEADS]]
    return places[np.argsort(-weights[places], kind="stable")]


def _numbers(figure: Figure) -> tuple[float, float]:
    """Return the least and the greatest value that the figure could mean or be rounded from."""
    low, high = figure.low, figure.high
    middle = next((one for one in (figure.value, low, high) if one is not None), None)
    if middle is None:
        return math.inf, -math.inf
    step = float(figure.step or 0) if low == high else 0.0
    least = float(middle if low is None else low) - step
    greatest = float(middle) * 1.2 if high is None else float(high) + step
    return min(least, greatest), max(least, greatest)


def _spans(starts: Iterable[int]) -> list[tuple[int, int]]:
    """Return what lies within ``REACH`` of the starts, as spans that do not overlap."""
    spans: list[tuple[int, int]] = []
    for start in sorted(starts):
        low, high = max(0, start - REACH), start + REACH
        if spans and low <= spans[-1][1]:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return spans


def _pairs(text: str) -> Iterable[str]:
    """Return the pairs of characters of a text in its order: what is summed over them must come to the same in each run."""
    return dict.fromkeys(first + second for first, second in pairwise(text)) or dict.fromkeys(text)
