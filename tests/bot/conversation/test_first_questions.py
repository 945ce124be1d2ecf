"""Questions that come after nothing, as people ask them of one report: what each is answered with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.conversation import Conversation
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.bot.conversation.conftest import heard_in
from tests.retrieval.fictional import LetterEmbedder

NOTICE = """枫川县水利局党组关于2023年度河道治理审计整改情况的通报
2024-07-18
移交信访件46件，办结39件，其余在办。2018年以来未验收的灌区工程38处，已验收27处。
历年拖欠水费302.4万元，到账231.7万元，余款签订分期协议，涉及用水大户61家。
账面救生衣930件，实存748件，已补购。
骗取灌溉补贴34人，金额57.6万元。超发绩效12.6万元，9名中层干部全部退回。
电站资产负债12.8亿元，现压降至9.3亿元。形成风险敞口4.7亿元。
发放举报奖励14笔、4.2万元，单笔最高0.8万元。
北渠、南渠、西渠三条渠道清淤费用分别为81万元、64万元、39万元。
复耕撂荒地860亩，占台账面积1120亩的76.8%。
截至2024年6月底，通过整改促进增收3.6亿元。

整改前后主要指标对比
指标　　　　　　整改前　　　整改后
平均停水时间　　46小时　　　19小时
"""

Ask = Callable[[str], str]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The figure that a question is answered with, "" where it is refused."""
    home: Path = tmp_path_factory.mktemp("first") / "index"
    with Index.open(home, load=LetterEmbedder) as index:
        index.add(parse_report(NOTICE, id="water", source="water.txt"))
        answerer = Answerer(index)

        def direct(question: str) -> str:
            answer = heard_in(Conversation(answerer), [question])[-1].answer
            return answer.direct.raw if answer.direct else ""

        yield direct


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("枫川县水利局移交的信访件还有几件在办", "7件"),
        ("枫川县水利局没验收的灌区工程还有多少处", "11处"),
        ("枫川县水利局没验收的灌区工程有多少处", "38处"),
        ("枫川县水利局救生衣账面跟实存相差多少件", "182件"),
        ("枫川县水利局骗取灌溉补贴的人有多少", "34人"),
        ("枫川县水利局超发绩效多少", "12.6万元"),
        ("枫川县水利局电站资产负债降到多少了", "9.3亿元"),
        ("枫川县水利局电站资产负债原来是多少", "12.8亿元"),
        ("枫川县水利局风险敞口多大", "4.7亿元"),
        ("枫川县水利局南渠清淤费用多少", "64万元"),
        ("枫川县水利局撂荒地种回去多少亩", "860亩"),
        ("枫川县水利局平均停水时间现在多久", "19小时"),
        ("枫川县水利局平均停水时间整改前多久", "46小时"),
        ("枫川县水利局2023年度审计整改促进增收多少", "3.6亿元"),
        ("枫川县水利局2022年度审计整改促进增收多少", ""),
        ("枫川县水利局从用水大户手里收上来多少水费", "231.7万元"),
    ],
)
def test_figure_answers_what_people_ask_first(ask: Ask, question: str, figure: str) -> None:
    assert ask(question) == figure
