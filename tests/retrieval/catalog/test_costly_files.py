from retrieval.catalog.catalog import Catalog


def test_costly_files_are_known_by_their_bytes_until_they_are_forgotten(catalog: Catalog) -> None:
    assert catalog.costly.reasons() == {}
    catalog.costly.note("a" * 64, "too slow")
    catalog.costly.note("a" * 64, "too large")
    catalog.costly.note("b" * 64, "died")
    assert catalog.costly.reasons() == {"a" * 64: "too large", "b" * 64: "died"}
    catalog.costly.forget("a" * 64)
    catalog.costly.forget("c" * 64)
    assert catalog.costly.reasons() == {"b" * 64: "died"}
