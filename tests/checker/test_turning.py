import pytest

from checker.check import check
from checker.evidence import Evidence
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report

TEXT = """青岭县林业局关于巡察整改进展情况的通报
2024-05-20
青岭县林业局修订制度14项，约谈9人。追缴套取的补贴62.7万元，问责5人。每季度召开例会3次。
"""
REPORT = parse_report(TEXT, id="wood", source="wood.txt")
DIRECTORY = Directory.of([REPORT])
EVIDENCE = Evidence(read_statements(REPORT, DIRECTORY), DIRECTORY)


def _rule(text: str) -> str:
    return check(text, EVIDENCE)[-1].rule


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("青岭县林业局谎报修订制度14项。", id="false claim"),
        pytest.param("青岭县林业局废止制度14项。", id="another deed"),
        pytest.param("青岭县林业局拒绝约谈9人。", id="refusal"),
        pytest.param("青岭县林业局每月修订制度14项。", id="rate"),
        pytest.param("青岭县林业局次月修订制度14项。", id="time"),
        pytest.param("全省修订制度14项。", id="scope"),
        pytest.param("青岭县林业局修订制度14项的说法不属实。", id="taken back"),
        pytest.param("青岭县林业局修订制度14项，但全部不合格。", id="taken back in the next clause"),
    ],
)
def test_one_word_that_no_statement_has_makes_another_of_it(text: str) -> None:
    finding = check(text, EVIDENCE)[-1]
    assert finding.rule == "turned"
    assert any(word in finding.explanation for word in ("谎报", "废止", "拒绝", "每月", "次月", "全省", "不"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("青岭县林业局修订制度14项。", id="as it stands"),
        pytest.param("追缴套取的补贴62.7万元。", id="word of the source"),
        pytest.param("青岭县林业局追缴挪用的补贴62.7万元。", id="only says which"),
        pytest.param("全县林业部门修订制度14项。", id="scope of the owner's level"),
        pytest.param("青岭县林业局约谈9人，查处造假5人。", id="another figure's word"),
        pytest.param("每季度召开例会3次。", id="rate of the source"),
    ],
)
def test_other_words_are_no_mistake(text: str) -> None:
    assert _rule(text) != "turned"
