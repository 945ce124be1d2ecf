"""Check a long draft against a large catalog, and print where the time goes.

The catalog is made of real articles, written again and again under other names with other digits until it has as
many passages as asked; the draft is made of their sentences, every third with a changed digit. No vectors are needed.
Run ``python -m bench.checking ARTICLES.jsonl [--passages 60000] [--keep FOLDER]``.
"""

import argparse
import json
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import numpy as np

from checker.check import check
from checker.evidence import Evidence
from checker.verdicts import WRONG
from corpus.figure import Statement
from corpus.organisations.directory import Directory
from corpus.quantities.figures import find_figures
from corpus.report import Report
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from corpus.structure.sentences import split_sentences
from retrieval.catalog.catalog import Catalog
from retrieval.search.evidence import EvidenceSearch


def main() -> None:
    """Fill the catalog if it is empty, check one draft three times, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--passages", type=int, default=60_000)
    parser.add_argument("--keep", type=Path, default=None, help="a folder to keep the catalog in")
    options = parser.parse_args()
    texts = [json.loads(line)["text"] for line in options.articles.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as fallback:
        folder = options.keep or Path(fallback)
        folder.mkdir(parents=True, exist_ok=True)
        with Catalog.open(folder / "catalog.db") as catalog:
            if catalog.count()[1] < options.passages:
                fill(catalog, texts, options.passages)
            reports, passages, figures = catalog.count()
            print(f"{reports} reports, {passages} passages, {figures} figures")
            _measure(catalog, draft_of(texts))


def fill(catalog: Catalog, texts: list[str], passages: int) -> None:
    """Write reports until the catalog has ``passages``."""
    known = [parse_report(text, id=f"a{n}", source=f"a{n}.txt") for n, text in enumerate(texts)]
    read = [(report, read_statements(report, Directory())) for report in known]
    for report, statements in _copies(read):
        found = split_passages(report)
        catalog.write(report, found, np.zeros((len(found), 2), dtype=np.float32), statements)
        if catalog.count()[1] >= passages:
            return


def _copies(read: list[tuple[Report, tuple[Statement, ...]]]) -> Iterator[tuple[Report, list[Statement]]]:
    chooser = random.Random(1)
    copy = 0
    while True:
        for report, statements in read:
            name = f"{report.id}-{copy}"
            renamed = replace(report, id=name, source=f"{name}.txt")
            yield renamed, [_varied(statement, name, copy, chooser) for statement in statements]
        copy += 1


def _varied(statement: Statement, name: str, copy: int, chooser: random.Random) -> Statement:
    figure = statement.figure
    if copy and figure.value is not None:
        factor = chooser.randint(2, 997)
        bounds = (None if part is None else part * factor for part in (figure.low, figure.high))
        figure = replace(figure, value=figure.value * factor, low=next(bounds), high=next(bounds))
    return replace(statement, report=name, figure=figure)


def draft_of(texts: list[str], characters: int = 10_000, figures: int = 100) -> str:
    """Return a draft of about so many characters and figures, every third sentence with a changed digit."""
    chooser = random.Random(2)
    parts: list[str] = []
    counted = length = 0
    for text in chooser.sample(texts, len(texts)):
        for start, end in split_sentences(text):
            sentence = text[start:end].strip()
            inside = len(find_figures(sentence))
            if (
                not 20 <= len(sentence) <= 160
                or counted + inside > figures
                or (not inside and length > counted * 100)
            ):
                continue
            if inside and len(parts) % 3 == 0:
                sentence = re.sub(r"\d(?=\D*$)", lambda m: str((int(m.group()) + 3) % 10), sentence)
            parts.append(sentence)
            counted, length = counted + inside, length + len(sentence)
            if length >= characters:
                return "\n".join(parts)
    return "\n".join(parts)


def _measure(catalog: Catalog, draft: str) -> None:
    print(f"draft: {len(draft)} characters, {len(find_figures(draft))} figures")
    print(f"{'':<8}{'read':>8}{'find':>8}{'check':>8}{'all':>8}")
    search = EvidenceSearch(catalog)
    for attempt in ("cold", "warm", "warm"):
        began = perf_counter()
        claims = read_draft(draft)
        read = perf_counter()
        statements = search.find([claim.figure for claim in claims])
        found = perf_counter()
        findings = check(draft, Evidence(statements))
        done = perf_counter()
        spans = (read - began, found - read, done - found, done - began)
        print(f"{attempt:<8}" + "".join(f"{seconds:>8.2f}" for seconds in spans))
    counts = Counter(str(finding.verdict) for finding in findings)
    wrong = sum(finding.verdict in WRONG for finding in findings)
    print(f"{len(statements)} statements; {wrong} of {len(findings)} called wrong; {dict(counts)}")


if __name__ == "__main__":
    main()
