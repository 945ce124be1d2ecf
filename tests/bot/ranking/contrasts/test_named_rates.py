import pytest

from bot.ranking.contrasts.named_rates import are_other_rates, is_of_a_matter


@pytest.mark.parametrize(
    ("asked", "stated", "other"),
    [
        (("居民", "满意", "率"), ("化解", "率"), True),
        (("漏损率",), ("水费", "收缴率"), True),
        (("群众", "满意率"), ("满意", "率"), False),
        (("完成率",), ("办结", "率"), False),
        (("整改", "完成率"), ("整改率",), False),
        (("满意率",), ("收回", "资金"), False),
        (("完成", "问题"), ("化解率",), False),
        (("就业率",), ("毕业", "去向", "落实率"), False),
    ],
    ids=[
        "parted",
        "whole",
        "one rate",
        "stages",
        "same deed",
        "no rate stated",
        "no rate asked",
        "graduates",
    ],
)
def test_rates_of_different_names_are_told_apart(
    asked: tuple[str, ...], stated: tuple[str, ...], other: bool
) -> None:
    assert are_other_rates(asked, stated) == other


@pytest.mark.parametrize(
    ("asked", "metric", "told", "other"),
    [
        (("完成", "整改", "率"), "投诉办结率", "投诉办结率95.4%。", True),
        (("整改率",), "完成率", "建设任务12万亩，完成率91.2%。", True),
        (("整改率",), "完成率", "24个问题整改到位22个，完成率91.7%。", False),
        (("整改", "完成率"), "整改率", "整改率91.7%。", False),
        (("完成率",), "投诉办结率", "投诉办结率95.4%。", False),
        (("整改率",), "追回资金", "追回资金31万元。", False),
    ],
)
def test_rate_of_one_matter_is_not_that_of_the_rectification(
    asked: tuple[str, ...], metric: str, told: str, *, other: bool
) -> None:
    assert is_of_a_matter(asked, metric, told) is other
