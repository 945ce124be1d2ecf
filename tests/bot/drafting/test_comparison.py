from collections.abc import Iterator

import pytest

from bot.answering.pipeline import Answerer
from checker.verdicts import WRONG, Verdict
from retrieval.index import Index
from tests.bot.grouped_report import grouped_reports
from tests.retrieval.fictional import LetterEmbedder


@pytest.fixture(scope="module")
def grouped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """An answerer over the reports of two bureaus and a group."""
    with Index.open(tmp_path_factory.mktemp("grouped"), load=LetterEmbedder) as index:
        index.add_all(grouped_reports())
        yield Answerer(index)


COMPARED = [
    ("青岩水务局和林业局，谁被反馈的问题多，各几个", "林业局", ["26个", "31个"]),
    ("青岩的水务局跟林业局哪家新建的制度少？分别多少", "水务局", ["7项", "10项"]),
    ("酒店公司和演艺公司哪家追回的钱多，各多少", "演艺公司", ["26.4万元", "71.9万元"]),
    ("青岩市水务局2021和2022年哪年查处案件多，分别几件", "2022年", ["41件", "56件"]),
    ("青岩市水务局的制度是新建的多还是修订的多", "修订", ["7项", "12项"]),
    ("青岩文旅集团哪个公司追回的资金最多", "演艺公司", ["26.4万元", "71.9万元", "15.3万元"]),
    ("青岩文旅集团哪个乡镇2022年收入最高", "云岭镇", ["355", "402"]),
    (
        "Which had more problems, the Qingyan water bureau or the Qingyan forestry bureau?",
        "林业局",
        ["26个", "31个"],
    ),
]


@pytest.mark.parametrize(("question", "winner", "figures"), COMPARED, ids=[row[0] for row in COMPARED])
def test_comparison_names_who_leads_and_states_each_side(
    grouped: Answerer, question: str, winner: str, figures: list[str]
) -> None:
    answer = grouped.ask(question)
    assert not answer.refused
    assert winner in answer.text.splitlines()[0]
    assert all(figure in answer.text for figure in figures)
    assert not [finding for finding in answer.findings if finding.verdict in WRONG]


def test_side_that_no_report_states_is_named(grouped: Answerer) -> None:
    first, *rest = grouped.ask("青岩市水务局和财政局谁被反馈的问题多，各几个").text.splitlines()
    assert "财政局" in first
    assert any("26个" in line for line in rest)


DERIVED = [
    ("青岩林业局比水务局多反馈几个问题", "5个"),
    ("青岩市水务局2022年查处案件比2021年多多少件", "15件"),
    ("青岩市水务局2022年罚款比2021年增长了百分之几", "38.9%"),
    ("青岩市水务局漏损率降了几个百分点", "3.4个百分点"),
    ("青岩市水务局抢修站点增加了多少个", "6个"),
    ("酒店公司还有几个问题没完成", "2个"),
    ("青岩市水务局还有多少水费没收回来", "265万元"),
    ("青岩市水务局闲置水泵还有几台没调剂", "17台"),
    ("青岩市水务局党纪处分和政务处分一共几个人", "8人"),
    ("青岩市水务局新建加修订的制度一共几项", "19项"),
    ("What share of the 26 problems has the Qingyan water bureau rectified?", "92.31%"),
]


@pytest.mark.parametrize(("question", "raw"), DERIVED, ids=[row[0] for row in DERIVED])
def test_figure_that_follows_is_worked_out_with_its_formula(
    grouped: Answerer, question: str, raw: str
) -> None:
    answer = grouped.ask(question)
    assert answer.direct is not None
    assert answer.direct.raw == raw
    assert any(f.figure.raw == raw and f.verdict is Verdict.DERIVED for f in answer.findings)


SEVERAL = [
    ("青岩市水务局反馈多少问题、定了多少措施、改完多少", ["26个", "88条", "24个"]),
    ("青岩市水务局2021和2022年罚款分别是多少", ["63.5万元", "88.2万元"]),
    ("青岩市水务局查处案件和罚款，2022年各多少", ["56件", "88.2万元"]),
    ("青岩市水务局漏损率整改前后各多少", ["14.6%", "11.2%"]),
]


@pytest.mark.parametrize(("question", "raws"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_each_of_several_figures_is_answered_in_order(
    grouped: Answerer, question: str, raws: list[str]
) -> None:
    answer = grouped.ask(question)
    assert answer.direct is not None
    assert answer.direct.raw == raws[0]
    assert all(raw in answer.text for raw in raws)


def test_follow_up_asks_of_another_member(grouped: Answerer) -> None:
    answer = grouped.ask("索道公司呢", after=("文旅集团下面的酒店公司追回多少钱",))
    assert answer.direct is not None
    assert answer.direct.raw == "15.3万元"
