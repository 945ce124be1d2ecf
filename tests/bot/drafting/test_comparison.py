from pathlib import Path

import pytest

from bot.answering.pipeline import Answerer
from checker.verdicts import WRONG
from corpus.structure.parsing import parse_report
from retrieval.index import Index
from tests.retrieval.fictional import LetterEmbedder

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


def test_follow_up_asks_of_another_member(grouped: Answerer) -> None:
    answer = grouped.ask("索道公司呢", after=("文旅集团下面的酒店公司追回多少钱",))
    assert answer.direct is not None
    assert answer.direct.raw == "15.3万元"


def test_gap_of_amounts_is_none_of_rates(tmp_path: Path) -> None:
    text = (
        "青岩市供热公司关于巡察整改情况的通报\n"
        "截至2023年4月底追缴热费620万元，追缴率71.3%。计划到2023年底热费追缴率达到88%。\n"
    )
    with Index.open(tmp_path / "index", load=LetterEmbedder) as index:
        index.add(parse_report(text, id="heat", source="heat.txt"))
        answer = Answerer(index).ask("青岩市供热公司2023年4月底追缴金额和2023年底差多少")
    assert answer.direct is None
