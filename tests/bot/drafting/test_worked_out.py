"""What follows from two figures that are matched as if they had been asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.conversation import Conversation
from bot.conversation.state import NEW_DIALOGUE
from corpus.structure.parsing import parse_report
from retrieval.embedding.embedder import Embedder
from retrieval.index import Index

ROADS = """东坪区交通运输局关于区委巡察整改进展情况的通报
根据区委统一部署，2023年8月至10月，区委第三巡察组对区交通运输局党组进行了常规巡察。12月15日反馈问题33个，截至2024年5月底完成整改30个。
一、工程款项清退不到位
拖欠的履约保证金、质保金2310万元，退还1865万元；对外借款余额由1.7亿元降到0.62亿元。
二、桥梁隐患治理缓慢
◇ 摸排危桥、险桥86座，已加固或拆除71座，其中险桥12座全部拆除。
◇ 反馈占道图斑132个，销号97个，通过市级验收12个。
三、收费不规范
2021年至2023年多收停车费61.4万元，涉及3120人。到5月底已退2987人、58.9万元，其余因联系不上暂存专户。
四、用工管理松散
应参保养护工640人，参保612人；开设工资专户的项目原来只有9个，现在开了45个，全区在建项目47个。
下属公路站反馈问题31个，公路站改完29个；机关改完14个。
空置一年以上的公房410套已配租377套；腾退违规占用公房203套，尚有29套正在司法程序中。
村级债权2.85亿元，已收回1.12亿元；村级债务由年初的3.94亿元下降到3.21亿元。年租金由原来的118万元提高到173万元。
今年1至9月受理扬尘投诉268件，办结261件；上年同期受理投诉395件。
积存渗滤液8.7万立方米处理7.9万立方米；监测井9眼，7眼达标。
五、资金使用
网约车平台由14家整合为6家，撤并站点21个。夜间巡查频次原来每周2次，现在每周5次。
"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory, model_cache: Path) -> Iterator[Conversation]:
    """Answers from one notice that tells many wholes and what was done of each."""
    with Index.open(tmp_path_factory.mktemp("roads"), load=lambda: Embedder.load(cache=model_cache)) as index:
        index.add_all([parse_report(ROADS, id="roads", source="roads.txt")])
        yield Conversation(Answerer(index))


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        ("东坪区交通局拖欠的保证金质保金还有多少没退？", "445万元"),
        ("东坪区危桥险桥没有加固拆除的还有几座", "15座"),
        ("东坪区的危桥还有多少座没拆没加固？", "15座"),
        ("东坪区多收的停车费还有多少钱没退出去？", "2.5万元"),
        ("东坪区多收的停车费，没退出去的还有多少钱？", "2.5万元"),
        ("东坪区还有几个项目没开工资专户？", "2个"),
        ("东坪区下属公路站还有几个问题没改完？", "2个"),
        ("东坪区交通局反馈的问题还有几个没整改完？", "3个"),
        ("东坪占道图斑没销号的还剩多少个", "35个"),
        ("东坪区网约车平台整合之后少了多少家？", "8家"),
        ("东坪开工资专户的项目比原来多了多少个？", "36个"),
        ("东坪区夜间巡查每周多了几次？", "3次"),
        ("东坪区对外借款余额下降了多少？", "1.08亿元"),
        ("东坪区空置一年以上的公房，还有多少套没租出去？", "33套"),
        ("东坪区的村级债务比年初减了多少？", "0.73亿元"),
        ("东坪区扬尘投诉今年比去年少了多少", "127件"),
        ("东坪区还有多少渗滤液没处理完？", "0.8万立方米"),
        ("东坪区年租金比原来多收了多少？", "55万元"),
    ],
)
def test_what_is_left_and_how_far_a_level_changed_is_worked_out(
    talk: Conversation, question: str, raw: str
) -> None:
    answer = talk.hear(question, NEW_DIALOGUE, ()).answer
    assert answer.direct is not None
    assert answer.direct.raw == raw


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("东坪区多收的停车费还有多少钱没上缴？", id="another deed than was done"),
        pytest.param("东坪区的隧道还有几座没加固？", id="a whole that nobody tells"),
    ],
)
def test_nothing_follows_where_a_term_is_not_told(talk: Conversation, question: str) -> None:
    assert talk.hear(question, NEW_DIALOGUE, ()).answer.refused


CONFISCATED = """岭川市市场监督管理局2024年执法情况通报
2024年，市市场监管局查办案件46件，涉案违法所得58万元，已收缴入库35万元。
全市共有充电站120座，近年来建成36座。
"""


@pytest.mark.parametrize("question", ["没收了多少违法所得？", "未来要建充电站几座？"])
def test_word_that_begins_like_a_denial_asks_for_nothing_left(
    tmp_path: Path, model_cache: Path, question: str
) -> None:
    with Index.open(tmp_path, load=lambda: Embedder.load(cache=model_cache)) as index:
        index.add_all([parse_report(CONFISCATED, id="one", source="one.txt")])
        assert Answerer(index).ask(question).refused
