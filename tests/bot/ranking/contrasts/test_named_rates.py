import pytest

from bot.ranking.contrasts.named_rates import are_other_rates


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
