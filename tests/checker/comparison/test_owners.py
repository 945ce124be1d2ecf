import numpy as np
import pytest

import checker.comparison.owners
from checker.comparison.likeness import compare_owners
from checker.comparison.owners import Owners
from corpus.organisations.sameness import Sameness

NAMES = (
    "东原省信访局 海南省信访局 省信访局 信访局 东原省 临河市水务局 临河市 北屏市水务局 水务局 青岚县法院 青岚法院 "
    "七届省委第八轮被巡视党组织 被巡视地区 东原省被巡视地区 国能岚州供电公司 岚州供电公司 丰浦经开区 丰浦经济开发区管理委员会 海控"
).split()
OWNERS = ("", *NAMES, *NAMES[:3])
ALL = np.arange(len(OWNERS), dtype=np.int32)


@pytest.mark.parametrize("org", OWNERS)
def test_what_regions_decide_is_what_comparing_says(org: str) -> None:
    compared = [compare_owners(org, name) for name in OWNERS]
    owners = Owners(OWNERS)
    assert list(owners.own(org, ALL)) == [one is Sameness.SAME for one in compared]
    assert list(owners.others(org, ALL)) == [one is Sameness.DIFFERENT for one in compared]


def test_only_the_places_asked_for_are_told() -> None:
    owners = Owners(["临河市水务局", "北屏市水务局", "临河市水务局"])
    assert list(owners.own("临河市水务局", np.array([2, 1], np.int32))) == [True, False]
    assert list(owners.others("临河市水务局", np.array([], np.int32))) == []


def test_name_of_another_region_is_never_compared_and_another_name_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    def note(org: str, name: str) -> Sameness:
        compared.append(name)
        return compare_owners(org, name)

    monkeypatch.setattr(checker.comparison.owners, "compare_owners", note)
    owners = Owners(["临河市水务局", "北屏市水务局", "水务局", "临河市水务局"])
    places = np.arange(4, dtype=np.int32)
    for _ in range(2):
        owners.own("临河市财政局", places)
        owners.others("临河市财政局", places)
    assert sorted(compared) == ["临河市水务局", "水务局"]
