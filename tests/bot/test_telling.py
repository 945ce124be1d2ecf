from dataclasses import replace

import pytest

from bot.belonging import Place
from bot.telling import tell
from bot.understanding import read_question
from corpus.directory import Directory
from corpus.parsing import parse_report
from corpus.statements import read_statements
from retrieval.hit import Hit

TEXT = "云溪古镇书市7月9日消息，筹备已近尾声。云溪古镇书市将于8月12日开幕，共设展位146个。青禾果园今年种下梨树320棵。"


def told(question: str, text: str = TEXT) -> str | None:
    report = parse_report(text, id="fair", source="fair.txt")
    report = replace(report, organisation="", title="fair")
    hit = Hit("fair", "fair", "", text, 0, len(text), 1.0, ("lexical",))
    read = read_question(question, Directory())
    found = tell(read, [hit], {"fair": Place(report, "")}, read_statements(report))
    return found.statement.figure.raw if found else None


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("云溪古镇书市开幕时间", "8月12日"),
        ("云溪古镇书市什么时候开幕", "8月12日"),
        ("云溪古镇书市共设多少个展位", "146个"),
        ("云溪古镇书市接待了多少名读者", None),
        ("青禾果园什么时候开幕", None),
        ("书市怎么去", None),
    ],
)
def test_passage_tells(question: str, figure: str | None) -> None:
    assert told(question) == figure


def test_other_kind_of_figure_is_not_told() -> None:
    assert told("云溪古镇书市展位收了多少钱") is None
