import pytest

from bot.generation.accounts import Accounts
from bot.generation.examination import Examiner
from bot.generation.passages import numbered
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from retrieval.hit import Hit
from tests.bot.generation.written_reports import DIRECTORY, HITS, STATEMENTS

ACCOUNTS = Accounts(numbered(HITS, ()), STATEMENTS, DIRECTORY)


@pytest.mark.parametrize(
    ("sentence", "raw"),
    [
        pytest.param("17 of the 19 problems were rectified.", "", id="true"),
        pytest.param("The bureau recovered 835,000 yuan.", "", id="in full digits"),
        pytest.param("Eighteen problems were rectified.", "Eighteen", id="number word"),
        pytest.param("83.5 million yuan was recovered.", "83.5 million yuan", id="scale"),
        pytest.param("17 problems were hidden.", "17 problems were hidden", id="deed"),
        pytest.param("The leakage rate rose from 11.9% to 16.2%.", "rose", id="direction"),
        pytest.param("66 problems were rectified.", "66", id="another's number"),
        pytest.param("The leakage rate was 11.9%, down from 16.2%.", "", id="less than it was"),
        pytest.param("835,000 yuan was refunded.", "835,000 yuan was refunded", id="another verb"),
        pytest.param("The leakage rate was 11.9%, up from 16.2%.", "up from", id="not more than it was"),
    ],
)
def test_english_is_held_against_the_chinese(sentence: str, raw: str) -> None:
    faults, held = ACCOUNTS.held_in_english(sentence, (1,))
    assert [sentence[one.start : one.end] for one in faults] == ([raw] if raw else [])
    assert held == (() if raw else (1,))


def test_words_without_figures_are_held_too() -> None:
    faults, _ = ACCOUNTS.held("松原市水务局获评全国先进。", (), "", (1,))
    assert [one.raw for one in faults]
    faults, held = ACCOUNTS.held("松原市水务局召开党组会。", (), "", (1,))
    assert (faults, held) == ([], (1,))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("2023年化解率91.3%，比上一年提高2.8个百分点。", id="a year by its number"),
        pytest.param("来访量比上一年下降13.5%。", id="by the word of its own"),
    ],
)
def test_year_before_is_told_by_either_way_of_the_source(sentence: str) -> None:
    text = "岭河县信访局关于巡察整改情况的通报\n发布时间：2024-05-20\n"
    text += "2023年化解率91.3%，比2022年提高2.8个百分点。2023年来访量同比下降13.5%。\n"
    report = parse_report(text, id="visits", source="visits.txt")
    directory = Directory.of([report])
    hit = Hit("visits", report.title, "", report.text, 0, len(report.text), 1.0, ("dense",), "2024-05-20")
    examiner = Examiner(numbered((hit,), ()), read_statements(report, directory), directory)
    assert [one.raw for one in examiner.examine(f"{sentence}[1]").faults] == []


QUARRY = """岭口县矿山整治专项巡察整改情况通报
发布时间：2024-05-20
一、问题整改
三个标段均存在问题，一标段、二标段、三标段多计工程款分别为54.3万元、102.8万元、19.6万元，其中二标段尚有31万元未扣回，其余标段全部扣回。
北坡、石桥、东沟三个采区2022年开采量分别为684吨、537吨、412吨。
前期提交的报告中，县水利局超预算支出原列98.6万元，经复核应为89.6万元。
诉讼追偿13起，执行到位176万元，不计入追缴总额。到10月末修复8座，剩余的岩坪水库定于2025年汛前完成。
对52家矿山企业处罚198.6万元。对提前下达比例偏低问题，截至2023年11月底，县级已下达2024年项目71个。
整改类别 | 问题数 | 已整改
财政管理 | 46 | 42
部门预算 | 53 | 51
二、下一步打算
计划到2024年底清收率达到80%，负债率控制在63%以内。
"""


@pytest.fixture(scope="module")
def quarry() -> Examiner:
    report = parse_report(QUARRY, id="quarry", source="quarry.txt")
    directory = Directory.of([report])
    hit = Hit("quarry", report.title, "", report.text, 0, len(report.text), 1.0, ("dense",), "2024-05-20")
    return Examiner(numbered((hit,), ()), read_statements(report, directory), directory)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("二标段多计的工程款已经全部扣回。", id="the rest told of one"),
        pytest.param("石桥采区2022年开采量412吨。", id="another's share"),
        pytest.param("县水利局超预算支出98.6万元。", id="put right since"),
        pytest.param("执行到位的176万元已计入追缴总额。", id="denied behind the figure"),
        pytest.param("岩坪水库已修复完成。", id="set for later"),
        pytest.param("部门预算问题53个，已整改42个。", id="another row"),
        pytest.param("清收率达到80%。", id="a plan without its word"),
    ],
)
def test_lie_that_takes_another_clause_s_words_has_a_fault(sentence: str, quarry: Examiner) -> None:
    assert quarry.examine(f"{sentence}[1]").faults


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("其余标段全部扣回。", id="the rest"),
        pytest.param("石桥采区2022年开采量537吨。", id="its own share"),
        pytest.param("部门预算问题53个，已整改51个。", id="its own row"),
        pytest.param(
            "具体来看，计划到2024年底清收率达到80%，负债率控制在63%以内。", id="planned up to its end"
        ),
        pytest.param("截至2023年11月底，县级下达2024年项目71个。", id="up to when, before another year"),
        pytest.param("对五十二家矿山企业处罚198.6万元。", id="counted in Chinese numerals"),
        pytest.param("二标段还有31万元没有扣回来。", id="denied and turned back in other words"),
        pytest.param("三个标段中二标段多计最多，为102.8万元。", id="among how many"),
    ],
)
def test_truth_that_takes_its_own_clause_s_words_has_none(sentence: str, quarry: Examiner) -> None:
    assert [one.raw for one in quarry.examine(f"{sentence}[1]").faults] == []


def test_denied_number_is_no_difference_of_others() -> None:
    text = "云石县农场通报\n2024-05-20\n给予党纪处分3人，诫勉6人。\n"
    report = parse_report(text, id="farm", source="farm.txt")
    hit = Hit("farm", report.title, "", report.text, 0, len(report.text), 1.0, ("dense",), "2024-05-20")
    examiner = Examiner(numbered((hit,), ()), read_statements(report), Directory.of([report]))
    assert examiner.examine("给予党纪尚未处分3人。[1]").faults
    assert not examiner.examine("给予党纪处分3人。[1]").faults


def test_two_figures_are_not_taken_from_two_sentences_told_alike() -> None:
    text = "云石县农场通报\n2024-05-20\n反馈问题21个，完成整改20个。\n反馈问题19个，完成整改18个。\n"
    report = parse_report(text, id="farm", source="farm.txt")
    hit = Hit("farm", report.title, "", report.text, 0, len(report.text), 1.0, ("dense",), "2024-05-20")
    examiner = Examiner(numbered((hit,), ()), read_statements(report), Directory.of([report]))
    assert examiner.examine("反馈问题19个，完成整改二十个。[1]").faults
    assert not examiner.examine("反馈问题19个，完成整改十八个。[1]").faults
