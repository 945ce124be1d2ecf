from dataclasses import FrozenInstanceError, asdict
from typing import Any

import pytest

from retrieval.hit import Hit

FOUND: dict[str, Any] = {
    "report": "water",
    "title": "通报",
    "section": "一、整改",
    "text": "修订制度12项",
    "start": 4,
    "end": 11,
    "score": 0.5,
    "found_by": ("dense", "lexical"),
}


def test_hit_of_a_report_without_a_day_says_nothing_of_one() -> None:
    hit = Hit(**FOUND)
    assert (hit.published, hit.source, hit.passage) == ("", "", "")
    assert asdict(hit) == {**FOUND, "published": "", "source": "", "passage": ""}


def test_hits_are_the_same_where_all_that_they_say_is() -> None:
    assert Hit(**FOUND) == Hit(**FOUND)
    assert Hit(**FOUND) != Hit(**FOUND, passage="7")
    assert len({Hit(**FOUND), Hit(**FOUND), Hit(**{**FOUND, "score": 0.6})}) == 2


def test_hit_is_not_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Hit(**FOUND).score = 1.0  # type: ignore[misc]


@pytest.mark.parametrize("missing", FOUND)
def test_hit_says_where_what_and_why(missing: str) -> None:
    with pytest.raises(TypeError, match=missing):
        Hit(**{name: value for name, value in FOUND.items() if name != missing})
