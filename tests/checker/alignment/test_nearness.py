from itertools import permutations

import pytest

from checker.alignment.nearness import PairWeights, covered, nearness
from tests.checker.reports import evidence_of

REPORT = "全县约谈领导干部43人，问责领导干部19人。对化工企业处罚31.5万元；对商贸企业处罚88.2万元。"


def test_nearness_is_a_share_and_greatest_for_itself() -> None:
    evidence = evidence_of(REPORT)
    around = [evidence.source.around(one) for one in evidence.quantities]
    weights = PairWeights(around)
    for one in around:
        near = [nearness(one, other, weights) for other in around]
        assert all(0 <= value <= 1 for value in near)
        assert max(near) == pytest.approx(nearness(one, one, weights))


def test_rare_pair_weighs_more() -> None:
    evidence = evidence_of("处罚企业31.5万元。处罚商户88.2万元。约谈干部43人。")
    weights = PairWeights(map(evidence.source.around, evidence.quantities))
    assert weights["没有"] > weights["约谈"] > weights["处罚"] > 0


def test_share_is_the_same_to_the_last_digit_in_whatever_order_a_set_gives_its_pairs() -> None:
    evidence = evidence_of(REPORT)
    around = [evidence.source.around(one) for one in evidence.quantities]
    weights = PairWeights(around)
    shares = (1.0, 0.75, 0.45, 0.3)
    for one in around:
        orders = list(permutations(sorted(one.sentence)[:5]))
        assert len(orders) == 120
        for other in around:
            assert len({covered(frozenset(order), other.layers, shares, weights) for order in orders}) == 1
