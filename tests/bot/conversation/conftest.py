"""Two departments of one county and a round, invented, in an index: what the dialogues of these tests speak of."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from bot.answering.pipeline import Answerer
from bot.conversation.conversation import Conversation
from bot.conversation.heard import Heard
from bot.conversation.state import NEW_DIALOGUE
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

WATER = """中共平槐县水务局党组关于县委第三轮巡察整改进展情况的通报
发布时间：2023-05-20　来源：平槐县水务局
根据县委统一部署，2022年10月8日至12月1日，县委第四巡察组对平槐县水务局党组开展了常规巡察。
一、总体情况
针对反馈的24个问题，制定整改措施66条。截至2023年4月30日，24个问题已完成整改21个；66条措施已落实60条；修订制度13项；追回资金48.6万元。
二、重点任务
2022年全县供水漏损率为9.6%，2021年为12.1%，力争2023年漏损率降到8%以下。
2022年水费收入3100万元，2021年为2800万元。
水质合格率由95.2%提高到98.7%。
"""

UNION = """中共平槐县残疾人联合会党组关于县委第三轮巡察整改进展情况的通报
发布时间：2023-06-12　来源：平槐县残疾人联合会
根据县委统一部署，2022年10月10日至12月3日，县委第五巡察组对平槐县残疾人联合会（以下简称“县残联”）党组开展了常规巡察。
一、总体情况
针对反馈的18个问题，制定整改措施45条。截至2023年5月31日，18个问题已完成整改16个；45条措施已落实41条；修订制度9项；追回资金12.4万元。
二、重点任务
发放康复补贴230人次，培训残疾人员412人次。
"""


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index of the two reports, open."""
    with Index.open(tmp_path_factory.mktemp("county"), load=LetterEmbedder) as index:
        index.add(parse_report(WATER, id="water", source="water.txt"))
        index.add(parse_report(UNION, id="union", source="union.txt"))
        yield index


@pytest.fixture(scope="session")
def speaker(county: Index) -> Answerer:
    return Answerer(county)


@pytest.fixture(scope="session")
def talk(speaker: Answerer) -> Callable[[Sequence[str]], list[Heard]]:
    """Return what has a whole talk and gives back what was heard, turn by turn."""
    return partial(heard_in, Conversation(speaker))


def heard_in(conversation: Conversation, turns: Sequence[str]) -> list[Heard]:
    """Return what is heard in a talk, turn by turn."""
    heard: list[Heard] = []
    state = NEW_DIALOGUE
    for turn in turns:
        heard.append(conversation.hear(turn, state))
        state = heard[-1].state
    return heard


def heard_last(answerer: Answerer, turns: Sequence[str]) -> Heard:
    """Return what is heard last in a talk over the reports of ``answerer``."""
    return heard_in(Conversation(answerer), turns)[-1]
