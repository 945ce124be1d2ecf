"""Reading reports anew: when people agree on other short names, and when the rules by which figures are read changed."""

import json
import logging
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import corpus
from corpus.organisations.agreed_names import AgreedNames
from retrieval.catalog.catalog import Catalog
from retrieval.catalog.opening import batches
from retrieval.whole_report import statements_of

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

logger = logging.getLogger(__name__)

FACT: Final = "agreed names"
"""The fact that holds the names, as JSON, with which the catalog's reports were read."""

READ_BY: Final = "reading rules"
"""The fact that holds the digest of the rules by which the figures of the catalog's oldest readings were read."""

_NO_RULES: Final = frozenset({"web", "reports"})
"""Folders that say nothing of how a file is read."""

_FILES_ONLY: Final = frozenset({"reading", "room"}) | _NO_RULES
"""Folders that say nothing of what a text's figures are."""


def rules_digest() -> str:
    """Return the SHA-256, in hexadecimal, of all code and tables by which a text's figures are read."""
    return _code_digest(_FILES_ONLY).hexdigest()


def reading_digest() -> str:
    """Return the SHA-256, in hexadecimal, of all by which a file becomes a report: our code and tables, and the libraries.

    Any library that is put in, taken out or replaced makes another of it: one more may read what was passed over.
    """
    digest = _code_digest(_NO_RULES)
    installed = (found.name for folder in sys.path for found in Path(folder).glob("*.dist-info"))
    digest.update("\n".join(sorted(installed)).encode())
    return digest.hexdigest()


def _code_digest(but: frozenset[str]) -> "Hash":
    root = Path(corpus.__path__[0])
    digest = sha256()
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if path.suffix in {".py", ".tsv"} and inside.parts[0] not in but:
            digest.update(f"{inside.as_posix()}\n".encode() + path.read_bytes())
    return digest


def note_rules(catalog: Catalog) -> None:
    """Note the rules by which the first report of an empty catalog is read; later ones change nothing."""
    if not catalog.newest_passage():
        catalog.write_fact(READ_BY, rules_digest())


def older_figures(catalog: Catalog) -> bool:
    """Whether figures of the catalog were read by other rules than today's."""
    return bool(catalog.newest_passage()) and catalog.fact(READ_BY) != rules_digest()


def reread_all(catalog: Catalog, agreed: AgreedNames) -> None:
    """Read the figures of all reports anew, where they were read by other rules than today's."""
    if not older_figures(catalog):
        return
    for ids in batches([known.id for known in catalog.known()]):
        for report in catalog.reports(ids):
            catalog.figures.rewrite(report.id, statements_of(report, agreed))
    catalog.write_fact(READ_BY, rules_digest())


def reread(catalog: Catalog, agreed: AgreedNames) -> int:
    """Read the figures anew of the reports that give a name which was agreed on otherwise when they were read.

    Returns how many there were; where nothing was agreed on anew, no report is looked at.
    """
    before: dict[str, str] = json.loads(catalog.fact(FACT) or "{}")
    changed = {short for short, _ in before.items() ^ agreed.fulls.items()}
    if not changed:
        return 0
    count = 0
    for ids in batches([known.id for known in catalog.known()]):
        for report in catalog.reports(ids):
            if any(short in report.text for short in changed):
                catalog.figures.rewrite(report.id, statements_of(report, agreed))
                count += 1
    catalog.write_fact(FACT, json.dumps(dict(agreed.fulls), ensure_ascii=False, sort_keys=True))
    logger.info("%d names agreed on anew, %d reports read anew", len(changed), count)
    return count
