import pytest

from corpus.organisations.name_parts import name_parts
from corpus.organisations.name_starts import LONGEST_PLACE, NameStarts


def starts_of(*names: str, places: tuple[str, ...] = ()) -> NameStarts:
    starts = NameStarts()
    for place in places:
        starts.add_place(place)
    for name in names:
        starts.add(name, name_parts(name))
    return starts


@pytest.mark.parametrize(
    ("first", "found"),
    [
        pytest.param("澄", [("澄江工业大学", "澄江")], id="its first character"),
        pytest.param("工", [("澄江工业大学", "澄江")], id="that after its place"),
        pytest.param("江", [], id="another of its characters"),
        pytest.param("学", [], id="its last"),
    ],
)
def test_name_is_found_by_its_first_and_by_that_after_its_place(
    first: str, found: list[tuple[str, str]]
) -> None:
    starts = starts_of("澄江工业大学", places=("澄江",))
    assert list(starts.starting(first)) == found
    assert starts.has(first) is bool(found)


def test_place_that_is_known_later_counts_for_names_known_before() -> None:
    starts = starts_of("澄江工业大学")
    assert not starts.has("工")
    starts.add_place("澄江")
    assert list(starts.starting("工")) == [("澄江工业大学", "澄江")]


def test_place_with_a_level_needs_not_be_known() -> None:
    starts = starts_of("澄江市财政局")
    assert [name for name, _ in starts.starting("财")] == ["澄江市财政局"]


def test_place_known_first_counts_where_several_fit() -> None:
    starts = starts_of("澄江口大学", places=("澄江口", "澄江"))
    assert starts.places_before("澄江口大学") == ["澄江口", "澄江"]
    assert starts.has("大")
    assert not starts.has("口")


@pytest.mark.parametrize(
    ("place", "found"),
    [("一" * LONGEST_PLACE, True), ("一" * (LONGEST_PLACE + 1), False), ("一", False)],
    ids=["the longest", "longer", "one character"],
)
def test_place_before_a_name_has_two_to_six_characters(place: str, found: bool) -> None:
    starts = starts_of(places=(place,))
    assert starts.places_before(f"{place}财政局") == ([place] if found else [])


def test_name_that_is_forgotten_starts_nothing() -> None:
    starts = starts_of("澄江工业大学", "澄江市财政局", places=("澄江",))
    starts.remove("澄江工业大学")
    starts.remove("从未有过")
    assert [name for name, _ in starts.starting("澄")] == ["澄江市财政局"]
    assert not starts.has("工")


def test_name_known_anew_stands_once() -> None:
    starts = starts_of("澄江工业大学", "澄江工业大学", places=("澄江", "澄江"))
    assert list(starts.starting("澄")) == [("澄江工业大学", "澄江")]
