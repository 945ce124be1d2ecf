from dataclasses import replace

import pytest

from retrieval.search.fusion import NEARBY, FoundPassage, fuse


def candidate(
    name: str, lexical: float = 0.0, sentence: float = 0.0, cosine: float | None = None
) -> FoundPassage:
    return FoundPassage(name, report=name, start=0, lexical=lexical, sentence=sentence, cosine=cosine)


def ranked(*candidates: FoundPassage) -> str:
    return "".join(passage for passage, _ in fuse(list(candidates)))


RANKINGS = [
    ("lexical alone", [candidate("a", 1.0), candidate("b", 3.0)], "ba"),
    ("dense alone", [candidate("a", cosine=0.8), candidate("b", cosine=0.9)], "ba"),
    ("both beat one", [candidate("a", 5.0, cosine=0.8), candidate("b", 5.0, cosine=0.9)], "ba"),
    ("lexical weighs more", [candidate("a", 9.0, cosine=0.8), candidate("b", 0.1, cosine=0.9)], "ab"),
    ("found is nearer than not found", [candidate("a", 4.0), candidate("b", 4.0, cosine=0.9)], "ba"),
    ("terms that meet beat terms apart", [candidate("a", 4.0, 1.0), candidate("b", 4.0, 3.0)], "ba"),
    ("a meeting does not outweigh all else", [candidate("a", 9.0, 1.0), candidate("b", 1.0, 1.1)], "ab"),
    ("equals by id", [candidate("b", 4.0), candidate("a", 4.0)], "ab"),
]


@pytest.mark.parametrize(
    ("candidates", "order"), [row[1:] for row in RANKINGS], ids=[row[0] for row in RANKINGS]
)
def test_fuse_ranks(candidates: list[FoundPassage], order: str) -> None:
    assert ranked(*candidates) == order


def test_fuse_of_nothing_is_nothing() -> None:
    assert fuse([]) == []


def test_fuse_scores_between_0_and_1() -> None:
    found = [candidate("a", 30.0, 5.0, 0.9), candidate("b", 2.0), candidate("c", cosine=0.1)]
    scores = [score for _, score in fuse(found)]
    assert max(scores) == pytest.approx(1.0)
    assert min(scores) >= 0.0


def test_fuse_does_not_heed_the_scale_of_the_scores() -> None:
    once = [candidate("a", 3.0, 1.0, 0.8), candidate("b", 2.0, 2.0, 0.9), candidate("c", 1.0, 2.0, 0.7)]
    twice = [
        replace(one, lexical=one.lexical * 2, sentence=one.sentence * 3, cosine=(one.cosine or 0.0) / 2)
        for one in once
    ]
    assert [key for key, _ in fuse(once)] == [key for key, _ in fuse(twice)]
    assert [score for _, score in fuse(once)] == pytest.approx([score for _, score in fuse(twice)])


NEIGHBOURS = [
    ("beside the best", 400, "abc"),
    ("at the border", NEARBY, "abc"),
    ("too far", NEARBY + 1, "acb"),
]


@pytest.mark.parametrize(
    ("start", "order"), [row[1:] for row in NEIGHBOURS], ids=[row[0] for row in NEIGHBOURS]
)
def test_fuse_favours_what_stands_near_the_best(start: int, order: str) -> None:
    best = FoundPassage("a", "one", 0, lexical=9.0)
    beside = FoundPassage("b", "one", start, lexical=4.0)
    assert ranked(best, beside, candidate("c", 4.1)) == order


def test_fuse_lends_nothing_across_reports() -> None:
    assert ranked(candidate("a", 9.0), candidate("b", 4.0), candidate("c", 4.1)) == "acb"
