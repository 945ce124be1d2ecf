"""The catalog's names: which organisations and places the reports name, and by which short names a text may.

In a large index no question can be understood with the names of all reports at hand: those that stand in its
text are looked up.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from sqlalchemy import Connection, bindparam, func, insert, select

from corpus.organisations.directory import Directory
from corpus.report import Report
from retrieval.catalog.opening import batches
from retrieval.catalog.tables import names

_LONGEST_NAME: Final = 16
"""Characters of the longest name that is looked up: longer ones are told by their form."""

_FULL: Final = (
    select(names.c.short, func.min(names.c.name), func.max(names.c.name))
    .where(names.c.short.in_(bindparam("parts", expanding=True)))
    .group_by(names.c.short)
)
_WORDS: Final = re.compile(r"[^\W_]{2,}")


def write_names(connection: Connection, report: Report, region: str) -> None:
    """Put the names, full and short, that a report of ``region`` gives in.

    None for one that nobody issued and that is of no place by its title: news name whoever comes by, and by their
    short names much else is called (中国电影, 泸定地震).
    """
    if not report.organisation and not (region and report.title.removeprefix("中共").startswith(region)):
        return
    directory = Directory()
    directory.add_report(report, region)
    rows = [{"report": report.id, "short": short, "name": name} for short, name in directory.entries()]
    if rows:
        connection.execute(insert(names), rows)


def names_within(connection: Connection, text: str, but: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
    """Return the full names of each name that stands in ``text``, but for those in ``but``; two of many."""
    wanted = sorted(set(_parts(text)).difference(but))
    return {
        short: (first, last) if first != last else (first,)
        for batch in batches(wanted)
        for short, first, last in connection.execute(_FULL, {"parts": batch}).all()
    }


def _parts(text: str) -> Iterator[str]:
    """Yield all that may be a name: two characters or more that no sign parts."""
    for run in _WORDS.findall(text):
        for start in range(len(run) - 1):
            for end in range(start + 2, min(len(run), start + _LONGEST_NAME) + 1):
                yield run[start:end]
