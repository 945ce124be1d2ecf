import pytest

from tests.bot.ranking.contrasts.ranked import best_figure

TEXT = """青沙市交通局关于驾培市场检查的通报
2023年5月9日
对全市7所驾校、23个训练场以及65家陪练公司开展了检查，建立问题清单118项。
抽查12家维修厂、38家洗车店和5家检测站，下发整改通知书41份。
"""


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        ("青沙市交通局检查了多少所驾校", "7所"),
        ("青沙市交通局检查了多少家陪练公司", "65家"),
        ("青沙市交通局抽查了几家维修厂", "12家"),
        ("青沙市交通局抽查了几家检测站", "5家"),
        ("青沙市交通局下发多少份整改通知书", "41份"),
    ],
    ids=["the first of a list", "the last, beside the deed", "the first behind it", "the last", "no list"],
)
def test_noun_behind_a_number_tells_which_of_a_list_is_meant(question: str, raw: str) -> None:
    assert best_figure(question, TEXT) == raw
