import pytest

from checker.accounting.orders import borne_out_orders
from checker.accounting.sources import SourcePassage, SourceSentences
from corpus.organisations.directory import Directory
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report

TEXT = (
    "沙坪县林草局整改通报\n2025-06-10\n"
    "巡护发现问题70处：火源类12处、林木类21处、牲畜类37处。\n"
    "警告护林员9人，辞退护林员3人。"
)
REPORT = parse_report(TEXT, id="wood", source="wood.txt")
DIRECTORY = Directory.of([REPORT])
STATEMENTS = [one for one in read_statements(REPORT, DIRECTORY) if not is_scope(one.figure)]
SOURCE = SourceSentences(
    [SourcePassage("wood", REPORT.title, "", REPORT.text, 0, REPORT.published)], STATEMENTS, DIRECTORY
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("按由多到少是牲畜类37处、林木类21处、火源类12处。", ["按由多到少"], id="descending"),
        pytest.param("由少到多是牲畜类37处、林木类21处、火源类12处。", [], id="told as ascending"),
        pytest.param("牲畜类最多，为37处，其次是林木类21处。", ["最多", "其次"], id="the second"),
        pytest.param("牲畜类最多，为37处，其次是火源类12处。", ["最多"], id="the third told as the second"),
        pytest.param("牲畜类最多，为37处，其余为林木类21处、火源类12处。", ["最多", "其余"], id="all others"),
        pytest.param("牲畜类最多，为37处，其余为林木类21处。", ["最多"], id="one of two others"),
        pytest.param("被警告的更多：警告9人，辞退3人。", ["的更多"], id="the greater of two"),
        pytest.param("被辞退的更多：警告9人，辞退3人。", [], id="the less told as the greater"),
    ],
)
def test_order_is_borne_out_by_the_figures_told(text: str, words: list[str]) -> None:
    told = [
        (one.figure.start, one.figure.end, [s for s in STATEMENTS if s.figure.value == one.figure.value])
        for one in read_draft(text, DIRECTORY)
        if not is_scope(one.figure)
    ]
    assert [text[slice(*span)] for span in borne_out_orders(text, told, SOURCE)] == words
