from dataclasses import replace

import numpy as np

from retrieval.catalog.catalog import Catalog
from retrieval.catalog.files import ReadFile
from tests.retrieval.fictional import report


def test_costly_files_are_known_by_their_bytes_until_they_are_forgotten(catalog: Catalog) -> None:
    assert catalog.costly.reasons() == {}
    catalog.costly.note("a" * 64, "too slow")
    catalog.costly.note("a" * 64, "too large")
    catalog.costly.note("b" * 64, "died")
    assert catalog.costly.reasons() == {"a" * 64: "too large", "b" * 64: "died"}
    catalog.costly.forget("a" * 64)
    catalog.costly.forget("c" * 64)
    assert catalog.costly.reasons() == {"b" * 64: "died"}


def test_read_files_are_known_by_source_and_rules_until_their_report_goes(catalog: Catalog) -> None:
    water = ReadFile("/reports/water.txt", "a" * 64, "r" * 64, "water", "t" * 64)
    copy = replace(water, source="/reports/copy.txt")
    other = ReadFile("/reports/school.txt", "b" * 64, "r" * 64, "school", "u" * 64)
    catalog.read_files.note([water, copy, other])
    assert catalog.read_files.by("r" * 64) == {one.source: one for one in (water, copy, other)}
    assert catalog.read_files.by("s" * 64) == {}
    newer = replace(water, bytes="c" * 64, rules="s" * 64)
    catalog.read_files.note([newer])
    catalog.read_files.note([])
    assert catalog.read_files.by("s" * 64) == {newer.source: newer}
    assert set(catalog.read_files.by("r" * 64)) == {copy.source, other.source}
    catalog.write(report(), (), np.zeros((0, 4), np.float32), ())
    catalog.remove("water")
    assert catalog.read_files.by("r" * 64) == {other.source: other}
    assert catalog.read_files.by("s" * 64) == {}
