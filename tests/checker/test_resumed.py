import pytest

from checker.alignment.wording import sentences
from checker.check import check
from checker.resumed import Resumed
from checker.verdicts import Verdict
from corpus.statements.statements import read_draft
from tests.checker.reports import evidence_of

REPORT = """云栖县文化和旅游局关于巡察整改情况的公告
反馈问题28个，已整改24个。县图书馆接待读者8.64万人次，办讲座31场。
追回挪用经费37.5万元，收回折价款12.8万元。
"""
OTHER = """云栖县教育局关于巡察整改情况的公告
追回多收伙食费41.6万元。
"""


@pytest.mark.parametrize(
    ("draft", "owners"),
    [
        pytest.param(
            "云栖县文化和旅游局反馈问题28个。县图书馆接待读者8.64万人次。追回经费37.5万元。收回折价款12.8万元。",
            ["云栖县文化和旅游局", "云栖县图书馆", "云栖县文化和旅游局", "云栖县文化和旅游局"],
            id="goes back, and goes on",
        ),
        pytest.param(
            "云栖县文化和旅游局反馈问题28个。县图书馆接待读者8.64万人次。办讲座31场。",
            ["云栖县文化和旅游局", "云栖县图书馆", "云栖县图书馆"],
            id="its own figure",
        ),
        pytest.param(
            "县图书馆接待读者8.64万人次。追回经费37.5万元。",
            ["云栖县图书馆", "云栖县图书馆"],
            id="nobody was named before",
        ),
        pytest.param(
            "云栖县教育局退费3万元。县图书馆接待读者8.64万人次。追回伙食费41.6万元。",
            ["云栖县教育局", "云栖县图书馆", "云栖县图书馆"],
            id="of another report",
        ),
        pytest.param(
            "云栖县文化和旅游局反馈问题28个。县图书馆接待读者8.64万人次。县图书馆追回经费37.5万元。",
            ["云栖县文化和旅游局", "云栖县图书馆", "云栖县图书馆"],
            id="named again",
        ),
    ],
)
def test_sentence_that_names_nobody_goes_back_to_whom_its_numbers_are_of(
    draft: str, owners: list[str]
) -> None:
    evidence = evidence_of(REPORT, OTHER)
    resumed = Resumed(evidence)
    told = sentences(read_draft(draft, evidence.directory))
    assert [one.figure.org for sentence in told for one in resumed.of(sentence)] == owners


def test_what_an_office_did_is_not_cried_over_behind_one_of_its_own() -> None:
    draft = "云栖县文化和旅游局反馈问题28个。县图书馆接待读者8.64万人次。追回经费37.5万元、折价款12.9万元。"
    found = {one.figure.raw: one.verdict for one in check(draft, evidence_of(REPORT, OTHER))}
    assert found["37.5万元"] is Verdict.SUPPORTED
    assert found["12.9万元"] is not Verdict.SUPPORTED
