import pytest

from tests.bot.ranking.contrasts.ranked import best_figure, matches

TEXT = """青沙市水务局关于井盖治理的通报
2023年5月9日
巡查发现破损井盖83处。热线举报破损井盖46处，社区上报21处。三条渠道破损井盖合计150处，修复144处。
"""
APART = TEXT.replace("合计150处", "合计163处")


@pytest.mark.parametrize(
    ("question", "text", "raw"),
    [
        ("青沙市水务局破损井盖多少处", TEXT, "150处"),
        ("青沙市水务局热线举报破损井盖多少处", TEXT, "46处"),
        ("青沙市水务局破损井盖修复多少处", TEXT, "144处"),
    ],
    ids=["the sum", "a part that is named", "what was done"],
)
def test_parts_give_way_to_their_sum(question: str, text: str, raw: str) -> None:
    assert best_figure(question, text) == raw


def test_what_does_not_add_up_is_no_part() -> None:
    parts = {
        one.statement.figure.raw
        for text in (TEXT, APART)
        for one in matches("青沙市水务局破损井盖多少处", text)
        if one.signals["part_of_sum"]
    }
    found = [one for one in matches("青沙市水务局破损井盖多少处", APART) if one.signals["part_of_sum"]]
    assert (parts, found) == ({"83处", "46处", "21处"}, [])


FINES = """青沙市水务局关于水费清查的通报
2023年5月9日
追回水费3120万元，罚款480万元，两项共3600万元。
"""


def test_part_of_another_deed_is_no_part_of_what_is_asked() -> None:
    assert best_figure("青沙市水务局罚款了多少钱", FINES) == "480万元"


def test_word_of_the_title_names_no_part() -> None:
    text = TEXT.replace("巡查发现破损井盖83处", "认定井盖问题83处")
    assert best_figure("青沙市水务局井盖多少处", text) == "150处"
