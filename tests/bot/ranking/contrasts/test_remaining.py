from decimal import Decimal

import pytest

from bot.ranking.contrasts.remaining import leaves_as_told, rests_told
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from tests.bot.ranking.contrasts.ranked import best_figure

TEXT = """青沙市商务局关于加油站整治的通报
2023年5月9日
原有未年检储罐58座，现已年检44座，拆除9座，5座仍在排队。没有油气回收的站点31个，已安装27个，还剩4个。
未换枪头的机台有26台，已换21台；停用3台。
"""


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        ("青沙市商务局没年检的储罐现在还有几座", "5座"),
        ("青沙市商务局还有几个站点没有油气回收", "4个"),
        ("青沙市商务局没有油气回收的站点有多少个", "31个"),
        ("青沙市商务局原来未年检的储罐多少座", "58座"),
    ],
    ids=["what is left now", "and where others stand", "the whole", "what it was"],
)
def test_what_is_left_answers_how_many_there_still_are(question: str, raw: str) -> None:
    assert best_figure(question, TEXT) == raw


def test_rest_is_what_the_figures_between_leave() -> None:
    statements = read_statements(parse_report(TEXT, id="one", source="one.txt"))
    rests = dict(rests_told(statements))
    assert {one.figure.raw: rest.figure.raw for one, rest in rests.items()} == {"58座": "5座", "31个": "4个"}
    whole = next(one for one in rests if one.figure.value == Decimal(58))
    done = next(one for one in statements if one.figure.raw == "44座")
    assert not leaves_as_told((whole, done), rests)
    assert leaves_as_told((done, whole), rests)
