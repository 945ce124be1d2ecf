import pytest

from checker.check import check
from checker.verdicts import Verdict
from corpus.structure.member_heads import member_heads
from tests.checker.reports import evidence_of

OPENING = "云栖农商银行关于巡察整改情况的通报\n2024-08-02\n巡察组反馈问题61个，已整改57个。\n"
CLOSING = "\n本行党委将继续抓好整改。\n"


def _report(*blocks: str) -> str:
    return OPENING + "\n".join(blocks) + CLOSING


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            _report(
                "【城南支行】",
                "收回贷款83笔；清退费用12.6万元。",
                "【北桥支行】",
                "收回贷款47笔；清退费用9.1万元。",
            ),
            id="boxed",
        ),
        pytest.param(
            _report(
                "城南支行：",
                "收回贷款83笔，清退费用12.6万元。",
                "北桥支行：",
                "收回贷款47笔，清退费用9.1万元。",
            ),
            id="before a colon",
        ),
        pytest.param(
            _report(
                "├ 城南支行（问题21个，已改20个）",
                "│ 收回贷款83笔；清退费用12.6万元",
                "└ 北桥支行（问题14个，已改14个）",
                "　 收回贷款47笔；清退费用9.1万元",
                "两行合计：贷款130笔",
            ),
            id="tree",
        ),
        pytest.param(
            _report(
                "■ 城南支行——问题21个",
                "- 收回贷款83笔",
                "- 清退费用12.6万元",
                "■ 北桥支行——问题14个",
                "- 收回贷款47笔",
                "- 清退费用9.1万元",
            ),
            id="items below",
        ),
    ],
)
def test_lines_under_a_member_are_told_of_it(text: str) -> None:
    evidence = evidence_of(text)
    owners = {one.figure.raw: one.figure.org for one in evidence.quantities}
    assert (owners["83笔"], owners["9.1万元"], owners["57个"]) == ("城南支行", "北桥支行", "云栖农商银行")
    (right,) = check("城南支行收回贷款83笔。", evidence)
    (wrong,) = check("北桥支行收回贷款83笔。", evidence)
    assert (right.verdict, wrong.verdict) == (Verdict.SUPPORTED, Verdict.CONTRADICTED)


def test_what_is_told_of_all_is_under_none() -> None:
    text = _report("├ 城南支行", "│ 收回贷款83笔", "└ 北桥支行", "　 收回贷款47笔", "两行合计：贷款130笔")
    heads = list(member_heads(text).values())
    assert [head.name for head in heads] == ["城南支行", "北桥支行"]
    assert text[heads[-1].body : heads[-1].until].strip() == "收回贷款47笔"


def test_last_head_reaches_no_farther_than_the_longest_of_the_others() -> None:
    text = _report("城南支行：", "收回贷款83笔。", "北桥支行：", "收回贷款47笔。", "全行新增网点3个。")
    heads = list(member_heads(text).values())
    assert "新增网点" not in text[heads[-1].start : heads[-1].until]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("城南支行：收回贷款83笔。", "北桥支行：收回贷款47笔。"), id="lines of their own"),
        pytest.param(("城南支行：", "收回贷款83笔。", "", "整改仍在继续。"), id="one alone"),
        pytest.param(("联系单位：", "电话0571-1234567", "发布单位：", "办公室"), id="no names"),
    ],
)
def test_line_that_stands_over_none_is_no_head(lines: tuple[str, ...]) -> None:
    assert not member_heads(_report(*lines))
