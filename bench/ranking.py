"""The weights of ``bot.ranking.weights``: labelled questions in, the two tables out, and what they reach.

``python -m bench.ranking [--fit FOLDER…] [--news FOLDER…] --held FOLDER… [--cache DIR]`` reads folders of
``questions.jsonl`` and ``reports`` (and the news set's ``articles.jsonl``), ranks the statements that are found for each
question that asks for a figure, fits both tables on the folders under ``--fit`` (a question of the news counts half,
as its label is but one of several right ones) and prints them, and for every folder how often the first
statement, or one of the first three, is the answer, and how many unanswerable questions are refused. Beside it
stands the statement whose sentence shares most words with the question: the usual baseline.

The tables come out as ``bot/ranking/weights.toml`` has them, with date, command and the digests of all sets, so that
a fit records itself. Some signals are so rare in labelled questions that a fit says little of them: that file bounds
their weights by what they mean, and a fit keeps within those bounds. Without ``--fit`` the present tables are scored.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize  # type: ignore[import-untyped]

from bench.answer_scoring import is_same
from bench.answer_sets import digest_of, read_domain, read_news
from bench.retrieval import CachedEmbedder
from bench.weight_form import Limits, limits_of, with_values, write_provenance, write_weights
from bot.answering.pipeline import Answerer
from bot.ranking.matching import SURE_ENOUGH
from bot.ranking.weight_table import TABLE, Provenance, ScoredSet, Weight
from bot.ranking.weights import BARS, is_barred, lead_of
from bot.settings import read_settings
from checker.comparison.agreement import same_quantity
from corpus.figure import Figure
from corpus.report import Report
from retrieval.embedding.embedder import Embedder
from retrieval.index import Index

ASKED = ("figure", "multi", "followup", "unanswerable")
PENALTY = 0.003
"""The weight of the squared weights in what is minimised."""

UNWEIGHED = frozenset({*BARS, "elsewhere"})
"""Signals that say which statement is the answer, and nothing of how sure that is."""

LEAD = "lead"
"""The signal that follows from the ranks, and so from their weights: how far the first is ahead."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The statements found for one question: a row of signals each, and which of them are the answer.

    ``right`` are those of the labelled report, ``same`` all that state the quantity; ``weight`` is how much the
    question counts. ``right`` and ``same`` are all false for a question that is to be refused; ``barred`` are
    the statements of something else; ``quantity`` is the place of the first that states the same as each.
    """

    signals: Numbers
    barred: NDArray[np.bool_]
    right: NDArray[np.bool_]
    same: NDArray[np.bool_]
    answerable: bool
    weight: float
    quantity: NDArray[np.intp]


def rank_all(folder: Path, reports: Sequence[Report], answerer: Answerer, weight: float) -> Iterator[Ranked]:
    """Yield the ranked statements of each question of a folder that asks for a figure."""
    known = {report.id for report in reports}
    for row in _rows(folder):
        if row["type"] not in ASKED:
            continue
        question, found = answerer.find(row["question"], (row["after"],) if row.get("after") else ())
        if len(question.sought) < len(row["answer"]):
            continue
        named = row["report"] if isinstance(row["report"], list) else [row["report"]]
        own = {Path(name).stem for name in named if name} & known
        for place, matches in enumerate(found.matches):
            wanted = row["answer"][place : place + 1]
            if not matches:
                continue
            same = [any(is_same(match.statement.figure, one) for one in wanted) for match in matches]
            of_it = [not own or match.statement.report in own for match in matches]
            signals = np.array(
                [list({**match.signals, LEAD: 0.0}.values()) for match in matches], dtype=np.float64
            )
            barred = np.array([is_barred(match.signals) for match in matches])
            right = np.array(same) & np.array(of_it)
            told = _quantities([match.statement.figure for match in matches])
            yield Ranked(signals, barred, right, np.array(same), bool(wanted), weight, told)


def _quantities(figures: Sequence[Figure]) -> NDArray[np.intp]:
    """Return the place of the first figure that states the same quantity as each."""
    return np.array(
        [next(at for at, one in enumerate(figures) if same_quantity(one, each)) for each in figures]
    )


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for line in (folder / "questions.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if "article" in row:
            row |= {"type": "figure" if row["numeric"] else "text", "report": row["article"]}
        yield row


def fit_rank(questions: Sequence[Ranked], limits: Sequence[Limits] | None = None) -> Numbers:
    """Return the weights of a conditional logit: the most likely ones within ``limits``, given what was right."""
    known = [one for one in questions if one.right.any()]
    total = sum(one.weight for one in known)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        value, slope = 0.0, np.zeros_like(weights)
        for one in known:
            odds = one.signals @ weights
            share = np.exp(odds - odds.max())
            own = share[one.right]
            value -= one.weight * float(np.log(own.sum() / share.sum()))
            expected = own @ one.signals[one.right] / own.sum() - share @ one.signals / share.sum()
            slope -= one.weight * expected
        return value / total + PENALTY / 2 * float(weights @ weights), slope / total + PENALTY * weights

    start = np.zeros(known[0].signals.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=limits).x)


def first_of(one: Ranked, weights: Numbers, most: int = 1) -> NDArray[np.intp]:
    """Return the places of the first statements: those that are not barred, by rank, then the others."""
    return np.lexsort((-(one.signals @ weights), one.barred))[:most]


def with_leads(questions: Sequence[Ranked], weights: Numbers, place: int) -> list[Ranked]:
    """Return the questions with how far their first statement is ahead by these weights, as signal ``place``."""
    found = []
    for one in questions:
        odds, signals = one.signals @ weights, one.signals.copy()
        first, *others = first_of(one, weights, len(odds))
        signals[:, place] = 0.0
        rivals = (at for at in others if not one.barred[at] and one.quantity[at] != one.quantity[first])
        signals[first, place] = lead_of(float(odds[first]), (float(odds[at]) for at in rivals))
        found.append(replace(one, signals=signals))
    return found


def fit_sure(
    questions: Sequence[Ranked],
    weights: Numbers,
    columns: Sequence[int],
    limits: Sequence[Limits] | None = None,
) -> Numbers:
    """Return the weights of a logistic regression on the first-ranked statements, the constant last.

    ``limits`` are those of all weights but the constant, which is free.
    """
    firsts = [(one, int(first_of(one, weights)[0])) for one in questions]
    firsts = [(one, first) for one, first in firsts if not one.barred[first]]
    rows = np.array([[*one.signals[first, list(columns)], 1.0] for one, first in firsts])
    right = np.array([float(one.same[first]) for one, first in firsts])
    counts = np.array([one.weight * (1.0 if one.answerable else 2.0) for one, _ in firsts])

    def loss(sure: Numbers) -> tuple[float, Numbers]:
        odds = rows @ sure
        likely = -np.logaddexp(0.0, np.where(right > 0, -odds, odds))
        slope = rows.T @ (counts * (1 / (1 + np.exp(-odds)) - right))
        kept = np.append(sure[:-1], 0.0)
        value = -float(counts @ likely) / counts.sum() + PENALTY / 2 * float(kept @ kept)
        return value, slope / counts.sum() + PENALTY * kept

    bounds = [*limits, (None, None)] if limits is not None else None
    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x)


def reached(
    questions: Sequence[Ranked], weights: Numbers, sure: Numbers, columns: Sequence[int], shared: int
) -> tuple[float, ...]:
    """Return how a set does: first right, one of three right, first answered, refused, the baseline; nan for none."""
    able = [one for one in questions if one.answerable]
    unable = [one for one in questions if not one.answerable]

    def is_sure(one: Ranked) -> bool:
        first = int(first_of(one, weights)[0])
        if one.barred[first]:
            return False
        odds = float(np.append(one.signals[first, list(columns)], 1.0) @ sure)
        return bool(1 / (1 + np.exp(-odds)) >= SURE_ENOUGH)

    def right(one: Ranked, most: int = 1) -> bool:
        return bool(one.same[first_of(one, weights, most)].any())

    rates = [
        [right(one) for one in able],
        [right(one, 3) for one in able],
        [right(one) and is_sure(one) for one in able],
        [not is_sure(one) for one in unable],
        [bool(one.same[int(np.argmax(one.signals[:, shared]))]) for one in able],
    ]
    return tuple(float(np.mean(rate)) if rate else float("nan") for rate in rates)


def main() -> None:
    """Fit both tables, or take the present ones, and print them with what they reach."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", type=Path, nargs="+", default=[])
    parser.add_argument("--held", type=Path, nargs="*", default=[])
    parser.add_argument("--news", type=Path, nargs="*", default=[], help="those of the folders that are news")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "hedui-bench")
    options = parser.parse_args()
    if not options.fit and not options.held:
        parser.error("name folders of labelled questions behind --fit or --held")
    names, sets = _read_sets(options)
    used = [name for name in names if name not in UNWEIGHED]
    rank, sure, unsure = _fitted([one for folder in options.fit for one in sets[folder]], names, used)
    columns = [names.index(name) for name in used]
    weights = np.array([rank[name].value if name in rank else 0.0 for name in names])
    odds = np.array([*(sure[name].value if name in sure else 0.0 for name in used), unsure])
    scored = {
        folder: reached(
            with_leads(questions, weights, names.index(LEAD)),
            weights,
            odds,
            columns,
            names.index("sentence"),
        )
        for folder, questions in sets.items()
    }
    told = {
        folder: ScoredSet(_name(folder), digest_of(folder), len(sets[folder]), *rates[:4])
        for folder, rates in scored.items()
    }
    fitted, held = (tuple(told[folder] for folder in part) for part in (options.fit, options.held))
    note = "" if fitted else "the present tables, scored"
    print(write_provenance(Provenance(date.today().isoformat(), _command(options), note, fitted, held)))
    if fitted:
        print(write_weights(TABLE, rank, sure, unsure))
    _print_scores(sets, scored, options.fit)


def _read_sets(options: argparse.Namespace) -> tuple[list[str], dict[Path, list[Ranked]]]:
    """Return the names of the signals, in order, and the ranked statements of each folder's questions."""
    embedder = CachedEmbedder(Embedder.load(cache=read_settings().cache), options.cache)
    sets: dict[Path, list[Ranked]] = {}
    names: list[str] = []
    with ExitStack() as opened:
        for folder in [*options.fit, *options.held]:
            home = Path(opened.enter_context(tempfile.TemporaryDirectory()))
            index = opened.enter_context(Index.open(home, load=lambda: embedder))
            reports = (read_news if folder in options.news else read_domain)(folder).reports
            index.add_all(reports)
            answerer = Answerer(index)
            names = names or _signals(answerer, folder)
            sets[folder] = list(rank_all(folder, reports, answerer, 0.5 if folder in options.news else 1.0))
    return names, sets


def _fitted(
    questions: Sequence[Ranked], names: Sequence[str], used: Sequence[str]
) -> tuple[Mapping[str, Weight], Mapping[str, Weight], float]:
    """Return the tables of rank and sureness and the constant: fitted on questions, or the present ones for none."""
    if not questions:
        return TABLE.rank, TABLE.sure, TABLE.unsure.value
    fitted = fit_rank(questions, [limits_of(TABLE.rank.get(name)) for name in names])
    rank = with_values(TABLE.rank, dict(zip(names, map(float, fitted), strict=True)))
    kept = np.array([rank[name].value if name in rank else 0.0 for name in names])
    led = with_leads(questions, kept, names.index(LEAD))
    limits = [limits_of(TABLE.sure.get(name)) for name in used]
    sure = fit_sure(led, kept, [names.index(name) for name in used], limits)
    rows = with_values(TABLE.sure, dict(zip(used, map(float, sure[:-1]), strict=True)))
    return rank, rows, round(float(sure[-1]), 2)


def _command(options: argparse.Namespace) -> str:
    """Return the command that makes the same again, its sets by the names that they are recorded under."""
    parts = ["python -m bench.ranking"]
    for option in ("fit", "news", "held"):
        if folders := getattr(options, option):
            parts.append(f"--{option} {' '.join(map(_name, folders))}")
    return " ".join(parts)


def _name(folder: Path) -> str:
    """Return a folder's place in the project, or only its name where it lies elsewhere."""
    place, here = folder.resolve(), Path.cwd()
    return place.relative_to(here).as_posix() if place.is_relative_to(here) else place.name


def _print_scores(
    sets: Mapping[Path, Sequence[Ranked]], scored: Mapping[Path, Sequence[float]], fit: Sequence[Path]
) -> None:
    table = Table("set", "n", "first", "of three", "answered", "refused", "most words")
    for folder, rates in scored.items():
        cells = ["-" if np.isnan(rate) else f"{rate:.3f}" for rate in rates]
        table.add_row(folder.name + (" (fitted)" if folder in fit else ""), str(len(sets[folder])), *cells)
    Console(stderr=True).print(table)


def _signals(answerer: Answerer, folder: Path) -> list[str]:
    """Return the names of the signals, in order."""
    asked = (answerer.find(row["question"], ())[1] for row in _rows(folder))
    return next(list(found.matches[0][0].signals) for found in asked if found.matches and found.matches[0])


if __name__ == "__main__":
    main()
