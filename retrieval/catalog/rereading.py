"""Reading reports with the short names that people agreed on, and anew when they agree on others."""

import json
import logging
from typing import Final

from corpus.organisations.agreed_names import AgreedNames
from retrieval.catalog.catalog import Catalog
from retrieval.catalog.opening import batches
from retrieval.whole_report import statements_of

logger = logging.getLogger(__name__)

FACT: Final = "agreed names"
"""The fact that holds the names, as JSON, with which the catalog's reports were read."""


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
