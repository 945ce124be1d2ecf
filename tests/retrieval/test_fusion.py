import pytest

from retrieval.fusion import NEARBY, Place, fuse

FAR = {name: Place(name, 0) for name in "abcd"}


def ranked(*args: object) -> list[str]:
    return [passage for passage, _ in fuse(*args)]  # type: ignore[arg-type]


RANKINGS = [
    ("lexical alone", {"a": 1.0, "b": 3.0}, {}, "ba"),
    ("dense alone", {}, {"a": 0.8, "b": 0.9}, "ba"),
    ("both beat one", {"a": 5.0, "b": 5.0}, {"b": 0.9, "c": 0.9, "a": 0.8}, "bac"),
    ("lexical weighs more", {"a": 9.0, "b": 0.1}, {"b": 0.9, "a": 0.8}, "ab"),
    ("dense decides between equals", {"a": 4.0, "b": 4.0}, {"a": 0.81, "b": 0.8}, "ab"),
    ("one that no way found", {"a": 4.0}, {"a": 0.9}, "ab"),
]


@pytest.mark.parametrize(
    ("lexical", "dense", "order"), [row[1:] for row in RANKINGS], ids=[row[0] for row in RANKINGS]
)
def test_fuse_ranks(lexical: dict[str, float], dense: dict[str, float], order: str) -> None:
    places = {name: FAR[name] for name in order}
    assert "".join(ranked(lexical, dense, places)) == order


def test_fuse_of_nothing_is_nothing() -> None:
    assert fuse({}, {}, {}) == []


def test_fuse_scores_between_0_and_1() -> None:
    scores = [score for _, score in fuse({"a": 30.0, "b": 2.0}, {"a": 0.9, "c": 0.1}, FAR)]
    assert max(scores) == pytest.approx(1.0)
    assert min(scores) >= 0.0


def test_fuse_does_not_heed_the_scale_of_the_scores() -> None:
    dense = {"a": 0.8, "b": 0.9, "c": 0.7}
    once = fuse({"a": 3.0, "b": 2.0, "c": 1.0}, dense, FAR)
    twice = fuse({"a": 6.0, "b": 4.0, "c": 2.0}, {key: value / 2 for key, value in dense.items()}, FAR)
    assert [key for key, _ in once] == [key for key, _ in twice]
    assert [score for _, score in once] == pytest.approx([score for _, score in twice])


NEIGHBOURS = [
    ("beside the best", 400, "abc"),
    ("at the border", NEARBY, "abc"),
    ("too far", NEARBY + 1, "acb"),
]


@pytest.mark.parametrize(
    ("start", "order"), [row[1:] for row in NEIGHBOURS], ids=[row[0] for row in NEIGHBOURS]
)
def test_fuse_favours_what_stands_near_the_best(start: int, order: str) -> None:
    places = {"a": Place("one", 0), "b": Place("one", start), "c": Place("two", 0)}
    assert "".join(ranked({"a": 9.0, "b": 4.0, "c": 4.1}, {}, places)) == order


def test_fuse_lends_nothing_across_reports() -> None:
    places = {"a": Place("one", 0), "b": Place("two", 0), "c": Place("three", 5)}
    assert ranked({"a": 9.0, "b": 4.0, "c": 4.1}, {}, places) == ["a", "c", "b"]
