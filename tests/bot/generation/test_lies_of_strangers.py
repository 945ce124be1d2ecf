"""Sentences of a model over own reports: true ones in everyday words, and those that change one thing of the source."""

import pytest

from bot.generation.examination import Examiner
from corpus.structure.parsing import parse_report
from tests.bot.generation.written_reports import examiner_of

REPORT = parse_report(
    "白鹿县人民法院关于巡察整改情况的通报\n2026-02-10\n"
    "一、整改情况\n"
    "自查问题412个，上级核查又发现问题96个，两项共508个，目前改完473个。\n"
    "完成案卷评查860卷，其中民事案卷评查540卷，刑事案卷评查320卷。\n"
    "聘用制书记员占书记员的比例由31.5%提高到44.8%。\n"
    "审计认定超占林地1876亩，经联合复测，实为1793亩。\n"
    "发还案款2947万元，其中拖欠一年以上的案款615万元。\n"
    "二、2026年目标\n"
    "新增停车泊位260个。\n",
    id="court",
    source="court.txt",
)
WATER = parse_report(
    "云坪县水务局关于巡察整改情况的通报\n2025-06-20\n"
    "巡察反馈的37个问题已解决33个，剩余4个中，2个因手续不全。\n"
    "经县自然资源局牵头，已为215户办出产权证，受益群众684人。\n"
    "北站：隐患58条，已改46条。\n"
    "报装时间由平均6.4天缩短到2.1天，黑臭水体由14条减至3条。\n"
    "截至2025年5月31日20:30，共接报修电话1846个，罚没12.7万元。\n"
    "修订制度19项，工程开工前都要检查。\n"
    "共处理83人次，其中党纪处分20人次、组织处理63人次，1人被撤销资质。\n"
    "对382家用水单位检查617次，对41家用水单位罚款38.6万元。\n"
    "抽查台账340份，发现虚假检测台账17份；主要原因：一是涉及用地手续的5个，二是需要资金的8个。\n"
    "营业、抄表满意度较巡察前分别提高5.4个和3.8个百分点。\n"
    "水质合格率须达到98%以上。用户自查漏点412处，水务站复查又发现漏点96处。\n"
    "南坡泵站总投资286万元，容量1200吨，2024年实际使用率不到15%，预计9月底前投入使用。\n"
    "局党组书记何明担任整改工作领导小组组长，纪检组长牵头成立监督专班。\n"
    "多收工程款的四家公司中，广源公司退回120万元；前三家已全部退回。\n"
    "清理合同126份，收回拖欠水费46.8万元。县水务局将紧盯未办结事项，拟于2025年9月底前组织一次集中督查，抽查泵站12座。\n"
    "排查发现渗漏点38处、黑户15户，均在东河片区。\n"
    "一至三季度检测水样726次。交付表箱1530只。\n"
    "对9个方面26个问题认真整改，仍有5个方面问题有待继续推进。\n"
    "县委巡察一组对水厂党支部开展了常规巡察，并于2024年10月20日反馈了意见。\n",
    id="water",
    source="water.txt",
)


@pytest.fixture(scope="module")
def examiner() -> Examiner:
    return examiner_of(REPORT)


@pytest.fixture(scope="module")
def water() -> Examiner:
    return examiner_of(WATER)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("白鹿县人民法院共评查案卷540卷。[1]", id="a part as all"),
        pytest.param("聘用制书记员占书记员的比例提高到了31.5%。[1]", id="from where it rose"),
        pytest.param("白鹿县人民法院超占林地1876亩。[1]", id="put right since"),
        pytest.param("2025年新增停车泊位260个。[1]", id="the aim of a heading as done"),
    ],
)
def test_sentence_turned_by_one_thing_has_a_fault(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("白鹿县人民法院共评查案卷860卷。[1]", id="all"),
        pytest.param("聘用制书记员占书记员的比例提高到了44.8%。[1]", id="to where it rose"),
        pytest.param("白鹿县人民法院发还案款2947万元。[1]", id="the whole"),
        pytest.param("其中民事案卷评查540卷。[1]", id="a part as a part"),
    ],
)
def test_same_said_rightly_has_none(sentence: str, examiner: Examiner) -> None:
    assert examiner.examine(sentence).faults == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("云坪县水务局还剩4个没解决。[1]", id="what is left is not done"),
        pytest.param("215户已经办出产权证。[1]", id="for whom it was done"),
        pytest.param("北站查出隐患58条，只改了46条。[1]", id="problems were found; 只 before a verb"),
        pytest.param("报装时间从原来平均6.4天缩短到2.1天。[1]", id="so earlier, on average"),
        pytest.param("黑臭水体还剩3条。[1]", id="what it was reduced to is left"),
        pytest.param(
            "据通报，截至2025年5月31日20:30，共接报修电话1846个，罚没12.7万元。[1]", id="by the clock"
        ),
        pytest.param("据通报，县委巡察一组对水厂党支部开展了常规巡察。[1]", id="the likest clause first"),
        pytest.param("38.6万元罚款来自41家用水单位。[1]", id="of its own"),
        pytest.param("云坪县水务局 resolved 33 of the 37 problems.[1]", id="English with a name"),
        pytest.param("17份台账是虚假的。[1]", id="what was found"),
        pytest.param("5个涉及用地手续，8个需要资金。[1]", id="一是 is no deed"),
        pytest.param("用户自查漏点412处，复查又发现96处。[1]", id="one by one"),
        pytest.param("整改工作领导小组组长是局党组书记何明。[1]", id="one's own office"),
        pytest.param("收回的拖欠水费是46.8万元。[1]", id="what was got back"),
        pytest.param("渗漏点38处和黑户15户都在东河片区。[1]", id="what all are said to be behind"),
        pytest.param("营业满意度比巡察前提高了5.4个百分点。[1]", id="points of a list"),
        pytest.param("表箱交了1530只。[1]", id="a verb in one character"),
        pytest.param("Yunping County resolved 33 problems.[1]", id="county of a place in pinyin"),
    ],
)
def test_truth_in_everyday_words_has_no_fault(sentence: str, water: Examiner) -> None:
    assert water.examine(sentence).faults == ()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("云坪县水务局还剩33个没解决。[1]", id="what is done is not left"),
        pytest.param("已解决的33个没解决。[1]", id="what is done denied"),
        pytest.param("684户已经办出产权证。[1]", id="another's number"),
        pytest.param("北站查出隐患46条，只改了58条。[1]", id="exchanged"),
        pytest.param("全部修订了19项制度。[1]", id="all of another matter"),
        pytest.param(
            "处理83人次，党纪处分20人次、组织未处理63人次。[1]", id="stated, and denied as if reckoned"
        ),
        pytest.param("1人被撤销资质，后被撤销。[1]", id="taken back by the words of another deed"),
        pytest.param("对41家用水单位检查617次。[1]", id="another's before its figure"),
        pytest.param("仍有9个方面问题有待推进。[1]", id="the whole as what is left"),
        pytest.param("县委巡察一组对自来水公司开展了常规巡察。[1]", id="another is acted on"),
        pytest.param("云坪县水务局 resolved all of the 37 problems.[1]", id="English with a name"),
        pytest.param("340份台账是虚假的。[1]", id="what was looked at as what was found"),
        pytest.param("营业满意度比巡察前提高了3.8个百分点。[1]", id="another's points"),
        pytest.param("云坪县水质合格率已达到98%以上。[1]", id="what must be as what is"),
        pytest.param("自查和复查一共发现漏点412处。[1]", id="one of two as both"),
        pytest.param("南坡泵站已经投入使用。[1]", id="pieced together of several clauses"),
        pytest.param("整改工作领导小组组长是纪检组长何明。[1]", id="another's office"),
        pytest.param("广源公司已全部退回。[1]", id="what others did"),
        pytest.param("清理合同126份，拖欠水费46.8万元。[1]", id="what it was before it was got back"),
        pytest.param("县水务局已于2025年9月底前组织一次集中督查。[1]", id="a plan of another clause as done"),
        pytest.param("渗漏点38处和黑户15户都在西河片区。[1]", id="another place of all"),
        pytest.param("第三季度检测水样726次。[1]", id="a quarter of three"),
        pytest.param("Yunping County is still resolving 33 problems.[1]", id="done told as going on"),
        pytest.param("In Yunping County 33 people resolved problems.[1]", id="a number behind a name"),
    ],
)
def test_same_words_turned_have_one(sentence: str, water: Examiner) -> None:
    assert water.examine(sentence).faults
