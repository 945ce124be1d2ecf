import re

import pytest

from bot.listing.sibling_question import SIBLING_WAYS, SiblingWay, Wanted, kinds_of, read_siblings_question
from bot.question.understanding import read_question
from corpus.figure import Kind
from corpus.organisations.directory import Directory


@pytest.mark.parametrize("way", [pytest.param(way, id=way.example) for way in SIBLING_WAYS])
def test_way_to_ask_matches_its_example(way: SiblingWay) -> None:
    assert re.search(way.pattern, way.example)


@pytest.mark.parametrize(
    ("question", "wanted", "sort", "count"),
    [
        pytest.param("哪家分公司收回资金最多？", Wanted.MOST, "分公司", 0, id="most"),
        pytest.param("整改率最低的是哪个乡镇？", Wanted.LEAST, "乡镇", 0, id="least"),
        pytest.param("哪支队伍处置警情最多？", Wanted.MOST, "队伍", 0, id="another measure word"),
        pytest.param("哪支行收回贷款最多？", Wanted.MOST, "支行", 0, id="no measure word"),
        pytest.param("收回资金前三的是哪几个县？", Wanted.MOST, "县", 3, id="first three"),
        pytest.param("收回资金最多的是谁？", Wanted.MOST, "", 0, id="anybody"),
        pytest.param("四个县区哪个罚款最多？", Wanted.MOST, "县区", 0, id="the sort that is known"),
        pytest.param("排查的积案哪个街镇最多？", Wanted.MOST, "街镇", 0, id="streets and towns"),
        pytest.param("三家公司一共收回多少资金？", Wanted.TOTAL, "公司", 3, id="counted total"),
        pytest.param("两批共查实多少金额？", Wanted.TOTAL, "批", 2, id="batches"),
        pytest.param("两个片区分别整改多少个问题？", Wanted.EACH, "片区", 2, id="each"),
        pytest.param("一标段、二标段各核减多少万元？", Wanted.EACH, "", 0, id="named"),
        pytest.param("二标段核减资金多少？", Wanted.ONE, "", 0, id="one"),
    ],
)
def test_question_says_what_it_wants_of_several(question: str, wanted: Wanted, sort: str, count: int) -> None:
    asked = read_siblings_question(read_question(question, Directory()))
    assert asked
    assert (asked.wanted, asked.sort, asked.count) == (wanted, sort, count)


def test_what_is_named_tells_its_kind() -> None:
    asked = read_siblings_question(read_question("整改完成率最低的是哪家？", Directory()))
    assert asked
    kinds = kinds_of(asked)
    assert kinds
    assert Kind.PERCENT in kinds.kinds
    assert Kind.COUNT not in kinds.kinds
