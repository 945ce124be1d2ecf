import pytest

from bot.question.rewriting import REWRITINGS, Wording, formal_wording


@pytest.mark.parametrize("row", REWRITINGS, ids=[row.name for row in REWRITINGS])
def test_row_turns_its_example(row: Wording) -> None:
    assert formal_wording(row.example) != row.example
    assert row.pattern.search(row.example) or row in REWRITINGS[-1:], (
        "a later row may need what an earlier one made"
    )


TURNED = [
    ("设备采购省了多少钱", "设备采购节省多少钱"),
    ("还有多少租金没收上来", "还有多少租金未收回"),
    ("超限率降到多少了", "超限率是多少了"),
    ("拨付率现在到多少了", "拨付率是多少了"),
    ("请帮我查一下，招待费比上一年少花了多少", "招待费比上一年减少多少"),
    ("您好，麻烦帮忙看一下：办结了几件", "办结了几件"),
    ("想问一下，追回多少", "追回多少"),
    ("比上一届高多少", "比上一届提高多少"),
    ("公租房分出去几套", "公租房分配几套"),
    ("关了几家没营业执照的网吧", "关停几家无照网吧"),
    ("向法院提起诉讼几件", "向法院起诉几件"),
    ("派了几个巡视组", "派出几个巡视组"),
]


@pytest.mark.parametrize(("said", "written"), TURNED, ids=[said for said, _ in TURNED])
def test_question_is_worded_as_reports_are(said: str, written: str) -> None:
    assert formal_wording(said) == written


@pytest.mark.parametrize(
    "question",
    [
        "全省化解了多少件矛盾",
        "满意度提高多少",
        "满意度达到多少",
        "查处了多少人",
        "核查了多少处",
        "看望了多少名老人",
        "一般性支出减少多少",
        "节省了多少资金",
        "整改完成了几个",
        "哪些单位派人参加",
        "清退了多少名协管员",
        "没收了多少违法所得",
        "全市罚没款多少",
        "淹没了多少亩田",
    ],
)
def test_formal_question_stays(question: str) -> None:
    assert formal_wording(question) == question
