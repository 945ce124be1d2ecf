"""A result that the evidence states itself is no reckoning."""

import pytest

from checker.check import check
from tests.checker.reports import evidence_of


@pytest.mark.parametrize(
    ("source", "claim", "raw", "verdict"),
    [
        pytest.param(
            "县第二中学原有食堂从业人员36人，辞退9人，现有27人。",
            "县第二中学原有食堂从业人员36人，辞退9人后余27人。",
            "27人",
            "supported",
            id="in-the-same-sentence",
        ),
        pytest.param(
            "县水务局自查问题52个，已整改45个。其余7个列入明年计划。",
            "县水务局自查问题52个，已整改45个，还差7个。",
            "7个",
            "supported",
            id="in-the-next-sentence",
        ),
        pytest.param(
            "县水务局自查问题52个，已整改45个，整改到位率86.54%。",
            "县水务局自查问题52个，已整改45个，到位率86.5%。",
            "86.5%",
            "rounded",
            id="to-more-digits",
        ),
        pytest.param(
            "县水务局自查问题52个，已整改45个。",
            "县水务局自查问题52个，已整改45个，还差7个。",
            "7个",
            "derived",
            id="nowhere",
        ),
        pytest.param(
            "县水务局自查问题52个，已整改45个，力争年内再整改7个。",
            "县水务局自查问题52个，已整改45个，还差7个。",
            "7个",
            "derived",
            id="as-a-plan",
        ),
        pytest.param(
            "县水务局自查问题52个，已整改45个，约谈7人。",
            "县水务局自查问题52个，已整改45个，还差7个。",
            "7个",
            "derived",
            id="of-something-counted-otherwise",
        ),
        pytest.param(
            "县水务局2021年查处案件41件，2022年查处案件56件，新建泵站15个。",
            "县水务局2022年查处案件比2021年多15件。",
            "15件",
            "derived",
            id="in-another-measure-word",
        ),
        pytest.param(
            "县水务局2021年查处案件41件，2022年查处案件56件，移送线索15件。",
            "县水务局2022年查处案件比2021年多15件。",
            "15件",
            "derived",
            id="a-level-for-a-change",
        ),
    ],
)
def test_result_that_is_stated_is_not_derived(source: str, claim: str, raw: str, verdict: str) -> None:
    found = {one.figure.raw: one.verdict for one in check(claim, evidence_of(source))}
    assert found[raw] == verdict
