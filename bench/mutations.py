"""Change figures of real sentences in known ways, and count how many changes the checker catches.

Each sentence with a figure is checked against its own report: unchanged (nothing may be cried over) and with
one change of each kind (the change must be called wrong). Run::

    python -m bench.mutations REPORTS [--sample 300] [--seed 1] [--show 10]

where REPORTS is a folder of ``.txt`` files or a JSON Lines file of ``{"id", "text"}``.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from checker.check import check
from checker.evidence import Evidence
from checker.finding import Finding
from checker.verdicts import WRONG
from corpus.figure import Figure, Kind, Qualifier, Statement
from corpus.organisations.mentions import MentionKind, find_organisations
from corpus.report import Report
from corpus.statements.metrics import is_scope
from corpus.structure.parsing import parse_report

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
_PERIOD_SHIFTS = (("上半年", "下半年"), ("今年", "去年"), ("去年", "前年"), ("上年", "前年"))

Mutation = tuple[str, int, int]
"""The changed sentence, and the start and end of what changed in it."""


def main() -> None:
    """Print what is caught of each kind, and what is cried over on unchanged sentences."""
    options = _options()
    chooser = random.Random(options.seed)
    reports = list(_reports(options.reports))
    chooser.shuffle(reports)
    organisations = _organisations(reports[:200])
    caught: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    for report in reports[: options.sample]:
        evidence = Evidence.of_reports([report])
        for quote, figures in _sentences(evidence):
            _try_unchanged(quote, figures, evidence, caught, tried, shown)
            for kind, mutate in MUTATIONS.items():
                mutation = mutate(quote, figures, chooser, organisations)
                if mutation is not None and mutation[0] != quote:
                    tried[kind] += 1
                    findings = check(mutation[0], evidence)
                    if _is_caught(kind, findings, mutation):
                        caught[kind] += 1
                    else:
                        shown[kind].append(_told(quote, mutation, findings))
    _print_table(caught, tried, shown, options.show)


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


def _sentences(evidence: Evidence) -> Iterator[tuple[str, list[Figure]]]:
    """Yield each sentence with a quantity in it, with the quantities; their offsets index the sentence."""
    sentences: dict[tuple[str, int], list[Statement]] = defaultdict(list)
    for statement in evidence.quantities:
        if not is_scope(statement.figure):
            sentences[statement.report, statement.start].append(statement)
    for statements in sentences.values():
        quote, start = statements[0].quote, statements[0].start
        if len(quote) > 400:
            continue
        yield quote, [_moved(statement.figure, -start) for statement in statements]


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by)


def _try_unchanged(
    quote: str,
    figures: Sequence[Figure],
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
    whole = kind in {"organisation", "period"}
    return any(
        f.verdict in WRONG and (whole or (f.figure.start < end and f.figure.end > start)) for f in findings
    )


def _told(quote: str, mutation: Mutation, findings: Sequence[Finding]) -> str:
    text, start, end = mutation
    verdicts = "; ".join(f"{f.figure.raw} {f.verdict} {f.rule} {f.formula}" for f in findings)
    return f"{quote.strip()}\n    → {text[max(0, start - 12) : end + 12].strip()} | {verdicts}"


def _splice(quote: str, start: int, end: int, new: str) -> Mutation:
    return quote[:start] + new + quote[end:], start, start + len(new)


def _digit(
    quote: str, figures: Sequence[Figure], chooser: random.Random, _: Sequence[str]
) -> Mutation | None:
    figure = chooser.choice(figures)
    places = [i for i in range(figure.start, figure.end) if quote[i] in "0123456789"]
    if not places or not _checkable(figure):
        return None
    place = chooser.choice(places)
    choices = [d for d in "123456789" if d != quote[place]]
    changed = _splice(quote, place, place + 1, chooser.choice(choices))
    return changed[0], figure.start, figure.end


def _transposed(
    quote: str, figures: Sequence[Figure], chooser: random.Random, _: Sequence[str]
) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        pair = re.search(r"(\d)(?!\1)(\d)", quote[figure.start : figure.end])
        if pair and _checkable(figure) and pair[2] != "0":
            start = figure.start + pair.start()
            changed = _splice(quote, start, start + 2, pair[2] + pair[1])
            return changed[0], figure.start, figure.end
    return None


def _magnitude(
    quote: str, figures: Sequence[Figure], chooser: random.Random, _: Sequence[str]
) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        found = re.search(r"(?<=\d)[万亿]", figure.raw)
        if found and _checkable(figure):
            other = "亿" if found.group() == "万" else "万"
            start = figure.start + found.start()
            changed = _splice(quote, start, start + 1, other)
            return changed[0], figure.start, figure.end
    return None


def _unit(quote: str, figures: Sequence[Figure], chooser: random.Random, _: Sequence[str]) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        found = re.search(rf"(?<=[\d万亿余多])(?:{_MEASURES})$", figure.raw)
        if found and figure.kind is Kind.COUNT and _checkable(figure):
            start = figure.start + found.start()
            new = _UNIT_CHANGES[found.group()]
            changed, _start, end = _splice(quote, start, figure.end, new)
            return changed, figure.start, end
    return None


def _point(
    quote: str, figures: Sequence[Figure], chooser: random.Random, _: Sequence[str]
) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        found = re.search(r"%$|％$|个百分点$", figure.raw)
        if found and _checkable(figure):
            new = "%" if found.group() == "个百分点" else "个百分点"
            changed, _start, end = _splice(quote, figure.start + found.start(), figure.end, new)
            return changed, figure.start, end
    return None


def _qualifier(
    quote: str, figures: Sequence[Figure], chooser: random.Random, _: Sequence[str]
) -> Mutation | None:
    for figure in chooser.sample(list(figures), len(figures)):
        for word, opposite in _QUALIFIERS:
            if figure.raw.startswith(word) and _checkable(figure):
                changed, start, end = _splice(quote, figure.start, figure.start + len(word), opposite)
                return changed, start, figure.end + end - start - len(word)
    return None


def _rounding(
    quote: str, figures: Sequence[Figure], chooser: random.Random, _: Sequence[str]
) -> Mutation | None:
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
        changed = _splice(quote, start, figure.start + found.end(), new)
        return changed[0], figure.start, figure.end - 1
    return None


def _organisation(
    quote: str, figures: Sequence[Figure], chooser: random.Random, names: Sequence[str]
) -> Mutation | None:
    before = [
        m
        for m in find_organisations(quote)
        if m.kind is MentionKind.ORGANISATION and m.end <= figures[0].start and m.end - m.start >= 3
    ]
    if not before or not names:
        return None
    mention = before[-1]
    new = chooser.choice([name for name in names if name not in quote])
    return _splice(quote, mention.start, mention.end, new)


def _period(
    quote: str, figures: Sequence[Figure], chooser: random.Random, _: Sequence[str]
) -> Mutation | None:
    year = re.search(r"(?<!\d)(20[0-3]\d)(?=年)", quote[: figures[-1].start])
    if year:
        return _splice(quote, year.start(), year.end(), str(int(year.group()) - chooser.choice((1, 2, 3))))
    month = re.search(r"(?<![\d年])(1[0-2]|[1-9])(?=月)", quote[: figures[-1].start])
    if month:
        other = chooser.choice([m for m in range(1, 13) if str(m) != month.group()])
        return _splice(quote, month.start(), month.end(), str(other))
    for word, other_word in _PERIOD_SHIFTS:
        place = quote.find(word, 0, figures[-1].start)
        if place >= 0:
            return _splice(quote, place, place + len(word), other_word)
    return None


def _checkable(figure: Figure) -> bool:
    return figure.kind not in {Kind.IDIOM, Kind.DOCUMENT_NUMBER} and not is_scope(figure)


MUTATIONS: dict[str, Callable[[str, Sequence[Figure], random.Random, Sequence[str]], Mutation | None]] = {
    "digit": _digit,
    "transposed": _transposed,
    "magnitude": _magnitude,
    "unit": _unit,
    "point": _point,
    "qualifier": _qualifier,
    "rounding": _rounding,
    "organisation": _organisation,
    "period": _period,
}


def _print_table(caught: Counter[str], tried: Counter[str], shown: dict[str, list[str]], show: int) -> None:
    print(f"{'change':<14}{'tried':>8}{'caught':>8}{'share':>8}")
    for kind in MUTATIONS:
        share = caught[kind] / tried[kind] if tried[kind] else 0.0
        print(f"{kind:<14}{tried[kind]:>8}{caught[kind]:>8}{share:>8.3f}")
    share = caught["unchanged"] / tried["unchanged"] if tried["unchanged"] else 0.0
    print(f"{'cried over':<14}{tried['unchanged']:>8}{caught['unchanged']:>8}{share:>8.4f}")
    for kind in [*MUTATIONS, "unchanged"]:
        for line in shown[kind][:show]:
            print(f"  [{kind}] {line}", file=sys.stderr)


if __name__ == "__main__":
    main()
