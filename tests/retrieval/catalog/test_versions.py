from retrieval.catalog.catalog import Catalog
from tests.retrieval.fictional import SCHOOL, WATER, report, write

SECOND, THIRD = WATER.replace("36个", "37个"), WATER.replace("36个", "38个")


def test_versions_are_kept_newest_first_and_the_present_one_is_none(catalog: Catalog) -> None:
    for text in (WATER, SECOND, THIRD):
        write(catalog, report(text))
    write(catalog, report(SCHOOL, "school"))
    kept = catalog.versions.of("water")
    assert [one.text for one in kept] == [SECOND, WATER]
    assert (kept[0].title, kept[0].source, kept[0].published) == (
        report().title,
        "reports/water.txt",
        report().published,
    )
    assert catalog.versions.digests() == {report(WATER).digest: "water", report(SECOND).digest: "water"}


def test_text_that_comes_back_is_the_present_one_alone(catalog: Catalog) -> None:
    for text in (WATER, SECOND, WATER):
        write(catalog, report(text))
    assert [one.text for one in catalog.versions.of("water")] == [SECOND]


def test_versions_go_with_their_report(catalog: Catalog) -> None:
    for text in (WATER, SECOND):
        write(catalog, report(text))
    catalog.remove("water")
    assert (catalog.versions.of("water"), catalog.versions.digests()) == ([], {})
