import pytest

from checker.accounting.extremes import borne_out_ranks
from checker.accounting.sources import SourcePassage, SourceSentences
from corpus.statements.metrics import is_scope
from corpus.statements.statements import read_draft, read_statements
from corpus.structure.parsing import parse_report
from tests.checker.accounting.ranked_report import DIRECTORY, SOURCE, STATEMENTS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("北关社清欠货款最多，有82万元。", ["最多"], id="the greatest"),
        pytest.param("西坡社清欠货款37万元，最少。", ["最少"], id="the least, behind"),
        pytest.param("南桥社清欠货款最多，有61万元。", [], id="the second told as the greatest"),
        pytest.param("西坡社清欠货款最多，有82万元。", [], id="another's figure"),
        pytest.param("棉花站反馈的14个问题全部整改。", ["全部"], id="all, told as all and as done"),
        pytest.param("茶叶站反馈的19个问题全部整改。", [], id="some told as all"),
        pytest.param("租户85户，其中退租52户，其余的33户续租。", ["其余的"], id="all that is left"),
        pytest.param("租户85户，其中退租33户，其余的33户续租。", [], id="less than what is left"),
    ],
)
def test_rank_is_borne_out_by_the_figures_beside(text: str, words: list[str]) -> None:
    told = [
        (one.figure.start, one.figure.end, [s for s in STATEMENTS if s.figure.value == one.figure.value])
        for one in read_draft(text, DIRECTORY)
        if not is_scope(one.figure)
    ]
    assert [text[slice(*span)] for span in borne_out_ranks(text, told, SOURCE)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("苇塘镇化解率最低，只有84.76%。", ["最低"], id="the least of its column"),
        pytest.param("苇塘镇交办164件，最多。", ["最多"], id="the greatest of its column"),
        pytest.param(
            "苇塘镇交办164件，居各镇之首。", ["之首", "居各镇"], id="the first among those of its column"
        ),
        pytest.param("岭东镇化解139件，最多。", [], id="another row's figure"),
        pytest.param("岭东镇交办128件，最多。", [], id="the greatest of its row"),
    ],
)
def test_rank_is_borne_out_by_the_rows_of_a_table(text: str, words: list[str]) -> None:
    table = "岭河县信访通报\n2024-05-20\n| 乡镇 | 交办 | 化解 | 化解率 |\n|---|---|---|---|\n"
    table += "| 岭东镇 | 128件 | 119件 | 92.97% |\n| 苇塘镇 | 164件 | 139件 | 84.76% |\n"
    table += "| 河口镇 | 87件 | 81件 | 93.10% |\n"
    report = parse_report(table, id="table", source="table.txt")
    statements = read_statements(report)
    source = SourceSentences([SourcePassage("table", report.title, "", report.text, 0)], statements)
    told = [
        (one.figure.start, one.figure.end, [s for s in statements if s.figure.value == one.figure.value])
        for one in read_draft(text)
        if not is_scope(one.figure)
    ]
    assert [text[slice(*span)] for span in borne_out_ranks(text, told, source)] == words
