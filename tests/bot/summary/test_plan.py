from dataclasses import FrozenInstanceError

import pytest

from bot.summary.plan import Plan


def test_plan_tells_its_title_alone_unless_more_is_put_in() -> None:
    plan = Plan("《通报》")
    assert plan.date == ""
    assert not any((plan.keys, plan.problems, plan.planned, plan.table))
    assert plan.pieces == {}
    assert plan.all_problems == 0
    assert (plan.several, plan.by_problem) == (False, False)


def test_plans_do_not_share_their_clauses() -> None:
    assert Plan("甲").pieces is not Plan("乙").pieces


def test_plan_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Plan("甲").title = "乙"  # type: ignore[misc]
