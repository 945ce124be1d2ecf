import pytest

from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "苍山区市场监管所专项检查通报\n2024-07-10\n"
    "检查餐饮店240家，不合格18家，责令停业5家。处理投诉320件，较上年同期增加64件，办结296件。\n"
    "巡查车现有9辆，比去年增加2辆。2023年接待来访41.3万人次，2022年为29.5万人次。\n",
    id="market",
    source="market.txt",
)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("餐饮店检查不合格率大约7.5%。[1]", id="a rate"),
        pytest.param("投诉办结了大约九成。[1]", id="a share of a deed"),
        pytest.param("去年同期投诉是256件，今年多了64件。[1]", id="an earlier level"),
        pytest.param("现有9辆巡查车，比去年多2辆，去年是7辆。[1]", id="one that the sentence itself tells"),
        pytest.param("2023年接待来访41.3万人次，比2022年多11.8万人次。[1]", id="against a year"),
    ],
)
def test_what_follows_and_is_named_rightly_is_accounted_for(sentence: str) -> None:
    assert examiner_of(REPORT).examine(sentence).faults == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("餐饮店检查合格率大约7.5%。[1]", id="the rate undenied"),
        pytest.param("餐饮店停业率大约7.5%。[1]", id="of another deed"),
        pytest.param("餐饮店检查率大约7.5%。[1]", id="of the whole"),
        pytest.param("投诉受理了大约九成。[1]", id="a share of the whole"),
        pytest.param("去年同期投诉是384件，今年多了64件。[1]", id="the wrong way"),
        pytest.param("去年同期办结投诉256件。[1]", id="another level"),
        pytest.param("现有9辆巡查车，比去年多2辆，前年是7辆。[1]", id="another year before"),
        pytest.param("2023年接待来访41.3万人次，比2021年多11.8万人次。[1]", id="against another year"),
        pytest.param("2023年接待来访41.3万人次，比2022年少11.8万人次。[1]", id="less for more"),
    ],
)
def test_what_is_named_otherwise_is_not(sentence: str) -> None:
    assert examiner_of(REPORT).examine(sentence).faults
