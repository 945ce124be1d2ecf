"""True English sentences in everyday words over an own report, and such as are not true."""

import pytest

from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "长汶市交通运输局关于审计整改情况的通报\n2024-12-20\n"
    "截至10月31日，64个问题已整改58个。\n"
    "1—10月，受理投诉318件，同比下降12.6%。\n"
    "督察组转办群众来信45件，已办结41件。\n"
    "白鹿岭隧道左洞掘进1,204米，右洞掘进1,187米。\n"
    "超编车辆14辆，已拍卖9辆，成交61.3万元。\n"
    "为265名工人追发欠薪318万元，上缴国库27.4万元。\n"
    "3家企业列入黑名单，对12人作出处理，调离岗位2人。\n"
    "准点率94.1%，比上年提高3.5个百分点。\n",
    id="road",
    source="road.txt",
)


def _faults(sentence: str) -> list[str]:
    return [one.raw for one in examiner_of(REPORT).examine(sentence).faults]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("By October 31, 58 of the 64 problems had been fixed.[1]", id="a day without its year"),
        pytest.param(
            "Complaints received in the first ten months of 2024 came to 318.[1]", id="months by their number"
        ),
        pytest.param(
            "Changwen received 318 complaints, 12.6% fewer than a year earlier.[1]",
            id="a place read two ways",
        ),
        pytest.param("45 letters were received and 41 of them were closed.[1]", id="who is handed receives"),
        pytest.param(
            "The left tube of the Bailuling Tunnel has been driven 1,204 metres.[1]", id="a thing in pinyin"
        ),
        pytest.param("Of Changwen's 14 surplus vehicles, 9 were sold.[1]", id="behind whose it is"),
        pytest.param(
            "3.18 million yuan in back wages was recovered for 265 workers.[1]", id="a word of the trade"
        ),
        pytest.param("274,000 yuan was paid into the treasury.[1]", id="what was paid in"),
        pytest.param("Three firms were put on the blacklist.[1]", id="a list"),
        pytest.param("12 people were disciplined and 2 were moved to other posts.[1]", id="other posts"),
        pytest.param("The punctuality rate was 94.1%, 3.5 points up on the year before.[1]", id="points"),
    ],
)
def test_true_sentence_is_accounted_for(sentence: str) -> None:
    assert _faults(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("By September 30, 58 of the 64 problems had been fixed.[1]", id="another day"),
        pytest.param(
            "Complaints received in the first nine months of 2024 came to 318.[1]", id="other months"
        ),
        pytest.param(
            "Changwen received 318 complaints, 12.6% more than a year earlier.[1]", id="another direction"
        ),
        pytest.param("Changsha received 318 complaints.[1]", id="another place"),
        pytest.param("45 letters were received and 45 of them were closed.[1]", id="another number"),
        pytest.param(
            "The right tube of the Bailuling Tunnel has been driven 1,204 metres.[1]", id="the other thing"
        ),
        pytest.param("Of Changwen's 14 surplus vehicles, 14 were sold.[1]", id="all of a part"),
        pytest.param("265 workers paid 3.18 million yuan into the treasury.[1]", id="another deed"),
        pytest.param("Three firms were taken off the blacklist.[1]", id="the opposite"),
        pytest.param("2 people were disciplined and 12 were moved to other posts.[1]", id="swapped"),
        pytest.param("The punctuality rate was 94.1%, 3.5 points down on the year before.[1]", id="down"),
    ],
)
def test_untrue_sentence_is_not(sentence: str) -> None:
    assert _faults(sentence)
