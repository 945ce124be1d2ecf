"""What people say for the deeds of a report, in sentences over an own one, and what one word turns into a lie."""

import pytest

from bot.generation.examination import Examiner
from bot.generation.passages import numbered
from corpus.organisations.directory import Directory
from corpus.statements.statements import read_statements
from corpus.structure.parsing import parse_report
from corpus.structure.passages import split_passages
from retrieval.hit import Hit

REPORT = parse_report(
    "中共禹川县水利局党组关于县委巡察整改情况的通报\n2024-08-20\n"
    "巡察反馈的52个问题，已完成整改47个，5个正在整改。\n"
    "召开党组会9次、专题会14次研究整改；制定措施138条，落实131条。\n"
    "二标段多计价款127.5万元，核减96.2万元，其余31.3万元正在仲裁。\n"
    "更换老化闸门63扇，使用维修资金418万元。\n"
    "水费收缴率由71.4%升至88.2%。\n"
    "欠缴水费216.8万元，追回173.5万元，剩余43.3万元因企业破产无法追缴。给412户农户退还多收水费6.9万元。\n"
    "立案查处非法采砂案件17件，罚款93.6万元。\n"
    "清退超编聘用人员23人，收回公务用车4辆。\n"
    "水质检测合格率98.6%，高于全市平均水平1.9个百分点。\n"
    "平均抢修时间由26小时降到9小时。\n"
    "群众来信来电1208件次，回复1196件次。随机回访群众300人，满意和基本满意的284人。\n"
    "石桥管理站 | 反馈9个 | 完成7个\n"
    "四、下一步打算\n"
    "计划2024年底前完成剩余5个问题整改。\n",
    id="water",
    source="water.txt",
)
DIRECTORY = Directory.of([REPORT])
EXAMINER = Examiner(
    numbered(
        [
            Hit(
                "water",
                REPORT.title,
                one.section,
                one.text,
                one.start,
                one.end,
                1.0,
                ("dense",),
                "2024-08-20",
            )
            for one in split_passages(REPORT)
        ],
        (),
    ),
    read_statements(REPORT, DIRECTORY),
    DIRECTORY,
)


def _faults(sentence: str) -> list[str]:
    return [one.raw for one in EXAMINER.examine(f"{sentence}[1]").faults]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("二标段多计127.5万元，核掉96.2万元，还有31.3万元在仲裁。", id="a deed that takes away"),
        pytest.param("换了63扇老化闸门，花掉维修资金418万元。", id="what money is said to do"),
        pytest.param("4辆公车收了回来。", id="a character of the source's word"),
        pytest.param("非法采砂的案子立了17件，罚了93.6万元。", id="a character of the source's deed"),
        pytest.param(
            "剩下43.3万元收不回来。",
            id="a verb that says it cannot be",
        ),
        pytest.param("回访的300名群众里，284人表示满意或者基本满意。", id="words that only join"),
        pytest.param("石桥管理站9个问题完成7个，还差2个。", id="the head of a row"),
        pytest.param(
            "水质检测合格率98.6%，比全市平均高1.9个百分点。", id="above what it is told to be above"
        ),
        pytest.param("剩余的5个问题打算2024年底前改完。", id="a plan told behind its figure"),
    ],
)
def test_truth_in_everyday_words_has_no_fault(sentence: str) -> None:
    assert not _faults(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("县水利局为整改开了9次专题会、14次党组会。", id="nouns of two figures exchanged"),
        pytest.param("给412户企业退还多收水费6.9万元。", id="another noun behind a figure"),
        pytest.param("新聘用人员23人。", id="what only says which people"),
        pytest.param("水费收缴率为71.4%。", id="a level that was, told as one that is"),
        pytest.param("The average repair time is still 26 hours.", id="the same in English"),
        pytest.param("水质检测合格率98.6%，比全市平均低1.9个百分点。", id="the other way"),
        pytest.param("水质检测合格率98.6%，比全省平均高1.9个百分点。", id="above another"),
        pytest.param("换了63扇水泵。", id="another thing"),
        pytest.param("报废闸门63扇。", id="another deed"),
        pytest.param("柳湾管理站9个问题完成7个。", id="another row"),
        pytest.param("剩余5个问题2024年底前已完成整改。", id="a plan told as done"),
        pytest.param("群众来信来电1208件次，都已回复。", id="all of them"),
    ],
)
def test_lie_of_one_word_has_a_fault(sentence: str) -> None:
    assert _faults(sentence)
