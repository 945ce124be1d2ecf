from dataclasses import replace

import pytest

from retrieval.catalog.catalog import Catalog
from retrieval.catalog.names import _LONGEST_NAME
from tests.retrieval.fictional import SCHOOL, WATER, report, write


def test_catalog_finds_the_names_that_stand_in_a_text(catalog: Catalog) -> None:
    write(catalog, report())
    write(catalog, report(SCHOOL, "school"))
    full = {"临江水务局": ("临江市水务局",), "水务局": ("临江市水务局",), "临江": ("临江市",)}
    found = catalog.names_within("请问临江水务局修订了多少项制度？云溪大学呢？")
    assert full.items() <= found.items()
    assert found["云溪大学"] == ("云溪大学",)
    assert "临江水务局" not in catalog.names_within("临江水务局", but={"临江水务局"})
    assert catalog.names_within("") == catalog.names_within("a。b") == {}


def test_catalog_gives_two_of_the_many_that_a_name_stands_for(catalog: Catalog) -> None:
    for place in ("临江", "青禾", "秀川"):
        write(catalog, report(WATER.replace("临江", place), place))
    assert len(catalog.names_within("水务局")["水务局"]) == 2
    catalog.remove("青禾")
    assert catalog.names_within("青禾市水务局的制度").get("青禾市水务局") is None
    catalog.remove("临江")
    assert catalog.names_within("水务局")["水务局"] == ("秀川市水务局",)


def test_catalog_takes_no_names_from_what_nobody_issued(catalog: Catalog) -> None:
    text = "记者从东江市教育局获悉，东江市财政局、东江市教育局3月完成检查12次。"
    write(catalog, replace(report(), id="news", title="检查完成", organisation="", text=text, sections=()))
    assert catalog.names_within("东江教育局检查了几次") == {}


def test_names_come_from_what_nobody_issued_where_its_title_begins_with_its_place(catalog: Catalog) -> None:
    text = "记者从东江市教育局获悉，东江市财政局、东江市教育局3月完成检查12次。"
    about = replace(report(), id="news", title="东江市检查完成", organisation="", text=text, sections=())
    write(catalog, about)
    assert catalog.names_within("东江教育局检查了几次")["东江教育局"] == ("东江市教育局",)


@pytest.mark.parametrize(
    ("text", "found"),
    [("水务局", True), ("问水务局。", True), ("水，务局", False), ("水务", False), ("水", False)],
    ids=["alone", "among others", "parted by a sign", "a part", "one character"],
)
def test_name_stands_in_a_text_whole_or_not_at_all(catalog: Catalog, text: str, found: bool) -> None:
    write(catalog, report())
    assert ("水务局" in catalog.names_within(text)) is found


@pytest.mark.parametrize(
    ("length", "found"), [(_LONGEST_NAME, True), (_LONGEST_NAME + 1, False)], ids=["longest", "longer"]
)
def test_name_is_looked_up_to_a_length(catalog: Catalog, length: int, found: bool) -> None:
    name = "临江市" + "甲" * (length - 6) + "水务局"
    write(catalog, report(WATER.replace("临江市水务局", name)))
    assert (name in catalog.names_within(f"{name}呢")) is found
