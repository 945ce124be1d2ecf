"""The sample reports that ship with the project: put into an empty index, and taken out of one again."""

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrieval.index import Index

SAMPLE_REPORTS = files("corpus") / "reports"
_DIGESTS = SAMPLE_REPORTS / "SHA256SUMS"
_UNWANTED = "samples removed"
"""The fact of the catalog that says that a person took the samples out."""


def sample_digests() -> frozenset[str]:
    """Return the SHA-256 of each sample as it ships, whatever stands in its file now."""
    return frozenset(line.split()[0] for line in _DIGESTS.read_text(encoding="utf-8").splitlines())


def are_unwanted(index: "Index") -> bool:
    """Whether a person took the samples out of this index."""
    return bool(index.catalog.fact(_UNWANTED))


def remove_samples(index: "Index") -> list[str]:
    """Take the samples out of the index and return their ids; no start puts them back by itself.

    A sample is known by its text: one that a person changed, and a report of their own under a sample's
    name, stay.
    """
    digests = sample_digests()
    removed = [entry.id for entry in index.catalog.known() if entry.digest in digests]
    for report in removed:
        index.remove(report)
    index.catalog.write_fact(_UNWANTED, "yes")
    return removed
