"""Change figures of real sentences in known ways, and count how many changes the checker catches.

Each sentence with a figure is checked against its own report: unchanged (nothing may be cried over) and with
one change of each kind (the change must be called wrong); each table likewise, by the kinds of
``bench.slot_mutations.TABLE_MUTATIONS``. Run::

    python -m bench.mutations REPORTS [--sample 300] [--seed 1] [--show 10]

where REPORTS is a folder of ``.txt`` files or a JSON Lines file of ``{"id", "text"}``.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figure_mutations import FIGURE_MUTATIONS, Mutation
from bench.slot_mutations import (
    SLOT_MUTATIONS,
    TABLE_MUTATIONS,
    organisation_mutation,
    table_mutations,
    tables,
)
from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.figure import Figure, Statement
from corpus.grids import Grid, find_grids
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.report import Report
from corpus.statements.metrics import is_scope
from corpus.structure.parsing import parse_report


def main() -> None:
    """Print what is caught of each kind, and what is cried over on unchanged sentences."""
    options = _options()
    chooser = random.Random(options.seed)
    reports = list(_reports(options.reports))
    chooser.shuffle(reports)
    renamed = organisation_mutation(_organisations(reports[:200]))
    mutations = {**FIGURE_MUTATIONS, "organisation": renamed, **SLOT_MUTATIONS}
    caught: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    for report in reports[: options.sample]:
        evidence = Evidence.of_reports([report])
        for quote, figures in _sentences(evidence, find_grids(report.text)):
            _try_unchanged(quote, evidence, caught, tried, shown)
            for kind, mutate in mutations.items():
                mutation = mutate(quote, figures, chooser)
                if mutation is not None and mutation[0] != quote:
                    _try(kind, quote, mutation, evidence, caught, tried, shown)
        for table in tables(report.text):
            _try_unchanged(table, evidence, caught, tried, shown)
        for kind, change in TABLE_MUTATIONS.items():
            for mutation in table_mutations(report.text, change, chooser):
                _try(kind, "", mutation, evidence, caught, tried, shown)
    _print_table([*mutations, *TABLE_MUTATIONS], caught, tried, shown, options.show)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--sample", type=int, default=300, help="how many reports to use")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="how many misses of each kind to print")
    return parser.parse_args()


def _reports(path: Path) -> Iterator[Report]:
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield parse_report(file.read_text("utf-8"), id=file.stem, source=str(file))
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield parse_report(row["text"], id=row["id"], source=row["id"])


def _organisations(reports: Sequence[Report]) -> list[str]:
    names = {
        m.name for r in reports for m in find_organisations(r.text) if m.kind is MentionKind.ORGANISATION
    }
    return sorted(name for name in names if 4 <= len(name) <= 14)


def _sentences(evidence: Evidence, grids: Sequence[Grid]) -> Iterator[tuple[str, list[Figure]]]:
    """Yield each sentence with a quantity in it, with the quantities; their offsets index the sentence.

    Rows of ``grids`` are no sentences: without their heads they say nothing.
    """
    sentences: dict[tuple[str, int], list[Statement]] = defaultdict(list)
    for statement in evidence.quantities:
        in_table = any(grid.start <= statement.figure.start < grid.end for grid in grids)
        if not in_table and not is_scope(statement.figure):
            sentences[statement.report, statement.start].append(statement)
    for statements in sentences.values():
        quote, start = statements[0].quote, statements[0].start
        if len(quote) > 400:
            continue
        yield quote, [statement.figure.moved(-start) for statement in statements]


def _try(
    kind: str,
    quote: str,
    mutation: Mutation,
    evidence: Evidence,
    caught: Counter[str],
    tried: Counter[str],
    shown: dict[str, list[str]],
) -> None:
    tried[kind] += 1
    findings = check(mutation[0], evidence)
    if _is_caught(kind, findings, mutation):
        caught[kind] += 1
    else:
        shown[kind].append(_told(quote, mutation, findings))


def _try_unchanged(
    quote: str,
    evidence: Evidence,
    caught: Counter[str],
    tried: Counter[str],
    shown: dict[str, list[str]],
) -> None:
    for finding in check(quote, evidence):
        tried["unchanged"] += 1
        if finding.verdict in WRONG:
            caught["unchanged"] += 1
            told = f"{finding.figure.raw} {finding.verdict} {finding.rule} {finding.explanation}"
            shown["unchanged"].append(f"{quote.strip()}\n      {told}")


def _is_caught(kind: str, findings: Sequence[Finding], mutation: Mutation) -> bool:
    _, start, end = mutation
    whole = kind in {"organisation", "period", "member"}
    return any(
        f.verdict in WRONG and (whole or (f.figure.start < end and f.figure.end > start)) for f in findings
    )


def _told(quote: str, mutation: Mutation, findings: Sequence[Finding]) -> str:
    text, start, end = mutation
    verdicts = "; ".join(f"{f.figure.raw} {f.verdict} {f.rule} {f.formula}" for f in findings)
    return f"{quote.strip()}\n    → {text[max(0, start - 12) : end + 12].strip()} | {verdicts}"


def _print_table(
    kinds: Sequence[str], caught: Counter[str], tried: Counter[str], shown: dict[str, list[str]], show: int
) -> None:
    print(f"{'change':<18}{'tried':>8}{'caught':>8}{'share':>8}")
    for kind in kinds:
        share = caught[kind] / tried[kind] if tried[kind] else 0.0
        print(f"{kind:<18}{tried[kind]:>8}{caught[kind]:>8}{share:>8.3f}")
    share = caught["unchanged"] / tried["unchanged"] if tried["unchanged"] else 0.0
    print(f"{'cried over':<18}{tried['unchanged']:>8}{caught['unchanged']:>8}{share:>8.4f}")
    for kind in [*kinds, "unchanged"]:
        for line in shown[kind][:show]:
            print(f"  [{kind}] {line}", file=sys.stderr)


if __name__ == "__main__":
    main()
